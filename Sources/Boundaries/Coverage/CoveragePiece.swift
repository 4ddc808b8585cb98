import GeoAlgorithms
public import GeoModel

/// One connected area where something is wrong: an overlap, a gap, what leaves its parent.
public struct CoveragePiece: Sendable, Hashable {
  /// The area, in longitude and latitude.
  public var polygon: Polygon
  /// Its size in **square metres** on the ellipsoid.
  public var area: Double
  /// The length of its rings in **metres**.
  public var perimeter: Double
  /// A position inside it.
  public var place: Coordinate

  /// The mean width 2 × area ÷ perimeter in **metres**: of a long strip its width, of a disc its
  /// radius.
  public var width: Double { perimeter > 0 ? 2 * area / perimeter : 0 }

  /// Measures `polygon`. O(n).
  public init(_ polygon: Polygon) {
    self.polygon = polygon
    area = SmallArea.squareMetres(of: polygon)
    perimeter = polygon.rings.reduce(0) { $0 + ShortGeodesic.metres(along: $1.coordinates) }
    place =
      InteriorPoint.of(polygon) ?? polygon.exterior.coordinates.first ?? Coordinate(x: 0, y: 0)
  }
}

/// Areas of pieces so small that a geodesic polygon's area loses its digits.
///
/// The area of a geodesic polygon is a difference of areas down to the equator and is known to
/// about 0.1 m² (Karney 2013, section 6), more than many a sliver has. Here each position is put
/// in the cylindrical equal-area plane whose origin is the polygon's south-west corner, and the
/// area is taken there: the relative error is a few units in the last place. Edges are straight in
/// that plane, which for a piece of a border nothing tells from straight in longitude and latitude.
enum SmallArea {
  /// The outer ring less the holes, in square metres. O(n).
  static func squareMetres(of polygon: Polygon) -> Double {
    let box = polygon.boundingBox
    return polygon.holes.reduce(squareMetres(of: polygon.exterior, from: box)) {
      $0 - squareMetres(of: $1, from: box)
    }
  }

  private static func squareMetres(of ring: LinearRing, from box: BoundingBox) -> Double {
    let plane = ring.coordinates.map { position in
      Coordinate(
        x: position.x - box.minimumX,
        y: EllipsoidOfRevolution.wgs84.quadrilateralArea(
          south: box.minimumY, latitudeSpan: max(position.y - box.minimumY, 0), longitudeSpan: 1))
    }
    return abs(LinearRing(plane).doubledSignedArea) / 2
  }
}
