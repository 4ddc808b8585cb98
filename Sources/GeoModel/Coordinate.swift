/// A position in the plane of some reference system.
///
/// `x` is longitude or easting, `y` latitude or northing: the traditional order of GIS files,
/// whatever order the authority that defined the reference system prescribes. Unit: degrees in a
/// geographic system, the unit of the axis (mostly metres) in a projected one.
@frozen
public struct Coordinate: Hashable, Sendable {
  /// Longitude or easting.
  public var x: Double
  /// Latitude or northing.
  public var y: Double

  /// Makes a position from longitude or easting `x` and latitude or northing `y`.
  @inlinable
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// Whether both numbers are finite; a coordinate that is not is never a place.
  @inlinable
  public var isFinite: Bool { x.isFinite && y.isFinite }
}

extension Coordinate: Comparable {
  /// Orders by `x`, then by `y`: the order in which coincident results are settled, so that a
  /// result never depends on the order of the input.
  @inlinable
  public static func < (left: Coordinate, right: Coordinate) -> Bool {
    left.x != right.x ? left.x < right.x : left.y < right.y
  }
}
