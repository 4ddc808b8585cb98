extension Geometry {
  /// Calls `body` with each run of positions (a ring, a line, a point) in the order of the file.
  public func forEachRun(_ body: ([Coordinate]) throws -> Void) rethrows {
    switch self {
    case .point(let point): try body([point])
    case .multiPoint(let points): try body(points)
    case .lineString(let line): try body(line)
    case .multiLineString(let lines):
      for line in lines { try body(line) }
    case .polygon(let polygon):
      for ring in polygon.rings { try body(ring.coordinates) }
    case .multiPolygon(let polygons):
      for polygon in polygons {
        for ring in polygon.rings { try body(ring.coordinates) }
      }
    }
  }

  /// The geometry with each run of positions (a ring, a line, all positions of a multi-point)
  /// replaced by what `transform` makes of it. A ring is closed again where `transform` opened it.
  public func mapRuns(_ transform: ([Coordinate]) throws -> [Coordinate]) rethrows -> Geometry {
    func polygon(_ source: Polygon) throws -> Polygon {
      Polygon(
        exterior: LinearRing(try transform(source.exterior.coordinates)),
        holes: try source.holes.map { LinearRing(try transform($0.coordinates)) })
    }
    switch self {
    case .point(let point):
      let moved = try transform([point])
      return .point(moved.first ?? point)
    case .multiPoint(let points): return .multiPoint(try transform(points))
    case .lineString(let line): return .lineString(try transform(line))
    case .multiLineString(let lines): return .multiLineString(try lines.map(transform))
    case .polygon(let area): return .polygon(try polygon(area))
    case .multiPolygon(let areas): return .multiPolygon(try areas.map(polygon))
    }
  }

  /// The box of all positions; ``BoundingBox/empty`` where there are none. O(n).
  public var boundingBox: BoundingBox {
    var box = BoundingBox.empty
    forEachRun { box.formUnion(BoundingBox(of: $0)) }
    return box
  }

  /// The number of positions, the closing ones of rings included. O(number of rings).
  public var coordinateCount: Int {
    var count = 0
    forEachRun { count += $0.count }
    return count
  }

  /// Whether the geometry holds no position.
  public var isEmpty: Bool { coordinateCount == 0 }
}
