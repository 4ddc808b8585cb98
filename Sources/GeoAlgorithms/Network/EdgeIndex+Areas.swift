public import GeoModel

extension EdgeIndex {
  /// The least distance on the ellipsoid between an area and an edge, in micrometres; 0 where an
  /// edge meets the area or lies in it; `nil` where no edge lies within `limit` **metres**, or the
  /// area has no positions.
  ///
  /// Two lines that do not meet are nearest at an end of a segment of one of them, so the positions
  /// of the area are measured to the edges and those of the edges nearby to the area. Lines across
  /// the antimeridian are not supported.
  ///
  /// - Parameters:
  ///   - polygons: the area (valid; longitude and latitude).
  ///   - limit: the greatest distance of interest in **metres**, inclusive.
  /// - Complexity: O(n log m) for *n* positions of the area and *m* of the edges, and the product of
  ///   *n* and the segments that lie about as near as the nearest.
  public func distance(to polygons: [Polygon], within limit: Double) -> Micrometres? {
    var best: Micrometres?
    var reach = min(limit, Self.greatestLimit)
    let rings = polygons.flatMap(\.rings).map(\.coordinates)
    for position in rings.lazy.joined() {
      guard let near = nearest(to: position, within: reach).first else { continue }
      if near.distance == 0 { return 0 }
      best = near.distance
      reach = ShortGeodesic.metres(of: near.distance)
    }
    let box = Geometry.multiPolygon(polygons).boundingBox
    guard !box.isEmpty, reach >= 0 else { return best }
    let locator = PointLocator(polygons)
    var search = AreaSearch(rings: rings, box: box, reach: reach, best: best)
    for index in tree.items(meeting: search.window) {
      let run = runs[index]
      // A run that crosses no ring lies all inside or all outside.
      if locator.locate(shapes.coordinates[Int(run.first)]) != .exterior { return 0 }
      for segment in Int(run.first)..<Int(run.end) {
        search.measure(from: shapes.coordinates[segment], to: shapes.coordinates[segment + 1])
        if search.best == 0 { return 0 }
      }
    }
    return search.best
  }
}

/// Measures segments of edges against the rings of an area.
private struct AreaSearch {
  /// The rings of the area.
  let rings: [[Coordinate]]
  /// What an edge must meet to be nearer than the nearest so far.
  let window: BoundingBox
  /// The least distance so far.
  var best: Micrometres?

  private var reach: Double
  private let scaleX: Double
  private let scaleY = 110_574.0

  init(rings: [[Coordinate]], box: BoundingBox, reach: Double, best: Micrometres?) {
    self.rings = rings
    self.best = best
    self.reach = reach
    let degrees = reach / scaleY
    let south = max(box.minimumY - degrees, -90)
    let north = min(box.maximumY + degrees, 90)
    // The least that a degree is worth in the window, so that a distance taken with it is never more
    // than the one on the ellipsoid.
    scaleX = min(
      ShortGeodesic.metresPerDegree(atLatitude: south).longitude,
      ShortGeodesic.metresPerDegree(atLatitude: north).longitude)
    let width = scaleX > 0 ? min(reach / scaleX, 360) : 360
    window = BoundingBox(
      minimumX: box.minimumX - width, minimumY: south, maximumX: box.maximumX + width,
      maximumY: north)
  }

  mutating func measure(from start: Coordinate, to end: Coordinate) {
    guard BoundingBox(of: [start, end]).intersects(window) else { return }
    for ring in rings {
      for (first, second) in zip(ring, ring.dropFirst()) {
        if Self.meet(start, end, first, second) {
          best = 0
          return
        }
        measure(start, first, second)
        measure(end, first, second)
      }
    }
  }

  private mutating func measure(_ position: Coordinate, _ first: Coordinate, _ second: Coordinate) {
    let bound = EdgeIndex.planarDistance(position, first, second, scaleX, scaleY)
    guard bound <= reach + EdgeIndex.margin else { return }
    let found = ShortGeodesic.projection(of: position, onSegmentFrom: first, to: second).distance
    guard found < best ?? .max, ShortGeodesic.metres(of: found) <= reach else { return }
    best = found
    reach = ShortGeodesic.metres(of: found)
  }

  /// Whether two segments have a position in common that is inside both; common ends are found as
  /// distances of 0.
  private static func meet(
    _ start: Coordinate, _ end: Coordinate, _ first: Coordinate, _ second: Coordinate
  ) -> Bool {
    guard max(start.x, end.x) >= min(first.x, second.x),
      max(first.x, second.x) >= min(start.x, end.x),
      max(start.y, end.y) >= min(first.y, second.y), max(first.y, second.y) >= min(start.y, end.y)
    else { return false }
    return Orientation.sign(start, end, first) * Orientation.sign(start, end, second) < 0
      && Orientation.sign(first, second, start) * Orientation.sign(first, second, end) < 0
  }
}
