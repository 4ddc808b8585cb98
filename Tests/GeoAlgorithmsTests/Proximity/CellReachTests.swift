import GeoAlgorithms
import GeoModel
import TestSupport
import Testing

@Suite("Cells within reach of lines")
struct CellReachTests {
  /// The answers as a matrix: `#` surely, `?` perhaps, `.` not.
  static func matrix(_ marks: [UInt8], columns: Int) -> String {
    stride(from: 0, to: marks.count, by: columns).map { start in
      marks[start..<start + columns].map { [".", "?", "#"][Int($0)] }.joined()
    }.joined(separator: "\n")
  }

  /// Cells of 1 m, radius 2 m. A road along the row of centres at y = 2.5 up to x = 3.5, and one of
  /// unknown season down the column at x = 9.5 from row 3.
  @Test("by eye, in the plane")
  func byEye() {
    let lines = PolylineSet([
      [Coordinate(x: 0, y: 2.5), Coordinate(x: 3.5, y: 2.5)],
      [Coordinate(x: 9.5, y: 3.5), Coordinate(x: 9.5, y: 9)],
      [Coordinate(x: 6, y: 0), Coordinate(x: 6.5, y: 0)],
    ])
    let reach = LineReach(
      lines, tiers: [.clear, .unknown, .adverse], radius: 2, metric: .plane)
    var search = CellReachSearch(reach)
    let marks = search.reach(rows: 0..<7, columns: 0..<12) { $0 }
    #expect(
      Self.matrix(marks, columns: 12) == """
        ####........
        #####....?..
        ######..???.
        #####..?????
        ####...?????
        .......?????
        .......?????
        """)
    #expect(reach.reach(of: Coordinate(x: 5.5, y: 2.5)) == .surely)
    #expect(reach.reach(of: Coordinate(x: 5.500_01, y: 2.5)) == .none)
    #expect(reach.reach(of: Coordinate(x: 9.5, y: 1.5)) == .perhaps)
    #expect(reach.reach(of: Coordinate(x: .nan, y: 0)) == .none)
  }

  @Test("no line, no reach")
  func nothing() {
    let reach = LineReach(PolylineSet(), tiers: [], radius: 2000)
    var search = CellReachSearch(reach)
    #expect(search.reach(rows: 0..<2, columns: 0..<2) { $0 } == [0, 0, 0, 0])
    #expect(reach.reach(of: Coordinate(x: 0, y: 0)) == .none)
  }

  /// Exactly 2,000 m north of a line along the equator lies a latitude of 2000 / 110574.27… degrees:
  /// the limit is inclusive, a millimetre beyond is out.
  @Test("the limit is the geodesic one, inclusive")
  func limit() {
    let line = [Coordinate(x: 0, y: 0), Coordinate(x: 0.1, y: 0)]
    let reach = LineReach(PolylineSet([line]), tiers: [.clear], radius: 2000)
    func place(_ metres: Double) -> Coordinate {
      // One second of Newton's method from the degree of the equator.
      var latitude = metres / 110_574.275_821
      for _ in 0..<4 {
        let found = ShortGeodesic.metres(
          from: Coordinate(x: 0.05, y: 0), to: Coordinate(x: 0.05, y: latitude))
        latitude += (metres - found) / 110_574.275_821
      }
      return Coordinate(x: 0.05, y: latitude)
    }
    #expect(reach.reach(of: place(2000)) == .surely)
    #expect(reach.reach(of: place(1999.999)) == .surely)
    #expect(reach.reach(of: place(2000.001)) == .none)
  }

  @Test(
    "the search by blocks and a scan of all cells agree, at any latitude and size of cell",
    arguments: 0..<24)
  func scan(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let latitude = Double.random(in: -75...75, using: &random)
    let degrees = [0.000_4, 0.001, 0.004, 0.01][seed % 4]
    // Longitudes may be counted in another turn than the lines'.
    let turn = seed % 5 == 4 ? 360.0 : 0
    let (columns, rows) = (70, 50)
    let lines = PolylineSet(
      (0..<12).map { _ in
        (0..<Int.random(in: 2...12, using: &random)).map { _ in
          Coordinate(
            x: 10 + Double.random(in: -0.1...1.1, using: &random) * degrees * Double(columns),
            y: latitude - Double.random(in: -0.1...1.1, using: &random) * degrees * Double(rows))
        }
      })
    let tiers = (0..<lines.count).map { _ in
      EdgeTier.allCases.randomElement(using: &random) ?? .clear
    }
    let reach = LineReach(
      lines, tiers: tiers, radius: Double.random(in: 100...3000, using: &random))
    // A skewed grid, so that interpolation has something to do.
    func place(_ cell: Coordinate) -> Coordinate {
      Coordinate(
        x: 10 + turn + degrees * (cell.x + 0.1 * cell.y + 1e-4 * cell.x * cell.y),
        y: latitude - degrees * (cell.y + 1e-4 * cell.x * cell.x))
    }
    var search = CellReachSearch(reach)
    let marks = search.reach(rows: 3..<rows, columns: 5..<columns) { $0.map(place) }
    var expected: [UInt8] = []
    for row in 3..<rows {
      for column in 5..<columns {
        var here = place(Coordinate(x: Double(column) + 0.5, y: Double(row) + 0.5))
        here.x -= turn
        var best: Reach = .none
        for line in 0..<lines.count where tiers[line] != .adverse {
          let distance =
            zip(lines[line], lines[line].dropFirst()).map {
              ShortGeodesic.projection(of: here, onSegmentFrom: $0, to: $1).distance
            }.min() ?? .max
          if ShortGeodesic.metres(of: distance) <= reach.radius {
            best = max(best, tiers[line] == .clear ? .surely : .perhaps)
          }
        }
        expected.append(best.rawValue)
      }
    }
    let wrong = zip(marks, expected).count { $0 != $1 }
    #expect(wrong == 0, "seed \(seed)")
    #expect(marks.count == expected.count)
  }

  @Test("the rows of a band do not depend on how the raster is divided", arguments: [1, 7, 16, 40])
  func bands(height: Int) {
    var random = SeededGenerator(seed: 5)
    let lines = PolylineSet(
      (0..<6).map { _ in
        (0..<6).map { _ in
          Coordinate(
            x: 108 + Double.random(in: 0...0.1, using: &random),
            y: 15 - Double.random(in: 0...0.1, using: &random))
        }
      })
    let reach = LineReach(lines, tiers: [EdgeTier](repeating: .clear, count: 6), radius: 700)
    func cells(_ cells: [Coordinate]) -> [Coordinate] {
      cells.map { Coordinate(x: 108 + 0.001 * $0.x, y: 15 - 0.001 * $0.y) }
    }
    var search = CellReachSearch(reach)
    let whole = search.reach(rows: 0..<100, columns: 0..<100, place: cells)
    #expect(whole.contains(0) && whole.contains(2))
    var parts: [UInt8] = []
    for start in stride(from: 0, to: 100, by: height) {
      parts += search.reach(rows: start..<min(100, start + height), columns: 0..<100, place: cells)
    }
    #expect(parts == whole)
  }
}
