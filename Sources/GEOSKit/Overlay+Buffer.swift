internal import CGEOS
public import GeoModel

extension Overlay {
  /// All that lies within `distance` of `lines`, in the plane of their coordinates; a line whose
  /// positions are one and the same is a point. Turns are drawn with `quadrantSegments` edges a
  /// quarter, inside the true arc by at most `distance` × (1 − cos(π / (4 `quadrantSegments`))).
  /// `GEOSBuffer_r`.
  public static func buffer(
    of lines: [[Coordinate]], distance: Double, quadrantSegments: Int
  ) throws(GEOSError) -> [Polygon] {
    let usable = lines.filter { $0.count >= 2 }
    guard !usable.isEmpty else { return [] }
    let context = try GEOSContext()
    let drawn = try GEOSGeometry(lines: usable, in: context)
    let grown = try unsafe GEOSGeometry(
      GEOSBuffer_r(context.handle, drawn.handle, distance, Int32(quadrantSegments)),
      in: context, by: "GEOSBuffer_r")
    return try grown.polygons()
  }
}
