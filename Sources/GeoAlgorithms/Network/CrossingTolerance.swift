import GeoModel
import RealModule

/// How near a vertex must come to a line to touch it.
public struct CrossingTolerance: Sendable, Hashable {
  /// The distance in metres within which a vertex touches a line or another vertex. It makes up
  /// for the rounding of a reprojection, not for careless drawing: 1 mm.
  public var metres: Double
  /// The greatest amount, in metres, by which the tolerance grows with the length of the line's
  /// segment; 0 for lines that are drawn in longitude and latitude.
  ///
  /// An end that lies on the middle of a straight segment in a projected system lies beside it
  /// after reprojection, because a line that is straight there is not quite straight in longitude
  /// and latitude: by about L² tan φ ÷ 8R, 7 mm for a segment of 1 km at 15° N. Lines that bend by
  /// more than 0.1 m are to be densified before.
  public var greatestBend: Double

  /// Makes a tolerance.
  public init(metres: Double = 0.001, greatestBend: Double = 0) {
    self.metres = metres
    self.greatestBend = greatestBend
  }

  /// The tolerance beside a segment of `length` metres at a latitude in degrees.
  func metres(besideSegmentOf length: Double, atLatitude latitude: Double) -> Double {
    guard greatestBend > 0 else { return metres }
    let slope = abs(Double.tan(latitude * EllipsoidShape.radiansPerDegree)) + 0.1
    return metres + min(greatestBend, length * length * slope / (8 * Ellipsoid.equatorialRadius))
  }
}
