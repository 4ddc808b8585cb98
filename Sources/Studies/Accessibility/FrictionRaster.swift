internal import GDALKit
internal import GeoAlgorithms
internal import GeoModel
internal import Plan

/// A raster of minutes for a metre, ready-made: what the planner takes from elsewhere in place of
/// terrain and roads.
struct FrictionRaster {
  let study: Study
  let reference: SourceReference
  let section: AccessibilitySection

  /// The grid of the units' part of the raster, and its frictions.
  ///
  /// - Throws: ``StudyError/plan(_:)`` where a cell costs nothing or less, which no way does.
  func load() async throws -> (grid: TravelGrid, distance: CostDistance) {
    let placed = try PlacedRaster(opening: reference, plan: study.plan)
    let system = try placed.settle(reference, plan: study.plan, ledger: study.ledger)
    let grid = try TravelGrid(
      placed.description, system: system, level: study.finest,
      margin: section.marginKilometres * 1000, reference: reference, study: study)
    let distance = CostDistance(rows: grid.grid.rows, columns: grid.grid.columns, steps: grid.steps)
    for first in stride(from: 0, to: grid.grid.rows, by: 256) {
      let own = first..<min(first + 256, grid.grid.rows)
      let rows = own.lowerBound + grid.rows.lowerBound..<own.upperBound + grid.rows.lowerBound
      var values: [Float]
      do throws(GDALError) {
        let dataset = try RasterDataset(opening: placed.source)
        values = try dataset.floats(rows: rows, columns: grid.columns)
      } catch {
        throw SourceProblem(plan: study.plan, reference: reference).error(error)
      }
      let noData = placed.storedNoData.map { Float($0) }
      for index in values.indices {
        if values[index] == noData {
          values[index] = .nan
        } else if values[index] <= 0 {
          throw PlacedRaster.problem(
            "holds \(values[index]) minutes for a metre",
            "if that means no data, let the raster say so (gdal_edit.py -a_nodata)",
            with: reference, of: study.plan)
        }
      }
      await distance.setFrictions(rows: own, values)
    }
    return (grid, distance)
  }
}
