import GeoAlgorithms
import GeoModel
import Testing

@Suite("Cell areas")
struct CellAreaTests {
  /// 0.00025° cells; the first row has its south edge at 15° N.
  let geographic = GridGeometry(
    columns: 4, rows: 3, originX: 108, columnStepX: 0.00025, originY: 15.00025,
    rowStepY: -0.00025)

  @Test("a geographic row has one area, in closed form, left of the raster too")
  func geographicRow() {
    let areas = CellAreaModel(geographic: geographic)
    let cell = areas.area(column: 0, row: 0)
    #expect(abs(cell - 743.7697) < 0.00005)
    #expect(areas.area(column: -1_000, row: 0) == cell)
    #expect(areas.area(columns: -4..<16, row: 0) == 20 * cell)
    #expect(areas.area(columns: 2..<2, row: 0) == 0)
    #expect(areas.area(column: 0, row: -1) < cell)
    #expect(areas.area(column: 0, row: 1) > cell)
  }

  @Test("a south-up grid has the same areas in the other order")
  func southUp() {
    let areas = CellAreaModel(geographic: geographic)
    let turned = CellAreaModel(
      geographic: GridGeometry(
        columns: 4, rows: 3, originX: 109, columnStepX: -0.00025,
        originY: 15.00025 - 3 * 0.00025, rowStepY: 0.00025))
    for row in 0..<3 {
      let expected = areas.area(column: 0, row: 2 - row)
      #expect(abs(turned.area(column: 0, row: row) / expected - 1) < 1e-12)
    }
  }

  @Test("rows beyond a pole have no area")
  func pole() {
    let grid = GridGeometry(
      columns: 360, rows: 181, originX: -180, columnStepX: 1, originY: 90.5, rowStepY: -1)
    let areas = CellAreaModel(geographic: grid)
    let sum = (-2..<183).reduce(0) { $0 + areas.area(columns: 0..<360, row: $1) }
    #expect(areas.area(column: 0, row: -1) == 0)
    #expect(areas.area(column: 0, row: 181) == 0)
    #expect(abs(sum / EllipsoidOfRevolution.wgs84.surfaceArea - 1) < 1e-14)
  }

  @Test("a lattice names its nodes, both ends among them, and its refinement holds them all")
  func lattice() throws {
    let lattice = CellAreaLattice(columns: -3..<7, rows: 2..<5, spacingExponent: 2)
    #expect(lattice.nodeColumns == [-3, 1, 5, 6])
    #expect(lattice.nodeRows == [2, 4])
    #expect(lattice.cells.count == 8)
    #expect(lattice.cells[5] == GridCell(column: 1, row: 4))
    let refined = try #require(lattice.refined)
    #expect(refined.nodeColumns == [-3, -1, 1, 3, 5, 6])
    #expect(Set(refined.cells).isSuperset(of: lattice.cells))
    #expect(refined.refined?.refined == nil)
    #expect(
      CellAreaLattice(columns: 4..<5, rows: 0..<1, spacingExponent: 8).cells
        == [GridCell(column: 4, row: 0)])
  }

  /// Bilinear in column and row, so that the interpolation must give it back.
  private func plane(_ cell: GridCell) -> Double {
    900 + 0.25 * Double(cell.column) - 0.5 * Double(cell.row)
      + 0.125 * Double(cell.column * cell.row)
  }

  @Test("between nodes the area is bilinear, and a run is the sum of its cells", arguments: 0...5)
  func bilinear(exponent: Int) {
    let lattice = CellAreaLattice(columns: -5..<23, rows: -2..<11, spacingExponent: exponent)
    let areas = CellAreaModel(lattice: lattice, areas: lattice.cells.map(plane))
    for row in -2..<11 {
      for column in -5..<23 {
        let cell = GridCell(column: column, row: row)
        #expect(areas.area(column: column, row: row) == plane(cell))
      }
      for lower in -5..<23 {
        for upper in lower..<23 {
          let sum = (lower..<upper).reduce(0) { $0 + plane(GridCell(column: $1, row: row)) }
          #expect(areas.area(columns: lower..<upper, row: row) == sum)
        }
      }
      let least = (-3..<20).map { plane(GridCell(column: $0, row: row)) }.min()
      #expect(areas.smallestArea(columns: -3..<20, row: row) == least)
    }
  }

  @Test("the refinement tells the interpolation error, which falls by four with each halving")
  func error() throws {
    func curved(_ cell: GridCell) -> Double {
      let (x, y) = (Double(cell.column), Double(cell.row))
      return 900 * (1 + 1e-8 * (x * x - y * y))
    }
    var errors: [Double] = []
    var lattice = CellAreaLattice(columns: 0..<257, rows: 0..<129, spacingExponent: 6)
    for _ in 0..<3 {
      let finer = try #require(lattice.refined)
      let model = CellAreaModel(lattice: lattice, areas: lattice.cells.map(curved))
      errors.append(
        model.greatestRelativeDifference(at: finer.cells, areas: finer.cells.map(curved)))
      lattice = finer
    }
    // The interpolation of x² errs by a quarter of the squared spacing.
    #expect(abs(errors[0] / (1e-8 * 64 * 64 / 4) - 1) < 0.01)
    #expect(abs(errors[1] / errors[0] - 0.25) < 0.01)
    #expect(abs(errors[2] / errors[1] - 0.25) < 0.01)
  }

  @Test("a single row or column of nodes is constant across it")
  func degenerateLattices() {
    let row = CellAreaLattice(columns: 0..<9, rows: 4..<5, spacingExponent: 3)
    let model = CellAreaModel(lattice: row, areas: [100, 180])
    #expect(model.area(column: 4, row: 4) == 140)
    #expect(model.area(column: 4, row: 400) == 140)
    let single = CellAreaLattice(columns: 3..<4, rows: 4..<5, spacingExponent: 3)
    #expect(
      CellAreaModel(lattice: single, areas: [7]).area(columns: -10..<10, row: -9) == 140)
  }
}
