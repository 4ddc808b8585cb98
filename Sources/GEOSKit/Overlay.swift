internal import CGEOS
public import GeoModel

/// Overlays of areas, in the plane of their coordinates (edges are straight there).
///
/// Each call uses a context of its own, so calls may run on any thread at once. Input must be
/// valid (``Validity``), or off by rounding in the last bits; GEOS reports a topology error
/// otherwise. Results are valid, and in GEOS's order, which depends on the input alone. Overlays are
/// done on a grid of about a micrometre for longitude and latitude, by snap rounding, so that they
/// do not hang on the last bit of a coordinate. Corners stay as drawn; those where edges cross are new,
/// and off by up to half a cell of the grid.
public enum Overlay {
  /// The union of `polygons`: overlaps counted once, parts that share an edge one polygon, parts
  /// that touch at a point two. Empty for none. `GEOSUnaryUnionPrec_r`; O(n log n).
  public static func union(_ polygons: [Polygon]) throws(GEOSError) -> [Polygon] {
    guard !polygons.isEmpty else { return [] }
    let context = try GEOSContext()
    let parts = try GEOSGeometry(polygons, in: context)
    let size = OverlayGrid.size(for: parts, in: context)
    let merged = try unsafe GEOSGeometry(
      GEOSUnaryUnionPrec_r(context.handle, parts.handle, size), in: context,
      by: "GEOSUnaryUnionPrec_r")
    return try DrawnPositions.restored(merged.polygons(), of: [polygons], on: size)
  }

  /// What two sets of areas have in common; lines and points where they only touch are left out.
  /// `GEOSIntersectionPrec_r`.
  public static func intersection(
    _ left: [Polygon], _ right: [Polygon]
  ) throws(GEOSError) -> [Polygon] {
    guard !left.isEmpty, !right.isEmpty else { return [] }
    let context = try GEOSContext()
    let first = try GEOSGeometry(left, in: context)
    let second = try GEOSGeometry(right, in: context)
    let size = OverlayGrid.size(for: first, second, in: context)
    let common = try unsafe GEOSGeometry(
      GEOSIntersectionPrec_r(context.handle, first.handle, second.handle, size), in: context,
      by: "GEOSIntersectionPrec_r")
    return try DrawnPositions.restored(common.polygons(), of: [left, right], on: size)
  }

  /// A position inside the areas, away from their edges where possible; `nil` where they enclose
  /// nothing. `GEOSPointOnSurface_r`.
  public static func representativePoint(of polygons: [Polygon]) throws(GEOSError) -> Coordinate? {
    guard !polygons.isEmpty else { return nil }
    let context = try GEOSContext()
    let parts = try GEOSGeometry(polygons, in: context)
    let point = try unsafe GEOSGeometry(
      GEOSPointOnSurface_r(context.handle, parts.handle), in: context, by: "GEOSPointOnSurface_r")
    var x = 0.0
    var y = 0.0
    guard unsafe GEOSGeomGetX_r(context.handle, point.handle, &x) == 1,
      unsafe GEOSGeomGetY_r(context.handle, point.handle, &y) == 1
    else { return nil }
    return Coordinate(x: x, y: y)
  }
}
