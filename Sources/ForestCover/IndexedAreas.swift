internal import GEOSKit
internal import GeoAlgorithms
internal import GeoModel

/// Areas that do not overlap, with an index by which units find those near them.
struct IndexedAreas: Sendable {
  let polygons: [Polygon]
  private let tree: PackedRTree

  /// Unites `polygons` (valid; longitude and latitude).
  init(uniting polygons: [Polygon]) throws(GEOSError) {
    self.init(try Overlay.union(SourceOrder.sorted(polygons)))
  }

  /// Takes areas that do not overlap.
  init(_ polygons: [Polygon]) {
    self.polygons = polygons
    tree = PackedRTree(polygons.map(\.boundingBox))
  }

  /// What of them lies in `unit`.
  func part(in unit: [Polygon]) throws(GEOSError) -> [Polygon] {
    guard !unit.isEmpty else { return [] }
    let near = tree.items(meeting: Geometry.multiPolygon(unit).boundingBox)
    return try Overlay.intersection(unit, near.map { polygons[$0] })
  }
}
