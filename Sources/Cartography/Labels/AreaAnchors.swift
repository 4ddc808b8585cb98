import GeoModel

/// Where in an area a name of a size fits.
///
/// Horizontal lines are laid through the area; where three of them, at the top, the middle and the
/// foot of the name, run inside for its width, it fits. The places nearest to the middle come first.
struct AreaAnchors {
  private static let lines = 36

  /// The rings of the area on the page, in points.
  let rings: [[Coordinate]]

  /// Boxes of `width` × `height` for a name: those that lie inside, then boxes in the widest parts that
  /// it sticks out of, by at most `overhang` times its width. O(lines × positions).
  func boxes(width: Double, height: Double, overhang: Double) -> [BoundingBox] {
    let extent = BoundingBox(of: rings.joined())
    guard !extent.isEmpty else { return [] }
    let centre = Coordinate(
      x: (extent.minimumX + extent.maximumX) / 2, y: (extent.minimumY + extent.maximumY) / 2)
    var inside: [Coordinate] = []
    var sticking: [(room: Double, place: Coordinate)] = []
    for line in 1..<Self.lines {
      let y =
        extent.minimumY + (extent.maximumY - extent.minimumY) * Double(line) / Double(Self.lines)
      let middle = spans(at: y)
      let common = intersection(
        intersection(middle, spans(at: y - height * 0.4)), spans(at: y + height * 0.4))
      for span in common where span.upper - span.lower >= width {
        let slack = (span.upper - span.lower - width) / 2
        let middle = (span.lower + span.upper) / 2
        for share in [0, -0.33, 0.33, -0.66, 0.66, -1, 1] {
          inside.append(Coordinate(x: middle + share * slack, y: y))
        }
      }
      for span in middle
      where span.upper - span.lower >= width * (1 - overhang) && overhang > 0 {
        sticking.append(
          (span.upper - span.lower, Coordinate(x: (span.lower + span.upper) / 2, y: y)))
      }
    }
    // A step sideways costs less than one up or down: names run sideways.
    func distance(_ place: Coordinate) -> Double {
      let dx = (place.x - centre.x) * 0.6
      let dy = place.y - centre.y
      return dx * dx + dy * dy
    }
    let ordered =
      inside.sorted {
        let (one, other) = (distance($0), distance($1))
        return one != other ? one < other : $0 < $1
      }
      + sticking.sorted { $0.room != $1.room ? $0.room > $1.room : $0.place < $1.place }
      .map(\.place)
    return ordered.map { place in
      BoundingBox(
        minimumX: place.x - width / 2, minimumY: place.y - height / 2,
        maximumX: place.x + width / 2, maximumY: place.y + height / 2)
    }
  }

  /// Where the line at `y` runs inside, from left to right, by the even-odd rule.
  private func spans(at y: Double) -> [(lower: Double, upper: Double)] {
    var crossings: [Double] = []
    for ring in rings {
      guard var last = ring.last else { continue }
      for point in ring {
        if (point.y > y) != (last.y > y) {
          crossings.append(last.x + (y - last.y) / (point.y - last.y) * (point.x - last.x))
        }
        last = point
      }
    }
    crossings.sort()
    return stride(from: 0, to: crossings.count - 1, by: 2).map {
      (crossings[$0], crossings[$0 + 1])
    }
  }

  private func intersection(
    _ one: [(lower: Double, upper: Double)], _ other: [(lower: Double, upper: Double)]
  ) -> [(lower: Double, upper: Double)] {
    one.flatMap { first in
      other.compactMap { second in
        let lower = max(first.lower, second.lower)
        let upper = min(first.upper, second.upper)
        return lower < upper ? (lower, upper) : nil
      }
    }
  }
}
