internal import GeoModel
internal import Indicators
internal import Plan

/// Joins the tables of a plan to its units.
struct IndicatorStudy {
  let study: Study
  let options: StudyOptions

  /// Every table of the plan, in its order.
  ///
  /// - Throws: ``StudyError``.
  func run() async throws -> [JoinedTable] {
    try refuseDoubledColumns()
    let reading = TableReading(plan: study.plan, options: options)
    var tables: [JoinedTable] = []
    for (index, definition) in study.plan.indicators.enumerated() {
      let prepared = study.tables?[index] ?? reading.table(definition)
      study.ledger.absorb(prepared.account)
      let joiner = TableJoiner(
        study: study, definition: definition, table: try prepared.table.get(), options: options)
      tables.append(try await joiner.join(prepared.rows))
    }
    options.report("join", 1, of: 1)
    return tables
  }

  /// Tables of all levels meet in the layers of the coarser ones, so a name stands for one column of
  /// the whole plan.
  private func refuseDoubledColumns() throws(StudyError) {
    var holders: [String: String] = [:]
    var problems: [PlanProblem] = []
    for definition in study.plan.indicators {
      for column in definition.columns {
        if let holder = holders[column.name] {
          problems.append(
            study.plan.problem(
              at: column.mark, path: "\(definition.path).columns.\(column.name)",
              "the column '\(column.name)' stands in \(holder) too",
              suggestion: "give one of them another name"))
        } else {
          holders[column.name] = definition.name
        }
      }
    }
    guard problems.isEmpty else { throw .plan(problems) }
  }
}
