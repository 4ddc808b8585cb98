/// A table as its file holds it: text by row and column, with the file's own row numbers.
public struct RawTable: Sendable, Hashable {
  /// What the source itself holds a cell as.
  public enum CellKind: UInt8, Sendable, Hashable {
    /// Text; what it means is for a rule to say.
    case text
    /// A number, which no rule of reading applies to: its text is the shortest that reads back to
    /// it, with a decimal point and no other mark, and a per cent sign behind a number that the
    /// source shows as one.
    case number
  }

  /// Cells of a sheet that are shown as one; the text stands in the first.
  public struct MergedCells: Sendable, Hashable {
    /// The number of the first row in its sheet, from 1.
    public var row: Int
    /// The position of the first column, from 0.
    public var column: Int
    /// How many rows.
    public var rows: Int
    /// How many columns.
    public var columns: Int

    /// Makes a range.
    public init(row: Int, column: Int, rows: Int, columns: Int) {
      self.row = row
      self.column = column
      self.rows = rows
      self.columns = columns
    }
  }

  /// One row.
  public struct Row: Sendable, Hashable {
    /// The number of its first line in the file, or of the row in its sheet, from 1.
    public var number: Int
    /// Its cells as text, unchanged; as many as the row has.
    public var cells: [String]
    /// What the source holds each cell as; empty where all are text.
    public var kinds: [CellKind]

    /// Makes a row.
    public init(number: Int, cells: [String], kinds: [CellKind] = []) {
      self.number = number
      self.cells = cells
      self.kinds = kinds
    }
  }

  /// A line of comment at the top.
  public struct Comment: Sendable, Hashable {
    /// Its line in the file, from 1.
    public var number: Int
    /// Its text without the mark.
    public var text: String
  }

  /// A row that has not as many cells as the table.
  public struct RaggedRow: Sendable, Hashable {
    /// Its number in the file.
    public var number: Int
    /// The cells that it has.
    public var cells: Int
    /// The cells that most rows have.
    public var expected: Int
  }

  /// The rows in the order of the file, blank ones left out; titles and headers among them.
  public var rows: [Row]
  /// The comments above them.
  public var comments: [Comment]
  /// What parts the fields; `nil` where the source is no delimited text.
  public var separator: Character?
  /// The merged cells of a sheet; empty where the source cannot have any.
  public var mergedCells: [MergedCells]

  /// Makes a table.
  public init(
    rows: [Row], comments: [Comment] = [], separator: Character? = nil,
    mergedCells: [MergedCells] = []
  ) {
    self.rows = rows
    self.comments = comments
    self.separator = separator
    self.mergedCells = mergedCells
  }

  /// Makes a table of a source whose fields are known (a sheet, a database): the fields become the
  /// first row.
  ///
  /// - Parameters:
  ///   - fields: the fields' names, in the order of the cells.
  ///   - rows: the cells of each row as text; `nil` becomes an empty cell.
  ///   - firstRow: the number of the row that holds the fields' names, 1 in a sheet.
  ///   - kinds: what the source holds the cells of each field as; empty where all are text.
  public init(
    fields: [String], rows: [[String?]], firstRow: Int = 1, kinds: [CellKind] = []
  ) {
    var all = [Row(number: firstRow, cells: fields)]
    all.reserveCapacity(rows.count + 1)
    for (offset, cells) in rows.enumerated() {
      all.append(
        Row(number: firstRow + 1 + offset, cells: cells.map { $0 ?? "" }, kinds: kinds))
    }
    self.init(rows: all)
  }

  /// The number of cells that most rows have, the greater one of two; 0 of an empty table.
  public var width: Int {
    let counts = rows.reduce(into: [Int: Int]()) { $0[$1.cells.count, default: 0] += 1 }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
  }

  /// The rows that have more or fewer cells than ``width``.
  public var raggedRows: [RaggedRow] {
    let width = width
    return rows.filter { $0.cells.count != width }.map {
      RaggedRow(number: $0.number, cells: $0.cells.count, expected: width)
    }
  }

  /// The text of a cell; `nil` where the row is too short to have it.
  public func cell(_ row: Int, _ column: Int) -> String? {
    let cells = rows[row].cells
    return cells.indices.contains(column) ? cells[column] : nil
  }

  /// What the source holds a cell as.
  public func kind(_ row: Int, _ column: Int) -> CellKind {
    let kinds = rows[row].kinds
    return kinds.indices.contains(column) ? kinds[column] : .text
  }

  /// How the number in a cell is written: `stated` where it is text, plainly where the source holds
  /// a number.
  public func style(_ row: Int, _ column: Int, stated: NumberStyle?) -> NumberStyle? {
    kind(row, column) == .number ? .plain : stated
  }
}
