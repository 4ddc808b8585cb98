/// Filters the rows of a raster as they come, from the first to the last.
///
/// Each row is held until its patches are decided: at most as many rows as a patch under the
/// least area can span (``PatchFilter/haloRows(columns:rows:)``), mostly far fewer.
public struct PatchStream {
  private var finder: SmallPatchFinder
  private let replacement: UInt8
  private var waiting: [[UInt8]] = []
  private var small: [Range<Int>] = []

  /// Starts a stream at row `firstRow` of the grid.
  public init(_ filter: PatchFilter, firstRow: Int = 0) {
    finder = SmallPatchFinder(filter.rule, areas: filter.areas, firstRow: firstRow)
    replacement = filter.rule.replacement
  }

  /// The number of rows held back.
  public var pendingRows: Int { waiting.count }

  /// The bytes that the rows held back take up, with what is known of their patches.
  public var heldBytes: Int { finder.heldBytes + waiting.count * (waiting.first?.count ?? 0) }

  /// Takes in the next row, all columns, and hands every row that is decided to `body`: the row's
  /// number and its filtered classes, in order.
  public mutating func push(_ row: [UInt8], _ body: (Int, [UInt8]) throws -> Void) rethrows {
    finder.push(row.span)
    waiting.append(row)
    try drain(body)
  }

  /// Tells that the last row has come, and hands the rows still held back to `body`.
  public mutating func finish(_ body: (Int, [UInt8]) throws -> Void) rethrows {
    finder.finish()
    try drain(body)
  }

  private mutating func drain(_ body: (Int, [UInt8]) throws -> Void) rethrows {
    var count = 0
    defer { waiting.removeFirst(count) }
    while let row = finder.pop(into: &small) {
      for run in small {
        for column in run { waiting[count][column] = replacement }
      }
      count += 1
      try body(row, waiting[count - 1])
    }
  }
}
