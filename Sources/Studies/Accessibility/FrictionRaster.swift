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
    let dataset: RasterDataset
    do throws(GDALError) {
      dataset = try RasterDataset(opening: placed.source)
    } catch {
      throw SourceProblem(plan: study.plan, reference: reference).error(error)
    }
    // Whole rows of blocks, so that each block is decoded once.
    let step = max(1, min(placed.description.blockRows, 1024))
    for part in Self.parts(of: grid.rows, step: step) {
      let own = part.lowerBound - grid.rows.lowerBound..<part.upperBound - grid.rows.lowerBound
      var values: [Float]
      do throws(GDALError) {
        values = try dataset.floats(rows: part, columns: grid.columns)
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

  /// `rows` in parts that end where rows of blocks of `step` do, some 256 rows or more each.
  private static func parts(of rows: Range<Int>, step: Int) -> [Range<Int>] {
    let length = step * max(1, (256 + step - 1) / step)
    var parts: [Range<Int>] = []
    var first = rows.lowerBound
    while first < rows.upperBound {
      let end = min((first / length + 1) * length, rows.upperBound)
      parts.append(first..<end)
      first = end
    }
    return parts
  }
}
