import GeoModel

/// Finds where lines cross or touch without sharing a vertex, and puts the vertices in.
///
/// Every vertex that lies on another line within the tolerance counts as touching it, not the ends
/// of lines alone: so it does not matter where lines were cut. Two vertices nearer than the
/// tolerance become one, the least of them; chains of such vertices become one too. All places are
/// computed from the segments in the order of their positions, so they do not depend on the
/// direction or order of the lines.
struct LineCrossings {
  private(set) var lines: LineVertices
  private let grades: [Int32]
  private let tolerance: CrossingTolerance
  private var merged: DisjointSets

  /// Crossings by the number of their vertex.
  private(set) var crossings: Set<Int32> = []
  /// Vertices that touch a segment or another vertex.
  private(set) var touches: Set<Int32> = []
  /// Vertices to be put into a segment, which is named by the place of its first vertex.
  private var insertions: [Insertion] = []

  struct Insertion {
    let segment: Int32
    /// How far along the segment, 0…1, counted from its lesser end.
    let fraction: Double
    let vertex: Int32
  }

  private static let segmentsPerRun = 8

  init(_ lines: LineVertices, grades: [Int32], tolerance: CrossingTolerance) {
    self.lines = lines
    self.grades = grades
    self.tolerance = tolerance
    merged = DisjointSets(count: lines.table.coordinates.count)
  }

  /// Examines every pair of segments whose boxes come within the tolerance.
  mutating func find() {
    var runs: [(first: Int, end: Int, grade: Int32)] = []
    var boxes: [BoundingBox] = []
    for line in 0..<lines.count {
      let grade = grades.isEmpty ? 0 : grades[Int(lines.sources[line])]
      let last = lines.range(line).upperBound - 1
      for first in stride(
        from: lines.range(line).lowerBound, to: last, by: Self.segmentsPerRun)
      {
        let end = min(first + Self.segmentsPerRun, last)
        runs.append((first, end, grade))
        boxes.append(
          BoundingBox(
            of: lines.vertices[first...end].lazy.map { [lines] in
              lines.coordinate($0)
            }))
      }
    }
    let tree = PackedRTree(boxes)
    for (index, run) in runs.enumerated() {
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
            examine(segment, partner, padX: padX, padY: padY)
          }
        }
      }
    }
  }

  private func segmentBox(_ segment: Int, padX: Double = 0, padY: Double = 0) -> BoundingBox {
    let a = lines.coordinate(lines.vertices[segment])
    let b = lines.coordinate(lines.vertices[segment + 1])
    return BoundingBox(
      minimumX: min(a.x, b.x) - padX, minimumY: min(a.y, b.y) - padY,
      maximumX: max(a.x, b.x) + padX, maximumY: max(a.y, b.y) + padY)
  }

  private mutating func examine(_ left: Int, _ right: Int, padX: Double, padY: Double) {
    var p = NetworkSegment(index: left, lines)
    var q = NetworkSegment(index: right, lines)
    if (q.low, q.high) < (p.low, p.high) { swap(&p, &q) }
    touch(q.lowVertex, p, segmentBox(p.index, padX: padX, padY: padY))
    touch(q.highVertex, p, segmentBox(p.index, padX: padX, padY: padY))
    touch(p.lowVertex, q, segmentBox(q.index, padX: padX, padY: padY))
    touch(p.highVertex, q, segmentBox(q.index, padX: padX, padY: padY))
    guard let place = p.crossing(with: q) else { return }
    let ends = [p.low, p.high, q.low, q.high]
    guard ends.allSatisfy({ ShortGeodesic.metres(from: $0, to: place) > tolerance.metres }) else {
      return  // an end is there, and has just been joined
    }
    let vertex = lines.table.number(of: place)
    crossings.insert(vertex)
    for segment in [p, q] {
      insertions.append(
        Insertion(
          segment: Int32(segment.index), fraction: segment.fraction(of: place), vertex: vertex))
    }
  }

  /// Joins `vertex` to the segment where it touches it, which it cannot outside `box`.
  private mutating func touch(_ vertex: Int32, _ segment: NetworkSegment, _ box: BoundingBox) {
    if vertex == segment.lowVertex || vertex == segment.highVertex { return }
    let place = lines.coordinate(vertex)
    guard box.contains(place) else { return }
    for end in [segment.lowVertex, segment.highVertex]
    where ShortGeodesic.metres(from: place, to: lines.coordinate(end)) <= tolerance.metres {
      merged.unite(vertex, end)
      touches.insert(vertex)
      return
    }
    let fraction = segment.fraction(of: place)
    guard fraction > 0, fraction < 1 else { return }
    let foot = segment.position(at: fraction)
    let limit = tolerance.metres(
      besideSegmentOf: ShortGeodesic.metres(from: segment.low, to: segment.high),
      atLatitude: place.y)
    guard ShortGeodesic.metres(from: place, to: foot) <= limit else { return }
    touches.insert(vertex)
    insertions.append(
      Insertion(segment: Int32(segment.index), fraction: fraction, vertex: vertex))
  }

  /// The lines with the vertices put in and near ones made one.
  func joined() -> LineVertices {
    var merged = merged
    var least: [Int32: Int32] = [:]
    for vertex in touches {
      let root = merged.root(of: vertex)
      least[root] = least[root] ?? root
    }
    // A set is named by its least position, whichever vertex the union happened to choose.
    for vertex in 0..<Int32(merged.count) {
      let root = merged.root(of: vertex)
      guard let present = least[root] else { continue }
      if lines.coordinate(vertex) < lines.coordinate(present) { least[root] = vertex }
    }
    func final(_ vertex: Int32) -> Int32 {
      guard Int(vertex) < merged.count else { return vertex }
      return least[merged.root(of: vertex)] ?? vertex
    }

    let sorted = insertions.sorted {
      if $0.segment != $1.segment { return $0.segment < $1.segment }
      if $0.fraction != $1.fraction { return $0.fraction < $1.fraction }
      return lines.coordinate($0.vertex) < lines.coordinate($1.vertex)
    }
    var result = LineVertices(table: lines.table)
    result.withoutLength = lines.withoutLength
    result.notFinite = lines.notFinite
    var next = 0
    for line in 0..<lines.count {
      let start = result.vertices.count
      for index in lines.range(line) {
        result.append(final(lines.vertices[index]), from: start)
        let first = next
        while next < sorted.count, sorted[next].segment == index { next += 1 }
        guard first < next else { continue }
        let segment = NetworkSegment(index: index, lines)
        let put = sorted[first..<next].map { final($0.vertex) }
        for vertex in segment.isReversed ? put.reversed() : put {
          result.append(vertex, from: start)
        }
      }
      if !result.close(line: lines.sources[line], from: start) {
        result.withoutLength.append(Int(lines.sources[line]))
      }
    }
    result.withoutLength.sort()
    return result
  }
}
