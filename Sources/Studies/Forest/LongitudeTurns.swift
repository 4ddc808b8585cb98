internal import GeoModel

/// Brings polygons to the longitudes that a geographic raster counts in, which may run from −180 to
/// 180, from 0 to 360, or across either end: 180.5° and −179.5° are one meridian.
///
/// Each polygon is turned by itself, because the parts of a unit that is cut at 180° lie on both
/// sides. A polygon that the raster holds in two turns is divided at the raster's western edge.
struct LongitudeTurns {
  private let left: Double
  private let right: Double

  /// The turns for a raster parallel to the axes.
  init(_ grid: GridGeometry) {
    let ends = [grid.originX, grid.originX + Double(grid.columns) * grid.columnStepX]
    left = min(ends[0], ends[1])
    right = max(ends[0], ends[1])
  }

  /// The polygons, each where the raster has it; as they are where it has them nowhere.
  ///
  /// Pieces of a divided polygon may run along the edge of division and back, which encloses
  /// nothing and so adds nothing to shares of cells; they are for that alone. O(vertices).
  func apply(to polygons: [Polygon]) -> [Polygon] {
    polygons.flatMap { polygon -> [Polygon] in
      let box = polygon.boundingBox
      let turns = [0.0, 360, -360].filter {
        box.minimumX + $0 < right && box.maximumX + $0 > left
      }
      guard turns.count > 1 else { return [Self.shifted(polygon, by: turns.first ?? 0)] }
      return [-720.0, -360, 0, 360, 720].compactMap { turn in
        piece(of: Self.shifted(polygon, by: turn))
      }
    }
  }

  /// The polygon turned by a full circle where it lies wholly beyond 180° or −180°.
  static func principal(_ polygon: Polygon) -> Polygon {
    let box = polygon.boundingBox
    if box.minimumX >= 180 { return shifted(polygon, by: -360) }
    return box.maximumX <= -180 ? shifted(polygon, by: 360) : polygon
  }

  private static func shifted(_ polygon: Polygon, by degrees: Double) -> Polygon {
    guard degrees != 0 else { return polygon }
    return mapped(polygon) { ring in
      ring.map { Coordinate(x: $0.x + degrees, y: $0.y) }
    }
  }

  /// The part of `polygon` in the full circle that starts at the raster's western edge.
  private func piece(of polygon: Polygon) -> Polygon? {
    let box = polygon.boundingBox
    guard box.minimumX < left + 360, box.maximumX > left else { return nil }
    if box.minimumX >= left, box.maximumX <= left + 360 { return polygon }
    return Self.mapped(polygon) { ring in
      clipped(clipped(ring, at: left, keepsEast: true), at: left + 360, keepsEast: false)
    }
  }

  /// A closed ring cut along a meridian: I. E. Sutherland, G. W. Hodgman, "Reentrant polygon
  /// clipping", Communications of the ACM 17 (1974), doi:10.1145/360767.360802.
  private func clipped(
    _ ring: [Coordinate], at meridian: Double, keepsEast: Bool
  ) -> [Coordinate] {
    func isKept(_ place: Coordinate) -> Bool {
      keepsEast ? place.x >= meridian : place.x <= meridian
    }
    var kept: [Coordinate] = []
    for (start, end) in zip(ring, ring.dropFirst()) {
      if isKept(start) { kept.append(start) }
      guard isKept(start) != isKept(end) else { continue }
      // From the western end, so that neighbours with a common edge are cut at the same place.
      let (west, east) = start.x < end.x ? (start, end) : (end, start)
      let part = (meridian - west.x) / (east.x - west.x)
      kept.append(Coordinate(x: meridian, y: west.y + part * (east.y - west.y)))
    }
    return LinearRing(kept).coordinates
  }

  private static func mapped(
    _ polygon: Polygon, _ change: ([Coordinate]) -> [Coordinate]
  ) -> Polygon {
    Polygon(
      exterior: LinearRing(change(polygon.exterior.coordinates)),
      holes: polygon.holes.map { LinearRing(change($0.coordinates)) })
  }
}
