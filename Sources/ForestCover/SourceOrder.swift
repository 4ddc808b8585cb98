internal import GeoModel

/// An order of polygons that depends on nothing but their positions, so that what is computed from
/// all of them together does not depend on the order of the file: GEOS's union of polygons with
/// equal boxes differs in the last bit with the order in which they come.
enum SourceOrder {
  /// `polygons` by their positions, rings compared one after another.
  static func sorted(_ polygons: [Polygon]) -> [Polygon] {
    polygons.sorted { left, right in
      precedes(left.exterior, right.exterior)
        ?? left.holes.lexicographicallyPrecedes(right.holes) { precedes($0, $1) ?? false }
    }
  }

  /// Whether a ring comes first; `nil` where both are the same.
  private static func precedes(_ left: LinearRing, _ right: LinearRing) -> Bool? {
    if left.coordinates == right.coordinates { return nil }
    return left.coordinates.lexicographicallyPrecedes(right.coordinates)
  }
}
