public import GeoModel
import RealModule

/// The area below an edge: what it adds to the area of a ring that it is an edge of.
///
/// On the ellipsoid of WGS 84 an edge is the geodesic between its ends, as in Karney's polygons
/// (doi:10.1007/s00190-012-0578-z), and the area below it reaches to the equator. It is taken as
/// the area below the straight chord in longitude and latitude, by Simpson's rule over the area of
/// a zone in closed form, and the sliver between chord and geodesic from the geodesic's equation to
/// the third order. Longer edges than 0.6° are halved near the geodesic first. Against
/// `geodesic.h` the area of a ring differs by less than 1e-8 of it, with such edges by 1e-6.
public enum EdgeArea {
  /// The signed area in **m²** between the edge from `start` to `end` and the equator (the x axis in
  /// the plane), positive where the edge runs east and lies north. Changes its sign, and nothing
  /// else, with the direction. O(1), more for very long edges.
  public static func below(
    from start: Coordinate, to end: Coordinate, metric: LengthMetric
  ) -> Double {
    switch metric {
    case .plane: (end.x - start.x) * (start.y + end.y) / 2
    case .ellipsoid: start < end ? geodesic(start, end) : -geodesic(end, start)
    }
  }

  /// The area in **m²** enclosed by a closed ring, without regard to its direction.
  public static func area(of ring: LinearRing, metric: LengthMetric = .ellipsoid) -> Double {
    let positions = ring.coordinates
    guard positions.count >= 4 else { return 0 }
    var sum = 0.0
    for index in 1..<positions.count {
      sum += below(from: positions[index - 1], to: positions[index], metric: metric)
    }
    return abs(sum)
  }

  /// The sum of the areas of `polygons` in **m²**, each its outer ring less its holes; overlaps count
  /// twice.
  public static func area(of polygons: [Polygon], metric: LengthMetric = .ellipsoid) -> Double {
    polygons.reduce(0) { sum, polygon in
      polygon.holes.reduce(sum + area(of: polygon.exterior, metric: metric)) {
        $0 - area(of: $1, metric: metric)
      }
    }
  }

  /// The longest part of an edge that is taken at once, in degrees.
  private static let longest = 0.6

  private static func geodesic(_ start: Coordinate, _ end: Coordinate) -> Double {
    var turn = end.x - start.x
    if abs(turn) > 180 { turn -= 360 * (turn / 360).rounded() }
    guard abs(turn) > longest || abs(end.y - start.y) > longest else {
      return short(start, turn, end)
    }
    let middle = middle(start, turn, end)
    return geodesic(start, middle) + geodesic(middle, Coordinate(x: start.x + turn, y: end.y))
  }

  private static func short(_ start: Coordinate, _ turn: Double, _ end: Coordinate) -> Double {
    let radian = EllipsoidShape.radiansPerDegree
    let width = turn * radian
    let height = (end.y - start.y) * radian
    let middle = (start.y + end.y) / 2 * radian
    let sine = Double.sin(middle)
    let cosine = Double.cos(middle)
    let zone =
      (zoneArea(sine: .sin(start.y * radian)) + 4 * zoneArea(sine: sine)
        + zoneArea(sine: .sin(end.y * radian))) / 6
    // Radii of curvature along the meridian and across it, and the change of the first.
    let e2 = EllipsoidShape.eccentricitySquared
    let w = 1 - e2 * sine * sine
    let across = Ellipsoid.equatorialRadius / Double.sqrt(w)
    let along = across * (1 - e2) / w
    let change = 3 * along * e2 * sine * cosine / w
    let parallel = across * cosine
    let sliver =
      (parallel * parallel * sine * width * width
        + (2 * along * along * sine + change * parallel) * height * height) * width / 12
    return zone * width + sliver
  }

  /// The area in m² between the equator and a parallel, for each radian of longitude; Snyder
  /// (doi:10.3133/pp1395), equation 3-12, as a series in the square of the eccentricity.
  private static func zoneArea(sine: Double) -> Double {
    let t = EllipsoidShape.eccentricitySquared * sine * sine
    var sum = 14.0 / 13
    sum = 12.0 / 11 + t * sum
    sum = 10.0 / 9 + t * sum
    sum = 8.0 / 7 + t * sum
    sum = 6.0 / 5 + t * sum
    sum = 4.0 / 3 + t * sum
    sum = 2.0 + t * sum
    return halfPolarSquare * sine * sum
  }

  private static let halfPolarSquare: Double = {
    let polar = Ellipsoid.equatorialRadius * (1 - Ellipsoid.flattening)
    return polar * polar / 2
  }()

  /// Half-way along the geodesic, as the mean of the normals at its ends: off by centimetres at
  /// 200 km.
  private static func middle(_ start: Coordinate, _ turn: Double, _ end: Coordinate) -> Coordinate {
    let radian = EllipsoidShape.radiansPerDegree
    let (one, other, half) = (start.y * radian, end.y * radian, turn * radian)
    let x = Double.cos(one) + Double.cos(other) * Double.cos(half)
    let y = Double.cos(other) * Double.sin(half)
    let z = Double.sin(one) + Double.sin(other)
    return Coordinate(
      x: start.x + Double.atan2(y: y, x: x) / radian,
      y: Double.atan2(y: z, x: Double.sqrt(x * x + y * y)) / radian)
  }
}
