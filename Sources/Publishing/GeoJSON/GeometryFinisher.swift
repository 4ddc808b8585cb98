internal import GeoModel

/// Makes a geometry ready to be written: round, cut at the antimeridian, drop what rounding
/// collapsed, mend what rounding broke, wind; every change is counted in ``report``.
///
/// The cut follows the rounding because on the grid it is exact. No vertex is dropped but those
/// that came to lie on the one before them, so the border of two neighbours stays the same.
struct GeometryFinisher {
  let rounding: CoordinateRounding
  let antimeridian: Antimeridian
  let mender: (any PolygonMender)?
  var report = GeoJSONReport()

  init(decimals: Int, mender: (any PolygonMender)?) {
    rounding = CoordinateRounding(decimals: decimals)
    antimeridian = Antimeridian(halfTurn: rounding.halfTurn)
    self.mender = mender
  }

  /// The geometry as it will be written; `nil` where nothing is left of it.
  mutating func finished(
    _ geometry: Geometry, feature: String
  ) throws(GeoJSONError) -> RoundedGeometry? {
    try checkRange(of: geometry, feature: feature)
    switch geometry {
    case .point(let point):
      return .point(antimeridian.normalized(rounding.rounded(point)))
    case .multiPoint(let points):
      let kept = points.map { antimeridian.normalized(rounding.rounded($0)) }
      return kept.isEmpty ? nil : .multiPoint(kept)
    case .lineString(let line):
      let kept = finished(lines: [line])
      return kept.count > 1 ? .multiLineString(kept) : kept.first.map { .lineString($0) }
    case .multiLineString(let lines):
      let kept = finished(lines: lines)
      return kept.isEmpty ? nil : .multiLineString(kept)
    case .polygon(let polygon):
      let kept = try finished(polygons: [polygon], feature: feature)
      return kept.count > 1 ? .multiPolygon(kept) : kept.first.map { .polygon($0) }
    case .multiPolygon(let polygons):
      let kept = try finished(polygons: polygons, feature: feature)
      return kept.isEmpty ? nil : .multiPolygon(kept)
    }
  }

  /// Longitudes may run on beyond ±180, as they do where a line crosses; not beyond a full turn.
  private func checkRange(of geometry: Geometry, feature: String) throws(GeoJSONError) {
    var outside: Coordinate?
    geometry.forEachRun { run in
      for position in run where !(abs(position.x) <= 360 && abs(position.y) <= 90) {
        outside = outside ?? position
      }
    }
    if let outside {
      throw GeoJSONError.coordinateOutOfRange(feature: feature, coordinate: outside)
    }
  }

  private mutating func finished(lines: [[Coordinate]]) -> [RoundedRun] {
    var kept: [RoundedRun] = []
    var isCut = false
    for line in lines {
      let run = line.map(rounding.rounded)
      let isCrossing = antimeridian.isCrossed(by: run)
      isCut = isCut || isCrossing
      for piece in isCrossing ? antimeridian.pieces(of: run) : [run] {
        let distinct = withoutRepetitions(piece)
        if distinct.count >= 2 {
          kept.append(distinct)
        } else if !line.isEmpty {
          report.collapsedLines += 1
        }
      }
    }
    if isCut { report.cutGeometries += 1 }
    return kept
  }

  private mutating func finished(
    polygons: [Polygon], feature: String
  ) throws(GeoJSONError) -> [[RoundedRun]] {
    var areas: [[RoundedRun]] = []
    var isCut = false
    for polygon in polygons {
      let rings = rounding.rounded(polygon)
      guard rings.contains(where: antimeridian.isCrossed) else {
        areas.append(rings)
        continue
      }
      isCut = true
      do {
        let unwrapped = try antimeridian.unwrapped(polygon: rings)
        areas.append(contentsOf: antimeridian.parts(ofUnwrapped: unwrapped))
      } catch {
        throw GeoJSONError.ringAroundPole(feature: feature)
      }
    }
    if isCut { report.cutGeometries += 1 }
    let kept = areas.compactMap { withoutCollapsedRings($0) }
    return try mended(kept, source: polygons, isCut: isCut, feature: feature).map(wound)
  }

  /// The polygon without rings that enclose nothing; `nil` where its outer ring does not.
  mutating func withoutCollapsedRings(_ rings: [RoundedRun]) -> [RoundedRun]? {
    var kept: [RoundedRun] = []
    for (index, ring) in rings.enumerated() where !ring.isEmpty {
      let distinct = withoutRepetitions(ring)
      if !RoundedRing.isCollapsed(distinct) {
        kept.append(distinct)
      } else if index == 0 {
        report.collapsedRings += rings.count
        return nil
      } else {
        report.collapsedRings += 1
      }
    }
    return kept.isEmpty ? nil : kept
  }

  private mutating func withoutRepetitions(_ run: RoundedRun) -> RoundedRun {
    let distinct = RoundedRing.withoutRepetitions(run)
    report.repeatedPositions += run.count - distinct.count
    return distinct
  }

  private func wound(_ rings: [RoundedRun]) -> [RoundedRun] {
    rings.enumerated().map { index, ring in
      RoundedRing.wound(ring, counterClockwise: index == 0)
    }
  }
}
