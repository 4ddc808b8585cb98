import ForestCover
import GeoAlgorithms
import GeoModel
import PROJKit
import TestSupport
import Testing

/// Jagged units that share their borders, over cells of 0.00025° in random places of Vietnam.
@Suite("Forest cover of jagged coverages")
struct JaggedCoverageTests {
  private static let step = 0.00025

  /// Units between the nodes of a grid, n × n, each border a jagged line that both sides share.
  private struct Coverage {
    var units: [[Polygon]] = []
    let grid: GridGeometry
    let codes: [UInt8]

    init(seed: Int) {
      var random = SeededGenerator(seed: seed)
      let n = Int.random(in: 1...4, using: &random)
      let side = Double.random(in: 0.003...0.02, using: &random)
      let west = Double.random(in: 102...109, using: &random)
      let south = Double.random(in: 8...23, using: &random)
      func node(_ column: Int, _ row: Int) -> Coordinate {
        Coordinate(x: west + Double(column) * side, y: south + Double(row) * side)
      }
      func line(_ a: Coordinate, _ b: Coordinate) -> [Coordinate] {
        let jags = Int.random(in: 2...30, using: &random)
        return [a]
          + (1..<jags).map { index in
            let part = Double(index) / Double(jags)
            // Sideways only and near a node less, so that no two lines cross.
            let sway = 0.6 * side * min(part, 1 - part)
            let aside = Double.random(in: -sway...sway, using: &random)
            return Coordinate(
              x: a.x + part * (b.x - a.x) + (a.x == b.x ? aside : 0),
              y: a.y + part * (b.y - a.y) + (a.x == b.x ? 0 : aside))
          }
      }
      var across: [[[Coordinate]]] = []
      var up: [[[Coordinate]]] = []
      for row in 0...n {
        across.append((0..<n).map { line(node($0, row), node($0 + 1, row)) + [node($0 + 1, row)] })
        guard row < n else { break }
        up.append((0...n).map { line(node($0, row), node($0, row + 1)) + [node($0, row + 1)] })
      }
      for row in 0..<n {
        for column in 0..<n {
          let ring =
            across[row][column] + up[row][column + 1].dropFirst()
            + across[row + 1][column].reversed().dropFirst()
            + up[row][column].reversed().dropFirst()
          units.append([Polygon(exterior: LinearRing(ring))])
        }
      }
      // The raster starts anywhere, so that some units are partly off it.
      let columns = Int.random(in: 20...400, using: &random)
      let rows = Int.random(in: 20...400, using: &random)
      let southUp = Bool.random(using: &random)
      grid = GridGeometry(
        columns: columns, rows: rows,
        originX: west + .random(in: -0.005...0.005, using: &random),
        columnStepX: JaggedCoverageTests.step,
        originY: (southUp ? south : south + Double(n) * side)
          + .random(in: -0.005...0.005, using: &random),
        rowStepY: southUp ? JaggedCoverageTests.step : -JaggedCoverageTests.step)
      codes = (0..<columns * rows).map { _ in
        [
          ForestCode.forest, ForestCode.forest, ForestCode.other, ForestCode.noData,
          ForestCode.water,
        ]
        .randomElement(using: &random) ?? 0
      }
    }

    /// The division of each unit, its own geodesic area kept.
    func areas(bandRows: Int = 64) throws -> [ForestAreas] {
      var outlines = GridOutlines()
      for unit in units {
        try outlines.append(
          unit.map {
            Polygon(exterior: LinearRing($0.exterior.coordinates.map(grid.gridCoordinate)))
          })
      }
      let run = RasterForestCover(
        outlines: BandedOutlines(outlines, bandRows: bandRows), columns: grid.columns,
        rows: grid.rows, areas: CellAreaModel(geographic: grid), leastPatchArea: 0,
        connectivity: .four)
      var accumulator = run.makeAccumulator()
      let sums = run.outlines.bands.map {
        run.sums(band: $0, accumulator: &accumulator) { rows in
          Array(codes[rows.lowerBound * grid.columns..<rows.upperBound * grid.columns])
        }
      }
      return run.areas(
        of: sums, unitAreas: units.map { $0.reduce(0) { $0 + Geodesic.area(of: $1.exterior) } })
    }
  }

  @Test(
    "each unit closes to 1e-12, and its cells add up to its geodesic area to 1e-4",
    arguments: 0..<60)
  func closes(_ seed: Int) throws {
    let coverage = Coverage(seed: seed)
    for (unit, areas) in try coverage.areas().enumerated() {
      let parts = [areas.forest, areas.other, areas.noData, areas.outside]
      #expect(parts.allSatisfy { $0 >= -1e-12 * areas.total }, "seed \(seed), unit \(unit)")
      #expect(
        abs(parts.reduce(0, +) / areas.total - 1) <= 1e-12, "seed \(seed), unit \(unit): \(parts)")
      #expect(areas.water <= areas.other + 1e-12 * areas.total)
      let ratio = try #require(areas.cellAreaRatio)
      #expect(abs(ratio - 1) < 1e-4, "seed \(seed), unit \(unit): \(ratio)")
    }
  }

  @Test("what one unit does not get its neighbours do: the whole is the raster", arguments: 0..<20)
  func partition(_ seed: Int) throws {
    var coverage = Coverage(seed: seed)
    let outer = coverage.units
    let each = try coverage.areas()
    // The coverage as one unit of all the polygons: common borders cancel.
    coverage.units = [outer.flatMap { $0 }]
    let whole = try coverage.areas()[0]
    for part in [\ForestAreas.forest, \.other, \.noData, \.outside] {
      let sum = each.reduce(0) { $0 + $1[keyPath: part] }
      #expect(abs(sum - whole[keyPath: part]) < 1e-5 * whole.total, "seed \(seed)")
    }
    #expect(abs(each.reduce(0) { $0 + $1.total } / whole.total - 1) < 1e-12)
  }

  /// A raster that is moved eastwards by a sixty-fourth of a cell takes each border between forest
  /// and other land with it: at most so much of a cell changes at each of them, and at the unit's
  /// own border no more than at one.
  @Test("moving the grid by a part of a cell changes hectares no more than that", arguments: 0..<6)
  func moves(_ seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let (columns, rows) = (12, 10)
    let lines = (0..<rows).map { _ in
      String((0..<columns).map { _ in Bool.random(using: &random) ? "F" : "o" })
    }
    let raster = DrawnRaster(lines)
    let unit = polygon([(2.3, 1.2), (9.1, 2.7), (7.4, 8.8), (5.05, 4.4), (3.6, 8.1)])
    let cells = abs(unit.exterior.doubledSignedArea) / 2
    func forest(_ shift: Double) throws -> Double {
      let moved = LinearRing(unit.exterior.coordinates.map { Coordinate(x: $0.x - shift, y: $0.y) })
      return try raster.cells(in: [Polygon(exterior: moved)], unitCells: cells)[0]
    }
    let borders = lines.reduce(0) { sum, line in
      sum + zip(line, line.dropFirst()).count { $0 != $1 }
    }
    let step = 1.0 / 64
    var before = try forest(0)
    var changes = 0
    for index in 1...64 {
      let after = try forest(Double(index) * step)
      // Areas are exact to 1e-8 of the unit so near to the equator.
      #expect(abs(after - before) <= step * Double(borders) + 1e-6, "seed \(seed), step \(index)")
      if after != before { changes += 1 }
      before = after
    }
    #expect(changes > 32)
  }
}
