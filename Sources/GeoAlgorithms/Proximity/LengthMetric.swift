public import GeoModel

/// What lengths and distances are taken by.
public enum LengthMetric: Sendable, Hashable {
  /// Geodesics on the ellipsoid of WGS 84; positions are longitude and latitude in degrees.
  case ellipsoid
  /// Straight lines in the plane of the coordinates, which are **metres**: what programs do that
  /// measure in a projection. For comparisons with those; a study never measures so.
  case plane

  /// The distance from `position` to the segment from `start` to `end`, straight in the
  /// coordinates, in micrometres. O(1).
  public func micrometres(
    from position: Coordinate, toSegmentFrom start: Coordinate, to end: Coordinate
  ) -> Micrometres {
    switch self {
    case .ellipsoid:
      ShortGeodesic.projection(of: position, onSegmentFrom: start, to: end).distance
    case .plane:
      ShortGeodesic.micrometres(of: EdgeIndex.planarDistance(position, start, end, 1, 1))
    }
  }

  /// The length of the segment from `start` to `end` in micrometres. O(1).
  public func micrometres(from start: Coordinate, to end: Coordinate) -> Micrometres {
    switch self {
    case .ellipsoid: ShortGeodesic.micrometres(from: start, to: end)
    case .plane: ShortGeodesic.micrometres(of: Self.planar(start, end))
    }
  }

  /// How much of a segment of the length `length` lies before a point of it, in micrometres: the
  /// length is divided as the distances from the point to the two ends are, so the parts add up to
  /// the whole.
  func part(
    of length: Micrometres, from start: Coordinate, to end: Coordinate, before point: Coordinate
  ) -> Micrometres {
    switch self {
    case .ellipsoid:
      return ShortGeodesic.part(of: length, from: start, to: end, before: point)
    case .plane:
      guard start <= end else {
        return length - part(of: length, from: end, to: start, before: point)
      }
      let before = Self.planar(start, point)
      let after = Self.planar(point, end)
      guard before + after > 0 else { return 0 }
      return Micrometres((Double(length) * (before / (before + after))).rounded())
    }
  }

  private static func planar(_ start: Coordinate, _ end: Coordinate) -> Double {
    let dx = end.x - start.x
    let dy = end.y - start.y
    return (dx * dx + dy * dy).squareRoot()
  }
}
