import GeoAlgorithms
import GeoModel
import TestSupport
import Testing

/// Distances of cells to features.
@Suite struct FeatureDistanceTests {
  private static func place(_ grid: GridGeometry) -> ([Coordinate]) -> [Coordinate] {
    { $0.map { grid.position(column: $0.x, row: $0.y) } }
  }

  /// The same as measuring every segment from every centre.
  @Test(arguments: 0..<40)
  func equalToFullSearch(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let step: Double = [1.0 / 3600, 1.0 / 120, 0.1].randomElement(using: &random) ?? 1
    let latitude = Double.random(in: -60...60, using: &random)
    let grid = GridGeometry(
      columns: Int.random(in: 1...70, using: &random), rows: Int.random(in: 1...50, using: &random),
      originX: 107, columnStepX: step, originY: latitude, rowStepY: -step)
    let lines = (0..<Int.random(in: 1...6, using: &random)).map { _ in
      (0..<Int.random(in: 1...20, using: &random)).map { _ in
        Coordinate(
          x: 107 + step * Double.random(in: -50...150, using: &random),
          y: latitude - step * Double.random(in: -50...150, using: &random))
      }
    }
    let wanted = (0..<grid.rows * grid.columns).map { _ in Bool.random(using: &random) }
    var search = FeatureDistanceSearch(FeatureDistance(lines))
    let found = search.distances(
      rows: 0..<grid.rows, columns: 0..<grid.columns, wanted: wanted, place: Self.place(grid))
    for cell in stride(from: 0, to: wanted.count, by: 7) {
      guard wanted[cell] else {
        #expect(found[cell].isNaN, "seed \(seed)")
        continue
      }
      let centre = grid.position(
        column: Double(cell % grid.columns) + 0.5, row: Double(cell / grid.columns) + 0.5)
      var least = Micrometres.max
      for line in lines {
        for index in line.indices {
          let end = line[min(index + 1, line.count - 1)]
          least = min(
            least,
            ShortGeodesic.projection(of: centre, onSegmentFrom: line[index], to: end).distance)
        }
      }
      let metres = ShortGeodesic.metres(of: least)
      if metres <= FeatureDistance.greatest {
        #expect(abs(found[cell] - metres) < 2e-6, "seed \(seed), cell \(cell)")
      } else {
        #expect(found[cell] == .infinity, "seed \(seed), cell \(cell)")
      }
    }
  }

  /// A degree of latitude at the equator is 110,574.4 m on WGS 84.
  @Test func aPointADegreeAway() {
    let grid = GridGeometry(
      columns: 1, rows: 1, originX: -0.5, columnStepX: 1, originY: 0.5, rowStepY: -1)
    var search = FeatureDistanceSearch(FeatureDistance([[Coordinate(x: 0, y: 1)]]))
    let found = search.distances(
      rows: 0..<1, columns: 0..<1, wanted: [true], place: Self.place(grid))
    #expect(abs(found[0] - 110_574.389) < 0.01)
  }

  @Test func nothingIsNowhere() {
    let grid = GridGeometry(
      columns: 2, rows: 1, originX: 0, columnStepX: 1, originY: 0, rowStepY: -1)
    var search = FeatureDistanceSearch(FeatureDistance([[], [Coordinate(x: .nan, y: 0)]]))
    #expect(search.features.isEmpty)
    let found = search.distances(
      rows: 0..<1, columns: 0..<2, wanted: [true, false], place: Self.place(grid))
    #expect(found[0] == .infinity)
    #expect(found[1].isNaN)
  }
}
