internal import CGEOS
public import GeoModel

extension Overlay {
  /// What of `left` is not in `right`; lines and points that are left over are left out.
  /// `GEOSDifferencePrec_r`.
  public static func difference(
    _ left: [Polygon], _ right: [Polygon]
  ) throws(GEOSError) -> [Polygon] {
    guard !left.isEmpty, !right.isEmpty else { return left }
    let context = try GEOSContext()
    let first = try GEOSGeometry(left, in: context)
    let second = try GEOSGeometry(right, in: context)
    let size = OverlayGrid.size(for: first, second, in: context)
    let rest = try unsafe GEOSGeometry(
      GEOSDifferencePrec_r(context.handle, first.handle, second.handle, size), in: context,
      by: "GEOSDifferencePrec_r")
    return try DrawnPositions.restored(rest.polygons(), of: [left, right], on: size)
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
