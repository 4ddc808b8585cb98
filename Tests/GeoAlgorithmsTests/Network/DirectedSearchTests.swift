import GeoAlgorithms
import TestSupport
import Testing

@Suite("Paths along the directions of one-way edges")
struct DirectedSearchTests {
  private typealias Network = TieredSearchTests.Network
  private typealias Reached = TieredSearch.Reached

  private func sources(_ count: Int, in network: Network, _ random: inout SeededGenerator)
    -> [TieredSearch.Source]
  {
    (0..<count).map { rank in
      TieredSearch.Source(
        node: Int32.random(in: 0..<Int32(network.nodeCount), using: &random), rank: Int32(rank))
    }
  }

  /// The best way from every node to the sources: edges improve their tails until none does.
  private func relaxed(
    _ network: Network, _ oneWays: [Bool], _ sources: [TieredSearch.Source]
  ) -> [Reached?] {
    var best = [Reached?](repeating: nil, count: network.nodeCount)
    func improve(_ node: Int32, _ way: Reached) -> Bool {
      if let known = best[Int(node)],
        known.cost != way.cost ? known.cost < way.cost : known.rank <= way.rank
      {
        return false
      }
      best[Int(node)] = way
      return true
    }
    for source in sources {
      _ = improve(
        source.node,
        Reached(cost: PathCost(adverse: 0, unknown: 0, length: 0), rank: source.rank))
    }
    var isChanging = true
    while isChanging {
      isChanging = false
      for edge in network.origins.indices {
        var travels = [(network.origins[edge], network.destinations[edge])]
        if !oneWays[edge] { travels.append((travels[0].1, travels[0].0)) }
        for (from, to) in travels {
          guard var way = best[Int(to)] else { continue }
          way.cost.length += network.lengths[edge]
          if network.tiers[edge] == .unknown { way.cost.unknown += network.lengths[edge] }
          if network.tiers[edge] == .adverse { way.cost.adverse += network.lengths[edge] }
          if improve(from, way) { isChanging = true }
        }
      }
    }
    return best
  }

  @Test("as Bellman and Ford, over random graphs, one search used again", arguments: 0..<300)
  func relaxation(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let network = Network(&random)
    let share = Double.random(in: 0...1, using: &random)
    let oneWays = network.origins.map { _ in Double.random(in: 0..<1, using: &random) < share }
    var search = DirectedSearch(
      DirectedNetwork(
        nodeCount: network.nodeCount, origins: network.origins,
        destinations: network.destinations, lengths: network.lengths, tiers: network.tiers,
        oneWays: oneWays))
    for round in 0..<4 {
      let sources = sources(Int.random(in: 0...3, using: &random), in: network, &random)
      let targets = (0..<5).map { _ in
        Int32.random(in: 0..<Int32(network.nodeCount), using: &random)
      }
      let expected = relaxed(network, oneWays, sources)
      let found = search.run(from: sources, to: targets)
      for (target, way) in zip(targets, found) {
        #expect(way == expected[Int(target)], "seed \(seed), round \(round)")
        guard let way else {
          #expect(search.path(to: target) == nil, "seed \(seed), round \(round)")
          continue
        }
        // From the target along each edge in a direction that it is open in, to a source.
        var node = target
        var cost = PathCost(adverse: 0, unknown: 0, length: 0)
        for edge in (search.path(to: target) ?? []).reversed().map(Int.init) {
          let isForwards = network.origins[edge] == node
          #expect(
            isForwards || (!oneWays[edge] && network.destinations[edge] == node), "seed \(seed)")
          node = isForwards ? network.destinations[edge] : network.origins[edge]
          cost.length += network.lengths[edge]
          if network.tiers[edge] == .unknown { cost.unknown += network.lengths[edge] }
          if network.tiers[edge] == .adverse { cost.adverse += network.lengths[edge] }
        }
        #expect(cost == way.cost, "seed \(seed), round \(round)")
        #expect(sources.contains { $0.node == node && $0.rank == way.rank }, "seed \(seed)")
      }
    }
  }

  @Test("where nothing is one-way, the same as the search over zones", arguments: 0..<200)
  func open(seed: Int) {
    var random = SeededGenerator(seed: 1000 + seed)
    let network = Network(&random)
    var tiered = TieredSearch(
      TieredNetwork(
        nodeCount: network.nodeCount, origins: network.origins,
        destinations: network.destinations, lengths: network.lengths, tiers: network.tiers))
    var directed = DirectedSearch(
      DirectedNetwork(
        nodeCount: network.nodeCount, origins: network.origins,
        destinations: network.destinations, lengths: network.lengths, tiers: network.tiers,
        oneWays: network.origins.map { _ in false }))
    let sources = sources(3, in: network, &random)
    let targets = (0..<Int32(network.nodeCount)).map { $0 }
    #expect(
      directed.run(from: sources, to: targets) == tiered.run(from: sources, to: targets),
      "seed \(1000 + seed)")
  }
}
