import GeoModel
import RealModule

/// An ellipsoid of revolution: the figure on which areas and lengths are taken.
///
/// Latitudes and longitudes are geodetic, in **degrees**; lengths are in **metres**.
public struct EllipsoidOfRevolution: Hashable, Sendable {
  /// The equatorial radius *a* in metres.
  public let semiMajorAxis: Double
  /// The flattening *f* = (a − b) / a; 0 for a sphere.
  public let flattening: Double

  /// The ellipsoid of WGS 84, and of VN-2000.
  public static let wgs84 = EllipsoidOfRevolution(
    semiMajorAxis: Ellipsoid.equatorialRadius, flattening: Ellipsoid.flattening)

  /// Makes an ellipsoid from *a* in metres and *f*, which is 0 for a sphere.
  public init(semiMajorAxis: Double, flattening: Double) {
    precondition(semiMajorAxis > 0, "an ellipsoid has a positive semi-major axis")
    precondition((0..<1).contains(flattening), "only oblate ellipsoids and spheres")
    self.semiMajorAxis = semiMajorAxis
    self.flattening = flattening
  }

  /// The polar radius *b* = a (1 − f) in metres.
  public var semiMinorAxis: Double { semiMajorAxis * (1 - flattening) }

  /// The square of the first eccentricity, *e*² = f (2 − f).
  public var eccentricitySquared: Double { flattening * (2 - flattening) }

  /// The radius of curvature along the meridian at `latitude`, in metres:
  /// *M* = a (1 − e²) / (1 − e² sin²φ)^3⁄2. On WGS 84 6,335,439.327 m at the equator.
  public func meridianRadius(latitude: Double) -> Double {
    let w = squaredW(latitude: latitude)
    return semiMajorAxis * (1 - eccentricitySquared) / (w * Double.sqrt(w))
  }

  /// The radius of curvature across the meridian (prime vertical) at `latitude`, in metres:
  /// *N* = a / (1 − e² sin²φ)^½. The parallel's radius is N cos φ. On WGS 84
  /// 6,399,593.626 m at the poles, where M = N.
  public func primeVerticalRadius(latitude: Double) -> Double {
    semiMajorAxis / Double.sqrt(squaredW(latitude: latitude))
  }

  private func squaredW(latitude: Double) -> Double {
    let sine = Double.sin(latitude * .pi / 180)
    return 1 - eccentricitySquared * sine * sine
  }
}
