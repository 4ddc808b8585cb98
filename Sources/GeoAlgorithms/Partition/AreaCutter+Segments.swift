import GeoModel

extension AreaCutter {
  /// The parts of a segment and their owners, from its start to its end, where it touches borders,
  /// runs along them, or passes areas that overlap: cut wherever it meets a border, and each part
  /// asked for by its middle.
  func parts(from start: Coordinate, to end: Coordinate) -> [(area: Int32, end: Coordinate)] {
    var fractions = [0.0, 1]
    var overlaps: [(low: Double, high: Double, area: Int32)] = []
    var seen: Set<Int32> = []
    buckets.forEachBucket(from: start, to: end) { bucket in
      for place in buckets.range(bucket) {
        let edge = buckets.edge(place)
        guard seen.insert(edge).inserted else { continue }
        let (a, b) = buckets.edges.ends(edge)
        switch Crossing.between(start, end, a, b) {
        case .none: continue
        case .proper: fractions.append(Self.fraction(start, end, a, b))
        case .touch:
          let ends = [a, b].map { Self.fraction(of: $0, start, end) }
          let lie = [a, b].map { Orientation.sign(start, end, $0) == 0 }
          for (fraction, lies) in zip(ends, lie) where lies && fraction > 0 && fraction < 1 {
            fractions.append(fraction)
          }
          if lie[0], lie[1] {
            overlaps.append(
              (min(ends[0], ends[1]), max(ends[0], ends[1]), buckets.edges.areas[Int(edge)]))
          }
        }
      }
    }
    fractions.sort()
    var parts: [(area: Int32, end: Coordinate)] = []
    for (low, high) in zip(fractions, fractions.dropFirst()) where high > low {
      let middle = (low + high) / 2
      let along = overlaps.filter { $0.low <= middle && middle <= $0.high }.map(\.area)
        .min { locator.ranks[Int($0)] < locator.ranks[Int($1)] }
      let area =
        along
        ?? locator.locate(Self.place(middle, start, end)).unit.map(Int32.init)
        ?? BorderBuckets.outside
      parts.append((area, high == 1 ? end : Self.place(high, start, end)))
    }
    return parts
  }

  /// The position a share of the way along.
  static func place(_ fraction: Double, _ start: Coordinate, _ end: Coordinate) -> Coordinate {
    Coordinate(
      x: start.x + fraction * (end.x - start.x), y: start.y + fraction * (end.y - start.y))
  }

  /// How far along the segment it crosses the edge from `a` to `b`, 0…1; the same whichever way the
  /// edge runs.
  static func fraction(
    _ start: Coordinate, _ end: Coordinate, _ a: Coordinate, _ b: Coordinate
  ) -> Double {
    let (a, b) = a < b ? (a, b) : (b, a)
    let before = (b.x - a.x) * (start.y - a.y) - (b.y - a.y) * (start.x - a.x)
    let after = (b.x - a.x) * (end.y - a.y) - (b.y - a.y) * (end.x - a.x)
    guard before != after else { return 0.5 }
    return min(max(before / (before - after), 0), 1)
  }

  /// How far along the segment the foot of the perpendicular from `position` lies, in the
  /// coordinates.
  private static func fraction(
    of position: Coordinate, _ start: Coordinate, _ end: Coordinate
  ) -> Double {
    let dx = end.x - start.x
    let dy = end.y - start.y
    let squared = dx * dx + dy * dy
    guard squared > 0 else { return 0 }
    return ((position.x - start.x) * dx + (position.y - start.y) * dy) / squared
  }
}
