/// A network prepared for the paths with the least ``PathCost`` from many places.
///
/// A plain search in the order of such costs would first walk over all that can be reached without
/// an adverse metre, which may be the whole network, for each start. Instead the network is drawn
/// together twice, once for all starts: nodes that clear edges join are a *zone*, zones that
/// unknown edges join a *region*. In each connected component the region and the zone with most
/// edges leaving them are its *hubs*, and what it costs from a hub to everywhere is found in
/// advance. What a start then needs is in ``TieredSearch``.
///
/// Immutable; any number of searches may share it.
public struct TieredNetwork: Sendable {
  let graph: CompressedGraph
  /// The edges of `graph` that stay within a zone and cost nothing but their length.
  let clearGraph: CompressedGraph
  /// The ends of each edge.
  let origins: [Int32]
  let destinations: [Int32]
  /// The zone of each node.
  let zones: [Int32]
  /// The zones and the edges between them, which are not clear; edges are those of `graph`.
  let zoneGraph: CompressedGraph
  /// The least cost from each zone to the hub among the zones of its component.
  let zoneCosts: [TierCost]
  /// The region of each zone.
  let regions: [Int32]
  /// The hub among the zones of each component.
  let zoneHubs: [Int32]
  /// How far landmarks in the hubs are.
  let landmarks: ZoneLandmarks
  /// The regions and the edges between them, which are adverse; edges are those of `graph`.
  let regionGraph: CompressedGraph
  /// The least cost from each region to the hub among the regions of its component.
  let regionCosts: [TierCost]
  /// The connected component of each region.
  let components: [Int32]
  /// The number of connected components.
  public let componentCount: Int

  /// How many nodes a search settles in all directions before landmarks show the way.
  let nearNodes: Int
  /// Whether any unknown edge joins two zones; where none does, regions are zones.
  let hasUnknown: Bool

  /// The number of nodes.
  public var nodeCount: Int { graph.nodeCount }

  /// Prepares the network of `origins`, `destinations`, `lengths` (not negative) and `tiers`, one
  /// entry an edge; edges are open both ways, loops and parallel edges are allowed.
  /// O(nodes + edges · log edges).
  ///
  /// - Parameters:
  ///   - nodeCount: the number of nodes, which are 0 ..< `nodeCount`.
  ///   - origins: the node at one end of each edge.
  ///   - destinations: the node at its other end, parallel to `origins`.
  ///   - lengths: the length of each edge in **micrometres**, parallel to `origins`.
  ///   - tiers: what each edge adds to the cost of a path besides its length, parallel to `origins`.
  ///   - nearNodes: how many nodes a search settles in all directions before landmarks show the way; zones
  ///     of fewer than four times as many have none. Nothing depends on it but time.
  public init(
    nodeCount: Int, origins: [Int32], destinations: [Int32], lengths: [Micrometres],
    tiers: [EdgeTier], nearNodes: Int = 1000
  ) {
    self.nearNodes = nearNodes
    precondition(lengths.allSatisfy { $0 >= 0 })
    let whole = UncontractedNetwork(
      nodeCount: nodeCount, origins: origins, destinations: destinations, lengths: lengths,
      tiers: tiers)
    graph = whole.graph { _ in true }
    self.origins = origins
    self.destinations = destinations
    // An edge without length costs nothing, whatever its tier.
    clearGraph = whole.graph { tiers[$0] == .clear || lengths[$0] == 0 }
    let (inZones, zones) = whole.contracted { tiers[$0] == .clear || lengths[$0] == 0 }
    let (inRegions, regions) = inZones.contracted { tiers[$0] == .unknown }
    let (inComponents, components) = inRegions.contracted { _ in true }
    self.zones = zones
    self.regions = regions
    self.components = components
    componentCount = inComponents.nodeCount
    zoneGraph = inZones.graphBetweenNodes
    regionGraph = inRegions.graphBetweenNodes
    hasUnknown = inRegions.nodeCount < inZones.nodeCount

    let regionHubs = Self.hubs(regionGraph, count: inComponents.nodeCount) { components[$0] }
    regionCosts = Self.costs(from: regionHubs, regionGraph)
    let zoneHubs = Self.hubs(zoneGraph, count: inComponents.nodeCount) {
      components[Int(regions[$0])]
    }
    zoneCosts = Self.costs(from: zoneHubs, zoneGraph)
    self.zoneHubs = zoneHubs
    landmarks = ZoneLandmarks(
      clearGraph, zones: zones, hubs: zoneHubs, leastNodes: 4 * nearNodes)
  }

