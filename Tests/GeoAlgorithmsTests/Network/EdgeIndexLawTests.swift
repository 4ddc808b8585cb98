import GeoAlgorithms
import GeoModel
import TestSupport
import Testing

@Suite("The edge index and a scan of all edges")
struct EdgeIndexLawTests {
  @Test("give the same nearest places, at any latitude", arguments: 0..<20)
  func scan(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let latitude = Double.random(in: -70...70, using: &random)
    func place() -> Coordinate {
      Coordinate(
        x: 10 + Double.random(in: 0...0.05, using: &random),
        y: latitude + Double.random(in: 0...0.05, using: &random))
    }
    let lines = (0..<60).map { _ in
      (0..<Int.random(in: 2...20, using: &random)).map { _ in place() }
    }
    let network = NodedLines(PolylineSet(lines), join: .vertices)
    let index = EdgeIndex(network)
    for _ in 0..<40 {
      let here = place()
      let limit = Double.random(in: 0...400, using: &random)
      var distances: [Micrometres] = []
      for edge in 0..<network.edgeCount {
        let shape = Array(network.shapes[edge])
        distances.append(
          zip(shape, shape.dropFirst()).map {
            ShortGeodesic.projection(of: here, onSegmentFrom: $0, to: $1).distance
          }.min() ?? .max)
      }
      let within = distances.indices.filter { ShortGeodesic.metres(of: distances[$0]) <= limit }
      let least = within.map { distances[$0] }.min()
      let nearest = within.filter { distances[$0] == least }
      #expect(
        index.nearest(to: here, within: limit).map { Int($0.edge) } == nearest, "seed \(seed)")
      let all = index.all(near: here, within: limit)
      #expect(all.map { Int($0.edge) } == within, "seed \(seed)")
      #expect(all.map(\.distance) == within.map { distances[$0] }, "seed \(seed)")
    }
  }
}
