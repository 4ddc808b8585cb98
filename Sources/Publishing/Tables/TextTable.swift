/// A table for a terminal: columns fitted to its width, numbers in the way of the language.
public struct TextTable: Sendable, Hashable {
  /// A column.
  public struct Column: Sendable, Hashable {
    /// What to do with text that is wider than its column.
    public enum Overflow: Sendable, Hashable {
      /// Cut it and end it with `…`.
      case truncate
      /// Go on in further lines.
      case wrap
    }

    /// The words at its head.
    public var title: String
    /// What to do with text too wide; numbers are never cut.
    public var overflow: Overflow
    /// Whether it stays when others have to go for want of width.
    public var isEssential: Bool

    /// Makes a column.
    public init(_ title: String, overflow: Overflow = .truncate, isEssential: Bool = false) {
      self.title = title
      self.overflow = overflow
      self.isEssential = isEssential
    }
  }

  /// How a text is meant; only colour shows it.
  public enum Emphasis: Sendable, Hashable {
    /// As it is.
    case plain
    /// Fine.
    case good
    /// Unsettled.
    case caution
    /// Wrong or missing.
    case bad
  }

  /// What stands in a row under a column.
  public enum Cell: Sendable, Hashable {
    /// Text, at the left.
    case text(String, emphasis: Emphasis = .plain)
    /// A number with so many decimals, at the right; one that is not finite shows as unknown.
    case number(Double, decimals: Int)
    /// A whole number, at the right.
    case integer(Int)
    /// Not known, shown as `–`; the reason stands under the table.
    case unknown(reason: String?)
    /// Nothing belongs here.
    case empty
  }

  /// The columns, from left to right.
  public var columns: [Column]
  /// The rows, from top to bottom; each as long as ``columns``.
  public var rows: [[Cell]]
  /// Rows under a line of their own: sums, the whole study.
  public var totals: [[Cell]]
  /// Lines under the table.
  public var notes: [String]

  /// Makes a table; every row must be as long as `columns`.
  public init(columns: [Column], rows: [[Cell]], totals: [[Cell]] = [], notes: [String] = []) {
    precondition((rows + totals).allSatisfy { $0.count == columns.count })
    self.columns = columns
    self.rows = rows
    self.totals = totals
    self.notes = notes
  }
}

/// How a table is shown.
public struct TextTableStyle: Sendable, Hashable {
  /// The cells of a line; no line is longer unless an essential number does not fit.
  public var width: Int
  /// The language of numbers and notes.
  public var language: OutputLanguage
  /// Whether ANSI colour is used. The caller decides, by terminal and `NO_COLOR`.
  public var usesColor: Bool
  /// Whether lines are drawn with box-drawing characters; else with hyphens.
  public var usesBoxDrawing: Bool

  /// Makes a style.
  public init(
    width: Int = 80, language: OutputLanguage = .english, usesColor: Bool = false,
    usesBoxDrawing: Bool = true
  ) {
    precondition(width > 0)
    self.width = width
    self.language = language
    self.usesColor = usesColor
    self.usesBoxDrawing = usesBoxDrawing
  }
}
