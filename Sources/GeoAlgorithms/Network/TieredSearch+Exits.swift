extension TieredSearch {
  /// An edge by which best paths go from one zone to the next.
  struct Exit {
    let tail: Int32
    let head: Int32
    let length: Micrometres
  }

  /// Finds the edges by which the best paths to `zones` go from zone to zone: back from there, over
  /// the edges whose cost is the difference of the costs at their ends. All others need not be
  /// looked at when the lengths are found.
  mutating func findExits(to zones: [Int32]) {
    for zone in zonesOnWay { placeOnWay[Int(zone)] = -1 }
    zonesOnWay.removeAll(keepingCapacity: true)
    exitStarts.removeAll(keepingCapacity: true)
    for exit in exits { exitOfNode[Int(exit.tail)] = -1 }
    exits.removeAll(keepingCapacity: true)
    nextExits.removeAll(keepingCapacity: true)
    for zone in zones { lead(over: zone) }
    var next = 0
    while next < zonesOnWay.count {
      let zone = zonesOnWay[next]
      next += 1
      exitStarts.append(Int32(exits.count))
      let cost = cost(ofZone: zone)
      guard cost != .zero else { continue }
      if zone == hub(ofZone: zone) {
        findExits(toHub: zone, cost: cost)
        continue
      }
      for index in network.zoneGraph.range(zone) {
        let half = network.zoneGraph.halfEdges[index]
        guard self.cost(ofZone: half.head) + TierCost(half.tier, half.length) == cost else {
          continue
        }
        addExit(half, from: half.head)
      }
    }
    exitStarts.append(Int32(exits.count))
  }

  private mutating func lead(over zone: Int32) {
    guard placeOnWay[Int(zone)] < 0 else { return }
    placeOnWay[Int(zone)] = Int32(zonesOnWay.count)
    zonesOnWay.append(zone)
  }

  /// The same for a hub. It has more edges than can be looked at each time, but what precedes it on
  /// a best path was touched in the second step.
  private mutating func findExits(toHub hub: Int32, cost: TierCost) {
    // Without unknown edges zones and regions are the same, with the same numbers.
    for zone in network.hasUnknown ? touchedZones : touchedRegions where zone != hub {
      let here = self.cost(ofZone: zone)
      guard here < cost else { continue }
      for index in network.zoneGraph.range(zone) {
        let half = network.zoneGraph.halfEdges[index]
        guard half.head == hub, here + TierCost(half.tier, half.length) == cost else { continue }
        addExit(half, from: zone)
      }
    }
  }

  private mutating func addExit(_ half: HalfEdge, from zone: Int32) {
    let (origin, destination) = (
      network.origins[Int(half.edge)], network.destinations[Int(half.edge)]
    )
    let leaves = network.zones[Int(origin)] == zone
    let tail = leaves ? origin : destination
    nextExits.append(exitOfNode[Int(tail)])
    exitOfNode[Int(tail)] = Int32(exits.count)
    exits.append(Exit(tail: tail, head: leaves ? destination : origin, length: half.length))
    lead(over: zone)
  }

  func hub(ofZone zone: Int32) -> Int32 {
    network.zoneHubs[Int(network.components[Int(network.regions[Int(zone)])])]
  }
}
