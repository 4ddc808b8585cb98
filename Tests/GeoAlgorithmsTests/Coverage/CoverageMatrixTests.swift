import GeoAlgorithms
import GeoModel
import Testing

/// Shares that a reader can check by eye; rows run downwards as in a raster.
@Suite("Coverage, by eye")
struct CoverageMatrixTests {
  func text(_ polygons: [Polygon], _ columns: Range<Int>, _ rows: Range<Int>) throws -> String {
    GeoAlgorithmsTests.text(try matrix(polygons, columns: columns, rows: rows))
  }

  @Test("a triangle with legs 4 and 3")
  func triangle() throws {
    #expect(
      try text([polygon([0, 0, 4, 0, 0, 3])], 0..<4, 0..<3) == """
        1.000 1.000 0.958 0.375
        1.000 0.833 0.167   .  
        0.625 0.042   .     .  
        """)
  }

  @Test("edges exactly on cell borders touch no cell beyond them")
  func borders() throws {
    #expect(
      try text([polygon([1, 1, 3, 1, 3, 3, 1, 3])], 0..<4, 0..<4) == """
          .     .     .     .  
          .   1.000 1.000   .  
          .   1.000 1.000   .  
          .     .     .     .  
        """)
    #expect(
      try spans(of: [[polygon([1, 1, 3, 1, 3, 3, 1, 3])]])[0] == [
        CoverageSpan(row: 1, column: 1, count: 2, fraction: 1),
        CoverageSpan(row: 2, column: 1, count: 2, fraction: 1),
      ])
  }

  @Test("a diagonal through corners halves the cells that it passes")
  func corners() throws {
    #expect(
      try text([polygon([0, 0, 3, 3, 0, 3])], 0..<3, 0..<3) == """
        0.500   .     .  
        1.000 0.500   .  
        1.000 1.000 0.500
        """)
  }

  @Test("a polygon within one cell")
  func withinOneCell() throws {
    #expect(
      try text([polygon([1.25, 1.25, 1.75, 1.25, 1.75, 1.75, 1.25, 1.75])], 0..<3, 0..<3) == """
          .     .     .  
          .   0.250   .  
          .     .     .  
        """)
  }

  @Test("slivers narrower than a cell, upright, lying and oblique")
  func slivers() throws {
    #expect(
      try text([polygon([1.5, 0, 1.625, 0, 1.625, 2.5, 1.5, 2.5])], 0..<3, 0..<3) == """
          .   0.125   .  
          .   0.125   .  
          .   0.062   .  
        """)
    #expect(
      try text([polygon([0.5, 1.5, 3, 1.5, 3, 1.75, 0.5, 1.75])], 0..<3, 0..<3) == """
          .     .     .  
        0.125 0.250 0.250
          .     .     .  
        """)
    #expect(
      try text([polygon([0, 0, 0.25, 0, 3.25, 3, 3, 3])], 0..<4, 0..<3) == """
        0.219 0.031   .     .  
          .   0.219 0.031   .  
          .     .   0.219 0.031
        """)
  }

  @Test("a hole is cut out, whichever way its ring runs")
  func hole() throws {
    let hole = [1, 1, 2.5, 1, 2.5, 2.5, 1, 2.5]
    let backwards = [1, 2.5, 2.5, 2.5, 2.5, 1, 1, 1]
    for ring in [hole, backwards] {
      #expect(
        try text([polygon([0, 0, 4, 0, 4, 4, 0, 4], holes: [ring])], 0..<4, 0..<4) == """
          1.000 1.000 1.000 1.000
          1.000   .   0.500 1.000
          1.000 0.500 0.750 1.000
          1.000 1.000 1.000 1.000
          """)
    }
  }

  @Test("two parts that share a cell, in opposite directions")
  func parts() throws {
    let left = polygon([0, 0, 1.25, 0, 1.25, 2, 0, 2])
    let right = polygon([1.75, 0, 1.75, 1, 3, 1, 3, 0])
    #expect(
      try text([left, right], 0..<3, 0..<2) == """
        1.000 0.500 1.000
        1.000 0.250   .  
        """)
  }

  @Test("a unit wider than the raster has shares in cells that are not there")
  func beyondTheRaster() throws {
    let unit = [polygon([-1.5, -1.5, 2.5, -1.5, 2.5, 1.5, -1.5, 1.5])]
    #expect(
      try text(unit, -3..<4, -3..<3) == """
          .     .     .     .     .     .     .  
          .   0.250 0.500 0.500 0.500 0.250   .  
          .   0.500 1.000 1.000 1.000 0.500   .  
          .   0.500 1.000 1.000 1.000 0.500   .  
          .   0.250 0.500 0.500 0.500 0.250   .  
          .     .     .     .     .     .     .  
        """)
  }

  @Test("a rotated raster is only another set of grid coordinates")
  func rotatedGrid() throws {
    // Columns run north-east, rows south-east; each cell is a square with diagonal 2.
    let grid = GridGeometry(
      columns: 2, rows: 2, originX: 0, columnStepX: 1, rowStepX: 1, originY: 0, columnStepY: 1,
      rowStepY: -1)
    let square = [(0.0, -1.0), (2, -1), (2, 1), (0, 1)].map {
      grid.gridCoordinate(of: Coordinate(x: $0.0, y: $0.1))
    }
    // The square has its middle at the middle of the first cell, whose corners halve its sides.
    #expect(
      try text([Polygon(exterior: LinearRing(square))], -1..<2, -1..<2) == """
          .   0.250   .  
        0.250 1.000 0.250
          .   0.250   .  
        """)
  }

  @Test("rings that enclose nothing cover nothing")
  func degenerate() throws {
    let line = polygon([0.5, 0.5, 3.5, 2.5, 0.5, 0.5])
    let flat = polygon([0, 1, 3, 1, 2, 1])
    #expect(try spans(of: [[], [line], [flat]]) == [[], [], []])
  }
}
