internal import GeoModel

/// An order of polygons that depends on nothing but their positions, so that what is computed from
/// all of them together does not depend on the order of the file: GEOS's union of polygons with
/// equal boxes differs in the last bit with the order in which they come.
enum SourceOrder {
  /// `polygons` by their positions, rings compared one after another.
  static func sorted(_ polygons: [Polygon]) -> [Polygon] {
    polygons.sorted(by: isBefore)
  }

  /// The place of each area among all by its positions; areas drawn alike share one.
  static func ranks(of areas: [[Polygon]]) -> [Int] {
    func comesFirst(_ left: [Polygon], _ right: [Polygon]) -> Bool {
      left.lexicographicallyPrecedes(right, by: isBefore)
    }
    let sorted = areas.map(Self.sorted)
    let order = areas.indices.sorted { comesFirst(sorted[$0], sorted[$1]) }
    var ranks = [Int](repeating: 0, count: areas.count)
    for (place, index) in order.enumerated() {
      let isSame = place > 0 && !comesFirst(sorted[order[place - 1]], sorted[index])
      ranks[index] = isSame ? ranks[order[place - 1]] : place
    }
    return ranks
  }

  private static func isBefore(_ left: Polygon, _ right: Polygon) -> Bool {
    precedes(left.exterior, right.exterior)
      ?? left.holes.lexicographicallyPrecedes(right.holes) { precedes($0, $1) ?? false }
  }

  /// Whether a ring comes first; `nil` where both are the same.
  private static func precedes(_ left: LinearRing, _ right: LinearRing) -> Bool? {
    if left.coordinates == right.coordinates { return nil }
    return left.coordinates.lexicographicallyPrecedes(right.coordinates)
  }
}
