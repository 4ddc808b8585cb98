/// The exact share of every grid cell that lies inside a unit.
///
/// For each row the unit's edges are split at cell borders; each piece adds what it covers to its
/// own cell and to all cells further right (`TouchedCell`). A sum from left to right then gives
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
    let rows = outlines.rows(of: cursor.band)
    let count = Self.split(outlines, &cursor, rows: rows, into: &touched)
    RowOrder.sort(touched, count: count, rows: rows, into: &sorted, rowStarts: &rowStarts)
    Self.sweep(
      sorted, rowStarts: rowStarts, into: &spans, improper: &cursor.improperCells)
    return true
  }

  /// Splits the edges of the cursor's unit into `touched` and steps over them.
  ///
  /// - Returns: The number of cells written.
  private static func split(
    _ outlines: BandedOutlines, _ cursor: inout Cursor, rows: Range<Int>,
    into touched: inout [TouchedCell]
  ) -> Int {
    let edges = outlines.edges.span
    let vertices = outlines.outlines.vertices.span
    let limit = outlines.outlines.unitEnds[cursor.unit]
    var end = cursor.next
    var bound = 0
    while end < cursor.end, Int(edges[end]) < limit {
      let edge = Int(edges[end])
      bound += EdgeSplitter.bound(from: vertices[edge], to: vertices[edge + 1], rows: rows)
      end += 1
    }
    if touched.count < bound {
      touched.append(contentsOf: repeatElement(.none, count: bound - touched.count))
    }
    var cells = touched.mutableSpan
    var splitter = EdgeSplitter(rows: rows)
    for index in cursor.next..<end {
      let edge = Int(edges[index])
      splitter.split(from: vertices[edge], to: vertices[edge + 1], into: &cells)
    }
    cursor.next = end
    return splitter.count
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

  /// Sums each row from left to right.
  private static func sweep(
    _ sorted: [TouchedCell], rowStarts: [Int], into spans: inout [CoverageSpan],
    improper: inout Int
  ) {
    let cells = sorted.span
    for place in 0..<rowStarts.count - 1 where rowStarts[place] < rowStarts[place + 1] {
      var index = rowStarts[place]
      let end = rowStarts[place + 1]
      let row = cells[index].row
      var running = 0.0
      var next = cells[index].column
      while index < end {
        let column = cells[index].column
        if next < column {
          spans.append(running, row: row, columns: next..<column, improper: &improper)
        }
        var cover = 0.0
        var inside = 0.0
        repeat {
          cover += cells[index].cover
          inside += cells[index].inside
          index += 1
        } while index < end && cells[index].column == column
        spans.append(
          running + inside, row: row, columns: column..<column + 1, improper: &improper)
        running += cover
        next = column + 1
      }
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
