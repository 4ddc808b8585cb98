/// A network by the time that its edges take, for travel times from one set of places to another.
///
/// Times are whole **microseconds**, so that their sums are the same whatever the order.
public struct TimedNetwork: Sendable {
  let graph: CompressedGraph
  /// For each half edge whether nobody may come over it to the node that it is seen from; empty where
  /// all edges are open both ways.
  let isClosed: [Bool]

  /// Makes a network; edges whose time is `nil` cannot be travelled. O(nodes + edges).
  ///
  /// - Parameters:
  ///   - nodeCount: the number of nodes, which are 0 ..< `nodeCount`.
  ///   - origins: the node where each edge begins.
  ///   - destinations: the node where each edge ends, parallel to `origins`.
  ///   - times: the time that each edge takes, in **microseconds**, 0 or more; parallel to `origins`.
  ///   - oneWays: for each edge whether it is open from its origin to its destination only; empty where
  ///     all are open both ways. Times are then those *to* the sources of a search.
  public init(
    nodeCount: Int, origins: [Int32], destinations: [Int32], times: [Int64?],
    oneWays: [Bool] = []
  ) {
    graph = CompressedGraph(
      nodeCount: nodeCount, origins: origins, destinations: destinations,
      lengths: times.map { $0 ?? 0 },
      tiers: [EdgeTier](repeating: .clear, count: times.count), isKept: { times[$0] != nil })
    isClosed = oneWays.isEmpty ? [] : graph.closedHalfEdges(origins: origins, oneWays: oneWays)
  }
}

/// Finds times over one network, again and again: the working arrays are kept, and only what a
/// search touched is reset. One a worker: not to be shared.
///
/// Source of the method: E. W. Dijkstra, "A note on two problems in connexion with graphs",
/// Numerische Mathematik 1, 1959, doi:10.1007/BF01386390.
public struct TimedSearch: Sendable {
  /// The network.
  public let network: TimedNetwork

  private var times: [Int64]
  private var touched: [Int32] = []
  private var pending = QuaternaryHeap<PendingTime>()

  /// Prepares the working arrays.
  public init(_ network: TimedNetwork) {
    self.network = network
    times = [Int64](repeating: .max, count: network.graph.nodeCount)
  }

  /// The least time in microseconds between any of `sources` and each of `targets`, along one-way edges
  /// from the target to the source; `nil` where no way leads. Stops when all that can be reached among the targets are settled.
  public mutating func run(from sources: [Int32], to targets: [Int32]) -> [Int64?] {
    for node in touched { times[Int(node)] = .max }
    touched.removeAll(keepingCapacity: true)
    pending.removeAll()
    for source in sources { arrive(at: source, 0) }
    var remaining = Set(targets)
    while !remaining.isEmpty, let next = pending.removeLeast() {
      guard next.time == times[Int(next.node)] else { continue }
      remaining.remove(next.node)
      for index in network.graph.range(next.node) {
        if !network.isClosed.isEmpty, network.isClosed[index] { continue }
        let half = network.graph.halfEdges[index]
        arrive(at: half.head, next.time + half.length)
      }
    }
    return targets.map { times[Int($0)] == .max ? nil : times[Int($0)] }
  }

  private mutating func arrive(at node: Int32, _ time: Int64) {
    let present = times[Int(node)]
    guard time < present else { return }
    if present == .max { touched.append(node) }
    times[Int(node)] = time
    pending.insert(PendingTime(time: time, node: node))
  }
}

/// A node that waits for its turn.
private struct PendingTime: Comparable {
  let time: Int64
  let node: Int32

  @inline(__always)
  static func < (left: PendingTime, right: PendingTime) -> Bool {
    left.time != right.time ? left.time < right.time : left.node < right.node
  }
}
