import GeoAlgorithms
import GeoModel
import TestSupport
import Testing

@testable import Cartography

@Suite("Lines") struct LineTests {
  private static func positions(_ pairs: (Double, Double)...) -> [Coordinate] {
    pairs.map { Coordinate(x: $0.0, y: $0.1) }
  }

  @Test("lines that go on straight are one; a corner and a fork end them")
  func chains() {
    // Two pieces of a road from west to east, one of them drawn from its end; a road that turns off
    // northwards at their junction; a corner of 90°.
    let lines = PolylineSet([
      Self.positions((0, 0), (1, 0)), Self.positions((2, 0), (1, 0)),
      Self.positions((1, 0), (1, 1)), Self.positions((2, 0), (2, 1)),
    ])
    let chains = LineChains(lines, members: [0, 1, 2, 3]).chains
    #expect(chains.count == 3)
    #expect(
      LineChains.positions(chains[0], of: lines) == Self.positions((0, 0), (1, 0), (2, 0)))
    // Lines that are no members are not met.
    #expect(LineChains(lines, members: [0, 3]).chains.count == 2)
  }

  @Test("every line is in one chain, once; a circle is one too")
  func once() {
    for seed in 0..<80 {
      var random = SeededGenerator(seed: seed)
      let lines = PolylineSet(
        (0..<60).map { _ in
          (0..<Int.random(in: 1...4, using: &random)).map { _ in
            Coordinate(
              x: Double(Int.random(in: 0...6, using: &random)),
              y: Double(Int.random(in: 0...6, using: &random)))
          }
        })
      let members = (0..<60).filter { _ in Bool.random(using: &random) }
      let chains = LineChains(lines, members: members).chains
      let found = chains.joined().map { Int($0.line) }.sorted()
      #expect(found == members.filter { lines.range($0).count > 1 }, "seed \(seed)")
      for chain in chains {
        let joined = LineChains.positions(chain, of: lines)
        let whole = chain.reduce(1) { $0 + lines.range(Int($1.line)).count - 1 }
        #expect(joined.count == whole, "seed \(seed): a link does not follow on the one before")
      }
    }
    let triangle = PolylineSet([
      Self.positions((0, 0), (4, 0)), Self.positions((4, 0), (8, 0)),
    ])
    #expect(LineChains(triangle, members: [0, 1]).chains.count == 1)
  }

  @Test("thinning keeps both ends and no two positions nearer than the resolution")
  func thinning() throws {
    let extent = try #require(
      MapExtent(of: [Coordinate(x: 0, y: 0), Coordinate(x: 1, y: 1)]))
    let view = MapView(
      projection: extent.projection, extent: extent.box,
      frame: BoundingBox(minimumX: 0, minimumY: 0, maximumX: 400, maximumY: 400),
      denominator: 1_000_000)
    var random = SeededGenerator(seed: 3)
    let line = (0..<5000).map { index in
      Coordinate(x: Double(index) / 5000, y: .random(in: 0...0.0005, using: &random))
    }
    var drawn: [Coordinate] = []
    LineThinner(resolution: 0.5).draw(line, by: view, into: &drawn)
    #expect(drawn.count > 100 && drawn.count < 1000)
    #expect(drawn.first == view.point(of: line[0]))
    #expect(drawn.last == view.point(of: line[4999]))
    for (one, next) in zip(drawn, drawn.dropFirst()).dropLast() {
      #expect(max(abs(one.x - next.x), abs(one.y - next.y)) >= 0.5)
    }
    // What lies all within the resolution is still two positions.
    LineThinner(resolution: 5).draw(line[..<10], by: view, into: &drawn)
    #expect(drawn.count == 2)
  }

  @Test("where there is ink a short line adds none; a long one, a new place and the outside do")
  func ink() {
    var grid = InkGrid(
      frame: BoundingBox(minimumX: 0, minimumY: 0, maximumX: 10, maximumY: 10), cell: 1)
    let cases: [(line: [Coordinate], takes: Bool)] = [
      (Self.positions((2.2, 2.2), (2.8, 2.4)), true),
      (Self.positions((2.2, 2.2), (2.8, 2.4)), false),
      (Self.positions((2.5, 2.9), (2.1, 2.1)), false),
      (Self.positions((2.5, 2.9), (3.1, 2.1)), true),
      (Self.positions((2.5, 2.5), (9, 2.5)), true),
      (Self.positions((-3, 2.5), (-2.5, 2.5)), true),
    ]
    for (index, entry) in cases.enumerated() {
      let takes = grid.takes(entry.line)
      #expect(takes == entry.takes, "line \(index)")
    }
  }

  @Test("the cut of an area along the antimeridian is no border")
  func cut() {
    let whole = Self.positions((170, 0), (180, 0), (180, 5), (170, 5), (170, 0))
    let parts = ShapePainter.borders(of: whole)
    #expect(
      parts.map(Array.init) == [
        Self.positions((170, 0), (180, 0)), Self.positions((180, 5), (170, 5), (170, 0)),
      ])
    let inland = Self.positions((1, 1), (2, 1), (2, 2), (1, 1))
    #expect(ShapePainter.borders(of: inland).map(Array.init) == [inland])
  }
}
