internal import GDALKit
internal import GeoAlgorithms
internal import GeoModel
internal import Plan

/// Bands of height and slope of the units of some levels, in one reading of the terrain model.
struct TerrainStudy {
  let study: Study
  let elevation: SourceReference
  let bands: TerrainBands
  let options: StudyOptions

  /// The division of each unit of `levels`, one list a level, parallel to its units.
  func run(levels: [Study.Level]) async throws -> [[TerrainTally]] {
    let raster = try ElevationRaster(elevation, plan: study.plan, ledger: study.ledger)
    let grid = raster.description.grid
    let gridding = UnitGridding(
      grid: grid, system: raster.system, ledger: study.ledger, path: "elevation")
    let outlines = try gridding.outlines(of: levels)
    let block = max(1, min(raster.description.blockRows, 1024))
    let run = ZonalTerrain(
      // Whole blocks, about 256 rows: memory stays bounded whatever the size of the raster.
      outlines: BandedOutlines(outlines, bandRows: block * max(1, (256 + block - 1) / block)),
      columns: grid.columns, rows: grid.rows, bands: bands,
      areas: try gridding.cellAreas(reach: outlines),
      metrics: try gridding.groundMetrics(reach: outlines))
    let rowBands = Array(run.outlines.bands)
    let options = self.options
    let plan = study.plan
    let elevation = self.elevation
    let sums = try await OrderedWork.map(
      count: rowBands.count, jobs: options.jobs,
      makeState: {
        (dataset: try RasterDataset(opening: raster.source), sums: run.makeAccumulator())
      },
      progress: { options.report("terrain", $0, of: rowBands.count) },
      body: { index, state in
        let dataset = state.dataset
        return try run.sums(band: rowBands[index], accumulator: &state.sums) { rows in
          do throws(GDALError) {
            return try raster.heights(rows: rows, from: dataset)
          } catch {
            throw SourceProblem(plan: plan, reference: elevation).error(error)
          }
        }
      })
    let flat = run.tallies(of: sums, unitAreas: levels.flatMap { $0.units.map(\.area) })
    var start = 0
    return levels.map { level in
      defer { start += level.units.count }
      return Array(flat[start..<start + level.units.count])
    }
  }
}
