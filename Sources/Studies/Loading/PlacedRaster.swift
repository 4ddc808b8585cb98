internal import GDALKit
internal import GeoModel
internal import PROJKit
internal import Plan

/// A raster of one band, of which it is known where its cells lie. A value: each worker opens the
/// raster for itself.
struct PlacedRaster: Sendable {
  let source: DatasetSource
  let description: RasterDescription
  /// The files that GDAL names for it, those of its tiles among them.
  private let files: [String]

  /// Looks at the raster of `reference`.
  ///
  /// - Parameter readsScale: whether the caller heeds the scale of the cells itself.
  /// - Throws: ``StudyError/plan(_:)`` for a raster of several bands, without a place, or whose cells
  ///   are scaled where that is not heeded: taken as stored they would be other heights, or other
  ///   people.
  init(
    opening reference: SourceReference, plan: Plan, readsScale: Bool = false
  ) throws(StudyError) {
    source = DatasetSource(location: reference.location)
    do throws(GDALError) {
      let dataset = try RasterDataset(opening: source)
      description = dataset.description
      files = dataset.files
    } catch {
      throw SourceProblem(plan: plan, reference: reference).error(error)
    }
    guard description.bandCount == 1 || (description.bandCount == 2 && description.hasAlpha) else {
      throw Self.problem(
        "has \(description.bandCount) bands", "give a raster of one band (gdal_translate -b 1)",
        with: reference, of: plan)
    }
    guard description.isPlaced, description.grid.determinant != 0 else {
      throw Self.problem(
        "does not say where its cells lie", "georeference it first", with: reference, of: plan)
    }
    guard readsScale || (description.scale == 1 && description.offset == 0) else {
      throw Self.problem(
        "scales its cells (scale \(description.scale), offset \(description.offset))",
        "write the values themselves (gdal_translate -unscale)", with: reference, of: plan)
    }
  }

  /// Settles the reference system, and notes the raster as read.
  ///
  /// - Throws: ``StudyError/plan(_:)`` where there is no system, or the raster lies out of its range.
  func settle(
    _ reference: SourceReference, plan: Plan, ledger: SourceLedger
  ) throws(StudyError) -> ReferenceSystem {
    let settled = try SourceSystem(plan: plan, reference: reference)
      .settle(declared: description.referenceSystem)
    let grid = description.grid
    let corners = [(0, 0), (grid.columns, 0), (0, grid.rows), (grid.columns, grid.rows)].map {
      grid.position(column: Double($0.0), row: Double($0.1))
    }
    if let fault = CoordinateRange.fault(ofRaster: BoundingBox(of: corners), in: settled.system) {
      throw Self.problem(
        "(\(settled.system.name)): \(fault)", "name the true system with crs", with: reference,
        of: plan)
    }
    ledger.add(
      SourceLedger.Source(
        path: reference.path, reference: reference, driver: description.cellType, layer: nil,
        features: nil, referenceSystem: settled.system, referenceSystemNote: settled.note,
        files: files))
    return settled.system
  }

  /// The no-data value as a cell of the raster can hold it: a declared -3.4e38 is not exactly the
  /// number that a 32-bit cell holds.
  var storedNoData: Double? {
    guard let value = description.noDataValue, description.cellType == "Float32" else {
      return description.noDataValue
    }
    return Double(Float(value))
  }

  static func problem(
    _ message: String, _ suggestion: String, with reference: SourceReference, of plan: Plan
  ) -> StudyError {
    .plan([
      plan.problem(
        at: reference.mark, path: reference.path, "'\(reference.text)' \(message)",
        suggestion: suggestion)
    ])
  }
}
