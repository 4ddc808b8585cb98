import GeoModel

/// The lines of a network as numbered vertices: equal positions have equal numbers.
struct LineVertices {
  /// The vertices by number.
  var table: CoordinateTable
  /// The vertex numbers of all kept lines, one after the other; no number stands twice in a row.
  var vertices: [Int32] = []
  /// Where each kept line begins in `vertices`, and the end of the last.
  var starts: [Int32] = [0]
  /// The line of the input that each kept line is.
  var sources: [Int32] = []
  /// Lines of the input with fewer than two different positions.
  var withoutLength: [Int] = []
  /// Lines of the input with a position that is not finite.
  var notFinite: [Int] = []

  /// The number of kept lines.
  var count: Int { starts.count - 1 }

  func range(_ line: Int) -> Range<Int> { Int(starts[line])..<Int(starts[line + 1]) }

  func coordinate(_ vertex: Int32) -> Coordinate { table.coordinates[Int(vertex)] }

  /// Numbers the vertices of `lines`. O(n).
  init(_ lines: PolylineSet) {
    table = CoordinateTable(capacity: lines.coordinates.count)
    vertices.reserveCapacity(lines.coordinates.count)
    for line in 0..<lines.count {
      let positions = lines.range(line)
      guard positions.allSatisfy({ lines.coordinates[$0].isFinite }) else {
        notFinite.append(line)
        continue
      }
      let start = vertices.count
      for position in positions {
        append(table.number(of: lines.coordinates[position]), from: start)
      }
      if !close(line: Int32(line), from: start) { withoutLength.append(line) }
    }
  }

  /// Makes lines of vertices already numbered in `table`.
  init(table: CoordinateTable) { self.table = table }

  /// Adds a vertex to the line that begins at `start`, unless it is where the line already is.
  mutating func append(_ vertex: Int32, from start: Int) {
    if vertices.count > start, vertices[vertices.count - 1] == vertex { return }
    vertices.append(vertex)
  }

  /// Ends the line that begins at `start`; takes it back and answers no where it has no length.
  mutating func close(line: Int32, from start: Int) -> Bool {
    guard vertices.count - start >= 2 else {
      vertices.removeLast(vertices.count - start)
      return false
    }
    starts.append(Int32(vertices.count))
    sources.append(line)
    return true
  }
}
