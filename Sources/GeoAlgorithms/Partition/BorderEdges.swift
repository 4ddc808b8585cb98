import GeoModel

/// The borders of areas as single edges, each with the area that it belongs to.
struct BorderEdges: Sendable {
  /// The positions of all rings, one after another.
  private(set) var coordinates: [Coordinate] = []
  /// For each edge the place of its first position in ``coordinates``; the next is its second.
  private(set) var firsts: [Int32] = []
  /// For each edge the area that it bounds.
  private(set) var areas: [Int32] = []
  /// The box of all.
  private(set) var extent = BoundingBox.empty

  /// The edges of `areas`. Rings of fewer than four positions or with positions that are not finite
  /// enclose nothing and are passed over, as ``PointLocator`` does. O(n).
  init(_ areas: [[Polygon]]) {
    for (area, polygons) in areas.enumerated() {
      for ring in polygons.lazy.flatMap(\.rings)
      where ring.coordinates.count >= 4 && ring.coordinates.allSatisfy(\.isFinite) {
        let start = coordinates.count
        coordinates.append(contentsOf: ring.coordinates)
        for place in start..<coordinates.count - 1
        where coordinates[place] != coordinates[place + 1] {
          firsts.append(Int32(place))
          self.areas.append(Int32(area))
        }
        extent.formUnion(BoundingBox(of: ring.coordinates))
      }
    }
  }

  /// The number of edges.
  var count: Int { firsts.count }

  /// The two ends of an edge.
  @inline(__always)
  func ends(_ edge: Int32) -> (Coordinate, Coordinate) {
    let first = Int(firsts[Int(edge)])
    return (coordinates[first], coordinates[first + 1])
  }
}
