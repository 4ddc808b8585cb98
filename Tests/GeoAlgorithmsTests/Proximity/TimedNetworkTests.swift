import GeoAlgorithms
import TestSupport
import Testing

@Suite("Times over a network")
struct TimedNetworkTests {
  /// 0 ──10── 1 ──10── 2      3 ──5── 4, and a road without a time between 2 and 3.
  @Test("by eye: the nearest of several sources, and what no road with a time leads to")
  func byEye() {
    let network = TimedNetwork(
      nodeCount: 5, origins: [0, 2, 3, 2], destinations: [1, 1, 4, 3], times: [10, 10, 5, nil])
    var search = TimedSearch(network)
    #expect(search.run(from: [0], to: [2, 1, 0, 3]) == [20, 10, 0, nil])
    #expect(search.run(from: [0, 3], to: [2, 4, 4]) == [20, 5, 5])
    #expect(search.run(from: [], to: [1]) == [nil])
    #expect(search.run(from: [1], to: []) == [])
  }

  @Test("one search from many is the least of many searches from one", arguments: 0..<20)
  func law(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let nodes = 40
    let edges = (0..<70).map { _ in
      (
        Int32.random(in: 0..<40, using: &random), Int32.random(in: 0..<40, using: &random),
        Bool.random(using: &random) ? Int64.random(in: 0...50, using: &random) : nil
      )
    }
    let network = TimedNetwork(
      nodeCount: nodes, origins: edges.map(\.0), destinations: edges.map(\.1),
      times: edges.map(\.2))
    let targets = (0..<40).map { Int32($0) }
    let sources: [Int32] = [1, 7, 30]
    var search = TimedSearch(network)
    let together = search.run(from: sources, to: targets)
    let alone = sources.map { search.run(from: [$0], to: targets) }
    for target in targets.indices {
      #expect(together[target] == alone.compactMap { $0[target] }.min(), "seed \(seed)")
    }
  }
}
