import GeoModel

/// The rings of an area in a form that neither their start and order nor repeated positions change.
enum CanonicalRings {
  /// Each ring from its least position on, in the direction it has; then in the order of their
  /// first positions. The polygons are wound by the right-hand rule. O(n log n).
  static func of(_ polygons: [Polygon]) -> [LinearRing] {
    polygons.flatMap(\.rings).map(fromLeast).sorted {
      $0.coordinates.lexicographicallyPrecedes($1.coordinates)
    }
  }

  private static func fromLeast(_ ring: LinearRing) -> LinearRing {
    var open: [Coordinate] = []
    for position in ring.coordinates.dropLast() where open.last != position {
      open.append(position)
    }
    if open.count > 1, open.first == open.last { open.removeLast() }
    guard let least = open.indices.min(by: { open[$0] < open[$1] }) else { return ring }
    return LinearRing(Array(open[least...]) + Array(open[..<least]))
  }
}
