internal import GDALKit
internal import Indicators
internal import Plan

/// Reads the crosswalks of a plan.
struct CrosswalkLoader {
  let plan: Plan
  let ledger: SourceLedger

  /// The steps, in the order of the plan.
  func steps() throws(StudyError) -> [Indicators.CrosswalkStep] {
    var steps: [Indicators.CrosswalkStep] = []
    for planned in plan.crosswalk { steps.append(try step(planned)) }
    return steps
  }

  private func step(
    _ planned: PlannedCrosswalkStep
  ) throws(StudyError) -> Indicators.CrosswalkStep {
    let fields = [
      planned.from.code, planned.from.name, planned.to.code, planned.to.name, planned.type,
      planned.weight,
    ].compactMap(\.self)
    let table = try TableLoader(plan: plan, ledger: ledger).load(planned.source, fields: fields)
    var problems: [PlanProblem] = []
    var rows: [CrosswalkRow] = []
    for row in table.raw.rows.indices.dropFirst(table.header.row + 1) {
      func cell(_ field: FieldName?) -> String? {
        guard let field, let column = table.header.columns(field.name).first,
          let text = table.raw.cell(row, column)
        else { return nil }
        let cleaned = NameCleaning.cleaned(text)
        return cleaned.isEmpty ? nil : cleaned
      }
      let number = table.raw.rows[row].number
      func fault(_ field: FieldName, _ message: String, _ suggestion: String) {
        problems.append(
          plan.problem(
            with: field, "row \(number) of '\(planned.source.text)': \(message)",
            suggestion: suggestion))
      }
      guard let old = cell(planned.from.code), let new = cell(planned.to.code) else {
        fault(planned.from.code, "it lacks a code", "every row has an old and a new code")
        continue
      }
      let type = cell(planned.type) ?? "full"
      guard let extent = CrosswalkRow.Extent(rawValue: type.lowercased()) else {
        fault(planned.type ?? planned.from.code, "'\(type)' is no type", "full or partial")
        continue
      }
      let weight = cell(planned.weight)
      if let weight, Double(weight) == nil, let field = planned.weight {
        fault(field, "'\(weight)' is no weight", "a share between 0 and 1")
      }
      rows.append(
        CrosswalkRow(
          oldCode: old, oldName: cell(planned.from.name), newCode: new,
          newName: cell(planned.to.name), extent: extent, weight: weight.flatMap { Double($0) },
          row: number))
    }
    guard problems.isEmpty else { throw .plan(problems) }
    return Indicators.CrosswalkStep(
      from: planned.from.vintage.description, to: planned.to.vintage.description, rows: rows,
      keepsUnlisted: planned.unlisted == .unchanged)
  }
}
