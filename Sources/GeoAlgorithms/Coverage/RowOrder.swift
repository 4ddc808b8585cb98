/// Puts touched cells into rows from top to bottom, each from left to right.
enum RowOrder {
  /// Rows of more cells than this are left to the library's sort, which merges the few runs from
  /// left to right that such a row mostly consists of; shorter ones are sorted by insertion.
  private static let longRow = 48

  /// Sorts the first `count` of `cells` into `sorted`.
  ///
  /// - Parameters:
  ///   - rows: The rows that the cells lie in.
  ///   - sorted: Grown where it is too short.
  ///   - rowStarts: Becomes, for each row, the index of its first cell in `sorted`, and the end.
  static func sort(
    _ cells: [TouchedCell], count: Int, rows: Range<Int>, into sorted: inout [TouchedCell],
    rowStarts: inout [Int]
  ) {
    if sorted.count < count {
      sorted.append(contentsOf: repeatElement(.none, count: cells.count - sorted.count))
    }
    rowStarts.removeAll(keepingCapacity: true)
    // Counts stand two places further, so that after placing each row's start is where it belongs.
    rowStarts.append(contentsOf: repeatElement(0, count: rows.count + 2))
    place(cells.span.extracting(0..<count), firstRow: rows.lowerBound, &sorted, &rowStarts)
    rowStarts.removeLast()
    for row in 0..<rows.count where rowStarts[row + 1] - rowStarts[row] > longRow {
      sorted[rowStarts[row]..<rowStarts[row + 1]].sort(by: TouchedCell.precedes)
    }
    var span = sorted.mutableSpan
    for row in 0..<rows.count {
      let range = rowStarts[row]..<rowStarts[row + 1]
      if (2...longRow).contains(range.count) { sortByInsertion(&span, range) }
    }
  }

  private static func place(
    _ cells: Span<TouchedCell>, firstRow: Int, _ sorted: inout [TouchedCell],
    _ rowStarts: inout [Int]
  ) {
    var starts = rowStarts.mutableSpan
    var placed = sorted.mutableSpan
    for index in 0..<cells.count { starts[Int(cells[index].row) - firstRow + 2] += 1 }
    for row in 2..<starts.count { starts[row] += starts[row - 1] }
    for index in 0..<cells.count {
      let row = Int(cells[index].row) - firstRow + 1
      placed[starts[row]] = cells[index]
      starts[row] += 1
    }
  }

  @inline(__always)
  private static func sortByInsertion(
    _ cells: inout MutableSpan<TouchedCell>, _ range: Range<Int>
  ) {
    for index in range.lowerBound + 1..<range.upperBound {
      let cell = cells[index]
      var place = index
      while place > range.lowerBound && TouchedCell.precedes(cell, cells[place - 1]) {
        cells[place] = cells[place - 1]
        place -= 1
      }
      if place != index { cells[place] = cell }
    }
  }
}
