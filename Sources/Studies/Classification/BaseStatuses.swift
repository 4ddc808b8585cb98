internal import GeoModel
internal import Indicators
internal import Plan

/// The statuses of a base year, as their table has them.
struct BaseStatuses {
  /// A unit or village of the base year.
  struct Row {
    var code: String
    var status: Ternary
    /// What it became, where the table says so.
    var became: String?
  }

  let rows: [Row]

  private static let yes: Set = ["yes", "true", "1", "x", "có", "đạt", "đúng"]
  private static let no: Set = ["no", "false", "0", "không", "chưa", "không đạt", "chưa đạt"]
  private static let unknown: Set = ["", "-", "…", "...", "unknown", "chưa rõ"]

  /// Reads the table of `base`.
  ///
  /// - Throws: ``StudyError/plan(_:)`` with a line for each row without a code, with the code of
  ///   another, or with a status that is no known word.
  init(
    _ base: ClassificationDefinition.Base, plan: Plan, ledger: SourceLedger
  ) throws(StudyError) {
    let fields = [base.code, base.status, base.became].compactMap(\.self)
    let table = try TableLoader(plan: plan, ledger: ledger).load(base.source, fields: fields)
    func cell(_ row: Int, _ field: FieldName?) -> String {
      guard let field, let column = table.header.columns(field.name).first else { return "" }
      return NameCleaning.cleaned(table.raw.cell(row, column) ?? "")
    }
    var problems: [PlanProblem] = []
    var rows: [Row] = []
    var seen: [String: Int] = [:]
    for row in table.raw.rows.indices.dropFirst(table.header.row + 1) {
      let number = table.raw.rows[row].number
      let place = "row \(number) of '\(base.source.text)'"
      let code = cell(row, base.code)
      let text = cell(row, base.status)
      let became = cell(row, base.became)
      if code.isEmpty, text.isEmpty, became.isEmpty { continue }
      if code.isEmpty || seen[code] != nil {
        let what = code.isEmpty ? "has no code" : "has the code \(code) of row \(seen[code] ?? 0)"
        problems.append(
          plan.problem(with: base.code, "\(place) \(what)", suggestion: "one row, one unit"))
        continue
      }
      seen[code] = number
      let status = base.status == nil ? Ternary.yes : Self.status(text, base)
      guard let status else {
        problems.append(
          plan.problem(
            with: base.status ?? base.code, "\(place): '\(text)' is neither yes nor no",
            suggestion: "name what it means with yes_values or no_values"))
        continue
      }
      rows.append(Row(code: code, status: status, became: became.isEmpty ? nil : became))
    }
    guard problems.isEmpty else { throw .plan(problems) }
    self.rows = rows
  }

  private static func status(_ text: String, _ base: ClassificationDefinition.Base) -> Ternary? {
    let word = text.lowercased()
    if base.yesValues.contains(where: { $0.lowercased() == word }) { return .yes }
    if base.noValues.contains(where: { $0.lowercased() == word }) { return .no }
    if yes.contains(word) { return .yes }
    if no.contains(word) { return .no }
    return unknown.contains(word) ? .unknown : nil
  }
}
