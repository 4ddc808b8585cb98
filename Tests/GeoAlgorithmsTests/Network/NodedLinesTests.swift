import GeoAlgorithms
import GeoModel
import Testing

@Suite("Cutting lines at their junctions")
struct NodedLinesTests {
  /// Positions on a grid of 0.001° at the equator, about 111 m.
  static func line(_ points: (Double, Double)...) -> [Coordinate] {
    points.map { Coordinate(x: $0.0 / 1000, y: $0.1 / 1000) }
  }

  static func nodes(
    _ lines: [[Coordinate]], _ join: LineJoin, grades: [Int32] = []
  ) -> NodedLines {
    NodedLines(PolylineSet(lines), join: join, grades: grades)
  }

  /// A road with a vertex in the middle, and one that begins there:
  ///
  ///     *----*----*
  ///          |
  ///          *
  @Test("a shared vertex in the middle of a line is a junction")
  func sharedVertex() {
    let network = Self.nodes(
      [Self.line((0, 2), (2, 2), (4, 2)), Self.line((2, 2), (2, 0))], .vertices)
    #expect(network.nodes.count == 4)
    #expect(network.edgeCount == 3)
    #expect(network.lines == [0, 0, 1])
  }

  @Test("lines that cross without a vertex: not joined by vertices, joined by crossings")
  func crossing() {
    let lines = [Self.line((0, 0), (4, 4)), Self.line((0, 4), (4, 0))]
    #expect(Self.nodes(lines, .vertices).edgeCount == 2)
    let joined = Self.nodes(lines, .crossings)
    #expect(joined.edgeCount == 4 && joined.nodes.count == 5)
    #expect(joined.report.crossings == 1)
    let crossing = ShortGeodesic.metres(
      from: joined.nodes[4], to: Coordinate(x: 0.002, y: 0.002))
    #expect(crossing < 1e-6)
  }

  @Test("a bridge over a road is not joined to it, except at a vertex that both have")
  func bridge() {
    let over = [Self.line((0, 0), (4, 4)), Self.line((0, 4), (4, 0))]
    #expect(Self.nodes(over, .crossings, grades: [0, 1]).edgeCount == 2)
    let shared = [Self.line((0, 0), (2, 2), (4, 4)), Self.line((0, 4), (2, 2), (4, 0))]
    #expect(Self.nodes(shared, .crossings, grades: [0, 1]).edgeCount == 4)
  }

  @Test("an end half a millimetre beside a line touches it; one of two millimetres does not")
  func touching() {
    let millimetre = 1e-3 / 111_319.49 * 1000
    func joined(_ gap: Double) -> NodedLines {
      Self.nodes(
        [Self.line((0, 0), (4, 0)), Self.line((2, gap * millimetre), (2, 3))], .crossings)
    }
    #expect(joined(0.5).edgeCount == 3)
    #expect(joined(0.5).report.touches == 1)
    #expect(joined(2).edgeCount == 2)
    let network = joined(2)
    let misses = network.nearMisses(tolerance: 1, index: EdgeIndex(network))
    #expect(misses.count == 1)
    #expect(misses.first.map { abs($0.distance - 0.002) < 2e-5 } == true)
    #expect(misses.first?.line == 1 && misses.first?.otherLine == 0)
  }

  @Test("a stub shorter than the tolerance is joined, not a near-miss")
  func stub() {
    let network = Self.nodes(
      [Self.line((0, 0), (2, 0), (4, 0)), Self.line((2, 0), (2, 0.004))], .vertices)
    #expect(network.nearMisses(tolerance: 1, index: EdgeIndex(network)).isEmpty)
  }

  @Test("a loop is an edge; a line that crosses itself at a vertex is cut there")
  func loops() {
    let loop = Self.nodes([Self.line((0, 0), (1, 0), (1, 1), (0, 0))], .vertices)
    #expect(loop.edgeCount == 1 && loop.nodes.count == 1)
    let eight = Self.nodes(
      [Self.line((0, 0), (1, 1), (2, 0), (2, 2), (1, 1), (0, 2))], .vertices)
    #expect(eight.edgeCount == 3)
  }

  @Test("lines without length or with a broken position are left out and named")
  func refused() {
    let network = Self.nodes(
      [
        Self.line((1, 1), (1, 1)), [], Self.line((0, 0), (1, 0)),
        [Coordinate(x: .nan, y: 0), Coordinate(x: 1, y: 0)],
      ], .vertices)
    #expect(network.report.linesWithoutLength == [0, 1])
    #expect(network.report.linesNotFinite == [3])
    #expect(network.lines == [2])
  }

  @Test("a line drawn twice counts once, unless its attribute differs")
  func duplicates() {
    let line = Self.line((0, 0), (1, 0), (2, 1))
    var network = Self.nodes([line, line.reversed(), line], .vertices)
    #expect(network.edgeCount == 6)
    network.removeDuplicates(attributes: [7, 7, 8])
    #expect(network.edgeCount == 4)
    #expect(network.report.duplicateEdges == 2)
  }

  @Test("the nearest place of an edge, its offset, and every edge that is equally near")
  func nearest() {
    let network = Self.nodes(
      [Self.line((0, 0), (10, 0)), Self.line((10, 0), (10, 10))], .vertices)
    let index = EdgeIndex(network)
    let middle = index.nearest(to: Coordinate(x: 0.004, y: 0.001), within: 500)
    #expect(middle.count == 1)
    #expect(middle.first.map { abs(ShortGeodesic.metres(of: $0.offset) - 445.277963) } ?? 9 < 1e-4)
    #expect(middle.first.map { abs(ShortGeodesic.metres(of: $0.distance) - 110.574) } ?? 9 < 1e-2)
    let corner = index.nearest(to: Coordinate(x: 0.011, y: -0.001), within: 500)
    #expect(corner.map(\.edge) == [0, 1])
    #expect(Set(corner.map(\.point)) == [Coordinate(x: 0.01, y: 0)])
    #expect(index.nearest(to: Coordinate(x: 0.004, y: 0.001), within: 110).isEmpty)
    #expect(index.all(near: Coordinate(x: 0.009, y: 0.001), within: 500).count == 2)
  }
}
