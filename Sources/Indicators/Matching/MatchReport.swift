public import GeoModel

/// A match report: both sides of a join with every row, ready to be written as CSV or JSON.
public struct MatchReport: Sendable, Hashable {
  /// A table: names of columns, and rows with a value for each.
  public struct Table: Sendable, Hashable {
    /// The columns' names, snake_case.
    public var columns: [String]
    /// The rows, each as long as ``columns``.
    public var rows: [[PropertyValue]]

    /// Makes a table.
    public init(columns: [String], rows: [[PropertyValue]]) {
      self.columns = columns
      self.rows = rows
    }
  }

  /// Every row of the table, in the order of the file.
  public var rows: Table
  /// Every unit, in the order of the study.
  public var units: Table

  /// Makes a report of tables that were made elsewhere (a join across vintages).
  public init(rows: Table, units: Table) {
    self.rows = rows
    self.units = units
  }

  /// Makes the report of `result`. A row whose unit is not known has `null` for it.
  public init(_ result: MatchResult) {
    let order = result.rows.indices.sorted {
      (result.rows[$0].row.row, $0) < (result.rows[$1].row.row, $1)
    }
    rows = Table(
      columns: [
        "row", "outcome", "tier", "code", "name", "parent", "type", "unit_code", "unit_name",
        "flags", "set_aside_by", "candidates",
      ],
      rows: order.map { Self.cells(of: result.rows[$0], in: result) })
    units = Table(
      columns: ["level", "code", "name", "parent", "outcome", "rows", "tiers", "suggested_rows"],
      rows: result.units.map { Self.cells(of: $0, in: result) })
  }

  private static func cells(of match: RowMatch, in result: MatchResult) -> [PropertyValue] {
    let unit = match.unit.map { result.units[$0].unit }
    return [
      .integer(match.row.row), .text(match.outcome.rawValue),
      .optionalText(match.tier?.rawValue), .optionalText(match.row.code),
      .optionalText(match.row.name), .optionalText(match.row.parent),
      .optionalText(match.row.type), .optionalText(unit?.code), .optionalText(unit?.label),
      .list(match.flags.map(\.rawValue)), .optionalText(match.row.setAside),
      .list(match.candidates.map { text(of: $0, in: result) }),
    ]
  }

  private static func cells(of match: UnitMatch, in result: MatchResult) -> [PropertyValue] {
    [
      .text(match.unit.level), .optionalText(match.unit.code), .text(match.unit.label),
      .optionalText(match.unit.parents.first.flatMap { $0.name ?? $0.code }),
      .text(match.outcome.rawValue),
      .list(match.rows.map { String(result.rows[$0].row.row) }),
      .list(match.rows.map { result.rows[$0].tier?.rawValue ?? "" }),
      .list(match.suggestions.map { String(result.rows[$0].row.row) }),
    ]
  }

  /// A candidate as text: `Xã Ba Tơ [21484]: diacritics`, edits behind a misspelling.
  static func text(of candidate: MatchCandidate, in result: MatchResult) -> String {
    let unit = result.units[candidate.unit].unit
    let code = unit.code.map { " [\($0)]" } ?? ""
    let edits = candidate.why == .spelling ? " \(candidate.distance)" : ""
    return "\(unit.label)\(code): \(candidate.why.rawValue)\(edits)"
  }
}
