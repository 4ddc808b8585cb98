/// An edge as seen from one of its ends: 16 bytes, so that four share a cache line.
struct HalfEdge {
  /// The node at the other end.
  let head: Int32
  /// The edge.
  let edge: Int32
  private let lengthAndTier: Int64

  init(head: Int32, edge: Int32, length: Micrometres, tier: EdgeTier) {
    self.head = head
    self.edge = edge
    lengthAndTier = length << 2 | Int64(tier.rawValue)
  }

  /// Micrometres, below 2⁶¹.
  @inline(__always)
  var length: Micrometres { lengthAndTier >> 2 }

  @inline(__always)
  var tier: EdgeTier {
    switch lengthAndTier & 3 {
    case 0: .clear
    case 1: .unknown
    default: .adverse
    }
  }
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
