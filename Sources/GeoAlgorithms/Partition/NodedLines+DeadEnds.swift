public import GeoModel

extension NodedLines {
  /// The places where a single edge ends and nothing else meets, in the order of the nodes.
  /// O(nodes + edges).
  public var deadEnds: [Coordinate] {
    var counts = [UInt8](repeating: 0, count: nodes.count)
    for node in [origins, destinations].joined() {
      counts[Int(node)] = min(2, counts[Int(node)] + 1)
    }
    return nodes.indices.filter { counts[$0] == 1 }.map { nodes[$0] }
  }
}
