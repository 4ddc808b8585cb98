public import GeoModel

/// A dead end that comes near another line without being joined to it: an edge that was meant to
/// meet it, or did before a coordinate was rounded. Reported; joined by the caller alone.
public struct NearMiss: Sendable, Hashable {
  /// The dead end.
  public var place: Coordinate
  /// The distance to the nearest such line in metres.
  public var distance: Double
  /// The line of the input that ends there; of doubled lines the first.
  public var line: Int
  /// The line of the input that it comes near.
  public var otherLine: Int
}

extension NodedLines {
  /// The dead ends within `tolerance` metres of an edge that cannot be reached from them over the
  /// network within three times as much, in the order of their places.
  ///
  /// A dead end is a node from which all edges leave over the same next position, so doubling a
  /// line hides none. O(dead ends · log n).
  public func nearMisses(tolerance: Double, index: EdgeIndex) -> [NearMiss] {
    guard tolerance > 0 else { return [] }
    let graph = CompressedGraph(
      nodeCount: nodes.count, origins: origins, destinations: destinations, lengths: lengths,
      tiers: [EdgeTier](repeating: .clear, count: edgeCount))
    let reach = ShortGeodesic.micrometres(of: 3 * tolerance)
    var misses: [NearMiss] = []
    for node in 0..<Int32(nodes.count) where isDeadEnd(node, graph) {
      let place = nodes[Int(node)]
      let near = distances(from: node, within: reach, graph)
      let candidates = index.all(near: place, within: tolerance).filter { position in
        let edge = Int(position.edge)
        let rest = lengths[edge] - position.offset
        let byOrigin = near[origins[edge]].map { $0 + position.offset }
        let byDestination = near[destinations[edge]].map { $0 + rest }
        return min(byOrigin ?? .max, byDestination ?? .max) > reach
      }
      let nearest = candidates.min {
        ($0.distance, $0.point, lines[Int($0.edge)]) < ($1.distance, $1.point, lines[Int($1.edge)])
      }
      guard let nearest else { continue }
      let own = graph.range(node).map { lines[Int(graph.halfEdges[$0].edge)] }.min()
      misses.append(
        NearMiss(
          place: place, distance: ShortGeodesic.metres(of: nearest.distance),
          line: Int(own ?? 0), otherLine: Int(lines[Int(nearest.edge)])))
    }
    return misses.sorted { $0.place < $1.place }
  }

  private func isDeadEnd(_ node: Int32, _ graph: CompressedGraph) -> Bool {
    var next: Coordinate?
    for index in graph.range(node) {
      let edge = Int(graph.halfEdges[index].edge)
      if origins[edge] == destinations[edge] { return false }
      let range = shapes.range(edge)
      let neighbour =
        shapes.coordinates[
          origins[edge] == node ? range.lowerBound + 1 : range.upperBound - 2]
      if let next, next != neighbour { return false }
      next = neighbour
    }
    return next != nil
  }

  /// The distances over the network from a node, as far as `reach`.
  private func distances(
    from start: Int32, within reach: Micrometres, _ graph: CompressedGraph
  ) -> [Int32: Micrometres] {
    var settled: [Int32: Micrometres] = [:]
    var pending = QuaternaryHeap<PendingPlace>()
    pending.insert(PendingPlace(length: 0, node: start))
    while let next = pending.removeLeast() {
      guard settled[next.node] == nil else { continue }
      settled[next.node] = next.length
      for index in graph.range(next.node) {
        let half = graph.halfEdges[index]
        let length = next.length + half.length
        if length <= reach, settled[half.head] == nil {
          pending.insert(PendingPlace(length: length, node: half.head))
        }
      }
    }
    return settled
  }
}

private struct PendingPlace: Comparable {
  let length: Micrometres
  let node: Int32

  static func < (left: PendingPlace, right: PendingPlace) -> Bool {
    (left.length, left.node) < (right.length, right.node)
  }
}
