public import GeoModel
import RealModule

/// Geodesic distance between near positions on the ellipsoid of WGS 84, without C and without
/// iteration.
///
/// The straight chord through the earth is exact; it is turned into the length of the arc with the
/// curvature that the ellipsoid has half-way, in the direction of the chord (Euler's formula, see
/// Torge and Müller, *Geodesy*, 4th ed., section 4.1.2). The relative error, found against PROJ's
/// `geod` over the whole globe, is below 1e-11 from 1 km to 100 km, below 1e-9 to 200 km and 1e-7
/// at 1,000 km; below 1 km the rounding of the coordinates themselves (some nanometres) is all
/// that is left. Longer lines belong to Karney's method (PROJ's `geodesic.h`).
public enum ShortGeodesic {
  /// The greatest distance, in metres, up to which the relative error stays below 1e-9.
  public static let greatestExactMetres = 200_000.0

  /// The distance in metres between two positions given in longitude and latitude (degrees).
  ///
  /// Equal both ways to the last bit, and 0 only between equal places. Longitudes may differ by
  /// whole turns.
  public static func metres(from start: Coordinate, to end: Coordinate) -> Double {
    metres(from: MeridianPoint(start), to: MeridianPoint(end))
  }

  /// The length in metres of a line of positions in longitude and latitude; 0 for fewer than two.
  public static func metres(along line: some Collection<Coordinate>) -> Double {
    guard let first = line.first else { return 0 }
    var sum = 0.0
    var previous = MeridianPoint(first)
    for coordinate in line.dropFirst() {
      let next = MeridianPoint(coordinate)
      sum += metres(from: previous, to: next)
      previous = next
    }
    return sum
  }

  static func metres(from start: MeridianPoint, to end: MeridianPoint) -> Double {
    let outward = end.radius - start.radius
    let upward = end.height - start.height
    let half = Double.sin((end.longitude - start.longitude) / 2)
    let meridional = outward * outward + upward * upward
    let transverse = 4 * start.radius * end.radius * half * half
    let squared = meridional + transverse
    guard squared > 0 else { return 0 }

    let w = (start.w + end.w) / 2
    let primeVertical = Double.sqrt(w) / Ellipsoid.equatorialRadius
    let meridian = primeVertical * w / (1 - EllipsoidShape.eccentricitySquared)
    let curvature = (meridional * meridian + transverse * primeVertical) / squared
    let u = curvature * curvature * squared
    // 2/κ · arcsin(κc/2), as a series in u = (κc)².
    return Double.sqrt(squared) * (1 + u * (1 / 24.0 + u * (3 / 640.0 + u * (5 / 7168.0))))
  }

  /// How many metres one degree of longitude and one of latitude are worth at a latitude given in
  /// degrees: the scales of the tangent plane there.
  public static func metresPerDegree(atLatitude latitude: Double)
    -> (longitude: Double, latitude: Double)
  {
    let sine = Double.sin(latitude * EllipsoidShape.radiansPerDegree)
    let cosine = Double.cos(latitude * EllipsoidShape.radiansPerDegree)
    let w = 1 - EllipsoidShape.eccentricitySquared * sine * sine
    let primeVertical = Ellipsoid.equatorialRadius / Double.sqrt(w)
    let meridian = primeVertical * (1 - EllipsoidShape.eccentricitySquared) / w
    return (
      abs(cosine) * primeVertical * EllipsoidShape.radiansPerDegree,
      meridian * EllipsoidShape.radiansPerDegree
    )
  }
}

/// A position on the ellipsoid by its longitude and its place in the plane of its meridian.
struct MeridianPoint {
  /// Radians.
  let longitude: Double
  /// The distance from the axis of rotation in metres.
  let radius: Double
  /// The distance from the plane of the equator in metres.
  let height: Double
  /// 1 − e² sin² φ.
  let w: Double

  init(_ position: Coordinate) {
    let latitude = position.y * EllipsoidShape.radiansPerDegree
    let sine = Double.sin(latitude)
    longitude = position.x * EllipsoidShape.radiansPerDegree
    w = 1 - EllipsoidShape.eccentricitySquared * sine * sine
    let primeVertical = Ellipsoid.equatorialRadius / Double.sqrt(w)
    radius = primeVertical * Double.cos(latitude)
    height = primeVertical * (1 - EllipsoidShape.eccentricitySquared) * sine
  }
}

/// Figures derived from the ellipsoid's two.
enum EllipsoidShape {
  static let eccentricitySquared = Ellipsoid.flattening * (2 - Ellipsoid.flattening)
  static let radiansPerDegree = Double.pi / 180
}
