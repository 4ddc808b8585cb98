/// The exact share of every grid cell that lies inside a unit.
///
/// For each row the unit's edges are split at cell borders; each piece adds what it covers to its
/// own cell and to all cells further right (``TouchedCell``). A sum from left to right then gives
/// the share of every cell, in time linear in the edges and the cells that they touch: cells in
/// between cost nothing. The method is that of exact-area scan conversion; the shares are those
/// of D. Baston's exactextract, which finds them by walking the outline of each cell.
///
/// Error: the heights of the pieces are differences of numbers with one exponent, hence exact, so
/// interiors are exactly 1 and neighbours that share an edge sum to 1 within 1e-13; a share is
/// off by the rounding of a column number, 4e-12 at column 20,000.
///
/// A scanner owns its working memory, which is reused from scan to scan: one for each worker.
public struct OutlineScanner: Sendable {
  /// Shares nearer to 0 or to 1 than this are 0 or 1: the trace of rounding, not of an outline.
  static let tolerance = 1e-13
  /// Shares further than this outside 0…1 mean that rings overlap.
  static let improperTolerance = 1e-9

  /// The outlines that are scanned.
  public let outlines: BandedOutlines

  private var touched: [TouchedCell] = []
  private var sorted: [TouchedCell] = []
  private var rowStarts: [Int] = []

  /// Makes a scanner of `outlines`.
  public init(_ outlines: BandedOutlines) {
    self.outlines = outlines
  }

  /// The shares of one unit within one band.
  public struct Cursor: Sendable {
    /// The unit's index.
    public fileprivate(set) var unit = -1
    /// The number of cells whose share came out below 0 or above 1 because rings of the unit
    /// overlap, or a hole lies outside its exterior. Their spans carry that share as it is.
    public fileprivate(set) var improperCells = 0
    fileprivate var band: Int
    fileprivate var next: Int
    fileprivate var end: Int
  }

  /// Where a scan of `band` starts; give it to ``advance(_:into:)`` until that returns false.
  public func cursor(band: Int) -> Cursor {
    guard outlines.bands.contains(band) else { return Cursor(band: band, next: 0, end: 0) }
    let index = band - outlines.bands.lowerBound
    return Cursor(
      band: band, next: outlines.bandStarts[index], end: outlines.bandStarts[index + 1])
  }

  /// Puts the spans of the next unit that crosses the cursor's band into `spans` in place of what
  /// they held; units come in ascending order.
  ///
  /// - Returns: Whether there was another unit.
  public mutating func advance(_ cursor: inout Cursor, into spans: inout [CoverageSpan]) -> Bool {
    spans.removeAll(keepingCapacity: true)
    guard cursor.next < cursor.end else { return false }
    cursor.unit = unit(ofVertex: Int(outlines.edges[cursor.next]), after: cursor.unit)
    cursor.improperCells = 0
    let limit = outlines.outlines.unitEnds[cursor.unit]
    let rows = outlines.rows(of: cursor.band)
    touched.removeAll(keepingCapacity: true)
    while cursor.next < cursor.end {
      let edge = Int(outlines.edges[cursor.next])
      guard edge < limit else { break }
      touched.appendEdge(
        from: outlines.outlines.vertices[edge], to: outlines.outlines.vertices[edge + 1],
        rows: rows)
      cursor.next += 1
    }
    sortByRow(rows)
    for row in 0..<rows.count where rowStarts[row] < rowStarts[row + 1] {
      sortByColumn(rowStarts[row]..<rowStarts[row + 1])
      sweep(rowStarts[row]..<rowStarts[row + 1], into: &spans, improper: &cursor.improperCells)
    }
    return true
  }

  /// The unit that the vertex belongs to, looked for beyond `previous`.
  private func unit(ofVertex vertex: Int, after previous: Int) -> Int {
    let ends = outlines.outlines.unitEnds
    var low = previous + 1
    var high = ends.count - 1
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] > vertex { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private mutating func sortByRow(_ rows: Range<Int>) {
    rowStarts.removeAll(keepingCapacity: true)
    rowStarts.append(contentsOf: repeatElement(0, count: rows.count + 2))
    for cell in touched { rowStarts[Int(cell.row) - rows.lowerBound + 2] += 1 }
    for row in 0..<rows.count { rowStarts[row + 2] += rowStarts[row + 1] }
    if sorted.count < touched.count {
      let empty = TouchedCell(row: 0, column: 0, cover: 0, inside: 0)
      sorted.append(contentsOf: repeatElement(empty, count: touched.count - sorted.count))
    }
    // Counting shifted by one, so that after placing each row's start stands where it belongs.
    for cell in touched {
      let row = Int(cell.row) - rows.lowerBound + 1
      sorted[rowStarts[row]] = cell
      rowStarts[row] += 1
    }
  }

  private mutating func sortByColumn(_ range: Range<Int>) {
    guard range.count <= 32 else {
      // Long rows are mostly a few runs left to right, which the library's sort merges.
      sorted[range].sort(by: TouchedCell.precedes)
      return
    }
    for index in range.dropFirst() {
      let cell = sorted[index]
      var place = index
      while place > range.lowerBound && TouchedCell.precedes(cell, sorted[place - 1]) {
        sorted[place] = sorted[place - 1]
        place -= 1
      }
      if place != index { sorted[place] = cell }
    }
  }

  private func sweep(
    _ range: Range<Int>, into spans: inout [CoverageSpan], improper: inout Int
  ) {
    var running = 0.0
    var index = range.lowerBound
    let row = sorted[index].row
    var next = sorted[index].column
    while index < range.upperBound {
      let column = sorted[index].column
      if next < column {
        spans.append(running, row: row, columns: next..<column, improper: &improper)
      }
      var cover = 0.0
      var inside = 0.0
      repeat {
        cover += sorted[index].cover
        inside += sorted[index].inside
        index += 1
      } while index < range.upperBound && sorted[index].column == column
      spans.append(running + inside, row: row, columns: column..<column + 1, improper: &improper)
      running += cover
      next = column + 1
    }
  }
}

extension [CoverageSpan] {
  /// Appends a run of cells with the share `value`, freed from rounding; joins it to the last
  /// span where both are wholly inside.
  @inline(__always)
  fileprivate mutating func append(
    _ value: Double, row: Int32, columns: Range<Int32>, improper: inout Int
  ) {
    var fraction = value
    if abs(value) < OutlineScanner.tolerance { return }
    if abs(value - 1) < OutlineScanner.tolerance {
      fraction = 1
      if let last, last.row == row, last.fraction == 1,
        last.column + last.count == columns.lowerBound
      {
        self[count - 1].count += Int32(columns.count)
        return
      }
    } else if value < 0 || value > 1 {
      if value < -OutlineScanner.improperTolerance || value > 1 + OutlineScanner.improperTolerance {
        improper += columns.count
      } else {
        fraction = value < 0 ? 0 : 1
        if fraction == 0 { return }
      }
    }
    append(
      CoverageSpan(
        row: Int(row), column: Int(columns.lowerBound), count: columns.count, fraction: fraction))
  }
}
