internal import CPROJ
public import GeoModel

/// Lengths and areas on the ellipsoid of WGS 84, by PROJ's `geodesic.h`.
///
/// Source: C. F. F. Karney, Algorithms for geodesics, J. Geodesy 87 (2013),
/// doi:10.1007/s00190-012-0578-z. Positions are longitude and latitude in degrees. Needs no
/// context and is safe from any thread.
public enum Geodesic {
  /// The length of the shortest path between two positions, in **metres**. Accurate to 15 nm.
  /// Check: from 108.5° E 15° N to 109.5° E 15° N 107,550.397 m. `geod_inverse`.
  public static func distance(from: Coordinate, to: Coordinate) -> Double {
    unsafe withEllipsoid { ellipsoid in
      var length = 0.0
      unsafe geod_inverse(ellipsoid, from.y, from.x, to.y, to.x, &length, nil, nil)
      return length
    }
  }

  /// The length of a line along the geodesics between its positions, in **metres**; 0 for fewer
  /// than two positions. O(n).
  public static func length(of line: [Coordinate]) -> Double {
    unsafe withEllipsoid { ellipsoid in
      var total = 0.0
      for index in line.indices.dropLast() {
        let from = line[index]
        let to = line[index + 1]
        var length = 0.0
        unsafe geod_inverse(ellipsoid, from.y, from.x, to.y, to.x, &length, nil, nil)
        total += length
      }
      return total
    }
  }

  /// The area enclosed by a ring whose edges are geodesics, in **square metres**, without regard
  /// to its direction; 0 for fewer than four positions. O(n).
  ///
  /// The sum over the edges of the area between each and the equator: of a short one by
  /// `ShortEdgeArea`, of a longer one by `geod_geninverse`. A ring that crosses the meridian of 180°,
  /// touches a pole or holds more than half of the earth is left to `geod_polygon_compute`.
  public static func area(of ring: LinearRing) -> Double {
    let positions = ring.coordinates
    guard positions.count >= 4 else { return 0 }
    var sum = TwofoldSum()
    for index in 1..<positions.count {
      let (from, to) = (positions[index - 1], positions[index])
      if ShortEdgeArea.holds(from: from, to: to) {
        sum.add(ShortEdgeArea.below(from: from, to: to))
      } else {
        guard abs(to.x - from.x) < 180, max(abs(from.y), abs(to.y)) < 90 else {
          return areaOfPolygon(ring)
        }
        sum.add(areaBelow(from: from, to: to))
      }
    }
    sum.add(0)
    // More than half of the earth is turned inside out there.
    return abs(sum.value) <= earthArea / 2 ? abs(sum.value) : areaOfPolygon(ring)
  }

  /// The same whatever the ring, edge by edge as geodesics: `geod_polygon_compute`.
  static func areaOfPolygon(_ ring: LinearRing) -> Double {
    unsafe withEllipsoid { ellipsoid in
      var polygon = geod_polygon()
      unsafe geod_polygon_init(&polygon, 0)
      for coordinate in ring.coordinates.dropLast() {
        unsafe geod_polygon_addpoint(ellipsoid, &polygon, coordinate.y, coordinate.x)
      }
      var area = 0.0
      _ = unsafe geod_polygon_compute(ellipsoid, &polygon, 0, 1, &area, nil)
      return abs(area)
    }
  }

  /// The area of a polygon in **square metres**: its outer ring less its holes. Each ring counts
  /// by its size, so parts that wind differently do not cancel. O(n).
  public static func area(of polygon: Polygon) -> Double {
    polygon.holes.reduce(area(of: polygon.exterior)) { $0 - area(of: $1) }
  }

  /// The sum of the areas of `polygons` in **square metres**; overlaps count twice. O(n).
  public static func area(of polygons: [Polygon]) -> Double {
    polygons.reduce(0) { $0 + area(of: $1) }
  }

  /// The area between the geodesic from one position to another and the equator, in **square
  /// metres**, signed by its direction: what the edge adds to the area of a ring. `geod_geninverse`.
  static func areaBelow(from: Coordinate, to: Coordinate) -> Double {
    unsafe withEllipsoid { ellipsoid in
      var area = 0.0
      _ = unsafe geod_geninverse(
        ellipsoid, from.y, from.x, to.y, to.x, nil, nil, nil, nil, nil, nil, &area)
      return area
    }
  }

  /// The area of the whole ellipsoid in **square metres**.
  static let earthArea = 4 * Double.pi * wgs84.c2

  private static func withEllipsoid<Result>(
    _ body: (UnsafePointer<geod_geodesic>) -> Result
  ) -> Result {
    var ellipsoid = wgs84
    return unsafe withUnsafePointer(to: &ellipsoid) { unsafe body($0) }
  }

  /// The series coefficients of the ellipsoid, computed once; never written afterwards, so that
  /// reading it from several threads is safe.
  private static let wgs84: geod_geodesic = {
    var ellipsoid = geod_geodesic()
    unsafe geod_init(&ellipsoid, Ellipsoid.equatorialRadius, Ellipsoid.flattening)
    return ellipsoid
  }()
}
