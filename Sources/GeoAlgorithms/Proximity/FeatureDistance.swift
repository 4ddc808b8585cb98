public import GeoModel

/// Lines and points to which distances are taken: exact geodesic distances to the features
/// themselves, on no grid of their own.
///
/// The lines are cut into runs of at most eight segments, whose boxes are packed into a tree.
/// Features across the antimeridian are not supported. Immutable, for any number of workers.
public struct FeatureDistance: Sendable {
  /// The distance in **metres** beyond which a feature is taken to be nowhere.
  public static let greatest = 200_000.0

  let metric: LengthMetric
  let coordinates: [Coordinate]
  let runs: [Run]
  let tree: PackedRTree

  /// A piece of a line: its first position and its last, places in `coordinates`; equal for a point.
  struct Run: Sendable {
    let first: Int32
    let last: Int32
  }

  private static let segmentsPerRun = 8

  /// Prepares `lines`, each a list of positions; a list of one is a point. O(n).
  public init(_ lines: [[Coordinate]], metric: LengthMetric = .ellipsoid) {
    self.metric = metric
    var coordinates: [Coordinate] = []
    var runs: [Run] = []
    var boxes: [BoundingBox] = []
    for line in lines where line.allSatisfy(\.isFinite) && !line.isEmpty {
      let start = coordinates.count
      coordinates += line
      let end = coordinates.count - 1
      for first in stride(from: start, through: max(start, end - 1), by: Self.segmentsPerRun) {
        let last = min(first + Self.segmentsPerRun, end)
        boxes.append(BoundingBox(of: coordinates[first...last]))
        runs.append(Run(first: Int32(first), last: Int32(last)))
      }
    }
    self.coordinates = coordinates
    self.runs = runs
    tree = PackedRTree(boxes)
  }

  /// Whether there is no feature.
  public var isEmpty: Bool { runs.isEmpty }

  /// Calls `body` with the segments of the runs that meet `window`, in the plane of `frame`.
  func forEachSegment(meeting frame: ReachFrame, _ body: (LocalSegment) -> Void) {
    tree.forEach(meeting: frame.window) { index in
      let run = runs[index]
      for start in run.first..<max(run.last, run.first + 1) {
        let end = min(start + 1, run.last)
        body(
          frame.segment(
            from: coordinates[Int(start)], to: coordinates[Int(end)], index: start))
      }
    }
  }

  /// The exact distance in metres from `position` to the segment that begins at `start`.
  func metres(from position: Coordinate, toSegment start: Int32, isPoint: Bool) -> Double {
    let end = isPoint ? start : start + 1
    return ShortGeodesic.metres(
      of: metric.micrometres(
        from: position, toSegmentFrom: coordinates[Int(start)], to: coordinates[Int(end)]))
  }
}
