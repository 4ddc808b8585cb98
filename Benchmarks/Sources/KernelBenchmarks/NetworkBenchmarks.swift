import GeoAlgorithms
import GeoModel

extension Suite {
  /// Noding, locating and searching a road network.
  mutating func measureNetwork() throws {
    let side = 200
    let roads = RoadGrid(side: side, seed: 4)
    let network = NodedLines(roads.lines, join: .vertices)
    let index = EdgeIndex(network)
    let segments = Measurement.Amount(
      count: Double(roads.segmentCount), unit: "segment", form: .nanosecondsEach)

    for join in LineJoin.allCases {
      try measure("network: noding, join \(join.rawValue)") {
        (roads.lines, [segments])
      } body: { lines in
        NodedLines(lines, join: join).lengths.reduce(0, +)
      }
    }

    try measure("network: index of edges") {
      (network, [segments])
    } body: { network in
      EdgeIndex(network).nearest(to: network.nodes[0], within: 1).count
    }

    try measure("network: nearest edge within 500 m") {
      let places = roads.places(20_000, seed: 5)
      return (
        places, [.init(count: Double(places.count), unit: "place", form: .nanosecondsEach)]
      )
    } body: { (places: [Coordinate]) -> Micrometres in
      places.reduce(0) { $0 + (index.nearest(to: $1, within: 500).first?.distance ?? 0) }
    }

    try measureSearch(roads: roads, network: network)
  }

  /// One search from each of 100 centres to the ten nodes around it, as in communes.
  private mutating func measureSearch(roads: RoadGrid, network: NodedLines) throws {
    let tiers = network.lines.map { roads.tiers[Int($0)] }
    func tieredNetwork() -> TieredNetwork {
      TieredNetwork(
        nodeCount: network.nodes.count, origins: network.origins,
        destinations: network.destinations, lengths: network.lengths, tiers: tiers)
    }
    try measure("network: draw together by tiers") {
      (
        network,
        [.init(count: Double(network.edgeCount), unit: "edge", form: .nanosecondsEach)]
      )
    } body: { _ in
      tieredNetwork().componentCount
    }

    try measure("network: best paths, 100 centres to 10 villages each") {
      let tiered = tieredNetwork()
      let nodes = Dictionary(
        uniqueKeysWithValues: network.nodes.enumerated().map { ($1, Int32($0)) })
      var generator = SeededGenerator(seed: 6)
      func near(_ place: Int) -> Int { place + Int(generator.next() % 21) - 10 }
      let searches = try (0..<100).map { _ in
        let column = 10 + Int(generator.next() % UInt64(roads.side - 20))
        let row = 10 + Int(generator.next() % UInt64(roads.side - 20))
        func node(_ column: Int, _ row: Int) throws -> Int32 {
          guard let node = nodes[roads.junctions[row * roads.side + column]] else {
            throw MissingJunction()
          }
          return node
        }
        return (
          source: try node(column, row),
          targets: try (0..<10).map { _ in try node(near(column), near(row)) }
        )
      }
      return (
        (TieredSearch(tiered), searches),
        [.init(count: 1000, unit: "village", form: .nanosecondsEach)]
      )
    } body: { data in
      var (search, searches) = data
      return searches.reduce(into: [PathCost]()) { costs, each in
        costs += search.run(from: [.init(node: each.source, rank: 0)], to: each.targets)
          .compactMap { $0?.cost }
      }
    }
  }
}

/// A junction of the roads that is no node of the network: the noding is wrong.
private struct MissingJunction: Error {}
