internal import GeoModel
internal import Indicators
internal import Plan

/// Joins the tables of a plan to its units.
struct IndicatorStudy {
  let study: Study
  let options: StudyOptions

  /// Every table of the plan, in its order.
  func run() throws(StudyError) -> [JoinedTable] {
    let loader = TableLoader(plan: study.plan, ledger: study.ledger)
    var tables: [JoinedTable] = []
    for (index, definition) in study.plan.indicators.enumerated() {
      options.report("join", index, of: study.plan.indicators.count)
      let table = try loader.load(definition.source, fields: Self.fields(of: definition))
      let joiner = TableJoiner(study: study, definition: definition, table: table)
      tables.append(try joiner.join())
    }
    options.report("join", 1, of: 1)
    return tables
  }

  /// The fields that the section names.
  private static func fields(of definition: IndicatorDefinition) -> [FieldName] {
    let key =
      switch definition.key {
      case .code(let field), .name(let field): field
      }
    return [key] + definition.columns.map(\.field)
  }
}
