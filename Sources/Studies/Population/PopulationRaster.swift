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
  /// - Throws: ``StudyError/plan(_:)`` for what ``PlacedRaster`` refuses.
  init(_ section: PopulationSection, plan: Plan, ledger: SourceLedger) throws(StudyError) {
    self.plan = plan
    self.section = section
    let reference = section.source
    let placed = try PlacedRaster(opening: reference, plan: plan)
    description = placed.description
    system = try placed.settle(reference, plan: plan, ledger: ledger)
    do throws(GDALError) {
      dataset = try RasterDataset(opening: placed.source)
    } catch {
      throw SourceProblem(plan: plan, reference: reference).error(error)
    }
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
