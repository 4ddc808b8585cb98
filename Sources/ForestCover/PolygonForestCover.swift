public import GEOSKit
internal import GeoAlgorithms
public import GeoModel
internal import PROJKit

/// Forest cover of units from polygons.
///
/// All forest polygons are united first, so that overlaps count once; parts that share an edge are
/// one patch, parts that touch at a point are two. Patches under the least area are left out, then
/// the rest is cut at the borders of units. Everything that is not forest is other land: polygons
/// know no "no data". Areas are geodesic.
///
/// The method: Docs/methods/forest-from-polygons.md.
public struct PolygonForestCover: Sendable {
  /// The patches that count, in longitude and latitude.
  public let patches: [Polygon]
  /// The number of patches under the least area, which are other land.
  public let smallPatchCount: Int
  /// The area of those patches in **square metres**.
  public let smallPatchArea: Double

  private let tree: PackedRTree

  /// Forms the patches of `polygons` (valid; longitude and latitude).
  ///
  /// - Parameters:
  ///   - polygons: the forest, in any order; those that overlap or share an edge become one patch.
  ///   - leastPatchArea: in **square metres**; a patch of just that area counts.
  /// - Throws: what GEOS reports for areas that are not valid.
  /// - Complexity: O(n log n) in the number of positions.
  public init(polygons: [Polygon], leastPatchArea: Double) throws(GEOSError) {
    var kept: [Polygon] = []
    var smallCount = 0
    var smallArea = 0.0
    for patch in try Overlay.union(SourceOrder.sorted(polygons)) {
      let area = Geodesic.area(of: patch)
      if area >= leastPatchArea {
        kept.append(patch)
      } else {
        smallCount += 1
        smallArea += area
      }
    }
    patches = kept
    smallPatchCount = smallCount
    smallPatchArea = smallArea
    tree = PackedRTree(kept.map(\.boundingBox))
  }

  /// The division of a unit's area: forest, and all else other land.
  ///
  /// - Parameters:
  ///   - unit: the unit's areas (valid; longitude and latitude).
  ///   - area: its geodesic area in **square metres**.
  /// - Throws: what GEOS reports for areas that are not valid.
  public func areas(in unit: [Polygon], area: Double) throws(GEOSError) -> ForestAreas {
    let common = try forest(in: unit)
    // Both are sums over the same ellipsoid; rounding may put a wholly wooded unit a hair above.
    let forest = min(Geodesic.area(of: common), area)
    return ForestAreas(total: area, forest: forest, other: area - forest)
  }

  /// The forest that lies in `unit`.
  func forest(in unit: [Polygon]) throws(GEOSError) -> [Polygon] {
    let near = tree.items(meeting: Geometry.multiPolygon(unit).boundingBox)
    return try Overlay.intersection(unit, near.map { patches[$0] })
  }
}
