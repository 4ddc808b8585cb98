internal import GEOSKit
public import GeoModel

/// Where moves to a site end.
public enum SitePlace {
  /// A point within the areas of a site (valid, longitude and latitude); the first corner where
  /// rounding leaves no inside. `nil` for no area. GEOS: `GEOSPointOnSurface_r`.
  public static func position(in polygons: [Polygon]) -> Coordinate? {
    let corner = polygons.first?.exterior.coordinates.first
    do throws(GEOSError) {
      return try Overlay.representativePoint(of: polygons) ?? corner
    } catch {
      return corner
    }
  }
}
