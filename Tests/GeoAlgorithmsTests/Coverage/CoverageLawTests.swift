import GeoAlgorithms
import GeoModel
import TestSupport
import Testing

@Suite("Coverage, by law")
struct CoverageLawTests {
  @Test("the shares of a partition sum to 1 in every cell within 1e-12", arguments: 1...40)
  func partition(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let columns = Int.random(in: 1...30, using: &generator)
    let rows = Int.random(in: 1...30, using: &generator)
    // Every fourth far from the origin, where column numbers have fewer digits.
    let far = seed % 4 == 0 ? 20_000 : Int.random(in: -40...40, using: &generator)
    let box = BoundingBox(
      minimumX: Double(far), minimumY: Double(-far), maximumX: Double(far + columns),
      maximumY: Double(rows - far))
    let units = triangulation(
      of: box, n: Int.random(in: 1...9, using: &generator),
      jags: Int.random(in: 1...7, using: &generator), using: &generator)
    var sums = [[Double]](repeating: [Double](repeating: 0, count: columns), count: rows)
    let bandRows = Int.random(in: 1...12, using: &generator)
    for span in try spans(of: units, bandRows: bandRows).joined() {
      #expect(span.fraction > 0 && span.fraction <= 1)
      for column in span.columns { sums[Int(span.row) + far][column - far] += span.fraction }
    }
    for sum in sums.joined() { #expect(abs(sum - 1) <= 1e-12, "seed \(seed)") }
  }

  @Test("the shares of a unit sum to its planar area", arguments: 1...40)
  func area(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let ring = LinearRing(
      star(
        x: Double.random(in: -50...50, using: &generator),
        y: Double.random(in: -50...50, using: &generator),
        radius: Double.random(in: 0.01...40, using: &generator),
        count: Int.random(in: 4...200, using: &generator), using: &generator))
    let sum = try spans(of: [[Polygon(exterior: ring)]])[0].reduce(0.0) {
      $0 + $1.fraction * Double($1.count)
    }
    let area = abs(ring.doubledSignedArea) / 2
    #expect(abs(sum - area) <= 1e-12 * max(1, area), "seed \(seed)")
  }

  @Test(
    "neither bands nor ring direction nor ring start nor the order of parts change a bit",
    arguments: 1...20)
  func invariance(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let outer = star(x: 9.3, y: 8.1, radius: 9, count: 40, using: &generator)
    let hole = outer.map { Coordinate(x: 9.3 + ($0.x - 9.3) / 3, y: 8.1 + ($0.y - 8.1) / 3) }
    let other = star(x: -7.7, y: 3.3, radius: 5, count: 9, using: &generator)
    func ring(_ positions: [Coordinate], _ start: Int, reversed: Bool) -> LinearRing {
      let turned = Array(positions[start...] + positions[..<start])
      return LinearRing(reversed ? turned.reversed() : turned)
    }
    let expected = try spans(of: [
      [
        Polygon(exterior: LinearRing(outer), holes: [LinearRing(hole)]),
        Polygon(exterior: LinearRing(other)),
      ]
    ])
    for bandRows in [1, 3, 64] {
      for reversed in [false, true] {
        let unit = [
          Polygon(exterior: ring(other, 4, reversed: !reversed)),
          Polygon(
            exterior: ring(outer, 17, reversed: reversed),
            holes: [ring(hole, 5, reversed: reversed)]),
        ]
        #expect(try spans(of: [unit], bandRows: bandRows) == expected, "seed \(seed)")
      }
    }
  }

  @Test("moving the grid changes the shares continuously, by a whole cell not at all")
  func shift() throws {
    var generator = SeededGenerator(seed: 7)
    let outline = star(x: 6, y: 6, radius: 5, count: 30, using: &generator)
    func shares(_ shift: Double) throws -> [[Double]] {
      let moved = outline.map { Coordinate(x: $0.x + shift, y: $0.y) }
      return try matrix([Polygon(exterior: LinearRing(moved))], columns: 0..<14, rows: 0..<13)
    }
    let start = try shares(0)
    var before = start
    let step = 1.0 / 64
    for index in 1...64 {
      let after = try shares(Double(index) * step)
      for (first, second) in zip(before.joined(), after.joined()) {
        // The share of a cell changes at most by what enters on one side of it, at each of the
        // at most 15 pieces of outline within it.
        #expect(abs(first - second) <= step * 1.0000001)
      }
      before = after
    }
    for (row, moved) in zip(start, before) {
      #expect(zip(row.dropLast(), moved.dropFirst()).allSatisfy { abs($0 - $1) < 1e-14 })
    }
  }

  @Test("an interior of a million cells is one span a row, with share exactly 1")
  func interiorRuns() throws {
    let wide = polygon([0.5, 0.25, 1_000_000.5, 0.25, 1_000_000.5, 2, 0.5, 2])
    #expect(
      try spans(of: [[wide]])[0] == [
        CoverageSpan(row: 0, column: 0, count: 1, fraction: 0.375),
        CoverageSpan(row: 0, column: 1, count: 999_999, fraction: 0.75),
        CoverageSpan(row: 0, column: 1_000_000, count: 1, fraction: 0.375),
        CoverageSpan(row: 1, column: 0, count: 1, fraction: 0.5),
        CoverageSpan(row: 1, column: 1, count: 999_999, fraction: 1),
        CoverageSpan(row: 1, column: 1_000_000, count: 1, fraction: 0.5),
      ])
  }

