import Foundation
import GeoAlgorithms
import GeoModel

/// The kernels of `road-access` and of hazard areas on the measured workload in the plane of its projection, where other
/// programs measure: what they find must be what those find. One worker. The time of each step is
/// printed beside it.
///
///     planar-twin FOLDER      (what Workload/flatten.py wrote)
@main
enum PlanarTwin {
  static func main() throws {
    let data = FlatArrays(folder: URL(filePath: CommandLine.arguments.dropFirst().first ?? "."))
    let lines = PolylineSet(try data.geometries("paved"))
    let communes = try data.geometries("communes").enumerated().map { index, ring in
      (code: String(100_000 + index), polygons: [Polygon(exterior: LinearRing(ring))])
    }
    measure("W2a") { lengths(of: lines, in: communes) }
    let reach = measure("index") {
      LineReach(
        lines, tiers: [EdgeTier](repeating: .clear, count: lines.count), radius: 2000,
        metric: .plane)
    }
    let villages = try data.geometries("villages").compactMap(\.first)
    measure("W2b") {
      let near = villages.count { reach.reach(of: $0) == .surely }
      print("W2b \(near) of \(villages.count) villages within 2 km")
    }
    let places = try NearestNodePlaces(data, villages: villages)
    measure("W2c") { places.report(on: lines) }
    let grid = try data.numbers("people.grid", as: Double.self)
    let people = try data.numbers("people.cells", as: Float.self)
    measure("W2d") { ruralAccess(people, grid, reach) }
    let pieces = try HazardPieces(data, communes: communes.map(\.polygons))
    try measure("W3a") { try pieces.report() }
  }

  @discardableResult
  private static func measure<Result>(
    _ name: String, _ body: () throws -> Result
  ) rethrows -> Result {
    let clock = ContinuousClock()
    let start = clock.now
    let result = try body()
    print("\(name): \(clock.now - start)")
    return result
  }

  private static func lengths(
    of lines: PolylineSet, in communes: [(code: String, polygons: [Polygon])]
  ) {
    var walk = AreaCutter.Walk(AreaCutter(communes, metric: .plane))
    var sums = [Micrometres](repeating: 0, count: communes.count)
    var outside: Micrometres = 0
    for index in 0..<lines.count {
      let line = lines[index]
      let length = zip(line, line.dropFirst()).reduce(Micrometres(0)) {
        $0 + LengthMetric.plane.micrometres(from: $1.0, to: $1.1)
      }
      walk.cut(line, length: length)
      for piece in walk.pieces {
        if piece.area < 0 { outside += piece.length } else { sums[Int(piece.area)] += piece.length }
      }
    }
    func kilometres(_ length: Micrometres) -> Double { Double(length) / 1e9 }
    print(
      "W2a \(kilometres(sums.reduce(0, +))) km in communes, greatest \(kilometres(sums.max() ?? 0)),"
        + " outside \(kilometres(outside))")
  }

  private static func ruralAccess(_ people: [Float], _ grid: [Double], _ reach: LineReach) {
    let (columns, rows) = (Int(grid[0]), Int(grid[1]))
    var search = CellReachSearch(reach)
    var (near, all, cells) = (0.0, 0.0, 0)
    for first in stride(from: 0, to: rows, by: 512) {
      let band = first..<min(rows, first + 512)
      let marks = search.reach(rows: band, columns: 0..<columns) { places in
        places.map {
          Coordinate(x: grid[2] + grid[4] * $0.x, y: grid[3] + grid[5] * $0.y)
        }
      }
      for (cell, mark) in marks.enumerated() {
        let value = Double(people[first * columns + cell])
        all += value
        if mark == Reach.surely.rawValue {
          near += value
          cells += 1
        }
      }
    }
    print("W2d \(near) of \(all) people, \(100 * near / all) %, \(cells) cells")
  }
}