  /// Whether two nodes are connected. O(1).
  public func areConnected(_ left: Int32, _ right: Int32) -> Bool {
    component(ofNode: left) == component(ofNode: right)
  }

  /// The connected component of a node, numbered from 0.
  public func component(ofNode node: Int32) -> Int32 {
    components[Int(regions[Int(zones[Int(node)])])]
  }

  /// For each of `count` components the node of `graph` with most edges.
  private static func hubs(
    _ graph: CompressedGraph, count: Int, component: (Int) -> Int32
  ) -> [Int32] {
    var hubs = [Int32](repeating: -1, count: count)
    for node in 0..<Int32(graph.nodeCount) {
      let component = Int(component(Int(node)))
      let present = hubs[component]
      if present < 0 || graph.range(node).count > graph.range(present).count {
        hubs[component] = node
      }
    }
    return hubs
  }

  /// The cost from the nearest of `hubs` to every node: Dijkstra's method from all at once.
  private static func costs(from hubs: [Int32], _ graph: CompressedGraph) -> [TierCost] {
    var costs = [TierCost](repeating: .unreachable, count: graph.nodeCount)
    var pending = QuaternaryHeap<PendingHubCost>()
    for hub in hubs {
      costs[Int(hub)] = .zero
      pending.insert(PendingHubCost(cost: .zero, node: hub))
    }
    while let next = pending.removeLeast() {
      guard next.cost == costs[Int(next.node)] else { continue }
      for index in graph.range(next.node) {
        let half = graph.halfEdges[index]
        let cost = next.cost + TierCost(half.tier, half.length)
        if cost < costs[Int(half.head)] {
          costs[Int(half.head)] = cost
          pending.insert(PendingHubCost(cost: cost, node: half.head))
        }
      }
    }
    return costs
  }
}

private struct PendingHubCost: Comparable {
  let cost: TierCost
  let node: Int32

  @inline(__always)
  static func < (left: PendingHubCost, right: PendingHubCost) -> Bool {
    left.cost != right.cost ? left.cost < right.cost : left.node < right.node
  }
}

/// A network while it is being drawn together: the edges stay, their ends become fewer.
private struct UncontractedNetwork {
  let nodeCount: Int
  let origins: [Int32]
  let destinations: [Int32]
  let lengths: [Micrometres]
  let tiers: [EdgeTier]

  /// The network in which the ends of every edge that `isJoining` are one, and the new node of
  /// each old one.
  func contracted(_ isJoining: (Int) -> Bool) -> (UncontractedNetwork, labels: [Int32]) {
    let joined = NodeComponents(
      nodeCount: nodeCount, origins: origins, destinations: destinations, isJoining: isJoining)
    let labels = joined.labels
    let network = UncontractedNetwork(
      nodeCount: joined.count, origins: origins.map { labels[Int($0)] },
      destinations: destinations.map { labels[Int($0)] }, lengths: lengths, tiers: tiers)
    return (network, labels)
  }

  func graph(_ isKept: (Int) -> Bool) -> CompressedGraph {
    CompressedGraph(
      nodeCount: nodeCount, origins: origins, destinations: destinations, lengths: lengths,
      tiers: tiers, isKept: isKept)
  }

  /// Without the edges that have become loops.
  var graphBetweenNodes: CompressedGraph { graph { origins[$0] != destinations[$0] } }
}
