internal import GDALKit
internal import GeoModel
internal import PROJKit
internal import Plan

/// The raster of people that a plan names, opened. Belongs to one worker.
struct PopulationRaster {
  let placed: PlacedPopulation
  let dataset: RasterDataset

  var plan: Plan { placed.plan }
  var section: PopulationSection { placed.section }
  var description: RasterDescription { placed.description }
  var system: ReferenceSystem { placed.system }

  /// Looks at the raster of `section`, settles where it lies, and opens it.
  ///
  /// - Throws: ``StudyError/plan(_:)`` for what ``PlacedRaster`` refuses.
  init(_ section: PopulationSection, plan: Plan, ledger: SourceLedger) throws(StudyError) {
    try self.init(PlacedPopulation(section, plan: plan, ledger: ledger))
  }

  /// Opens a raster that is settled.
  init(_ placed: PlacedPopulation) throws(StudyError) {
    self.placed = placed
    do throws(GDALError) {
      dataset = try RasterDataset(opening: placed.source)
    } catch {
      throw SourceProblem(plan: placed.plan, reference: placed.section.source).error(error)
    }
  }

  /// The values of rows, all columns or those given; a cell without data is no number.
  ///
  /// - Throws: ``StudyError/plan(_:)`` where a cell holds fewer people than none: a mark for no data
  ///   that the raster does not declare.
  func values(
    rows: Range<Int>, columns: Range<Int>? = nil
  ) throws(StudyError) -> [Double] {
    var values: [Double]
    var mask: [UInt8] = []
    do throws(GDALError) {
      values = try dataset.reals(rows: rows, columns: columns)
      if description.hasMask { mask = try dataset.mask(rows: rows, columns: columns) }
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
