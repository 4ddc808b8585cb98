/// A network some of whose edges are open one way only, to be searched from where paths end.
///
/// Paths lead *to* the ends that a search begins at: an edge is followed backwards, from its end to its
/// beginning, and the other way where it is open both ways.
public struct DirectedNetwork: Sendable {
  let graph: CompressedGraph
  /// For each half edge, seen from the node that a search stands at, whether nobody may come from its
  /// head to there.
  let isClosed: [Bool]

  /// The number of nodes.
  public var nodeCount: Int { graph.nodeCount }

  /// Prepares the network of `origins`, `destinations`, `lengths` (not negative), `tiers` and `oneWays`,
  /// one entry an edge; a one-way edge is open from its origin to its destination. Loops and parallel
  /// edges are allowed. O(nodes + edges).
  public init(
    nodeCount: Int, origins: [Int32], destinations: [Int32], lengths: [Micrometres],
    tiers: [EdgeTier], oneWays: [Bool]
  ) {
    precondition(lengths.allSatisfy { $0 >= 0 } && oneWays.count == lengths.count)
    graph = CompressedGraph(
      nodeCount: nodeCount, origins: origins, destinations: destinations, lengths: lengths,
      tiers: tiers)
    isClosed = graph.closedHalfEdges(origins: origins, oneWays: oneWays)
  }
}

extension CompressedGraph {
  /// For each half edge of a graph whose `origins` and `oneWays` are an entry an edge: whether it must
  /// not be travelled from its head to the node that it is seen from. O(half edges).
  func closedHalfEdges(origins: [Int32], oneWays: [Bool]) -> [Bool] {
    var isClosed = [Bool](repeating: false, count: halfEdges.count)
    for (index, half) in halfEdges.enumerated() where oneWays[Int(half.edge)] {
      isClosed[index] = origins[Int(half.edge)] != half.head
    }
    return isClosed
  }
}
