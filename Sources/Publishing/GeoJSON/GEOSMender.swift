internal import GEOSKit
public import GeoModel

/// Judges and mends by GEOS: `GEOSisValidDetail_r`, `GEOSMakeValid_r`.
public struct GEOSMender: PolygonMender {
  /// Makes a mender; it holds nothing.
  public init() {}

  /// Whether GEOS finds nothing wrong with the areas taken as one multipolygon. O(n log n).
  public func areValid(_ polygons: [Polygon]) throws -> Bool {
    try Validity.invalidity(of: polygons) == nil
  }

  /// What the rings enclose, re-noded, as valid areas. O(n log n).
  public func mended(_ polygons: [Polygon]) throws -> [Polygon] {
    try Validity.repaired(polygons)
  }
}
