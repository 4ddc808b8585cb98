public import GeoAlgorithms

/// The connected parts of a network of roads.
public struct NetworkParts: Sendable, Hashable {
  /// The number of parts.
  public var count: Int
  /// The length of all edges in micrometres.
  public var length: Micrometres
  /// The length of the longest part in micrometres.
  public var greatestLength: Micrometres

  /// The longest part's share of the length, 0…1; `nil` where there are no roads.
  public var greatestShare: Double? {
    length > 0 ? Double(greatestLength) / Double(length) : nil
  }

  /// Finds the parts of `network`. Almost O(nodes + edges).
  public init(_ network: NodedLines) {
    let joined = NodeComponents(
      nodeCount: network.nodes.count, origins: network.origins,
      destinations: network.destinations
    ) { _ in true }
    var lengths = [Micrometres](repeating: 0, count: joined.count)
    for edge in 0..<network.edgeCount {
      lengths[Int(joined.labels[Int(network.origins[edge])])] += network.lengths[edge]
    }
    count = joined.count
    length = lengths.reduce(0, +)
    greatestLength = lengths.max() ?? 0
  }
}
