import RealModule

extension EllipsoidOfRevolution {
  /// The area in **m²** between two parallels and two meridians.
  ///
  /// With s = sin φ the area from the equator to φ per radian of longitude is ½ b² q(φ),
  /// q(φ) = s / (1 − e²s²) + artanh(e s) / e: J. P. Snyder, *Map Projections — A Working Manual*,
  /// U.S. Geological Survey Professional Paper 1395 (1987), doi:10.3133/pp1395, equation 3-12,
  /// times a²(1 − e²). The difference of two q is not taken by subtraction, which would leave a
  /// small cell few digits, but by
  ///
  /// q₂ − q₁ = Δs (1 + e² s₁s₂) / ((1 − e²s₁²)(1 − e²s₂²)) + artanh(e Δs / (1 − e² s₁s₂)) / e,
  /// Δs = 2 cos(φ₁ + ½Δφ) sin(½Δφ),
  ///
  /// so the relative error is a few units in the last place whatever the size of the cell.
  ///
  /// A cell of 0.00025° with its south edge at 15° N on WGS 84 has 743.7697 m²; the whole
  /// ellipsoid has 510,065,621,724,088.4 m².
  ///
  /// - Parameters:
  ///   - south: The latitude of the southern parallel in degrees.
  ///   - latitudeSpan: How far the northern parallel is from the southern one, in degrees, not
  ///     negative. It is asked for as a span because the step of a grid is known to the last
  ///     digit where the difference of two rounded latitudes is not.
  ///   - longitudeSpan: The degrees between the two meridians, not negative.
  /// - Returns: The area in m²; what lies beyond a pole has none. O(1).
  public func quadrilateralArea(
    south: Double, latitudeSpan: Double, longitudeSpan: Double
  ) -> Double {
    precondition(latitudeSpan >= 0 && longitudeSpan >= 0, "spans are not negative")
    var start = south
    var span = latitudeSpan
    if start < -90 {
      span += start + 90
      start = -90
    }
    if span > 90 - start { span = 90 - start }
    guard span > 0 else { return 0 }
    let radians = Double.pi / 180
    let half = span / 2 * radians
    let lower = start * radians
    let first = Double.sin(lower)
    let second = Double.sin(lower + 2 * half)
    // The cosine of the middle latitude, taken from the nearer pole so that it keeps its digits
    // where it is small.
    let middle = start + span / 2
    let cosine = Double.sin((90 - abs(middle)) * radians)
    let step = 2 * cosine * Double.sin(half)
    let squared = eccentricitySquared
    let radius = semiMinorAxis
    let width = longitudeSpan * radians
    let rational =
      step * (1 + squared * first * second)
      / ((1 - squared * first * first) * (1 - squared * second * second))
    guard squared > 0 else { return radius * radius * width * step }
    let eccentricity = Double.sqrt(squared)
    let logarithmic =
      Double.atanh(eccentricity * step / (1 - squared * first * second)) / eccentricity
    return radius * radius / 2 * width * (rational + logarithmic)
  }

  /// The area in **m²** of the whole ellipsoid.
  public var surfaceArea: Double {
    quadrilateralArea(south: -90, latitudeSpan: 180, longitudeSpan: 360)
  }
}
