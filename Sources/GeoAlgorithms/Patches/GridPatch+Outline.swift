public import GeoModel

extension GridPatch {
  /// The outline along the edges of the cells, in grid coordinates (x the column, y the row; whole
  /// numbers are the borders of cells): one exterior and a hole for each hole, vertices only where
  /// it turns. Where two cells of the patch touch at a corner alone a hole ends there, so that no
  /// ring meets itself. O(runs · log runs).
  public func outline() -> Polygon {
    var edges = OutlineEdges(runs)
    var rings: [LinearRing] = []
    while let ring = edges.nextRing() { rings.append(ring) }
    // The first edge in order lies on the top of the uppermost row: on the exterior.
    return Polygon(exterior: rings[0], holes: Array(rings.dropFirst()))
  }
}

/// The edges between the cells of a patch and others, each with the patch to its right as seen on a
/// map with rows downwards.
private struct OutlineEdges {
  private enum Direction: Int {
    case east, south, west, north

    /// The direction after a turn to the left.
    var left: Direction { Direction(rawValue: (rawValue + 3) % 4) ?? .east }
  }

  private struct Corner: Hashable, Comparable {
    var row: Int
    var column: Int

    static func < (left: Corner, right: Corner) -> Bool {
      (left.row, left.column) < (right.row, right.column)
    }
  }

  private struct Edge {
    var start: Corner
    var end: Corner
    var direction: Direction
    var isUsed = false
  }

  /// By their starts.
  private var edges: [Edge] = []
  private var next = 0

  init(_ runs: [GridRun]) {
    var rows: [[Range<Int>]] = []
    let first = runs[0].row
    for run in runs {
      while rows.count <= run.row - first { rows.append([]) }
      rows[run.row - first].append(run.columns)
    }
    for (index, columns) in rows.enumerated() {
      let row = first + index
      for range in columns {
        add((row, range.upperBound), (row + 1, range.upperBound), .south)
        add((row + 1, range.lowerBound), (row, range.lowerBound), .north)
      }
      for range in Self.difference(columns, index > 0 ? rows[index - 1] : []) {
        add((row, range.lowerBound), (row, range.upperBound), .east)
      }
      for range in Self.difference(columns, index + 1 < rows.count ? rows[index + 1] : []) {
        add((row + 1, range.upperBound), (row + 1, range.lowerBound), .west)
      }
    }
    edges.sort { ($0.start, $0.direction.rawValue) < ($1.start, $1.direction.rawValue) }
  }

  private mutating func add(_ start: (Int, Int), _ end: (Int, Int), _ direction: Direction) {
    edges.append(
      Edge(
        start: Corner(row: start.0, column: start.1), end: Corner(row: end.0, column: end.1),
        direction: direction))
  }

  /// What of `ranges` is in none of `others`; both ascend and do not overlap.
  private static func difference(_ ranges: [Range<Int>], _ others: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var first = 0
    for range in ranges {
      var start = range.lowerBound
      while first < others.count, others[first].upperBound <= start { first += 1 }
      var index = first
      while index < others.count, others[index].lowerBound < range.upperBound {
        if others[index].lowerBound > start { result.append(start..<others[index].lowerBound) }
        start = max(start, others[index].upperBound)
        index += 1
      }
      if start < range.upperBound { result.append(start..<range.upperBound) }
    }
    return result
  }

  /// The next closed ring; `nil` where all edges are in one.
  mutating func nextRing() -> LinearRing? {
    while next < edges.count, edges[next].isUsed { next += 1 }
    guard next < edges.count else { return nil }
    var corners: [Corner] = []
    var index = next
    var before: Direction?
    repeat {
      edges[index].isUsed = true
      if edges[index].direction != before { corners.append(edges[index].start) }
      before = edges[index].direction
      index = successor(of: index)
    } while !edges[index].isUsed
    // The ring may have begun in the middle of a side.
    if edges[index].direction == before, corners.count > 1 { corners.removeFirst() }
    corners.append(corners[0])
    return LinearRing(corners.map { Coordinate(x: Double($0.column), y: Double($0.row)) })
  }

  /// The edge that goes on where `index` ends. Where two do, the one to the left: it has the same
  /// cell outside the patch beside it.
  private func successor(of index: Int) -> Int {
    let end = edges[index].end
    var low = 0
    var high = edges.count
    while low < high {
      let middle = (low + high) / 2
      if edges[middle].start < end { low = middle + 1 } else { high = middle }
    }
    let isFork = low + 1 < edges.count && edges[low + 1].start == end
    return isFork && edges[low].direction != edges[index].direction.left ? low + 1 : low
  }
}
