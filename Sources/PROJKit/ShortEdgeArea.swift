internal import GeoModel
internal import Glibc

/// The area between a short geodesic and the equator, without solving for the geodesic.
///
/// From the equator to the latitude φ there lie Q(φ) m² a radian of longitude, with Q′ = M N cos φ:
/// J. P. Snyder, *Map Projections — A Working Manual*, U.S. Geological Survey Professional Paper 1395
/// (1987), doi:10.3133/pp1395, equation 3-12, in which artanh(e sin φ) / e is taken by its series.
/// Along the geodesic φ is a function of λ whose curvature the geodesic equation gives:
/// φ″ = −(M′/M + 2 M sin φ / r) φ′² − r sin φ / M, with r = N cos φ. The mean of Q over the edge, to
/// the second order about the mean latitude of its ends, is
///
/// Q + ⅛ (M′ r + M² sin φ) Δφ² + ¹⁄₁₂ r² sin φ Δλ²,
///
/// and Δλ times that is the area. What is left out is of the fourth order: for an edge within the
/// limits below it is less than what `geod_geninverse` itself loses by rounding, some 10⁻⁵ m².
enum ShortEdgeArea {
  /// The greatest difference of longitude and of latitude, in degrees: some 1,100 m.
  static let greatestSpan = 0.01
  /// The greatest latitude, in degrees: towards the poles geodesics bend more.
  static let greatestLatitude = 70.0

  private static let radians = Double.pi / 180
  private static let squaredEccentricity = Ellipsoid.flattening * (2 - Ellipsoid.flattening)
  private static let polarRadius = Ellipsoid.equatorialRadius * (1 - Ellipsoid.flattening)

  /// Whether the edge is short enough.
  static func holds(from: Coordinate, to: Coordinate) -> Bool {
    abs(to.x - from.x) <= greatestSpan && abs(to.y - from.y) <= greatestSpan
      && abs(from.y) <= greatestLatitude && abs(to.y) <= greatestLatitude
  }

  /// The area in **square metres**, positive eastwards north of the equator; the same backwards with
  /// the other sign, to the last bit.
  static func below(from: Coordinate, to: Coordinate) -> Double {
    let latitude = (from.y + to.y) / 2 * radians
    let width = (to.x - from.x) * radians
    let height = (to.y - from.y) * radians
    let sine = sin(latitude)
    let t = squaredEccentricity * sine * sine
    let w = 1 - t
    let cosine = (1 - sine * sine).squareRoot()
    let series =
      1 + t * (1 / 3.0 + t * (1 / 5.0 + t * (1 / 7.0 + t * (1 / 9.0 + t * (1 / 11.0 + t / 13)))))
    let strip = polarRadius * polarRadius / 2 * sine * (1 / w + series)
    let primeVertical = Ellipsoid.equatorialRadius / w.squareRoot()
    let parallel = primeVertical * cosine
    let meridian = primeVertical * (1 - squaredEccentricity) / w
    let turn = 3 * meridian * squaredEccentricity * sine * cosine / w
    let upward = (turn * parallel + meridian * meridian * sine) / 8
    let across = parallel * parallel * sine / 12
    return width * (strip + upward * height * height + across * width * width)
  }
}
