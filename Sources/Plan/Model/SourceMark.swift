/// A place in a plan file.
public struct SourceMark: Sendable, Hashable, Comparable {
  /// The line, from 1.
  public var line: Int
  /// The column, from 1, counted in Unicode scalars.
  public var column: Int

  /// Makes a place; both numbers count from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// In reading order.
  public static func < (one: SourceMark, other: SourceMark) -> Bool {
    (one.line, one.column) < (other.line, other.column)
  }
}
