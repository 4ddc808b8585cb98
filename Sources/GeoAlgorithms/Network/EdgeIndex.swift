public import GeoModel

/// A place on the network: on an edge, so far from its first node.
public struct EdgePosition: Sendable, Hashable {
  /// The edge.
  public var edge: Int32
  /// The way along the edge from its first node, in micrometres.
  public var offset: Micrometres
  /// The place.
  public var point: Coordinate
  /// How far the place lies from the position that was asked for, in micrometres.
  public var distance: Micrometres

  /// Makes a place on an edge.
  public init(edge: Int32, offset: Micrometres, point: Coordinate, distance: Micrometres) {
    self.edge = edge
    self.offset = offset
    self.point = point
    self.distance = distance
  }
}

/// Finds the places of a network that are near a position, on the ellipsoid.
///
/// The edges are cut into runs of at most eight segments, whose boxes are packed into a tree.
/// Edges are straight in longitude and latitude between their positions. Lines across the
/// antimeridian are not supported.
public struct EdgeIndex: Sendable {
  let shapes: PolylineSet
  /// For each run its edge, its first segment and the one behind its last.
  let runs: [(edge: Int32, first: Int32, end: Int32)]
  let tree: PackedRTree

  private static let segmentsPerRun = 8

  /// Prepares the edges of `network`. O(n).
  public init(_ network: NodedLines) {
    shapes = network.shapes
    var runs: [(edge: Int32, first: Int32, end: Int32)] = []
    var boxes: [BoundingBox] = []
    for edge in 0..<shapes.count {
      let range = shapes.range(edge)
      let last = range.upperBound - 1
      for first in stride(from: range.lowerBound, to: last, by: Self.segmentsPerRun) {
        let end = min(first + Self.segmentsPerRun, last)
        runs.append((Int32(edge), Int32(first), Int32(end)))
        boxes.append(BoundingBox(of: shapes.coordinates[first...end]))
      }
    }
    self.runs = runs
    tree = PackedRTree(boxes)
  }

  /// The nearest place of the nearest edge within `limit` metres (inclusive) of `position`; several
  /// where edges are equally near to the micrometre, as at a shared node or on a doubled line;
  /// none where no edge is within the limit. In the order of edges and offsets.
  public func nearest(to position: Coordinate, within limit: Double) -> [EdgePosition] {
    var found: [Candidate] = []
    var best = ShortGeodesic.micrometres(of: min(limit, Self.greatestLimit))
    search(position, limit) { candidate in
      guard candidate.projection.distance <= best else { return ShortGeodesic.metres(of: best) }
      if candidate.projection.distance < best { found.removeAll() }
      best = candidate.projection.distance
      found.append(candidate)
      return ShortGeodesic.metres(of: best)
    }
    return positions(found)
  }

  /// The nearest place of every edge within `limit` metres (inclusive) of `position`, in the order
  /// of edges; several on one edge only where they are equally near.
  ///
  /// - Parameters:
  ///   - position: in longitude and latitude; nothing is near one that is not finite.
  ///   - limit: in **metres** on the ellipsoid; nothing is within one below 0.
  ///   - groups: a number for each edge; edges of one number count as one edge, as the pieces of a cut
  ///     line should. Empty where each edge stands for itself.
  public func all(
    near position: Coordinate, within limit: Double, groups: [Int32] = []
  ) -> [EdgePosition] {
    precondition(groups.isEmpty || groups.count == shapes.count)
    var found: [Int32: [Candidate]] = [:]
    let greatest = ShortGeodesic.micrometres(of: min(limit, Self.greatestLimit))
    search(position, limit) { candidate in
      guard candidate.projection.distance <= greatest else { return limit }
      let group = groups.isEmpty ? candidate.edge : groups[Int(candidate.edge)]
      let present = found[group]?.first?.projection.distance ?? .max
      if candidate.projection.distance < present {
        found[group] = [candidate]
      } else if candidate.projection.distance == present {
        found[group]?.append(candidate)
      }
      return limit
    }
    return positions(found.values.flatMap { $0 })
  }

