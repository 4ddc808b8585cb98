import GeoModel

/// One straight piece of a line, its lesser end first, so that what is computed from it does not
/// depend on the direction of the line.
struct NetworkSegment {
  /// The place of its first vertex among those of all lines.
  let index: Int
  let lowVertex: Int32
  let highVertex: Int32
  let low: Coordinate
  let high: Coordinate
  /// Whether the line runs from the greater end to the lesser.
  let isReversed: Bool

  init(index: Int, _ lines: LineVertices) {
    self.index = index
    let first = lines.vertices[index]
    let second = lines.vertices[index + 1]
    isReversed = lines.coordinate(second) < lines.coordinate(first)
    lowVertex = isReversed ? second : first
    highVertex = isReversed ? first : second
    low = lines.coordinate(lowVertex)
    high = lines.coordinate(highVertex)
  }

  /// The position a given share of the way along.
  func position(at fraction: Double) -> Coordinate {
    Coordinate(
      x: low.x + fraction * (high.x - low.x), y: low.y + fraction * (high.y - low.y))
  }

  /// How far along, as a share of the way, the foot of the perpendicular from `place` lies; below
  /// 0 or above 1 beyond the ends. In the tangent plane at `place`.
  func fraction(of place: Coordinate) -> Double {
    let scale = ShortGeodesic.metresPerDegree(atLatitude: place.y)
    let dx = (high.x - low.x) * scale.longitude
    let dy = (high.y - low.y) * scale.latitude
    let squared = dx * dx + dy * dy
    guard squared > 0 else { return 0 }
    return ((place.x - low.x) * scale.longitude * dx + (place.y - low.y) * scale.latitude * dy)
      / squared
  }

  /// Where the two segments cross between their ends; `nil` where they do not, or only touch.
  func crossing(with other: NetworkSegment) -> Coordinate? {
    guard
      Orientation.sign(low, high, other.low) * Orientation.sign(low, high, other.high) < 0,
      Orientation.sign(other.low, other.high, low) * Orientation.sign(other.low, other.high, high)
        < 0
    else { return nil }
    let dx = high.x - low.x
    let dy = high.y - low.y
    let ex = other.high.x - other.low.x
    let ey = other.high.y - other.low.y
    let numerator = (other.low.x - low.x) * ey - (other.low.y - low.y) * ex
    return position(at: min(max(numerator / (dx * ey - dy * ex), 0), 1))
  }
}

extension BoundingBox {
  /// The box grown on all sides by at least `metres` on the ground.
  func padded(byMetres metres: Double) -> BoundingBox {
    guard !isEmpty else { return self }
    let farthest = min(max(abs(minimumY), abs(maximumY)) + metres / 110_000, 90)
    let scale = ShortGeodesic.metresPerDegree(atLatitude: farthest)
    let dx = min(metres / max(scale.longitude, 1e-3), 360)
    let dy = metres / 110_000
    return BoundingBox(
      minimumX: minimumX - dx, minimumY: minimumY - dy, maximumX: maximumX + dx,
      maximumY: maximumY + dy)
  }
}
