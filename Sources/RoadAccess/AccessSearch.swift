import GeoAlgorithms

/// A worker's search for the villages' ways: over edges that are open both ways, or, where the plan heeds
/// one-way roads, along their directions from the village to the centre.
public struct AccessSearch: Sendable {
  private var tiered: TieredSearch?
  private var directed: DirectedSearch?
  /// By season, where directions count: what is connected does not tell whether one gets there.
  private var seasons: DirectedSearch?

  init(_ network: TieredNetwork) { tiered = TieredSearch(network) }

  init(_ network: OneWayNetworks) {
    directed = DirectedSearch(network.surface)
    seasons = DirectedSearch(network.season)
  }

  /// The best way to each of `targets` from any of `sources`, the centres; `nil` where there is none.
  mutating func run(
    from sources: [TieredSearch.Source], to targets: [Int32]
  ) -> [TieredSearch.Reached?] {
    tiered?.run(from: sources, to: targets) ?? directed?.run(from: sources, to: targets) ?? []
  }

  /// The same by season; `nil` where all roads are open both ways, and connected parts tell it.
  mutating func runBySeason(
    from sources: [TieredSearch.Source], to targets: [Int32]
  ) -> [TieredSearch.Reached?]? {
    seasons?.run(from: sources, to: targets)
  }

  /// The edges of the way to a target of the last run, from the centre; `nil` where there is none.
  func path(
    to target: Int32, preferring precedes: @escaping (Int32, Int32, _ node: Int32) -> Bool
  ) -> [Int32]? {
    if let tiered { return tiered.path(to: target, preferring: precedes) }
    return directed?.path(to: target, preferring: precedes)
  }
}

/// The pieces of roads with their directions, where the plan heeds one-way roads and there are any.
struct OneWayNetworks: Sendable {
  /// By what is known of the surface.
  let surface: DirectedNetwork
  /// By what is known of the season.
  let season: DirectedNetwork

  /// `nil` where every edge of `roads` is open both ways.
  init?(_ roads: RoadNetwork, pieces: SplitNetwork) {
    guard !roads.oneWayEdges.isEmpty else { return nil }
    let oneWays = pieces.edges.map { roads.oneWayEdges[Int($0)] }
    func network(_ tiers: [EdgeTier]) -> DirectedNetwork {
      DirectedNetwork(
        nodeCount: pieces.nodes.count, origins: pieces.origins,
        destinations: pieces.destinations, lengths: pieces.lengths,
        tiers: pieces.edges.map { tiers[Int($0)] }, oneWays: oneWays)
    }
    surface = network(roads.surfaceTiers)
    season = network(roads.allSeasonTiers)
  }
}
