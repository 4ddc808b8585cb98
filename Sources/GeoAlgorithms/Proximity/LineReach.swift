public import GeoModel

/// Whether a place lies within reach of a line.
public enum Reach: UInt8, Sendable, Hashable, Comparable {
  /// Within reach of no line.
  case none = 0
  /// Within reach of a line of which it is not known whether it counts, and of none that does.
  case perhaps = 1
  /// Within reach of a line that counts.
  case surely = 2

  /// By certainty.
  public static func < (left: Reach, right: Reach) -> Bool { left.rawValue < right.rawValue }
}

/// Lines, and the distance within which a place is served by them: to the line itself, exact to a
/// micrometre, without a buffer drawn round it.
///
/// A line counts where its tier is clear, perhaps where it is unknown, and not where it is adverse.
/// The lines are cut into runs of at most eight segments, whose boxes are packed into a tree.
/// Lines across the antimeridian are not supported. Immutable, for any number of workers.
public struct LineReach: Sendable {
  /// The distance in **metres**, inclusive.
  public let radius: Double
  /// What it is taken by.
  public let metric: LengthMetric

  let coordinates: [Coordinate]
  let runs: [Run]
  let tree: PackedRTree

  /// A piece of a line.
  struct Run: Sendable {
    /// Its first position and its last, places in `coordinates`.
    let first: Int32
    let last: Int32
    let reach: Reach
  }

  private static let segmentsPerRun = 8

  /// Prepares `lines`. O(n).
  ///
  /// - Parameters:
  ///   - lines: the lines, in the coordinates of `metric`.
  ///   - tiers: for each line whether it counts.
  ///   - radius: in **metres**, inclusive; more than 0.
  ///   - metric: what distances are taken by.
  public init(
    _ lines: PolylineSet, tiers: [EdgeTier], radius: Double, metric: LengthMetric = .ellipsoid
  ) {
    precondition(tiers.count == lines.count && radius > 0)
    self.radius = radius
    self.metric = metric
    coordinates = lines.coordinates
    var runs: [Run] = []
    var boxes: [BoundingBox] = []
    for line in 0..<lines.count where tiers[line] != .adverse {
      let range = lines.range(line)
      for first in stride(
        from: range.lowerBound, to: range.upperBound - 1, by: Self.segmentsPerRun)
      {
        let last = min(first + Self.segmentsPerRun, range.upperBound - 1)
        let box = BoundingBox(of: lines.coordinates[first...last])
        guard !box.isEmpty else { continue }
        boxes.append(box)
        runs.append(
          Run(
            first: Int32(first), last: Int32(last),
            reach: tiers[line] == .clear ? .surely : .perhaps))
      }
    }
    self.runs = runs
    tree = PackedRTree(boxes)
  }

  /// The radius in whole micrometres, which exact distances are compared with.
  var limit: Micrometres { ShortGeodesic.micrometres(of: radius) }

  /// What rounding may cost a bound, in metres.
  static let margin = 1e-4

  /// Whether `position` lies within reach; a position that is not finite does not.
  /// O(log n + lines nearby).
  public func reach(of position: Coordinate) -> Reach {
    guard position.isFinite else { return .none }
    let frame = ReachFrame(metric, around: BoundingBox(of: [position]), reach: radius)
    let place = frame.place(position)
    let outer = (radius + Self.margin) * (radius + Self.margin)
    let inner = (radius - Self.margin) / frame.stretch
    var best = Reach.none
    tree.forEach(meeting: frame.window) { index in
      let run = runs[index]
      guard run.reach > best else { return }
      for start in Int(run.first)..<Int(run.last) {
        let squared = frame.segment(
          from: coordinates[start], to: coordinates[start + 1], index: Int32(start)
        ).squaredDistance(to: place)
        guard squared <= outer else { continue }
        if squared <= inner * inner && inner > 0 || isWithin(position, segment: start) {
          best = run.reach
          return
        }
      }
    }
    return best
  }

  /// Whether the exact distance from `position` to a segment is within the radius.
  func isWithin(_ position: Coordinate, segment: Int) -> Bool {
    metric.micrometres(
      from: position, toSegmentFrom: coordinates[segment], to: coordinates[segment + 1]) <= limit
  }
}
