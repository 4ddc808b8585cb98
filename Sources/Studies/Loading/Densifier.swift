internal import GeoModel
internal import PROJKit

/// Brings lines from one reference system to another so that they stay where they were.
///
/// A straight edge in one system is a curve in another. An edge that would leave its true course by
/// more than ``tolerance`` is halved, in the source's own coordinates, until no part does. The cut
/// depends on the two ends alone, not on the direction, so that neighbours keep a shared border.
struct Densifier {
  /// The greatest departure in metres (definitions: 0.1 m).
  static let tolerance = 0.1
  /// No edge is cut into more than 2^this parts; a departure that large has no limit.
  private static let deepest = 12

  let operation: CoordinateOperation
  /// Whether to apply the operation backwards, from its target to its source.
  var backwards = false

  /// The positions of a ring or line in the other system, with those added that it needs.
  func transform(_ run: [Coordinate]) throws(PROJError) -> [Coordinate] {
    try densified(run, moved: try apply(run))
  }

  /// The same where the positions themselves have been `moved` already.
  func densified(
    _ run: [Coordinate], moved: [Coordinate]
  ) throws(PROJError) -> [Coordinate] {
    guard run.count > 1 else { return moved }
    // Long edges are tested in one call; most edges are short and need no test at all.
    let long = run.indices.dropLast().filter { mayBend(run, moved, $0) }
    guard !long.isEmpty else { return moved }
    let tested = try apply(long.flatMap { probes(run[$0], run[$0 + 1]) })
    var result: [Coordinate] = []
    result.reserveCapacity(moved.count + long.count)
    var next = 0
    for index in run.indices.dropLast() {
      result.append(moved[index])
      guard next < long.count, long[next] == index else { continue }
      if bends(tested[3 * next..<3 * next + 3], from: moved[index], to: moved[index + 1]) {
        try split(
          run[index], run[index + 1], moved[index], moved[index + 1], depth: 0, into: &result)
      }
      next += 1
    }
    result.append(moved[moved.count - 1])
    return result
  }

  private func split(
    _ a: Coordinate, _ b: Coordinate, _ movedA: Coordinate, _ movedB: Coordinate, depth: Int,
    into result: inout [Coordinate]
  ) throws(PROJError) {
    let middle = midpoint(a, b)
    let tested = try apply(probes(a, b))
    guard depth < Self.deepest, bends(tested[...], from: movedA, to: movedB) else { return }
    let moved = tested[1]
    try split(a, middle, movedA, moved, depth: depth + 1, into: &result)
    result.append(moved)
    try split(middle, b, moved, movedB, depth: depth + 1, into: &result)
  }

  private func apply(_ run: [Coordinate]) throws(PROJError) -> [Coordinate] {
    backwards ? try operation.inverse(run) : try operation.transform(run)
  }

  private func midpoint(_ a: Coordinate, _ b: Coordinate) -> Coordinate {
    Coordinate(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2)
  }

  /// The places of an edge that are tested: its quarters. In the middle alone a curve with its
  /// turning point there, such as an edge of a UTM zone across the equator, would look straight.
  private func probes(_ a: Coordinate, _ b: Coordinate) -> [Coordinate] {
    let middle = midpoint(a, b)
    return [midpoint(a, middle), middle, midpoint(middle, b)]
  }

  /// Whether the images of the ``probes(_:_:)`` lie off the straight edge.
  private func bends(
    _ moved: ArraySlice<Coordinate>, from a: Coordinate, to b: Coordinate
  ) -> Bool {
    zip(moved, probes(a, b)).contains { distance($0, $1) > Self.tolerance }
  }

  /// Whether the edge is long enough to bend: up to about 500 m a straight line of one system
  /// leaves that of another by less than 5 cm below 80° of latitude.
  private func mayBend(_ run: [Coordinate], _ moved: [Coordinate], _ index: Int) -> Bool {
    let ends = lonLatEnds(run, moved, index)
    return abs(ends.0.x - ends.1.x) > 0.0045 || abs(ends.0.y - ends.1.y) > 0.0045
      || max(abs(ends.0.y), abs(ends.1.y)) > 80
  }

  /// The ends of an edge in longitude and latitude, whichever side has them.
  private func lonLatEnds(
    _ run: [Coordinate], _ moved: [Coordinate], _ index: Int
  ) -> (Coordinate, Coordinate) {
    let targetIsGeographic =
      backwards ? operation.source.isGeographic : operation.target.isGeographic
    return targetIsGeographic
      ? (moved[index], moved[index + 1]) : (run[index], run[index + 1])
  }

  /// The distance of two places in the other system, in metres.
  private func distance(_ point: Coordinate, _ other: Coordinate) -> Double {
    let isGeographic = backwards ? operation.source.isGeographic : operation.target.isGeographic
    if isGeographic { return Geodesic.distance(from: point, to: other) }
    let dx = point.x - other.x
    let dy = point.y - other.y
    return (dx * dx + dy * dy).squareRoot()
  }
}
