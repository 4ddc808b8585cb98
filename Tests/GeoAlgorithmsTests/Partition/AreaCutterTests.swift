import GeoAlgorithms
import GeoModel
import TestSupport
import Testing

@Suite("Lines cut at the borders of areas")
struct AreaCutterTests {
  /// An area of one ring: x, y, x, y, …
  static func area(_ numbers: Double...) -> [Polygon] {
    [
      Polygon(
        exterior: LinearRing(
          stride(from: 0, to: numbers.count, by: 2).map {
            Coordinate(x: numbers[$0], y: numbers[$0 + 1])
          }))
    ]
  }

  /// Two squares side by side, `a` from 0 to 10 and `b` from 10 to 20:
  ///
  ///     10 ┌────┬────┐
  ///        │ a  │ b  │
  ///      0 └────┴────┘
  ///        0    10   20
  static let squares = [
    (code: "b", polygons: area(10, 0, 20, 0, 20, 10, 10, 10)),
    (code: "a", polygons: area(0, 0, 10, 0, 10, 10, 0, 10)),
  ]

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let line: [(Double, Double)]
    /// Metres by code; `-` is outside.
    let metres: [String: Double]
    var outsideChanges = 0
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "within one", line: [(1, 1), (4, 5)], metres: ["a": 5]),
    Case(name: "across the common border", line: [(4, 5), (17, 5)], metres: ["a": 6, "b": 7]),
    Case(
      name: "from outside through both to the outside", line: [(-3, 5), (25, 5)],
      metres: ["-": 8, "a": 10, "b": 10], outsideChanges: 2),
    Case(
      name: "along the common border: the first by its code", line: [(10, 2), (10, 9)],
      metres: ["a": 7]),
    Case(
      name: "along the common border and on beyond it", line: [(10, -4), (10, 13)],
      metres: ["-": 7, "a": 10], outsideChanges: 2),
    Case(
      name: "along the outer border, then off it", line: [(2, 0), (8, 0), (8, -6)],
      metres: ["a": 6, "-": 6], outsideChanges: 1),
    Case(
      name: "touches the border at a vertex and turns back", line: [(5, 5), (10, 5), (5, 5)],
      metres: ["a": 10]),
    Case(
      name: "through the corner where both meet the outside", line: [(5, 15), (10, 10), (15, 5)],
      metres: ["-": 50.0.squareRoot(), "b": 50.0.squareRoot()], outsideChanges: 1),
    Case(
      name: "begins on the border", line: [(10, 5), (12, 5)], metres: ["b": 2]),
    Case(
      name: "out and in again within one segment and the next",
      line: [(5, 5), (5, 12), (6, 12), (6, 5)],
      metres: ["a": 10, "-": 5], outsideChanges: 2),
    Case(name: "far away", line: [(1000, 1000), (1003, 1004)], metres: ["-": 5]),
  ]

  @Test("by eye", arguments: cases)
  func byEye(_ example: Case) {
    let line = example.line.map { Coordinate(x: $0.0, y: $0.1) }
    for line in [line, line.reversed()] {
      let (metres, changes) = Self.cut(line, Self.squares)
      #expect(metres == example.metres.mapValues { Micrometres(($0 * 1e6).rounded()) })
      #expect(changes == example.outsideChanges)
    }
  }

  static func cut(
    _ line: [Coordinate], _ areas: [(code: String, polygons: [Polygon])]
  ) -> ([String: Micrometres], Int) {
    var walk = AreaCutter.Walk(AreaCutter(areas, metric: .plane))
    let length = zip(line, line.dropFirst()).reduce(Micrometres(0)) {
      $0 + LengthMetric.plane.micrometres(from: $1.0, to: $1.1)
    }
    walk.cut(line[...], length: length)
    #expect(walk.pieces.reduce(0) { $0 + $1.length } == length)
    let metres = walk.pieces.reduce(into: [String: Micrometres]()) {
      if $1.length > 0 { $0[$1.area < 0 ? "-" : areas[Int($1.area)].code, default: 0] += $1.length }
    }
    return (metres, walk.outsideChanges)
  }

  @Test("areas that overlap, a gap and a hole have one owner for every bit")
  func unsound() {
    let hole = Polygon(
      exterior: Self.area(0, 0, 10, 0, 10, 10, 0, 10)[0].exterior,
      holes: [Self.area(4, 4, 6, 4, 6, 6, 4, 6)[0].exterior])
    // `c` begins within `a`; between 14 and 15 is nothing.
    let areas = [
      (code: "a", polygons: [hole]), (code: "c", polygons: Self.area(8, 0, 14, 0, 14, 10, 8, 10)),
      (code: "d", polygons: Self.area(15, 0, 20, 0, 20, 10, 15, 10)),
    ]
    let (metres, changes) = Self.cut([Coordinate(x: 1, y: 5), Coordinate(x: 19, y: 5)], areas)
    #expect(metres == ["a": 7_000_000, "-": 3_000_000, "c": 4_000_000, "d": 4_000_000])
    #expect(changes == 4)
  }

  @Test("no area: all is outside")
  func nothing() {
    let (metres, _) = Self.cut([Coordinate(x: 0, y: 0), Coordinate(x: 3, y: 4)], [])
    #expect(metres == ["-": 5_000_000])
  }
}

