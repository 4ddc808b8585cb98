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

  /// Whether a region that costs `adverse` around the hub can be on a best path to a target that is
  /// still open. From it to a target it costs at least the difference of what both cost from the
  /// hub, and no best path costs more than the best that is known.
  @inline(__always)
  private func leads(_ region: Int32, adverse: Micrometres) -> Bool {
    let fromHub = network.regionCosts[Int(region)].adverse
    return adverse + fromHub <= open.sum.adverse && adverse - fromHub <= open.difference.adverse
  }

  /// Finds the adverse metres of `targets` and of all regions on the best paths to them.
  mutating func settleRegions(_ targets: [Int32]) {
    openTargets.replaceSubrange(openTargets.indices, with: targets)
    var review: Micrometres = 0
    var untilReview = 0
    while let next = pendingRegions.removeLeast() {
      // Costs only grow from here on, so a target that costs no more is settled.
      if next.adverse >= review || untilReview == 0 {
        review = closeRegions(upTo: next.adverse)
        untilReview = Self.reviewInterval
        if openTargets.isEmpty { return }
      }
      untilReview -= 1
      guard next.adverse == adverseAround[Int(next.region)] else { continue }
      // Where the way by the hub is as good, so it is for all that lies behind.
      guard next.adverse < adverseByHub(next.region), leads(next.region, adverse: next.adverse)
      else { continue }
      for index in network.regionGraph.range(next.region) {
        let half = network.regionGraph.halfEdges[index]
        let adverse = next.adverse + half.length
        guard adverse < adverseByHub(half.head), leads(half.head, adverse: adverse) else {
          continue
        }
        improve(region: half.head, adverse: adverse)
      }
    }
  }

  /// Takes the settled targets from the open ones. Answers with the least cost of one still open.
  private mutating func closeRegions(upTo adverse: Micrometres) -> Micrometres {
    var least = Micrometres.max
    open = OpenCosts()
    openTargets = openTargets.filter { self.adverse(ofRegion: $0) > adverse }
    for region in openTargets {
      let cost = self.adverse(ofRegion: region)
      least = min(least, cost)
      open.add(
        TierCost(adverse: cost, unknown: 0),
        fromHub: TierCost(adverse: network.regionCosts[Int(region)].adverse, unknown: 0))
    }
    return least
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
      unknown: network.hasUnknown ? unknownAround[Int(zone)] : 0)
  }

  private mutating func improve(zone: Int32, _ cost: TierCost) {
    guard cost.unknown < unknownAround[Int(zone)] else { return }
    if unknownAround[Int(zone)] == Self.unreachable { touchedZones.append(zone) }
    unknownAround[Int(zone)] = cost.unknown
    pendingZones.insert(
      PendingZone(unknown: cost.unknown, adverse: cost.adverse, zone: zone))
  }

  /// The same as for regions, with the ordered pair of both costs.
  @inline(__always)
  private func leads(_ zone: Int32, _ cost: TierCost) -> Bool {
    let fromHub = network.zoneCosts[Int(zone)]
    return !(open.sum < cost + fromHub) && !(open.difference < cost - fromHub)
  }

  /// Finds the cost of `targets` and of all zones that a best path to them can pass.
  ///
  /// Zones come in the order of their unknown metres and, among equals, of the adverse ones: along
  /// a path one or the other grows, so what precedes a target on any best path precedes it here.
  mutating func settleZones(_ targets: [Int32], sources: [Source]) {
    for source in sources { improve(zone: network.zones[Int(source.node)], .zero) }
    openTargets.replaceSubrange(openTargets.indices, with: targets)
    var untilReview = 0
    while let next = pendingZones.removeLeast() {
      if untilReview == 0 {
        closeZones(before: next)
        untilReview = Self.reviewInterval
        if openTargets.isEmpty { return }
      }
      untilReview -= 1
      guard next.unknown == unknownAround[Int(next.zone)] else { continue }
      let here = TierCost(adverse: next.adverse, unknown: next.unknown)
      guard here < costByHub(next.zone), leads(next.zone, here) else { continue }
      for index in network.zoneGraph.range(next.zone) {
        let half = network.zoneGraph.halfEdges[index]
        let there = here + TierCost(half.tier, half.length)
        if half.tier == .adverse,
          there.adverse != adverse(ofRegion: network.regions[Int(half.head)])
        {
          continue
        }
        guard there < costByHub(half.head), leads(half.head, there) else { continue }
        improve(zone: half.head, there)
      }
    }
  }

  /// Takes the settled targets from the open ones.
  private mutating func closeZones(before next: PendingZone) {
    open = OpenCosts()
    openTargets = openTargets.filter { !precedes($0, next) }
    for zone in openTargets { open.add(cost(ofZone: zone), fromHub: network.zoneCosts[Int(zone)]) }
  }

  /// Whether the cost of a target cannot change any more once `next` has its turn.
  private func precedes(_ target: Int32, _ next: PendingZone) -> Bool {
    let cost = cost(ofZone: target)
    // By the hub it may still cost adverse metres that a way around it does not.
    guard cost.adverse == adverse(ofRegion: network.regions[Int(target)]) else { return false }
    return (cost.unknown, cost.adverse) <= (next.unknown, next.adverse)
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

/// What the open targets of a search cost so far, with what they cost from the hub: the greatest sum
/// and the greatest difference.
struct OpenCosts {
  private(set) var sum = TierCost(adverse: .min / 4, unknown: .min / 4)
  private(set) var difference = TierCost(adverse: .min / 4, unknown: .min / 4)

  mutating func add(_ cost: TierCost, fromHub: TierCost) {
    sum = max(sum, cost + fromHub)
    difference = max(difference, cost - fromHub)
  }
}
