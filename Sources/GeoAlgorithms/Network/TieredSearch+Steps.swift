extension TieredSearch {
  // MARK: Adverse metres between regions

  /// The least adverse metres from the sources to a region, as far as the first step has gone.
  @inline(__always)
  func adverse(ofRegion region: Int32) -> Micrometres {
    min(adverseByHub(region), adverseAround[Int(region)])
  }

  @inline(__always)
  private func adverseByHub(_ region: Int32) -> Micrometres {
    adverseToHub[Int(network.components[Int(region)])] + network.regionCosts[Int(region)].adverse
  }

  mutating func improve(region: Int32, adverse: Micrometres) {
    guard adverse < adverseAround[Int(region)] else { return }
    if adverseAround[Int(region)] == Self.unreachable { touchedRegions.append(region) }
    adverseAround[Int(region)] = adverse
    pendingRegions.insert(PendingRegion(adverse: adverse, region: region))
  }

  /// Finds the adverse metres of `targets` and of all regions with fewer.
  mutating func settleRegions(_ targets: [Int32]) {
    var settled = 0
    while let next = pendingRegions.removeLeast() {
      // Costs only grow from here on, so a target that costs no more is settled.
      while settled < targets.count, adverse(ofRegion: targets[settled]) <= next.adverse {
        settled += 1
      }
      if settled == targets.count { return }
      guard next.adverse == adverseAround[Int(next.region)] else { continue }
      // Where the way by the hub is as good, so it is for all that lies behind.
      guard next.adverse < adverseByHub(next.region) else { continue }
      for index in network.regionGraph.range(next.region) {
        let half = network.regionGraph.halfEdges[index]
        let adverse = next.adverse + half.length
        if adverse < adverseByHub(half.head) { improve(region: half.head, adverse: adverse) }
      }
    }
  }

  // MARK: Unknown metres between zones

  /// The least cost from the sources to a zone, as far as the second step has gone.
  @inline(__always)
  func cost(ofZone zone: Int32) -> TierCost { min(costByHub(zone), costAround(zone)) }

  @inline(__always)
  private func costByHub(_ zone: Int32) -> TierCost {
    costToHub[Int(network.components[Int(network.regions[Int(zone)])])]
      + network.zoneCosts[Int(zone)]
  }

  @inline(__always)
  private func costAround(_ zone: Int32) -> TierCost {
    TierCost(
      adverse: adverse(ofRegion: network.regions[Int(zone)]),
      unknown: unknownAround[Int(zone)])
  }

  private mutating func improve(zone: Int32, _ cost: TierCost) {
    guard cost.unknown < unknownAround[Int(zone)] else { return }
    if unknownAround[Int(zone)] == Self.unreachable { touchedZones.append(zone) }
    unknownAround[Int(zone)] = cost.unknown
    pendingZones.insert(
      PendingZone(unknown: cost.unknown, adverse: cost.adverse, zone: zone))
  }

  /// Finds the cost of `targets` and of all zones that a best path to them can pass.
  ///
  /// Zones come in the order of their unknown metres and, among equals, of the adverse ones: along
  /// a path one or the other grows, so what precedes a target on any best path precedes it here.
  mutating func settleZones(_ targets: [Int32], sources: [Source]) {
    for source in sources { improve(zone: network.zones[Int(source.node)], .zero) }
    var settled = 0
    while let next = pendingZones.removeLeast() {
      while settled < targets.count, precedes(targets[settled], next) { settled += 1 }
      if settled == targets.count { return }
      guard next.unknown == unknownAround[Int(next.zone)] else { continue }
      let here = TierCost(adverse: next.adverse, unknown: next.unknown)
      guard here < costByHub(next.zone) else { continue }
      for index in network.zoneGraph.range(next.zone) {
        let half = network.zoneGraph.halfEdges[index]
        let there = here + TierCost(half.tier, half.length)
        if half.tier == .adverse,
          there.adverse != adverse(ofRegion: network.regions[Int(half.head)])
        {
          continue
        }
        if there < costByHub(half.head) { improve(zone: half.head, there) }
      }
    }
  }

  /// Whether the cost of a target cannot change any more once `next` has its turn.
  private func precedes(_ target: Int32, _ next: PendingZone) -> Bool {
    let cost = cost(ofZone: target)
    // By the hub it may still cost adverse metres that a way around it does not.
    guard cost.adverse == adverse(ofRegion: network.regions[Int(target)]) else { return false }
    return (cost.unknown, cost.adverse) <= (next.unknown, next.adverse)
  }

  // MARK: Length between nodes

  private mutating func arrive(
    at node: Int32, length: Micrometres, rank: Int32, by halfEdge: Int32
  ) {
    let present = lengths[Int(node)]
    guard length < present || length == present && rank < ranks[Int(node)] else { return }
    if present == .max { touchedNodes.append(node) }
    lengths[Int(node)] = length
    ranks[Int(node)] = rank
    arrivals[Int(node)] = halfEdge
    pendingNodes.insert(PendingNode(length: length, rank: rank, node: node))
  }

  /// Finds the length of the best paths to `targets`.
  mutating func settleNodes(_ targets: [Int32], sources: [Source]) {
    for source in sources { arrive(at: source.node, length: 0, rank: source.rank, by: -1) }
    for target in targets { isWanted[Int(target)] = true }
    var remaining = targets.count
    while remaining > 0, let next = pendingNodes.removeLeast() {
      let node = Int(next.node)
      guard next.length == lengths[node], next.rank == ranks[node] else { continue }
      if isWanted[node] {
        isWanted[node] = false
        remaining -= 1
      }
      let zone = network.zones[node]
      let here = cost(ofZone: zone)
      for index in network.graph.range(next.node) {
        let half = network.graph.halfEdges[index]
        if half.tier != .clear, half.length > 0 {
          let other = network.zones[Int(half.head)]
          let there = here + TierCost(half.tier, half.length)
          guard other != zone, there == cost(ofZone: other) else { continue }
        }
        arrive(
          at: half.head, length: next.length + half.length, rank: next.rank, by: Int32(index))
      }
    }
    for target in targets { isWanted[Int(target)] = false }
  }
}

/// A region that waits for its turn.
struct PendingRegion: Comparable {
  let adverse: Micrometres
  let region: Int32

  @inline(__always)
  static func < (left: PendingRegion, right: PendingRegion) -> Bool {
    left.adverse != right.adverse ? left.adverse < right.adverse : left.region < right.region
  }
}

/// A zone that waits for its turn.
struct PendingZone: Comparable {
  let unknown: Micrometres
  let adverse: Micrometres
  let zone: Int32

  @inline(__always)
  static func < (left: PendingZone, right: PendingZone) -> Bool {
    if left.unknown != right.unknown { return left.unknown < right.unknown }
    return left.adverse != right.adverse ? left.adverse < right.adverse : left.zone < right.zone
  }
}

/// A node that waits for its turn.
struct PendingNode: Comparable {
  let length: Micrometres
  let rank: Int32
  let node: Int32

  @inline(__always)
  static func < (left: PendingNode, right: PendingNode) -> Bool {
    if left.length != right.length { return left.length < right.length }
    return left.rank != right.rank ? left.rank < right.rank : left.node < right.node
  }
}