@Suite("Lines cut at the borders of random areas")
struct AreaCutterLawTests {
  /// A partition of a square by jagged lines through shared vertices: 16 areas whose common borders
  /// are equal position by position.
  static func partition(
    _ random: inout SeededGenerator, snapped: Bool
  ) -> [(code: String, polygons: [Polygon])] {
    let side = 4
    var nodes: [[Coordinate]] = []
    for row in 0...side {
      nodes.append(
        (0...side).map { column in
          let shift = snapped ? 0 : 0.3
          return Coordinate(
            x: 106 + 0.01 * (Double(column) + Double.random(in: -shift...shift, using: &random)),
            y: 15 + 0.01 * (Double(row) + Double.random(in: -shift...shift, using: &random)))
        })
    }
    var areas: [(code: String, polygons: [Polygon])] = []
    for row in 0..<side {
      for column in 0..<side {
        let ring = [
          nodes[row][column], nodes[row][column + 1], nodes[row + 1][column + 1],
          nodes[row + 1][column],
        ]
        areas.append(("\(row)\(column)", [Polygon(exterior: LinearRing(ring))]))
      }
    }
    return areas
  }

  static func line(_ random: inout SeededGenerator, snapped: Bool) -> [Coordinate] {
    (0..<Int.random(in: 2...12, using: &random)).map { _ in
      // On whole steps the line runs along borders and through corners.
      let x =
        snapped
        ? Double(Int.random(in: -2...10, using: &random)) * 0.5
        : .random(in: -1...5, using: &random)
      let y =
        snapped
        ? Double(Int.random(in: -2...10, using: &random)) * 0.5
        : .random(in: -1...5, using: &random)
      return Coordinate(x: 106 + 0.01 * x, y: 15 + 0.01 * y)
    }.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  @Test("every bit goes to the area that a search for its middle finds", arguments: 0..<60)
  func law(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let snapped = seed % 3 == 0
    let areas = Self.partition(&random, snapped: snapped)
    let locator = UnitLocator(areas.map { (code: $0.code, polygons: $0.polygons) })
    let cutter = AreaCutter(areas)
    var walk = AreaCutter.Walk(cutter)
    for _ in 0..<20 {
      let line = Self.line(&random, snapped: snapped)
      guard line.count > 1 else { continue }
      var length: Micrometres = 0
      var expected = [Int: Double]()
      for (start, end) in zip(line, line.dropFirst()) {
        length += ShortGeodesic.micrometres(from: start, to: end)
        let steps = 400
        for step in 0..<steps {
          let middle = (Double(step) + 0.5) / Double(steps)
          let place = Coordinate(
            x: start.x + middle * (end.x - start.x), y: start.y + middle * (end.y - start.y))
          expected[locator.locate(place).unit ?? -1, default: 0] +=
            ShortGeodesic.metres(from: start, to: end) / Double(steps)
        }
      }
      walk.cut(line[...], length: length)
      #expect(walk.pieces.reduce(0) { $0 + $1.length } == length, "seed \(seed)")
      let pieces = walk.pieces
      let found = pieces.reduce(into: [Int: Double]()) {
        $0[Int($1.area), default: 0] += ShortGeodesic.metres(of: $1.length)
      }
      // A sample of 400 places a segment is off by at most one step at each end of a part; along a
      // snapped border rounding decides the sample, so there only the whole is compared.
      guard !snapped else { continue }
      let step = ShortGeodesic.metres(of: length) / 400
      for area in Set(found.keys).union(expected.keys) {
        #expect(
          abs(found[area, default: 0] - expected[area, default: 0]) < 4 * step * Double(line.count),
          "seed \(seed), area \(area)")
      }
      var turned = AreaCutter.Walk(cutter)
      turned.cut(line.reversed()[...], length: length)
      let other = turned.pieces.reduce(into: [Int: Micrometres]()) {
        $0[Int($1.area), default: 0] += $1.length
      }
      for piece in pieces {
        #expect(
          abs(piece.length - other[Int(piece.area), default: 0]) <= 2 * Int64(line.count),
          "seed \(seed)")
      }
    }
  }

  @Test("lines on the borders of a regular grid are counted once, by its rule", arguments: 0..<10)
  func grid(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let areas = Self.partition(&random, snapped: true)
    var walk = AreaCutter.Walk(AreaCutter(areas))
    // The border between the rows 1 and 2 of areas, from west to east and a little beyond.
    let y = areas[4].polygons[0].exterior.coordinates[2].y
    let xs = areas[0...3].map { $0.polygons[0].exterior.coordinates[0].x }
    let line = [Coordinate(x: xs[0] - 0.003, y: y), Coordinate(x: xs[3] + 0.013, y: y)]
    let length = ShortGeodesic.micrometres(from: line[0], to: line[1])
    walk.cut(line[...], length: length)
    // Row 1 (codes 10–13) comes before row 2.
    #expect(walk.pieces.map(\.area).sorted() == [-1, 4, 5, 6, 7])
    #expect(walk.pieces.reduce(0) { $0 + $1.length } == length)
  }
}
