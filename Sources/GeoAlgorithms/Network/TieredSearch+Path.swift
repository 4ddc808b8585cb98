extension TieredSearch {
  /// The edges of the path to a target of the last run, from the source to the target; `nil` where
  /// it was not reached. O(edges at the nodes of the path).
  ///
  /// - Parameters:
  ///   - target: a node that was among the targets of the last run.
  ///   - precedes: of two edges that lead to a node equally well, whether the path takes the first;
  ///     without it that depends on the numbers of the edges.
  public func path(
    to target: Int32, preferring precedes: ((Int32, Int32, _ node: Int32) -> Bool)? = nil
  ) -> [Int32]? {
    guard labels[Int(target)].length != .max else { return nil }
    var edges: [Int32] = []
    var node = target
    while let step = lastStep(to: node, precedes) {
      edges.append(step.edge)
      node = step.head
    }
    return edges.reversed()
  }

  /// The half edge at `node` over which its best path arrives, seen from `node`; `nil` at a source.
  ///
  /// Whatever precedes a node on a best path is nearer to the source and so was settled before it;
  /// only an edge without length has to be remembered.
  private func lastStep(
    to node: Int32, _ precedes: ((Int32, Int32, Int32) -> Bool)?
  ) -> HalfEdge? {
    let label = labels[Int(node)]
    guard label.arrival != -1 else { return nil }
    let zone = network.zones[Int(node)]
    let here = cost(ofZone: zone)
    var best: HalfEdge?
    for index in network.graph.range(node) {
      let half = network.graph.halfEdges[index]
      let tail = Int(half.head)
      let before = labels[tail]
      guard half.length > 0, before.length != .max,
        before.length + half.length == label.length, before.rank == label.rank
      else { continue }
      if half.tier != .clear {
        let other = network.zones[tail]
        guard other != zone, cost(ofZone: other) + TierCost(half.tier, half.length) == here else {
          continue
        }
      }
      if let present = best {
        guard let precedes, precedes(half.edge, present.edge, node) else { continue }
      }
      best = half
    }
    return best ?? (label.arrival >= 0 ? arrival(by: label.arrival) : nil)
  }

  /// A half edge within a zone, seen from the node that it leads to.
  private func arrival(by index: Int32) -> HalfEdge {
    let half = network.clearGraph.halfEdges[Int(index)]
    return HalfEdge(
      head: network.clearGraph.tail(ofHalfEdge: index), edge: half.edge, length: half.length,
      tier: half.tier)
  }
}
