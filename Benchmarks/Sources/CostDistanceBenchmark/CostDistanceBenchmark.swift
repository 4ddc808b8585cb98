import GDALKit
import GeoAlgorithms
import GeoModel

/// W3b as a whole process: reads frictions and sources, finds the least costs over planar steps, as
/// the peers do, writes them, and prints the peers' figures.
///
///     cost-distance FRICTION SOURCES OUT.tif [JOBS]
@main
enum CostDistanceBenchmark {
  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 3 else {
      print("usage: cost-distance FRICTION SOURCES OUT.tif [JOBS]")
      return
    }
    let jobs = arguments.count > 4 ? Int(arguments[4]) ?? 2 : 2
    let clock = ContinuousClock()
    let start = clock.now
    let raster = try RasterDataset(opening: DatasetSource(location: arguments[1]))
    let grid = raster.description.grid
    let distance = CostDistance(
      rows: grid.rows, columns: grid.columns,
      steps: GridSteps(
        uniform: .init(cellWidth: grid.columnStepX, cellHeight: -grid.rowStepY)))
    var passable = 0
    for first in stride(from: 0, to: grid.rows, by: 512) {
      let rows = first..<min(first + 512, grid.rows)
      let frictions = try raster.floats(rows: rows)
      passable += frictions.reduce(0) { $0 + ($1 > 0 ? 1 : 0) }
      await distance.setFrictions(rows: rows, frictions)
    }
    let places = try VectorDataset(opening: DatasetSource(location: arguments[2]))
      .read(VectorRequest())
    for place in places.table.geometries.compactMap({ $0?.points.first }) {
      let cell = grid.gridCoordinate(of: place)
      await distance.addSource(row: Int(cell.y), column: Int(cell.x))
    }
    let read = clock.now
    await distance.settle(jobs: jobs)
    let settled = clock.now
    let writer = try RasterWriter(
      creating: arguments[3], grid: grid, referenceSystem: raster.description.referenceSystem,
      content: .init(name: "minutes", unit: "min", noDataValue: -9999), workers: jobs)
    var (reached, sum, greatest, near) = (0, 0.0, 0.0, 0)
    for first in stride(from: 0, to: grid.rows, by: RasterWriter.tileRows) {
      let rows = first..<min(first + RasterWriter.tileRows, grid.rows)
      let costs = await distance.costs(rows: rows)
      for cost in costs where cost < .infinity {
        reached += 1
        sum += Double(cost)
        greatest = max(greatest, Double(cost))
        if cost <= 60 { near += 1 }
      }
      try writer.write(costs.map { $0 < .infinity ? $0 : -9999 })
    }
    try writer.finish()
    let end = clock.now
    print(
      "upland reached=\(reached) of \(passable) mean_min=\(sum / Double(reached))"
        + " max_min=\(greatest) share_le60=\(100 * Double(near) / Double(passable)); seconds: read \(read - start), cost \(settled - read),"
        + " write \(end - settled)")
  }
}
