import GeoModel

/// Finds where lines cross or touch without sharing a vertex.
///
/// Every vertex that lies on another line within the tolerance counts as touching it, not the ends
/// of lines alone: so it does not matter where lines were cut. All places are computed from the
/// segments in the order of their positions, so they do not depend on the direction or order of the
/// lines. Immutable: the pairs of segments can be examined in pieces by any number of workers.
struct CrossingSearch: Sendable {
  /// Something found of a pair of segments.
  enum Event: Sendable {
    /// Two vertices are nearer than the tolerance.
    case near(Int32, Int32)
    /// A vertex lies on a segment.
    case touch(Insertion)
    /// Two segments cross between their ends.
    case crossing(
      Coordinate, (segment: Int32, fraction: Double), (segment: Int32, fraction: Double))
  }

  /// A vertex to be put into a segment, which is named by the place of its first vertex.
  struct Insertion: Sendable {
    let segment: Int32
    /// How far along the segment, 0…1, counted from its lesser end.
    let fraction: Double
    let vertex: Int32
  }

  /// Neighbouring segments of one line.
  private struct Run {
    let first: Int
    let end: Int
    let grade: Int32
  }

  let lines: LineVertices
  private let tolerance: CrossingTolerance
  private let runs: [Run]
  private let boxes: [BoundingBox]
  private let tree: PackedRTree

  private static let segmentsPerRun = 8
  private static let runsPerPiece = 4096

  /// Prepares `lines`, of which only those of one grade meet. O(n log n).
  init(_ lines: LineVertices, grades: [Int32], tolerance: CrossingTolerance) {
    self.lines = lines
    self.tolerance = tolerance
    var runs: [Run] = []
    var boxes: [BoundingBox] = []
    for line in 0..<lines.count {
      let grade = grades.isEmpty ? 0 : grades[Int(lines.sources[line])]
      let last = lines.range(line).upperBound - 1
      for first in stride(
        from: lines.range(line).lowerBound, to: last, by: Self.segmentsPerRun)
      {
        let end = min(first + Self.segmentsPerRun, last)
        runs.append(Run(first: first, end: end, grade: grade))
        boxes.append(
          BoundingBox(of: lines.vertices[first...end].lazy.map { lines.coordinate($0) }))
      }
    }
    self.runs = runs
    self.boxes = boxes
    tree = PackedRTree(boxes)
  }

  /// The number of pieces that the work is divided into.
  var pieceCount: Int { (runs.count + Self.runsPerPiece - 1) / Self.runsPerPiece }

  /// What is found of the pairs of segments of one piece whose boxes come within the tolerance.
  func events(inPiece piece: Int) -> [Event] {
    var events: [Event] = []
    let first = piece * Self.runsPerPiece
    for index in first..<min(runs.count, first + Self.runsPerPiece) {
      let run = runs[index]
      let reach = tolerance.metres + tolerance.greatestBend
      let window = boxes[index].padded(byMetres: reach)
      let padX = boxes[index].minimumX - window.minimumX
      let padY = boxes[index].minimumY - window.minimumY
      tree.forEach(meeting: window) { other in
        guard other >= index, runs[other].grade == run.grade else { return }
        for segment in run.first..<run.end {
          let box = segmentBox(segment, padX: padX, padY: padY)
          let first = other == index ? segment + 1 : runs[other].first
          for partner in first..<max(first, runs[other].end)
          where box.intersects(segmentBox(partner)) {
            examine(segment, partner, padX: padX, padY: padY, into: &events)
          }
        }
      }
    }
    return events
  }

  private func segmentBox(_ segment: Int, padX: Double = 0, padY: Double = 0) -> BoundingBox {
    let a = lines.coordinate(lines.vertices[segment])
    let b = lines.coordinate(lines.vertices[segment + 1])
    return BoundingBox(
      minimumX: min(a.x, b.x) - padX, minimumY: min(a.y, b.y) - padY,
      maximumX: max(a.x, b.x) + padX, maximumY: max(a.y, b.y) + padY)
  }

  private func examine(
    _ left: Int, _ right: Int, padX: Double, padY: Double, into events: inout [Event]
  ) {
    var p = NetworkSegment(index: left, lines)
    var q = NetworkSegment(index: right, lines)
    if (q.low, q.high) < (p.low, p.high) { swap(&p, &q) }
    let (boxOfP, boxOfQ) = (
      segmentBox(p.index, padX: padX, padY: padY), segmentBox(q.index, padX: padX, padY: padY)
    )
    touch(q.lowVertex, p, boxOfP, into: &events)
    touch(q.highVertex, p, boxOfP, into: &events)
    touch(p.lowVertex, q, boxOfQ, into: &events)
    touch(p.highVertex, q, boxOfQ, into: &events)
    guard let place = p.crossing(with: q) else { return }
    for end in [p.low, p.high, q.low, q.high]
    where ShortGeodesic.metres(from: end, to: place) <= tolerance.metres {
      return  // an end is there, and has just been joined
    }
    events.append(
      .crossing(
        place, (Int32(p.index), p.fraction(of: place)), (Int32(q.index), q.fraction(of: place))))
  }

  /// Joins `vertex` to the segment where it touches it, which it cannot outside `box`.
  private func touch(
    _ vertex: Int32, _ segment: NetworkSegment, _ box: BoundingBox, into events: inout [Event]
  ) {
    if vertex == segment.lowVertex || vertex == segment.highVertex { return }
    let place = lines.coordinate(vertex)
    guard box.contains(place) else { return }
    for end in [segment.lowVertex, segment.highVertex]
    where ShortGeodesic.metres(from: place, to: lines.coordinate(end)) <= tolerance.metres {
      events.append(.near(vertex, end))
      return
    }
    let fraction = segment.fraction(of: place)
    guard fraction > 0, fraction < 1 else { return }
    let foot = segment.position(at: fraction)
    let limit = tolerance.metres(
      besideSegmentOf: ShortGeodesic.metres(from: segment.low, to: segment.high),
      atLatitude: place.y)
    guard ShortGeodesic.metres(from: place, to: foot) <= limit else { return }
    events.append(
      .touch(Insertion(segment: Int32(segment.index), fraction: fraction, vertex: vertex)))
  }
}
