/// A cell of a grid by its indices; those of cells beyond the raster's edge are negative, or not
/// less than the raster's size.
public struct GridCell: Hashable, Sendable {
  /// Counted from the raster's first column.
  public var column: Int
  /// Counted from the raster's first row.
  public var row: Int

  /// Makes a cell from its indices.
  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// The cells whose areas must be known so that the areas of all others can be interpolated.
///
/// In a projected or rotated grid the ellipsoidal area of a cell changes slowly from cell to cell.
/// The lattice names cells ``spacing`` apart over a range of columns and rows, its edges
/// included; the caller computes their areas from their outlines and hands them to
/// ``CellAreaModel/init(lattice:areas:)``.
public struct CellAreaLattice: Hashable, Sendable {
  /// The columns that the lattice holds; more than the raster's where units reach beyond it.
  public let columns: Range<Int>
  /// The rows that the lattice holds.
  public let rows: Range<Int>
  /// The distance between neighbouring nodes in cells is 2 to this power.
  public let spacingExponent: Int

  /// Makes the lattice over `columns` and `rows`, neither of them empty, with nodes
  /// 2^`spacingExponent` cells apart (exponent 0 to 30).
  public init(columns: Range<Int>, rows: Range<Int>, spacingExponent: Int) {
    precondition(!columns.isEmpty && !rows.isEmpty, "a lattice holds at least one cell")
    precondition((0...30).contains(spacingExponent), "the exponent lies in 0...30")
    self.columns = columns
    self.rows = rows
    self.spacingExponent = spacingExponent
  }

  /// The distance between neighbouring nodes, in cells; the last interval may be shorter.
  public var spacing: Int { 1 << spacingExponent }

  /// The columns of the nodes, ascending; the first and last of ``columns`` are among them.
  public var nodeColumns: [Int] { Self.nodes(over: columns, spacing: spacing) }

  /// The rows of the nodes, ascending; the first and last of ``rows`` are among them.
  public var nodeRows: [Int] { Self.nodes(over: rows, spacing: spacing) }

  /// The cells whose areas the model needs: row by row, columns ascending within a row.
  public var cells: [GridCell] {
    let columns = nodeColumns
    return nodeRows.flatMap { row in columns.map { GridCell(column: $0, row: row) } }
  }

  /// The lattice with nodes half as far apart; nil where they are neighbours already.
  ///
  /// Its cells hold all cells of this one, and lie where the interpolation of this one is at its
  /// worst: the middle of each interval and of each rectangle. Their areas tell the error
  /// (``CellAreaModel/greatestRelativeDifference(at:areas:)``) and, where it is too large, make
  /// the next model.
  public var refined: CellAreaLattice? {
    guard spacingExponent > 0 else { return nil }
    return CellAreaLattice(columns: columns, rows: rows, spacingExponent: spacingExponent - 1)
  }

  private static func nodes(over range: Range<Int>, spacing: Int) -> [Int] {
    let last = range.upperBound - 1
    return Array(stride(from: range.lowerBound, to: last, by: spacing)) + [last]
  }
}
