import GeoModel

/// Puts vertices into lines where ``CrossingSearch`` found that they cross or touch.
///
/// Two vertices nearer than the tolerance become one, the least of them; chains of such vertices
/// become one too.
struct LineCrossings {
  private(set) var lines: LineVertices
  private var merged: DisjointSets

  /// Crossings by the number of their vertex.
  private(set) var crossings: Set<Int32> = []
  /// Vertices that touch a segment or another vertex.
  private(set) var touches: Set<Int32> = []
  private var insertions: [CrossingSearch.Insertion] = []
  /// Vertices that are nearer to another than the tolerance, some more than once.
  private var joinable: [Int32] = []

  init(_ lines: LineVertices) {
    self.lines = lines
    merged = DisjointSets(count: lines.table.coordinates.count)
  }

  /// Notes what was found, piece after piece.
  mutating func note(_ events: [CrossingSearch.Event]) {
    for event in events {
      switch event {
      case .near(let vertex, let end):
        merged.unite(vertex, end)
        joinable += [vertex, end]
        touches.insert(vertex)
      case .touch(let insertion):
        touches.insert(insertion.vertex)
        insertions.append(insertion)
      case .crossing(let place, let one, let other):
        let vertex = lines.table.number(of: place)
        crossings.insert(vertex)
        for (segment, fraction) in [one, other] {
          insertions.append(
            CrossingSearch.Insertion(segment: segment, fraction: fraction, vertex: vertex))
        }
      }
    }
  }

  /// The lines with the vertices put in and near ones made one.
  func joined() -> LineVertices {
    let finals = finalVertices()
    func final(_ vertex: Int32) -> Int32 { finals[Int(vertex)] }

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
  /// For each vertex the one that it becomes: the least position of its set, whichever vertex the
  /// union happened to choose.
  private func finalVertices() -> [Int32] {
    var finals = Array(0..<Int32(lines.table.coordinates.count))
    var merged = merged
    for vertex in joinable {
      let root = Int(merged.root(of: vertex))
      if lines.coordinate(vertex) < lines.coordinate(finals[root]) { finals[root] = vertex }
    }
    let least = joinable.map { finals[Int(merged.root(of: $0))] }
    for (vertex, least) in zip(joinable, least) { finals[Int(vertex)] = least }
    return finals
  }
}
