internal import GeoModel
internal import Indicators
internal import Plan

/// A joined table in numbers: what a person reads first of a match report, counted from the report
/// itself so that the two cannot differ.
public struct JoinTally: Sendable {
  /// How many rows or units there are of a kind.
  public struct Count: Sendable, Hashable {
    /// The kind, as the match report writes it: `matched`, `short_name`, `unchanged`, …
    public var kind: String
    /// How many.
    public var count: Int
  }

  /// How rows find their units.
  public enum Way: Sendable, Hashable {
    /// By code, of one date.
    case code
    /// By name.
    case name
    /// By what became of the units since the table's date.
    case vintage(String)
  }

  /// The table's name in the plan, which is also that of its findings: `indicators.NAME`.
  public var table: String
  /// The level of its units, or `village`.
  public var level: String
  /// How rows find their units.
  public var way: Way
  /// The rows by what became of them: the matched ones, then the most first.
  public var rows: [Count]
  /// The matched rows by the tier that decided, the most first; empty for a table of another date.
  public var tiers: [Count]
  /// The units by what became of them, in the same order.
  public var units: [Count]
  /// The columns whose totals were carried to other units and held, and those that did not.
  public var conserved: [String]
  /// See ``conserved``.
  public var notConserved: [String]

  /// The number of rows.
  public var rowCount: Int { rows.reduce(0) { $0 + $1.count } }
  /// The number of units.
  public var unitCount: Int { units.reduce(0) { $0 + $1.count } }

  /// The rows without a figure in the study, by the words for why, in the order of ``rows``.
  var leftOut: [(reason: String, count: Int)] {
    rows.compactMap { row in Self.reasons[row.kind].map { ($0, row.count) } }
  }

  private static let reasons = [
    RowOutcome.setAside.rawValue: "set aside as a total or a title",
    RowOutcome.outsideStudy.rawValue: "outside the study",
    RowOutcome.unmatched.rawValue: "fits no unit",
    RowOutcome.ambiguous.rawValue: "fits several units alike",
    RowOutcome.doubled.rawValue: "shares its unit with another row",
  ]

  /// Notes in `ledger` what of the figures rests on no published share.
  func assume(in ledger: SourceLedger) {
    guard case .vintage = way else { return }
    let kinds: [(CrosswalkChain.Reach.Kind, String)] = [
      (.overlay, "old units shared out by the areas in common, not by a published share"),
      (
        .population,
        "old units shared out by the people who live in their parts, not by a published share"
      ),
    ]
    for (kind, words) in kinds {
      guard let count = rows.first(where: { $0.kind == kind.rawValue })?.count else { continue }
      ledger.assume(
        words, in: "indicators.\(table)", count: count,
        of: rows.filter { $0.kind != RowOutcome.setAside.rawValue }.reduce(0) { $0 + $1.count })
    }
  }

  /// Counts `joined`.
  init(_ joined: JoinedTable) {
    let isCarried = joined.draft == nil
    table = joined.definition.name
    level = joined.level
    way =
      switch joined.definition.key {
      case _ where isCarried: .vintage(joined.definition.vintage?.description ?? "")
      case .code: .code
      case .name: .name
      }
    rows = Self.counts(in: joined.report.rows, column: isCarried ? "went" : "outcome")
    tiers =
      isCarried
      ? [] : Self.counts(in: joined.report.rows, column: "tier", where: ("outcome", "matched"))
    units = Self.counts(in: joined.report.units, column: "outcome")
    conserved = joined.conservation.filter(\.holds).map(\.column)
    notConserved = joined.conservation.filter { !$0.holds }.map(\.column)
  }

  private static func counts(
    in table: MatchReport.Table, column: String,
    where condition: (column: String, value: String)? = nil
  ) -> [Count] {
    guard let place = table.columns.firstIndex(of: column) else { return [] }
    let other = condition.flatMap { table.columns.firstIndex(of: $0.column) }
    var counts: [String: Int] = [:]
    for row in table.rows {
      if let other, let condition, row[other] != .text(condition.value) { continue }
      // A rule stands behind a colon: `set_aside:total`.
      if case .text(let text) = row[place] {
        counts[String(text.prefix { $0 != ":" }), default: 0] += 1
      }
    }
    return counts.map { Count(kind: $0.key, count: $0.value) }
      .sorted { one, other in
        if (one.kind == "matched") != (other.kind == "matched") { return one.kind == "matched" }
        return (other.count, one.kind) < (one.count, other.kind)
      }
  }
}
