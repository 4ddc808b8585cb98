internal import CGEOS
public import GeoModel

/// Overlays of areas, in the plane of their coordinates (edges are straight there).
///
/// Each call uses a context of its own, so calls may run on any thread at once. Input must be
/// valid (``Validity``), or off by rounding in the last bits; GEOS reports a topology error
/// otherwise. Results are valid, and in GEOS's order, which depends on the input alone. Where
/// rounding makes GEOS fail, the overlay is done on a grid of about a micrometre.
public enum Overlay {
  /// The union of `polygons`: overlaps counted once, parts that share an edge one polygon, parts
  /// that touch at a point two. Empty for none. `GEOSUnaryUnion_r`; O(n log n).
  public static func union(_ polygons: [Polygon]) throws(GEOSError) -> [Polygon] {
    guard !polygons.isEmpty else { return [] }
    let context = try GEOSContext()
    let parts = try GEOSGeometry(polygons, in: context)
    let merged = try unsafe OverlayGrid.overlay(
      of: [parts], in: context, by: "GEOSUnaryUnion_r",
      exact: { unsafe GEOSUnaryUnion_r(context.handle, parts.handle) },
      onGrid: { snapped, size in
        unsafe GEOSUnaryUnionPrec_r(context.handle, snapped[0].handle, size)
      })
    return try merged.polygons()
  }

  /// What two sets of areas have in common; lines and points where they only touch are left out.
  /// `GEOSIntersection_r`.
  public static func intersection(
    _ left: [Polygon], _ right: [Polygon]
  ) throws(GEOSError) -> [Polygon] {
    guard !left.isEmpty, !right.isEmpty else { return [] }
    let context = try GEOSContext()
    let first = try GEOSGeometry(left, in: context)
    let second = try GEOSGeometry(right, in: context)
    let common = try unsafe OverlayGrid.overlay(
      of: [first, second], in: context, by: "GEOSIntersection_r",
      exact: { unsafe GEOSIntersection_r(context.handle, first.handle, second.handle) },
      onGrid: { snapped, size in
        unsafe GEOSIntersectionPrec_r(
          context.handle, snapped[0].handle, snapped[1].handle, size)
      })
    return try common.polygons()
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
