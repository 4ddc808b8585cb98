public import GeoModel

/// What the writer needs from a geometry library: a judge of polygons and a mender.
///
/// The polygons of one feature are judged together, because parts that rounding has moved onto each
/// other are invalid together while each is valid alone.
public protocol PolygonMender: Sendable {
  /// Whether the areas are valid as a polygon (one) or multipolygon (several) of OGC Simple
  /// Features, 06-103r4, section 6.1.11.1 and 6.1.14.
  func areValid(_ polygons: [Polygon]) throws -> Bool

  /// The same ground as valid areas; none where nothing of it has an area.
  func mended(_ polygons: [Polygon]) throws -> [Polygon]
}
