public import GeoModel
import RealModule

/// The azimuthal projection that keeps areas, on the ellipsoid, about a centre: for drawing a study.
///
/// x runs east and y north of the centre, in **metres**. At a distance d from the centre lengths are
/// off by at most d² / 8R²: 1.2 % at 2,000 km, 0.03 % at 300 km, nothing at the centre; areas are
/// true everywhere. Longitudes are taken the short way round, so that a place at the antimeridian is
/// like any other. The antipode of the centre has no image and comes out far away.
///
/// Source: J. P. Snyder, *Map Projections — A Working Manual*, U.S. Geological Survey Professional
/// Paper 1395 (1987), doi:10.3133/pp1395, chapter 24, equations 24-16 to 24-26 and 3-11 to 3-18; EPSG
/// method 9820.
public struct EqualAreaProjection: Sendable, Hashable {
  /// The place that is projected to (0, 0), in longitude and latitude.
  public let centre: Coordinate

  private let ellipsoid: EllipsoidOfRevolution
  private let eccentricity: Double
  /// q of the pole, by which q becomes the sine of the authalic latitude.
  private let polarQ: Double
  /// The radius in metres of the sphere of equal area.
  private let radius: Double
  private let sineOfCentre: Double
  private let cosineOfCentre: Double
  /// Makes the scale at the centre the same in all directions.
  private let stretch: Double

  /// Makes the projection about `centre` in longitude and latitude (degrees).
  public init(centre: Coordinate, ellipsoid: EllipsoidOfRevolution = .wgs84) {
    self.centre = centre
    self.ellipsoid = ellipsoid
    let eccentricity = Double.sqrt(ellipsoid.eccentricitySquared)
    self.eccentricity = eccentricity
    polarQ = Self.q(sine: 1, eccentricity)
    radius = ellipsoid.semiMajorAxis * Double.sqrt(polarQ / 2)
    // At a pole itself the stretch is 0 / 0; a metre beside it, it is what it tends to.
    let latitude = min(max(centre.y, -89.99999), 89.99999) * .pi / 180
    let sine = Double.sin(latitude)
    sineOfCentre = Self.q(sine: sine, eccentricity) / polarQ
    cosineOfCentre = Double.sqrt(1 - sineOfCentre * sineOfCentre)
    let parallel =
      Double.cos(latitude) / Double.sqrt(1 - ellipsoid.eccentricitySquared * sine * sine)
    stretch = ellipsoid.semiMajorAxis * parallel / (radius * cosineOfCentre)
  }

  private static func q(sine: Double, _ eccentricity: Double) -> Double {
    let squared = eccentricity * eccentricity
    guard squared > 0 else { return 2 * sine }
    return (1 - squared)
      * (sine / (1 - squared * sine * sine) + Double.atanh(eccentricity * sine) / eccentricity)
  }

  /// The image in metres of a place in longitude and latitude. O(1).
  public func project(_ place: Coordinate) -> Coordinate {
    let sine = Self.q(sine: .sin(place.y * .pi / 180), eccentricity) / polarQ
    let cosine = Double.sqrt(max(0, 1 - sine * sine))
    var turn = place.x - centre.x
    if turn > 180 || turn < -180 { turn -= 360 * (turn / 360).rounded() }
    let angle = turn * .pi / 180
    let cosineOfTurn = Double.cos(angle)
    let nearness = 1 + sineOfCentre * sine + cosineOfCentre * cosine * cosineOfTurn
    let factor = radius * Double.sqrt(2 / max(nearness, 1e-12))
    return Coordinate(
      x: factor * stretch * cosine * Double.sin(angle),
      y: factor / stretch
        * (cosineOfCentre * sine - sineOfCentre * cosine * cosineOfTurn))
  }

  /// The place in longitude (−180…180) and latitude whose image is `image`, in metres; to 10⁻⁸
  /// degrees. Beyond the edge of the world the nearest place on it. O(1).
  public func place(of image: Coordinate) -> Coordinate {
    let x = image.x / stretch
    let y = image.y * stretch
    let distance = Double.sqrt(x * x + y * y)
    guard distance > 0 else { return centre }
    let angle = 2 * Double.asin(min(1, distance / (2 * radius)))
    let sineOfAngle = Double.sin(angle)
    let cosineOfAngle = Double.cos(angle)
    let sine =
      cosineOfAngle * sineOfCentre + y * sineOfAngle * cosineOfCentre / distance
    let turn = Double.atan2(
      y: x * sineOfAngle,
      x: distance * cosineOfCentre * cosineOfAngle - y * sineOfCentre * sineOfAngle)
    var longitude = centre.x + turn * 180 / .pi
    if longitude > 180 { longitude -= 360 }
    if longitude < -180 { longitude += 360 }
    return Coordinate(x: longitude, y: latitude(authalicSine: min(max(sine, -1), 1)))
  }

  /// From the authalic to the geodetic latitude, by the series in the eccentricity.
  private func latitude(authalicSine sine: Double) -> Double {
    let beta = Double.asin(sine)
    let e2 = ellipsoid.eccentricitySquared
    let e4 = e2 * e2
    let e6 = e4 * e2
    let second = (e2 / 3 + 31 * e4 / 180 + 517 * e6 / 5040) * Double.sin(2 * beta)
    let fourth = (23 * e4 / 360 + 251 * e6 / 3780) * Double.sin(4 * beta)
    let sixth = 761 * e6 / 45360 * Double.sin(6 * beta)
    return (beta + second + fourth + sixth) * 180 / .pi
  }
}
