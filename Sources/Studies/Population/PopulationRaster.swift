internal import GDALKit
internal import GeoModel
internal import PROJKit
internal import Plan

/// The raster of people that a plan names, opened and settled.
struct PopulationRaster {
  let plan: Plan
  let section: PopulationSection
  let dataset: RasterDataset
  let description: RasterDescription
  let system: ReferenceSystem

  /// Opens the raster of `section` and settles where it lies.
  ///
  /// - Throws: ``StudyError/plan(_:)`` for a raster of several bands, or without a place or
  ///   reference system.
  init(_ section: PopulationSection, plan: Plan, ledger: SourceLedger) throws(StudyError) {
    self.plan = plan
    self.section = section
    let reference = section.source
    do throws(GDALError) {
      dataset = try RasterDataset(opening: DatasetSource(location: reference.location))
    } catch {
      throw SourceProblem(plan: plan, reference: reference).error(error)
    }
    description = dataset.description
    func problem(_ message: String, _ suggestion: String) -> StudyError {
      .plan([
        plan.problem(
          at: reference.mark, path: reference.path, "'\(reference.text)' \(message)",
          suggestion: suggestion)
      ])
    }
    guard description.bandCount == 1 || (description.bandCount == 2 && description.hasMask) else {
      throw problem(
        "has \(description.bandCount) bands", "give a raster of one band (gdal_translate -b 1)")
    }
    guard description.isPlaced, description.grid.determinant != 0 else {
      throw problem("does not say where its cells lie", "georeference it first")
    }
    let settled = try SourceSystem(plan: plan, reference: reference)
      .settle(declared: description.referenceSystem)
    system = settled.system
    let grid = description.grid
    let corners = [(0, 0), (grid.columns, 0), (0, grid.rows), (grid.columns, grid.rows)].map {
      grid.position(column: Double($0.0), row: Double($0.1))
    }
    if let fault = CoordinateRange.fault(ofRaster: BoundingBox(of: corners), in: system) {
      throw problem("(\(system.name)): \(fault)", "name the true system with crs")
    }
    ledger.add(
      SourceLedger.Source(
        path: reference.path, reference: reference, driver: description.cellType, layer: nil,
        features: nil, referenceSystem: system, referenceSystemNote: settled.note))
  }

  /// The values of whole rows; a cell without data is no number.
  ///
  /// - Throws: ``StudyError/plan(_:)`` where a cell holds fewer people than none: a mark for no data
  ///   that the raster does not declare.
  func values(rows: Range<Int>) throws(StudyError) -> [Double] {
    var values: [Double]
    var mask: [UInt8] = []
    do throws(GDALError) {
      values = try dataset.reals(rows: rows)
      if description.hasMask { mask = try dataset.mask(rows: rows) }
    } catch {
      throw SourceProblem(plan: plan, reference: section.source).error(error)
    }
    // A declared -3.4e38 is not exactly the number that a 32-bit cell holds.
    let noData = description.noDataValue.map {
      description.cellType == "Float32" ? Double(Float($0)) : $0
    }
    for index in values.indices {
      if values[index] == noData || (!mask.isEmpty && mask[index] == 0) {
        values[index] = .nan
      } else if values[index] < 0 {
        let reference = section.source
        throw .plan([
          plan.problem(
            at: reference.mark, path: reference.path,
            "a cell of '\(reference.text)' holds \(values[index]) people",
            suggestion: "if that means no data, let the raster say so (gdal_edit.py -a_nodata)")
        ])
      }
    }
    return values
  }
}
