/// What meets in each node of a network, as far as it matters for nodes where just two ends meet.
public struct EdgeEnds: Sendable {
  /// One end of an edge.
  public struct End: Sendable, Hashable {
    /// The edge.
    public let edge: Int
    /// Whether it is the end where the edge begins.
    public let isOrigin: Bool
  }

  private var counts: [UInt8]
  /// Twice the edge, and 1 more at its last node.
  private var firsts: [Int32]
  private var seconds: [Int32]

  /// Looks at every end of every edge. O(nodes + edges).
  public init(_ network: NodedLines) {
    counts = [UInt8](repeating: 0, count: network.nodes.count)
    firsts = [Int32](repeating: -1, count: network.nodes.count)
    seconds = firsts
    for edge in 0..<network.edgeCount {
      add(Int32(edge) * 2, at: Int(network.origins[edge]))
      add(Int32(edge) * 2 + 1, at: Int(network.destinations[edge]))
    }
  }

  private mutating func add(_ end: Int32, at node: Int) {
    if counts[node] == 0 { firsts[node] = end }
    if counts[node] == 1 { seconds[node] = end }
    counts[node] = min(3, counts[node] + 1)
  }

  /// The two ends that meet in a node; `nil` where more meet, or fewer. Both are of one edge where
  /// a loop has no other edge. O(1).
  public func pair(at node: Int) -> (End, End)? {
    guard counts[node] == 2 else { return nil }
    return (Self.end(firsts[node]), Self.end(seconds[node]))
  }

  private static func end(_ code: Int32) -> End {
    End(edge: Int(code / 2), isOrigin: code % 2 == 0)
  }
}
