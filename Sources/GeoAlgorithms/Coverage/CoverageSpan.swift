/// A run of neighbouring cells of one row of which the same share lies inside a unit.
///
/// Cells that an outline passes through mostly stand alone; the interior comes as runs with
/// ``fraction`` exactly 1. Spans of one unit ascend by row, then by column, and do not overlap;
/// cells in no span are not covered.
public struct CoverageSpan: Hashable, Sendable {
  /// The row; negative above the raster.
  public var row: Int32
  /// The first column; negative left of the raster.
  public var column: Int32
  /// The number of cells, at least 1.
  public var count: Int32
  /// The share of each cell that lies inside: above 0 and at most 1, unless the unit's rings
  /// overlap.
  public var fraction: Double

  /// Makes a span of `count` cells from `column` on.
  public init(row: Int, column: Int, count: Int, fraction: Double) {
    self.row = Int32(row)
    self.column = Int32(column)
    self.count = Int32(count)
    self.fraction = fraction
  }

  /// The columns of the run.
  public var columns: Range<Int> { Int(column)..<Int(column) + Int(count) }
}
