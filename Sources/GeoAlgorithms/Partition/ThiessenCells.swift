public import GeoModel
import RealModule

/// Thiessen cells of some points: to each the ground that lies nearer to it than to another.
///
/// Made by cutting a box with the perpendicular bisectors to all others, one point at a time, so that a
/// cell depends on no order and is known by its point. Distances are planar, longitudes shortened by the
/// cosine of the box's middle latitude: over a commune of 20 km a bisector lies a few metres off the
/// geodesic one. A. H. Thiessen, "Precipitation averages for large areas", Monthly Weather Review 39,
/// 1911.
public struct ThiessenCells: Sendable {
  private let places: [Coordinate]
  private let box: [Coordinate]
  private let middle: Coordinate
  private let shortening: Double

  /// Prepares `points` (longitude and latitude, no two at one place) in a box that holds the ground to be
  /// divided.
  public init(_ points: [Coordinate], in box: BoundingBox) {
    let middle = Coordinate(
      x: (box.minimumX + box.maximumX) / 2, y: (box.minimumY + box.maximumY) / 2)
    let shortening = Double.cos(middle.y * EllipsoidShape.radiansPerDegree)
    func flat(_ position: Coordinate) -> Coordinate {
      Coordinate(x: (position.x - middle.x) * shortening, y: position.y - middle.y)
    }
    // A little wider, so that no rounding takes ground off the edge.
    let margin = 1e-6
    self.box = [
      Coordinate(x: box.minimumX - margin, y: box.minimumY - margin),
      Coordinate(x: box.maximumX + margin, y: box.minimumY - margin),
      Coordinate(x: box.maximumX + margin, y: box.maximumY + margin),
      Coordinate(x: box.minimumX - margin, y: box.maximumY + margin),
    ].map(flat)
    places = points.map(flat)
    self.middle = middle
    self.shortening = shortening
  }

  /// The cell of a point within the box, convex; `nil` where nothing of the box is nearest to it. O(n).
  public func cell(of point: Int) -> Polygon? {
    let own = places[point]
    var ring = box
    for (index, other) in places.enumerated() where index != point {
      ring = Self.nearer(to: own, than: other, ring)
      if ring.isEmpty { return nil }
    }
    return Polygon(
      exterior: LinearRing(
        ring.map { Coordinate(x: $0.x / shortening + middle.x, y: $0.y + middle.y) }))
  }

  /// The part of a convex ring, open, on one side of the bisector of two places.
  private static func nearer(
    to own: Coordinate, than other: Coordinate, _ ring: [Coordinate]
  ) -> [Coordinate] {
    let (x, y) = (other.x - own.x, other.y - own.y)
    let limit = (x * (other.x + own.x) + y * (other.y + own.y)) / 2
    let sides = ring.map { x * $0.x + y * $0.y - limit }
    var kept: [Coordinate] = []
    for index in ring.indices {
      let next = (index + 1) % ring.count
      if sides[index] <= 0 { kept.append(ring[index]) }
      guard (sides[index] < 0 && sides[next] > 0) || (sides[index] > 0 && sides[next] < 0) else {
        continue
      }
      let share = sides[index] / (sides[index] - sides[next])
      kept.append(
        Coordinate(
          x: ring[index].x + share * (ring[next].x - ring[index].x),
          y: ring[index].y + share * (ring[next].y - ring[index].y)))
    }
    return kept.count >= 3 ? kept : []
  }
}
