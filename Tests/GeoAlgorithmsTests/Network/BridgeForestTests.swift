import GeoAlgorithms
import TestSupport
import Testing

@Suite("Edges whose loss parts a network")
struct BridgeForestTests {
  /// Whether any target can be reached from any source without `lost`.
  static func isJoined(
    _ network: TieredSearchTests.Network, _ targets: [Int32], _ sources: [Int32],
    without lost: Int? = nil
  ) -> Bool {
    let joined = NodeComponents(
      nodeCount: network.nodeCount, origins: network.origins, destinations: network.destinations
    ) { $0 != lost }
    return targets.contains { target in sources.contains { joined.areConnected($0, target) } }
  }

  @Test("are those that taking out each edge finds, for any sets of places", arguments: 0..<400)
  func bruteForce(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let network = TieredSearchTests.Network(&random)
    let forest = BridgeForest(
      nodeCount: network.nodeCount, origins: network.origins, destinations: network.destinations)
    for edge in network.origins.indices {
      let ends = ([network.origins[edge]], [network.destinations[edge]])
      let parts = !Self.isJoined(network, ends.0, ends.1, without: edge)
      #expect(forest.isBridge[edge] == parts, "seed \(seed), edge \(edge)")
    }
    for round in 0..<20 {
      func nodes() -> [Int32] {
        (0..<Int.random(in: 1...3, using: &random)).map { _ in
          Int32.random(in: 0..<Int32(network.nodeCount), using: &random)
        }
      }
      let (targets, sources) = (nodes(), nodes())
      let found = forest.separators(of: targets, from: sources)
      guard Self.isJoined(network, targets, sources) else {
        #expect(found == nil, "seed \(seed), round \(round)")
        continue
      }
      let expected = network.origins.indices.filter {
        !Self.isJoined(network, targets, sources, without: $0)
      }
      #expect(found?.map(Int.init).sorted() == expected, "seed \(seed), round \(round)")
    }
  }

  /// 0 ─ 1 ═ 2 ─ 3 ─ 4, the middle doubled.
  @Test("come in order from the target, and a doubled edge is none")
  func order() {
    let forest = BridgeForest(
      nodeCount: 5, origins: [0, 1, 1, 2, 4], destinations: [1, 2, 2, 3, 3])
    #expect(forest.separators(of: [0], from: [4]) == [0, 3, 4])
    #expect(forest.separators(of: [4], from: [1]) == [4, 3])
    #expect(forest.separators(of: [1], from: [2]) == [])
    #expect(forest.separators(of: [0, 2], from: [4]) == [3, 4])
  }
}
