internal import GeoAlgorithms
public import GeoModel

/// The areas of units, with an index by which land finds those that it meets.
public struct RestorationUnits: Sendable {
  /// The areas of each unit (valid; longitude and latitude).
  let polygons: [[Polygon]]
  private let tree: PackedRTree

  /// Takes the areas of units that do not overlap (valid; longitude and latitude).
  public init(_ polygons: [[Polygon]]) {
    self.polygons = polygons
    tree = PackedRTree(polygons.map { Geometry.multiPolygon($0).boundingBox })
  }

  /// The units that may have something of `land`, ascending.
  func near(_ land: [Polygon]) -> [Int] {
    tree.items(meeting: Geometry.multiPolygon(land).boundingBox)
  }
}
