/// Finds the paths of least ``PathCost`` over one ``DirectedNetwork``, again and again: the working arrays
/// are kept, and only what a search touched is reset.
///
/// One search over the three places of the cost at once, by Dijkstra's method: sums of them are ordered
/// pair by pair and never get less, so the proof holds as for one. It settles more than
/// ``TieredSearch``, which needs edges that are open both ways.
///
/// Source: E. W. Dijkstra, "A note on two problems in connexion with graphs", Numerische Mathematik 1,
/// 1959, doi:10.1007/BF01386390.
///
/// One search a worker: not to be shared.
public struct DirectedSearch: Sendable {
  /// The network that is searched.
  public let network: DirectedNetwork

  private var labels: [Label]
  private var touched: [Int32] = []
  private var pending = QuaternaryHeap<Pending>()

  /// What is known of a node.
  private struct Label {
    var way: TieredSearch.Reached?
    /// The half edge over which the way goes on; −1 where it ends here.
    var next: Int32 = -1
  }

  /// Prepares the working arrays.
  public init(_ network: DirectedNetwork) {
    self.network = network
    labels = [Label](repeating: Label(), count: network.nodeCount)
  }

  /// The best path from each of `targets` to any of `sources`; `nil` where none leads there. Among paths
  /// of equal cost the one to the source with the least rank is taken. Stops when all targets that can
  /// be reached are settled.
  public mutating func run(
    from sources: [TieredSearch.Source], to targets: [Int32]
  ) -> [TieredSearch.Reached?] {
    for node in touched { labels[Int(node)] = Label() }
    touched.removeAll(keepingCapacity: true)
    pending.removeAll()
    let nothing = PathCost(adverse: 0, unknown: 0, length: 0)
    for source in sources {
      arrive(at: source.node, TieredSearch.Reached(cost: nothing, rank: source.rank), next: -1)
    }
    var missing = Set(targets)
    while !missing.isEmpty, let entry = pending.removeLeast() {
      guard labels[Int(entry.node)].way == entry.way else { continue }
      missing.remove(entry.node)
      for index in network.graph.range(entry.node) where !network.isClosed[index] {
        let half = network.graph.halfEdges[index]
        var way = entry.way
        way.cost.add(half)
        arrive(at: half.head, way, next: Int32(index))
      }
    }
    return targets.map { labels[Int($0)].way }
  }

  private mutating func arrive(at node: Int32, _ way: TieredSearch.Reached, next: Int32) {
    if let present = labels[Int(node)].way {
      guard way.isBetter(than: present) else { return }
    } else {
      touched.append(node)
    }
    labels[Int(node)] = Label(way: way, next: next)
    pending.insert(Pending(way: way, node: node))
  }

  /// The edges of the path of a target of the last run, from the source to the target; `nil` where none
  /// leads there. O(edges at the nodes of the path).
  ///
  /// - Parameters:
  ///   - target: a node that was among the targets of the last run.
  ///   - precedes: of two edges that lead on from a node equally well, whether the path takes the first;
  ///     without it that depends on the numbers of the edges.
  public func path(
    to target: Int32, preferring precedes: ((Int32, Int32, _ node: Int32) -> Bool)? = nil
  ) -> [Int32]? {
    guard labels[Int(target)].way != nil else { return nil }
    var edges: [Int32] = []
    var node = target
    while let step = step(from: node, precedes) {
      edges.append(step.edge)
      node = step.node
    }
    return edges.reversed()
  }

  /// The edge over which the best way goes on from `node`, and where to; `nil` at its end.
  private func step(
    from node: Int32, _ precedes: ((Int32, Int32, Int32) -> Bool)?
  ) -> (edge: Int32, node: Int32)? {
    let label = labels[Int(node)]
    guard label.next >= 0, let here = label.way else { return nil }
    let own = network.graph.halfEdges[Int(label.next)]
    var best: (edge: Int32, node: Int32)?
    // Only an edge with a length is surely a step ahead.
    for index in network.graph.range(node) {
      let half = network.graph.halfEdges[index]
      guard half.length > 0, let there = labels[Int(half.head)].way, there.rank == here.rank,
        mayLeave(node, by: half)
      else { continue }
      var cost = there.cost
      cost.add(half)
      guard cost == here.cost else { continue }
      if let present = best {
        guard let precedes, precedes(half.edge, present.edge, node) else { continue }
      }
      best = (half.edge, half.head)
    }
    return best ?? (own.edge, network.graph.tail(ofHalfEdge: label.next))
  }

  /// Whether a half edge seen from `node` may be travelled from there to its head.
  private func mayLeave(_ node: Int32, by half: HalfEdge) -> Bool {
    network.graph.range(half.head).contains { index in
      let other = network.graph.halfEdges[index]
      return other.edge == half.edge && other.head == node && !network.isClosed[index]
    }
  }
}

extension PathCost {
  /// Adds an edge.
  @inline(__always)
  mutating func add(_ half: HalfEdge) {
    length += half.length
    switch half.tier {
    case .clear: break
    case .unknown: unknown += half.length
    case .adverse: adverse += half.length
    }
  }
}

extension TieredSearch.Reached {
  @inline(__always)
  fileprivate func isBetter(than other: TieredSearch.Reached) -> Bool {
    cost != other.cost ? cost < other.cost : rank < other.rank
  }
}

/// A node that waits for its turn.
private struct Pending: Comparable {
  let way: TieredSearch.Reached
  let node: Int32

  static func < (left: Pending, right: Pending) -> Bool {
    if left.way.cost != right.way.cost { return left.way.cost < right.way.cost }
    return left.way.rank != right.way.rank
      ? left.way.rank < right.way.rank : left.node < right.node
  }
}
