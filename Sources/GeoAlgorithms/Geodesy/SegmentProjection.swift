public import GeoModel
import RealModule

/// The nearest point of a straight segment to a position, measured on the ellipsoid.
public struct SegmentProjection: Sendable, Hashable {
  /// The nearest point.
  public var point: Coordinate
  /// Its geodesic distance from the position, in micrometres.
  public var distance: Micrometres
  /// How far along the segment it lies, as a share of the way from the first end, 0…1.
  public var fraction: Double
}

extension ShortGeodesic {
  /// The nearest point of the segment from `start` to `end`, straight in longitude and latitude,
  /// to `position`.
  ///
  /// The point is first found in the tangent plane at `position` and then moved to where the
  /// geodesic distance is least, by Newton's method with the slope taken from distances a metre
  /// apart: good to a micrometre within some kilometres. The same whichever end is called the
  /// start, except that the fraction is counted from the other end. O(1).
  public static func projection(
    of position: Coordinate, onSegmentFrom start: Coordinate,
    to end: Coordinate
  ) -> SegmentProjection {
    guard start <= end else {
      var turned = projection(of: position, onSegmentFrom: end, to: start)
      turned.fraction = 1 - turned.fraction
      return turned
    }
    let here = MeridianPoint(position)
    let scale = metresPerDegree(atLatitude: position.y)
    let dx = (end.x - start.x) * scale.longitude
    let dy = (end.y - start.y) * scale.latitude
    let squared = dx * dx + dy * dy
    func distance(at fraction: Double) -> Double {
      metres(from: here, to: MeridianPoint(place(fraction, start, end)))
    }
    var fraction = 0.0
    if squared > 0 {
      let along =
        (position.x - start.x) * scale.longitude * dx
        + (position.y - start.y) * scale.latitude * dy
      fraction = min(max(along / squared, 0), 1)
      let step = 1 / Double.sqrt(squared)
      for _ in 0..<2 {
        let before = distance(at: fraction - step)
        let after = distance(at: fraction + step)
        let slope = (after - before) * (after + before) / (2 * step)
        fraction = min(max(fraction - slope / (2 * squared), 0), 1)
      }
    }
    let point = place(fraction, start, end)
    return SegmentProjection(
      point: point, distance: micrometres(of: metres(from: here, to: MeridianPoint(point))),
      fraction: fraction)
  }

  /// The position a share of the way along; the ends themselves, to the last bit, at 0 and 1.
  private static func place(_ fraction: Double, _ start: Coordinate, _ end: Coordinate)
    -> Coordinate
  {
    if fraction == 1 { return end }
    return Coordinate(
      x: start.x + fraction * (end.x - start.x), y: start.y + fraction * (end.y - start.y))
  }

  /// How much of a segment's length lies before a point of it, in micrometres.
  ///
  /// The length is divided as the distances from the point to the two ends are, so the two parts
  /// add up to the whole.
  static func part(
    of length: Micrometres, from start: Coordinate, to end: Coordinate,
    before point: Coordinate
  ) -> Micrometres {
    guard start <= end else {
      return length - part(of: length, from: end, to: start, before: point)
    }
    let before = metres(from: start, to: point)
    let after = metres(from: point, to: end)
    guard before + after > 0 else { return 0 }
    return Micrometres((Double(length) * (before / (before + after))).rounded())
  }
}
