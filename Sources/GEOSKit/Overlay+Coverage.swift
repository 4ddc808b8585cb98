internal import CGEOS
public import GeoModel

extension Overlay {
  /// What of `left` is not in `right`; lines and points that are left over are left out.
  /// `GEOSDifference_r`.
  public static func difference(
    _ left: [Polygon], _ right: [Polygon]
  ) throws(GEOSError) -> [Polygon] {
    guard !left.isEmpty, !right.isEmpty else { return left }
    let context = try GEOSContext()
    let first = try GEOSGeometry(left, in: context)
    let second = try GEOSGeometry(right, in: context)
    let rest = try unsafe OverlayGrid.overlay(
      of: [first, second], in: context, by: "GEOSDifference_r",
      exact: { unsafe GEOSDifference_r(context.handle, first.handle, second.handle) },
      onGrid: { snapped, size in
        unsafe GEOSDifferencePrec_r(
          context.handle, snapped[0].handle, snapped[1].handle, size)
      })
    return try rest.polygons()
  }

  /// The union of areas that do not overlap and whose common borders are equal position by
  /// position: the common edges fall away and every other position is kept, which
  /// ``union(_:)`` does not promise. `GEOSCoverageUnion_r`; O(n log n).
  public static func coverageUnion(_ polygons: [Polygon]) throws(GEOSError) -> [Polygon] {
    guard !polygons.isEmpty else { return [] }
    let context = try GEOSContext()
    let parts = try GEOSGeometry(polygons, in: context)
    let merged = try unsafe GEOSGeometry(
      GEOSCoverageUnion_r(context.handle, parts.handle), in: context, by: "GEOSCoverageUnion_r")
    return try merged.polygons()
  }
}
