internal import Indicators
internal import Plan

/// A unit of another vintage that a table has figures of.
struct OldUnit {
  /// The position of its row among those selected.
  var position: Int
  /// The index of its row in the table.
  var row: Int
  /// Its code at that vintage.
  var code: String
  /// Its name in the table; `nil` where the plan names no field for it.
  var name: String?
}

extension TableJoiner {
  /// The old units that the rows of a table are about.
  ///
  /// - Throws: ``StudyError/plan(_:)`` naming every row without a code or with that of another.
  func oldUnits(_ selection: RowSelection) throws(StudyError) -> [OldUnit] {
    guard case .code(let field) = definition.key,
      let column = table.header.columns(field.name).first
    else { throw .internalFailure("units of another vintage need codes") }
    let nameColumn = definition.unitName.flatMap { table.header.columns($0.name).first }
    var problems: [PlanProblem] = []
    var units: [OldUnit] = []
    var seen: [String: Int] = [:]
    for (position, row) in selection.rows.enumerated() {
      let number = table.raw.rows[row].number
      let code = NameCleaning.cleaned(table.raw.cell(row, column) ?? "")
      if code.isEmpty || seen[code] != nil {
        let what = code.isEmpty ? "has no code" : "has the code \(code) of row \(seen[code] ?? 0)"
        problems.append(
          study.plan.problem(
            with: field, "row \(number) of '\(definition.source.text)' \(what)",
            suggestion: "one row, one unit"))
        continue
      }
      seen[code] = number
      let name = nameColumn.flatMap { table.raw.cell(row, $0) }.map(NameCleaning.cleaned)
      units.append(
        OldUnit(
          position: position, row: row, code: code,
          name: name.flatMap { $0.isEmpty ? nil : $0 }))
    }
    guard problems.isEmpty else { throw .plan(problems) }
    return units
  }

  /// Whether two names of units are the same but for spelling and type.
  static func isSameName(_ one: String, _ other: String) -> Bool {
    FoldedName(one).orthographic == FoldedName(other).orthographic
  }
}
