public import GeoModel

/// A length in whole micrometres.
///
/// Paths are compared by sums of lengths. Sums of whole numbers are equal whatever the order of
/// their terms, so two ways that are equally long compare equal, and a result is the same to the
/// last digit however the lines were cut, turned or sorted. 2⁶³ µm are 9.2 billion km.
public typealias Micrometres = Int64

extension ShortGeodesic {
  /// The distance between two positions in longitude and latitude, in whole micrometres.
  public static func micrometres(from start: Coordinate, to end: Coordinate) -> Micrometres {
    micrometres(of: metres(from: start, to: end))
  }

  /// A length in metres as whole micrometres, to the nearest. `metres` must be finite.
  @inlinable
  public static func micrometres(of metres: Double) -> Micrometres {
    Micrometres((metres * 1e6).rounded())
  }

  /// A length in whole micrometres as metres.
  @inlinable
  public static func metres(of length: Micrometres) -> Double { Double(length) / 1e6 }
}