  @Test("an outline of ten thousand edges in one row leaves whole interiors")
  func manyEdgesInOneRow() throws {
    var generator = SeededGenerator(seed: 3)
    let teeth = (0..<10_000).map { index in
      Coordinate(
        x: Double(index) / 10,
        y: index % 2 == 0 ? 0.1 : Double.random(in: 0.2...0.9, using: &generator))
    }
    let ring = teeth + [Coordinate(x: 999.9, y: 5), Coordinate(x: 0, y: 5)]
    let all = try spans(of: [[Polygon(exterior: LinearRing(ring))]])[0]
    #expect(
      all.filter { $0.row == 2 } == [
        CoverageSpan(row: 2, column: 0, count: 999, fraction: 1),
        CoverageSpan(row: 2, column: 999, count: 1, fraction: 999.9 - 999),
      ])
    let area = abs(LinearRing(ring).doubledSignedArea) / 2
    let sum = all.reduce(0.0) { $0 + $1.fraction * Double($1.count) }
    #expect(abs(sum / area - 1) < 1e-12)
  }

  @Test("overlapping parts are told, and counted twice rather than cut in silence")
  func overlap() throws {
    var outlines = GridOutlines()
    try outlines.append([polygon([0, 0, 2, 0, 2, 1, 0, 1]), polygon([1, 0, 3, 0, 3, 1, 1, 1])])
    try outlines.append([polygon([0, 0, 2, 0, 2, 1, 0, 1])])
    var scanner = OutlineScanner(BandedOutlines(outlines, bandRows: 8))
    var spans: [CoverageSpan] = []
    var cursor = scanner.cursor(band: 0)
    #expect(scanner.advance(&cursor, into: &spans))
    #expect(cursor.improperCells == 1)
    #expect(spans.map(\.fraction) == [1, 2, 1])
    #expect(scanner.advance(&cursor, into: &spans))
    #expect(cursor.improperCells == 0)
    #expect(!scanner.advance(&cursor, into: &spans))
  }

  @Test("positions that are no place, or absurdly far, are refused and leave no trace")
  func refusals() throws {
    var outlines = GridOutlines()
    try outlines.append([polygon([0, 0, 2, 0, 2, 1, 0, 1])])
    #expect(throws: GridOutlineError.notFinite(unit: 1)) {
      try outlines.append([polygon([0, 0, 2, .nan, 2, 1, 0, 1])])
    }
    #expect(throws: GridOutlineError.beyondReach(unit: 1)) {
      try outlines.append([
        polygon([0, 0, 9, 0, 9, 9, 0, 9]), polygon([0, 0, 2, 0, 2, 1e12, 0, 1]),
      ])
    }
    #expect(outlines.unitCount == 1)
    #expect(outlines.rows == 0..<1 && outlines.columns == 0..<2)
    try outlines.append([])
    #expect(outlines.unitCount == 2)
  }
}
