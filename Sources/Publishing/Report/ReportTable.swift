public import GeoModel

/// A table of a report: what a layer says, in columns that can be sorted.
public struct ReportTable: Sendable, Hashable {
  /// What stands under a column.
  public enum Cell: Sendable, Hashable {
    /// Text.
    case text(String)
    /// A number.
    case number(Double)
    /// A number in words, such as an interval with its unit, and what it is sorted by.
    case measure(String, Double)
    /// Yes, no or not known.
    case answer(Ternary)
    /// Not known, or nothing to tell; with the reason where there is one.
    case unknown(reason: String?)
  }

  /// A column.
  public struct Column: Sendable, Hashable {
    /// The words at its head.
    public var title: String
    /// The property that it shows.
    public var property: String
    /// The decimals of its numbers; `nil` where it holds none.
    public var decimals: Int?

    /// Makes a column.
    public init(_ title: String, property: String, decimals: Int? = nil) {
      self.title = title
      self.property = property
      self.decimals = decimals
    }
  }

  /// The layer's name, which is also that of its file.
  public var name: String
  /// The heading.
  public var title: String
  /// The columns, from left to right.
  public var columns: [Column]
  /// The rows; each as long as ``columns``.
  public var rows: [[Cell]]
  /// The row of the whole study; empty where there is none.
  public var totals: [Cell]
  /// The subject that it belongs to, as a heading over several tables; empty for none.
  public var group = ""
  /// How many rows there are in all; more than ``rows`` where only some are shown.
  public var total: Int
  /// Which are shown where not all are, in words.
  public var choice: String?
  /// Lines under the table.
  public var notes: [String]

  /// Makes a table; every row must be as long as `columns`.
  public init(
    name: String, title: String, columns: [Column], rows: [[Cell]], totals: [Cell] = [],
    total: Int? = nil, choice: String? = nil, notes: [String] = []
  ) {
    precondition(rows.allSatisfy { $0.count == columns.count })
    self.name = name
    self.title = title
    self.columns = columns
    self.rows = rows
    self.totals = totals
    self.total = total ?? rows.count
    self.choice = choice
    self.notes = notes
  }

  /// The place of a property among the columns.
  public func column(_ property: String) -> Int? {
    columns.firstIndex { $0.property == property }
  }

  /// The table as the page's scripts read it.
  var json: JSONValue {
    [
      "name": .text(name), "title": .text(title), "group": .text(group), "total": .integer(total),
      "choice": .optional(choice), "notes": .list(notes.map { .text($0) }),
      "columns": .list(
        columns.map { column in
          [
            "title": .text(column.title), "property": .text(column.property),
            "decimals": column.decimals.map { .integer($0) } ?? .null,
          ]
        }),
      "rows": .list(rows.map { .list(json(of: $0)) }),
      "totals": .list(json(of: totals)),
    ]
  }

  /// Numbers as numbers, texts as texts, answers and reasons as arrays of one: `["yes"]`, `["?", why]`.
  private func json(of row: [Cell]) -> [JSONValue] {
    zip(row, columns).map { cell, column in
      switch cell {
      case .text(let text): .text(text)
      case .measure(let text, _): .text(text)
      case .number(let number): .decimal(number, decimals: column.decimals ?? 2)
      case .answer(let answer): [.text(answer.rawValue)]
      case .unknown(nil): .null
      case .unknown(let reason?): ["?", .text(reason)]
      }
    }
  }
}
