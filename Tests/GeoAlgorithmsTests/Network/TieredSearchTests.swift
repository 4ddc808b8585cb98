import GeoAlgorithms
import TestSupport
import Testing

@Suite("Paths with the fewest adverse, then unknown, then all metres")
struct TieredSearchTests {
  struct Network {
    let nodeCount: Int
    var origins: [Int32] = []
    var destinations: [Int32] = []
    var lengths: [Micrometres] = []
    var tiers: [EdgeTier] = []

    /// A random graph with loops, parallel edges, edges without length and separate parts. Short
    /// whole lengths make many ways equally long.
    init(_ random: inout SeededGenerator) {
      nodeCount = Int.random(in: 1...60, using: &random)
      let weights = (0..<3).map { _ in Int.random(in: 0...4, using: &random) }
      let pool = zip(EdgeTier.allCases, weights).flatMap { Array(repeating: $0, count: $1) }
      for _ in 0..<Int.random(in: 0...(nodeCount * 2), using: &random) {
        origins.append(Int32.random(in: 0..<Int32(nodeCount), using: &random))
        destinations.append(Int32.random(in: 0..<Int32(nodeCount), using: &random))
        lengths.append(Micrometres.random(in: 0...6, using: &random))
        tiers.append(pool.randomElement(using: &random) ?? .clear)
      }
    }

    /// The cost and the rank of the source at every node, by letting all edges improve their ends
    /// until none does (Bellman and Ford).
    func bestByRelaxation(_ sources: [TieredSearch.Source]) -> [TieredSearch.Reached?] {
      var best = [TieredSearch.Reached?](repeating: nil, count: nodeCount)
      func isBetter(_ left: TieredSearch.Reached, than right: TieredSearch.Reached?) -> Bool {
        guard let right else { return true }
        return left.cost != right.cost ? left.cost < right.cost : left.rank < right.rank
      }
      for source in sources {
        let start = TieredSearch.Reached(
          cost: PathCost(adverse: 0, unknown: 0, length: 0), rank: source.rank)
        if isBetter(start, than: best[Int(source.node)]) { best[Int(source.node)] = start }
      }
      var isChanging = true
      while isChanging {
        isChanging = false
        for edge in origins.indices {
          for (tail, head) in [
            (origins[edge], destinations[edge]), (destinations[edge], origins[edge]),
          ] {
            guard var way = best[Int(tail)] else { continue }
            way.cost.length += lengths[edge]
            if tiers[edge] == .unknown { way.cost.unknown += lengths[edge] }
            if tiers[edge] == .adverse { way.cost.adverse += lengths[edge] }
            if isBetter(way, than: best[Int(head)]) {
              best[Int(head)] = way
              isChanging = true
            }
          }
        }
      }
      return best
    }
  }

  @Test("as Bellman and Ford, over random graphs, one search used again", arguments: 0..<600)
  func relaxation(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let network = Network(&random)
    var search = TieredSearch(
      TieredNetwork(
        nodeCount: network.nodeCount, origins: network.origins,
        destinations: network.destinations, lengths: network.lengths, tiers: network.tiers,
        nearNodes: [0, 1, 3, 1000].randomElement(using: &random) ?? 0))
    for round in 0..<6 {
      let sources = (0..<Int.random(in: 0...3, using: &random)).map { rank in
        TieredSearch.Source(
          node: Int32.random(in: 0..<Int32(network.nodeCount), using: &random),
          rank: Int32(rank))
      }
      let targets = (0..<Int.random(in: 0...5, using: &random)).map { _ in
        Int32.random(in: 0..<Int32(network.nodeCount), using: &random)
      }
      let expected = network.bestByRelaxation(sources)
      let found = search.run(from: sources, to: targets)
      for (target, way) in zip(targets, found) {
        #expect(way == expected[Int(target)], "seed \(seed), round \(round)")
        guard let way else {
          #expect(search.path(to: target) == nil, "seed \(seed), round \(round)")
          continue
        }
        let path = search.path(to: target) ?? []
        let length = path.reduce(0) { $0 + network.lengths[Int($1)] }
        let adverse = path.reduce(0) {
          $0 + (network.tiers[Int($1)] == .adverse ? network.lengths[Int($1)] : 0)
        }
        #expect(length == way.cost.length && adverse == way.cost.adverse, "seed \(seed)")
      }
    }
  }
}