  private struct Candidate {
    let edge: Int32
    let segment: Int32
    let projection: SegmentProjection
  }

  /// Limits beyond this are as good as none: half the way round the earth, in metres.
  static let greatestLimit = 2.1e7

  /// Calls `body` with the nearest place of each segment that can be within the limit that `body`
  /// last gave, in metres.
  private func search(
    _ position: Coordinate, _ limit: Double, _ body: (Candidate) -> Double
  ) {
    guard position.isFinite, limit >= 0 else { return }
    let limit = min(limit, Self.greatestLimit)
    let reach = limit / 110_000
    let south = ShortGeodesic.metresPerDegree(atLatitude: max(position.y - reach, -90))
    let north = ShortGeodesic.metresPerDegree(atLatitude: min(position.y + reach, 90))
    // The least that a degree is worth within the limit: distances in this plane are never more
    // than those on the ellipsoid.
    let scaleX = min(south.longitude, north.longitude)
    let scaleY = reach < abs(position.y) ? min(south.latitude, north.latitude) : 110_574
    var current = limit
    tree.visitNearest(to: position, scaleX: scaleX, scaleY: scaleY, within: limit) { index in
      let run = runs[index]
      for segment in run.first..<run.end {
        let start = shapes.coordinates[Int(segment)]
        let end = shapes.coordinates[Int(segment) + 1]
        let bound = Self.planarDistance(position, start, end, scaleX, scaleY)
        guard bound <= current + Self.margin else { continue }
        let projection = ShortGeodesic.projection(of: position, onSegmentFrom: start, to: end)
        current = min(
          current, body(Candidate(edge: run.edge, segment: segment, projection: projection)))
      }
      return current + Self.margin
    }
  }

  /// What rounding may cost a bound, in metres.
  static let margin = 1e-5

  /// The distance from a position to a segment in a plane with the given scales.
  static func planarDistance(
    _ position: Coordinate, _ start: Coordinate, _ end: Coordinate, _ scaleX: Double,
    _ scaleY: Double
  ) -> Double {
    let dx = (end.x - start.x) * scaleX
    let dy = (end.y - start.y) * scaleY
    let px = (position.x - start.x) * scaleX
    let py = (position.y - start.y) * scaleY
    let squared = dx * dx + dy * dy
    let fraction = squared > 0 ? min(max((px * dx + py * dy) / squared, 0), 1) : 0
    let x = px - fraction * dx
    let y = py - fraction * dy
    return (x * x + y * y).squareRoot()
  }

  /// The candidates as places on edges, sorted and each once.
  private func positions(_ candidates: [Candidate]) -> [EdgePosition] {
    let sorted = candidates.map(position).sorted {
      ($0.edge, $0.offset) < ($1.edge, $1.offset)
    }
    var result: [EdgePosition] = []
    for position in sorted
    where result.last?.edge != position.edge || result.last?.offset != position.offset {
      result.append(position)
    }
    return result
  }

  private func position(_ candidate: Candidate) -> EdgePosition {
    let segment = Int(candidate.segment)
    var offset: Micrometres = 0
    for index in Int(shapes.starts[Int(candidate.edge)])..<segment {
      offset += ShortGeodesic.micrometres(
        from: shapes.coordinates[index], to: shapes.coordinates[index + 1])
    }
    let start = shapes.coordinates[segment]
    let end = shapes.coordinates[segment + 1]
    offset += ShortGeodesic.part(
      of: ShortGeodesic.micrometres(from: start, to: end), from: start, to: end,
      before: candidate.projection.point)
    return EdgePosition(
      edge: candidate.edge, offset: offset, point: candidate.projection.point,
      distance: candidate.projection.distance)
  }
}
