import GeoModel
import PROJKit
import TestSupport
import Testing

@testable import Studies

@Suite("Edges stay where they were")
struct DensifierTests {
  private func densifier(_ code: Int, backwards: Bool = false) throws -> Densifier {
    Densifier(
      operation: try CoordinateOperation(
        from: ReferenceSystemReader.read("EPSG:\(code)"), to: .longitudeLatitude),
      backwards: backwards)
  }

  /// The greatest distance in metres from places on the true edge to the drawn line, both in
  /// longitude and latitude; planar near the edge, on the sphere of its latitude.
  private func departure(
    _ densifier: Densifier, _ a: Coordinate, _ b: Coordinate, line: [Coordinate]
  ) throws -> Double {
    let samples = (0...400).map { step in
      let share = Double(step) / 400
      return Coordinate(x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y))
    }
    let truth = try densifier.operation.transform(samples)
    let metre = 1 / 111_000.0
    let narrow = (1 - (truth[0].y / 90) * (truth[0].y / 90)).squareRoot()
    return truth.map { place in
      zip(line, line.dropFirst()).map { from, to in
        let (dx, dy) = ((to.x - from.x) * narrow, to.y - from.y)
        let (px, py) = ((place.x - from.x) * narrow, place.y - from.y)
        let along = max(0, min(1, (px * dx + py * dy) / (dx * dx + dy * dy)))
        let (ex, ey) = (px - along * dx, py - along * dy)
        return (ex * ex + ey * ey).squareRoot() / metre
      }.min() ?? .infinity
    }.max() ?? 0
  }

  @Test(
    "an edge of 60 km departs by less than 0.1 m",
    arguments: [
      (Coordinate(x: 200_000, y: 1_650_000), Coordinate(x: 260_000, y: 1_650_000)),
      (Coordinate(x: 200_000, y: 1_650_000), Coordinate(x: 240_000, y: 1_695_000)),
      (Coordinate(x: 470_000, y: 1_650_000), Coordinate(x: 530_000, y: 1_650_000)),
      (Coordinate(x: 458_000, y: -42_000), Coordinate(x: 542_000, y: 42_000)),
    ])
  func longEdge(_ a: Coordinate, _ b: Coordinate) throws {
    let densifier = try densifier(32649)
    let line = try densifier.transform([a, b])
    let plain = try densifier.operation.transform([a, b])
    #expect(try departure(densifier, a, b, line: line) < 0.1)
    #expect(line.first == plain.first && line.last == plain.last)
    if a.y > 0 {
      #expect(line.count > 2)
      #expect(try departure(densifier, a, b, line: plain) > 1, "there was something to mend")
    }
  }

  @Test("any edges at all depart by less than 0.1 m", arguments: 0..<40)
  func anyEdge(_ seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let densifier = try densifier([32649, 5898, 3406][seed % 3])
    let a = Coordinate(
      x: .random(in: 200_000...800_000, using: &random),
      y: .random(in: 900_000...2_400_000, using: &random))
    let reach = Double.random(in: 300...60_000, using: &random)
    let b = Coordinate(
      x: a.x + .random(in: -reach...reach, using: &random),
      y: a.y + .random(in: -reach...reach, using: &random))
    let line = try densifier.transform([a, b])
    #expect(try departure(densifier, a, b, line: line) < 0.1, "seed \(seed)")
  }

  @Test("neighbours keep a shared border, whichever way they run along it", arguments: 0..<20)
  func bothDirections(_ seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let backwards = seed.isMultiple(of: 2)
    let densifier = try densifier([32649, 5898, 3406][seed % 3], backwards: backwards)
    let run = (0..<6).map { _ in
      backwards
        ? Coordinate(
          x: .random(in: 107.5...109, using: &random), y: .random(in: 14...16, using: &random))
        : Coordinate(
          x: .random(in: 200_000...400_000, using: &random),
          y: .random(in: 1_600_000...1_700_000, using: &random))
    }
    let forth = try densifier.transform(run)
    let back = try densifier.transform(run.reversed())
    #expect(forth.count > run.count, "seed \(seed)")
    #expect(forth == back.reversed(), "seed \(seed)")
  }

  @Test("short edges keep their positions and get no others")
  func shortEdges() throws {
    let densifier = try densifier(5898)
    let run = (0..<50).map {
      Coordinate(x: 540_000 + 300 * Double($0), y: 1_650_000 + Double($0 % 2) * 300)
    }
    #expect(try densifier.transform(run) == densifier.operation.transform(run))
  }

  @Test("no position and one position are themselves")
  func fewPositions() throws {
    let densifier = try densifier(5898)
    #expect(try densifier.transform([]).isEmpty)
    let one = [Coordinate(x: 500_000, y: 1_650_000)]
    #expect(try densifier.transform(one) == densifier.operation.transform(one))
  }
}
