import GeoModel

/// Leaves out positions that nobody would see.
struct LineThinner: Sendable {
  /// The distance in points under which a position adds nothing.
  let resolution: Double

  /// Brings `line` to the page by `view`; positions that are nearer than the resolution to the one
  /// before are left out, the last stays. `buffer` is emptied first. O(n).
  func draw(
    _ line: some Collection<Coordinate>, by view: MapView, into buffer: inout [Coordinate]
  ) {
    buffer.removeAll(keepingCapacity: true)
    var skipped: Coordinate?
    for place in line {
      let point = view.point(of: place)
      if let last = buffer.last, abs(point.x - last.x) < resolution,
        abs(point.y - last.y) < resolution
      {
        skipped = point
        continue
      }
      skipped = nil
      buffer.append(point)
    }
    // A line that is all within the resolution is still a dot.
    if let skipped { buffer.append(skipped) }
  }
}
