/// An edge as seen from one of its ends.
struct HalfEdge {
  /// The node at the other end.
  let head: Int32
  /// The edge.
  let edge: Int32
  /// Micrometres.
  let length: Micrometres
  let tier: EdgeTier
}

/// An undirected graph in compressed rows: the half edges of a node are neighbours in one array.
struct CompressedGraph {
  /// Where the half edges of each node begin, and the end of the last.
  let starts: [Int32]
  let halfEdges: [HalfEdge]

  var nodeCount: Int { starts.count - 1 }

  @inline(__always)
  func range(_ node: Int32) -> Range<Int> { Int(starts[Int(node)])..<Int(starts[Int(node) + 1]) }

  /// The node that a half edge leaves. O(log nodes).
  func tail(ofHalfEdge halfEdge: Int32) -> Int32 {
    var low = 0
    var high = nodeCount
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= halfEdge { low = middle } else { high = middle }
    }
    return Int32(low)
  }

  /// Makes a graph of the edges that `isKept`; both ends of each are nodes below `nodeCount`.
  /// O(nodes + edges).
  init(
    nodeCount: Int, origins: [Int32], destinations: [Int32], lengths: [Micrometres],
    tiers: [EdgeTier], isKept: (Int) -> Bool = { _ in true }
  ) {
    var starts = [Int32](repeating: 0, count: nodeCount + 1)
    for edge in origins.indices where isKept(edge) {
      starts[Int(origins[edge]) + 1] += 1
      starts[Int(destinations[edge]) + 1] += 1
    }
    for node in 0..<nodeCount { starts[node + 1] += starts[node] }
    var next = starts
    let none = HalfEdge(head: -1, edge: -1, length: 0, tier: .clear)
    var halfEdges = [HalfEdge](repeating: none, count: Int(starts[nodeCount]))
    for edge in origins.indices where isKept(edge) {
      for (tail, head) in [
        (origins[edge], destinations[edge]), (destinations[edge], origins[edge]),
      ] {
        halfEdges[Int(next[Int(tail)])] = HalfEdge(
          head: head, edge: Int32(edge), length: lengths[edge], tier: tiers[edge])
        next[Int(tail)] += 1
      }
    }
    self.starts = starts
    self.halfEdges = halfEdges
  }
}
