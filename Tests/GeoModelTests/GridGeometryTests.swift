import GeoModel
import TestSupport
import Testing

@Suite("Grids")
struct GridGeometryTests {
  /// 4 columns and 3 rows of 10 m; the first cell's outer corner at (500, 900).
  static let northUp = GridGeometry(
    columns: 4, rows: 3, originX: 500, columnStepX: 10, originY: 900, rowStepY: -10)

  @Test("north up: columns eastwards, rows southwards")
  func northUp() {
    let grid = Self.northUp
    #expect(grid.position(column: 0, row: 0) == Coordinate(x: 500, y: 900))
    #expect(grid.position(column: 0.5, row: 0.5) == Coordinate(x: 505, y: 895))
    #expect(grid.position(column: 4, row: 3) == Coordinate(x: 540, y: 870))
    #expect(grid.gridCoordinate(of: Coordinate(x: 525, y: 875)) == Coordinate(x: 2.5, y: 2.5))
    #expect(grid.gridCoordinate(of: Coordinate(x: 490, y: 910)) == Coordinate(x: -1, y: -1))
    #expect(grid.determinant == -100)
    #expect(grid.isAxisParallel)
  }

  @Test("south up: rows northwards")
  func southUp() {
    let grid = GridGeometry(
      columns: 4, rows: 3, originX: 500, columnStepX: 10, originY: 870, rowStepY: 10)
    #expect(grid.position(column: 0.5, row: 0.5) == Coordinate(x: 505, y: 875))
    #expect(grid.gridCoordinate(of: Coordinate(x: 505, y: 895)) == Coordinate(x: 0.5, y: 2.5))
    #expect(grid.determinant == 100)
  }

  @Test("turned by a quarter: columns run north, rows east")
  func quarterTurn() {
    let grid = GridGeometry(
      columns: 4, rows: 3, originX: 0, columnStepX: 0, rowStepX: 10, originY: 0, columnStepY: 10,
      rowStepY: 0)
    #expect(grid.position(column: 1, row: 2) == Coordinate(x: 20, y: 10))
    #expect(grid.gridCoordinate(of: Coordinate(x: 20, y: 10)) == Coordinate(x: 1, y: 2))
    #expect(grid.determinant == -100)
    #expect(!grid.isAxisParallel)
  }

  @Test("grid coordinates and positions are each other's inverse", arguments: 1...40)
  func roundTrip(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let isRotated = seed % 2 == 0
    func step() -> Double {
      Double.random(in: 5...50, using: &generator) * (Bool.random(using: &generator) ? 1 : -1)
    }
    // Smaller slants than steps, so that the map stays invertible.
    let grid = GridGeometry(
      columns: 100, rows: 100, originX: .random(in: -1e6...1e6, using: &generator),
      columnStepX: step(), rowStepX: isRotated ? .random(in: -4...4, using: &generator) : 0,
      originY: .random(in: -1e6...1e6, using: &generator),
      columnStepY: isRotated ? .random(in: -4...4, using: &generator) : 0, rowStepY: step())
    for _ in 0..<20 {
      let column = Double.random(in: -10...110, using: &generator)
      let row = Double.random(in: -10...110, using: &generator)
      let back = grid.gridCoordinate(of: grid.position(column: column, row: row))
      #expect(abs(back.x - column) < 1e-9 && abs(back.y - row) < 1e-9, "seed \(seed)")
    }
  }

  @Test("the determinant is the signed area of every cell")
  func determinant() {
    let grid = GridGeometry(
      columns: 2, rows: 2, originX: 7, columnStepX: 3, rowStepX: 1, originY: 9, columnStepY: 2,
      rowStepY: -4)
    let cell = LinearRing([
      grid.position(column: 1, row: 1), grid.position(column: 2, row: 1),
      grid.position(column: 2, row: 2), grid.position(column: 1, row: 2),
    ])
    #expect(grid.determinant == -14)
    #expect(cell.doubledSignedArea / 2 == grid.determinant)
  }
}
