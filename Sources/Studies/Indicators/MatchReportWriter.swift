internal import GeoModel
internal import Indicators
internal import Plan
internal import Publishing

/// Writes match reports as CSV and JSON.
struct MatchReportWriter {
  let table: JoinedTable

  /// The forms of the report.
  var texts: MatchReportText {
    MatchReportText(
      table: table.definition.name, rows: csv(table.report.rows), units: csv(table.report.units),
      json: json.text())
  }

  /// Both sides, and for figures of another vintage the totals before and after.
  var json: JSONValue {
    [
      "table": .text(table.definition.name), "level": .text(table.level),
      "complete": .flag(table.isComplete),
      "carried_by": table.transfer.map { .text($0.method) } ?? .null,
      "boundaries": table.transfer?.boundaries.map { .text($0) } ?? .null,
      "rows": objects(table.report.rows),
      "units": objects(table.report.units),
      "conservation": .list(
        table.conservation.map { proof in
          [
            "column": .text(proof.column), "before": .decimal(proof.before, decimals: 9),
            "after": .decimal(proof.after, decimals: 9),
            "outside": .decimal(proof.outside, decimals: 9),
            "unknown_units": .integer(proof.unknownUnits),
            "relative_difference": .decimal(proof.relativeDifference, decimals: 15),
            "holds": .flag(proof.holds),
          ]
        }),
    ]
  }

  private func objects(_ side: MatchReport.Table) -> JSONValue {
    .list(
      side.rows.map { row in
        .object(zip(side.columns, row).map { JSONMember($0, JSONValue($1)) })
      })
  }

  /// RFC 4180, UTF-8; lists are parted by `|`.
  private func csv(_ side: MatchReport.Table) -> String {
    let lines = [side.columns] + side.rows.map { $0.map(Self.text) }
    return lines.map { $0.map(Self.quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func text(_ value: PropertyValue) -> String {
    switch value {
    case .null: ""
    case .flag(let flag): flag ? "true" : "false"
    case .integer(let number): String(number)
    case .real(let number, let decimals): DecimalText.text(number, decimals: decimals) ?? ""
    case .text(let text): text
    case .list(let texts): texts.joined(separator: "|")
    }
  }

  private static func quoted(_ text: String) -> String {
    let needsQuotes = text.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
