/// Which nodes of a network are connected by edges of a certain kind.
public struct NodeComponents: Sendable {
  /// The component of each node, numbered from 0 in the order of their least nodes.
  public let labels: [Int32]
  /// The number of components; a node without such edges is one by itself.
  public let count: Int

  /// Joins the ends of every edge for which `isJoining` says so. Almost O(nodes + edges).
  public init(
    nodeCount: Int, origins: [Int32], destinations: [Int32], isJoining: (Int) -> Bool
  ) {
    var sets = DisjointSets(count: nodeCount)
    for edge in origins.indices where isJoining(edge) {
      sets.unite(origins[edge], destinations[edge])
    }
    (labels, count) = sets.labels()
  }

  /// Whether two nodes are connected. O(1).
  public func areConnected(_ left: Int32, _ right: Int32) -> Bool {
    labels[Int(left)] == labels[Int(right)]
  }
}
