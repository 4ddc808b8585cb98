import GeoAlgorithms
import GeoModel
import Testing

@Suite("Lines divided into stretches")
struct LineStretchesTests {
  private func line(_ stretches: [(Int32, Int64)]) -> LineStretches {
    var line = LineStretches()
    for (label, end) in stretches { line.extend(to: end, label: label) }
    return line
  }

  @Test("Neighbours of one label are one; two divisions are laid over each other")
  func overlay() {
    let one = line([(0, 10), (0, 20), (2, 50), (2, 50), (0, 100)])
    #expect(one.stretches.map(\.end) == [20, 50, 100])
    #expect(one.length(of: 2) == 30 && one.length(of: 0) == 70 && one.length(of: 5) == 0)
    let other = line([(1, 40), (0, 100)])
    let both = one.greatest(with: other)
    #expect(both.stretches.map(\.label) == [1, 2, 0])
    #expect(both.stretches.map(\.end) == [20, 50, 100])
    var parts: [String] = []
    one.forEach(along: other) { parts.append("\($0) \($1) \($2.lowerBound)-\($2.upperBound)") }
    #expect(parts == ["0 1 0-20", "2 1 20-40", "2 0 40-50", "0 0 50-100"])
  }

  @Test("A line is cut where it enters and leaves an area")
  func cut() {
    let area = Polygon(
      exterior: LinearRing([
        Coordinate(x: 1, y: -1), Coordinate(x: 3, y: -1), Coordinate(x: 3, y: 1),
        Coordinate(x: 1, y: 1),
      ]))
    var walk = AreaCutter.Walk(AreaCutter([(code: "a", polygons: [area])], metric: .plane))
    let line = [Coordinate(x: 0, y: 0), Coordinate(x: 2, y: 0), Coordinate(x: 4, y: 0)]
    let found = walk.stretches(line[...])
    #expect(found.stretches.map(\.label) == [-1, 0, -1])
    #expect(found.stretches.map(\.end) == [1_000_000, 3_000_000, 4_000_000])
  }
}
