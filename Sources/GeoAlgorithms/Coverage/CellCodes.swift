public import GeoModel

/// A code for each cell of a grid, raised where lines and areas lie. Where several do, the greatest
/// code stays, so that the order in which they are drawn does not matter.
///
/// Every cell that a line passes through is drawn, also where it only clips a corner, and every cell
/// of which any part lies in an area. So the cells of a line hang together by their sides: a step to
/// one of eight neighbours cannot slip through a river.
///
/// Memory: one byte a cell.
public struct CellCodes: Sendable {
  /// The number of columns.
  public let columns: Int
  /// The number of rows.
  public let rows: Int
  /// The codes, row by row from the top left; 0 where nothing lies.
  public private(set) var codes: [UInt8]

  /// A grid where nothing lies.
  public init(columns: Int, rows: Int) {
    precondition(columns > 0 && rows > 0, "a grid has cells")
    self.columns = columns
    self.rows = rows
    codes = [UInt8](repeating: 0, count: columns * rows)
  }

  /// The code of a cell.
  public subscript(row row: Int, column column: Int) -> UInt8 { codes[row * columns + column] }

  /// Raises the cells of a line given in grid coordinates (x the column, y the row) to `code`; parts
  /// off the grid are passed over. Positions must be finite. O(cells on the line).
  ///
  /// Source: J. Amanatides, A. Woo, A fast voxel traversal algorithm for ray tracing, Eurographics
  /// 1987, doi:10.2312/egtp.19871000.
  public mutating func draw(line: [Coordinate], code: UInt8) {
    if line.count == 1 { raise(column: floorIndex(line[0].x), row: floorIndex(line[0].y), code) }
    for (start, end) in zip(line, line.dropFirst()) { draw(from: start, to: end, code) }
  }

  private mutating func draw(from start: Coordinate, to end: Coordinate, _ code: UInt8) {
    let dx = end.x - start.x
    let dy = end.y - start.y
    guard let part = visiblePart(start, dx, dy) else { return }
    var column = clamp(floorIndex(start.x + part.lowerBound * dx), columns)
    var row = clamp(floorIndex(start.y + part.lowerBound * dy), rows)
    let lastColumn = clamp(floorIndex(start.x + part.upperBound * dx), columns)
    let lastRow = clamp(floorIndex(start.y + part.upperBound * dy), rows)
    let right = lastColumn >= column ? 1 : -1
    let down = lastRow >= row ? 1 : -1
    raise(column: column, row: row, code)
    // By whole numbers of steps, so that rounding can neither miss the end nor run past it.
    var sideways = abs(lastColumn - column)
    var downwards = abs(lastRow - row)
    while sideways > 0 || downwards > 0 {
      let nextX = Double(right > 0 ? column + 1 : column)
      let nextY = Double(down > 0 ? row + 1 : row)
      let isSideways =
        downwards == 0
        || (sideways > 0 && abs((nextX - start.x) * dy) <= abs((nextY - start.y) * dx))
      if isSideways {
        column += right
        sideways -= 1
      } else {
        row += down
        downwards -= 1
      }
      raise(column: column, row: row, code)
    }
  }

  /// The part of a line, 0 to 1, that lies over the grid; `nil` where none does. After Y.-D. Liang and
  /// B. A. Barsky, doi:10.1145/357332.357333.
  private func visiblePart(_ start: Coordinate, _ dx: Double, _ dy: Double) -> ClosedRange<Double>?
  {
    var low = 0.0
    var high = 1.0
    for (from, step, size) in [(start.x, dx, Double(columns)), (start.y, dy, Double(rows))] {
      if step == 0 {
        if from < 0 || from > size { return nil }
        continue
      }
      let one = -from / step
      let other = (size - from) / step
      low = max(low, min(one, other))
      high = min(high, max(one, other))
    }
    return low <= high ? low...high : nil
  }

  private func clamp(_ index: Int, _ count: Int) -> Int { min(max(index, 0), count - 1) }

  private mutating func raise(column: Int, row: Int, _ code: UInt8) {
    guard (0..<columns).contains(column), (0..<rows).contains(row) else { return }
    let place = row * columns + column
    if codes[place] < code { codes[place] = code }
  }

  /// Raises every cell of which a part lies in an area of `outlines`.
  public mutating func draw(areas outlines: GridOutlines, code: UInt8) {
    let banded = BandedOutlines(outlines, bandRows: 256)
    var scanner = OutlineScanner(banded)
    var spans: [CoverageSpan] = []
    for band in banded.bands {
      var cursor = scanner.cursor(band: band)
      while scanner.advance(&cursor, into: &spans) {
        for span in spans where (0..<rows).contains(Int(span.row)) {
          for column in span.columns.clamped(to: 0..<columns) {
            raise(column: column, row: Int(span.row), code)
          }
        }
      }
    }
  }
}
