internal import GeoModel
internal import Indicators
internal import Plan

/// Joins the tables of a plan to its units.
struct IndicatorStudy {
  let study: Study
  let options: StudyOptions

  /// Every table of the plan, in its order.
  func run() throws(StudyError) -> [JoinedTable] {
    try refuseDoubledColumns()
    let loader = TableLoader(plan: study.plan, ledger: study.ledger)
    var tables: [JoinedTable] = []
    for definition in study.plan.indicators {
      options.report("\(definition.name): reading", 0, of: 0)
      let table = try loader.load(definition.source, fields: Self.fields(of: definition))
      let joiner = TableJoiner(
        study: study, definition: definition, table: table, options: options)
      tables.append(try joiner.join())
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

  /// The fields that the section names.
  private static func fields(of definition: IndicatorDefinition) -> [FieldName] {
    let key =
      switch definition.key {
      case .code(let field), .name(let field): field
      }
    return [key] + [definition.unitName].compactMap(\.self) + definition.columns.map(\.field)
  }
}
