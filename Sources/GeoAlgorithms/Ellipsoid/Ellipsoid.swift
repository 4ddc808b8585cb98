import RealModule

/// An ellipsoid of revolution: the figure on which areas and lengths are taken.
///
/// Latitudes and longitudes are geodetic, in **degrees**; lengths are in **metres**.
public struct Ellipsoid: Hashable, Sendable {
  /// The equatorial radius *a* in metres.
  public let semiMajorAxis: Double
  /// The flattening *f* = (a − b) / a; 0 for a sphere.
  public let flattening: Double

  /// The ellipsoid of WGS 84 (and of VN-2000): a = 6,378,137 m, 1/f = 298.257223563.
  public static let wgs84 = Ellipsoid(semiMajorAxis: 6_378_137, inverseFlattening: 298.257223563)

  /// Makes an ellipsoid from *a* in metres and 1/*f* as data sources state them; 0, or infinity,
  /// stands for a sphere, as in PROJ and in well-known text.
  public init(semiMajorAxis: Double, inverseFlattening: Double) {
    precondition(semiMajorAxis > 0, "an ellipsoid has a positive semi-major axis")
    precondition(
      inverseFlattening == 0 || inverseFlattening > 1, "only oblate ellipsoids and spheres")
    self.semiMajorAxis = semiMajorAxis
    self.flattening = inverseFlattening == 0 ? 0 : 1 / inverseFlattening
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
