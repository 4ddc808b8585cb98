internal import GeoModel

extension GeometryFinisher {
  /// A mended area has new vertices off the grid, and rounding them can break it again, ever less:
  /// after so many rounds it is given up.
  private static let mostRounds = 8

  /// The areas on the grid as valid areas on the grid, where only rounding (or the cut) had made
  /// them invalid. What the source already held invalid stays as it is: to mend that is a
  /// decision about figures, not about writing.
  mutating func mended(
    _ areas: [[RoundedRun]], source: [Polygon], isCut: Bool, feature: String
  ) throws(GeoJSONError) -> [[RoundedRun]] {
    guard let mender, !areas.isEmpty else { return areas }
    var polygons = areas.compactMap(rounding.polygon)
    if !isCut && polygons == source { return areas }
    do {
      if try mender.areValid(polygons) { return areas }
      // The source in its own turn: one that jumps across ±180 looks invalid as it stands.
      let original = isCut ? source.map(unwrapped) : source
      guard try mender.areValid(original) else {
        report.invalidBefore += 1
        return areas
      }
      for _ in 0..<GeometryFinisher.mostRounds {
        let rounded = try mender.mended(polygons).map(rounding.rounded)
        let kept = rounded.compactMap { withoutCollapsedRings($0) }
        polygons = kept.compactMap(rounding.polygon)
        if try polygons.isEmpty || mender.areValid(polygons) {
          report.mendedGeometries += 1
          return kept
        }
      }
    } catch {
      throw GeoJSONError.mendingFailed(feature: feature, reason: "\(error)")
    }
    report.unmendedGeometries += 1
    return areas
  }

  /// The polygon with each ring taken the short way round, in degrees.
  private func unwrapped(_ polygon: Polygon) -> Polygon {
    func unwrapped(_ ring: LinearRing) -> LinearRing {
      var offset = 0.0
      var previous = ring.coordinates.first?.x ?? 0
      return LinearRing(
        ring.coordinates.map { position in
          let step = position.x - previous
          if step > 180 && step < 360 { offset -= 360 }
          if step < -180 && step > -360 { offset += 360 }
          previous = position.x
          return Coordinate(x: position.x + offset, y: position.y)
        })
    }
    let exterior = unwrapped(polygon.exterior)
    let reach = BoundingBox(of: exterior.coordinates)
    let holes = polygon.holes.map { hole in
      let run = unwrapped(hole)
      let box = BoundingBox(of: run.coordinates)
      let turns = [0.0, 360, -360].first {
        box.minimumX + $0 >= reach.minimumX && box.maximumX + $0 <= reach.maximumX
      }
      guard let turn = turns, turn != 0 else { return run }
      return LinearRing(run.coordinates.map { Coordinate(x: $0.x + turn, y: $0.y) })
    }
    return Polygon(exterior: exterior, holes: holes)
  }
}
