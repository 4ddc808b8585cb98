internal import GeoModel
internal import Indicators
internal import Plan

/// Joins one table: selects its rows, finds their units, reads its figures, and carries those of
/// another vintage over.
struct TableJoiner {
  let study: Study
  let definition: IndicatorDefinition
  let table: LoadedTable
  let options: StudyOptions

  /// The join, with everything that a person must settle as findings.
  func join() throws(StudyError) -> JoinedTable {
    let level = levelName
    let units = try UnitRecords(study: study).records(level: level)
    let selection = RowSelection.select(
      from: table.raw, header: table.header,
      columns: RowSelection.Columns(
        name: nameColumn, code: codeColumn, figures: figureColumns),
      level: level, style: table.style,
      unitNames: units.flatMap { [$0.name, $0.fullName].compactMap(\.self) })
    let figures = try FigureReader(
      plan: study.plan, definition: definition, table: table, rows: selection.rows
    ).columns()
    if let joined = try joinedAcrossVintages(figures, selection: selection, level: level) {
      return joined
    }
    return try matched(units, selection: selection, figures: figures, level: level)
  }

  var levelName: String {
    switch definition.subject {
    case .units(let level): level
    case .villages: "village"
    }
  }

  private var nameColumn: Int? {
    let field =
      switch definition.key {
      case .name(let field): field
      case .code: definition.unitName
      }
    return field.flatMap { table.header.columns($0.name).first }
  }

  private var codeColumn: Int? {
    guard case .code(let field) = definition.key else { return nil }
    return table.header.columns(field.name).first
  }

  private var figureColumns: [Int] {
    definition.columns.compactMap { table.header.columns($0.field.name).first }
  }

  // MARK: Same vintage, or by name

  private func matched(
    _ units: [UnitRecord], selection: RowSelection, figures: [FigureReader.Column], level: String
  ) throws(StudyError) -> JoinedTable {
    let rows = zip(selection.rows, selection.parents).map { row, parent in
      RowRecord(
        row: table.raw.rows[row].number, code: codeColumn.flatMap { table.raw.cell(row, $0) },
        name: nameColumn.flatMap { table.raw.cell(row, $0) }, parent: parent)
    }
    let setAside = selection.setAside.map {
      RowRecord(row: $0.number, name: $0.name, setAside: $0.rule.rawValue)
    }
    let step = "\(definition.name): matching"
    let result = Matcher.match(rows: rows + setAside, units: units, rules: try rules(level)) {
      options.report(step, $0, of: $1, unit: "rows")
    }
    let positions = positions(of: result.units)
    let columns = figures.map { column in
      JoinedColumn(
        name: column.definition.name, kind: column.kind, unit: column.definition.unit,
        of: column.definition.of?.name,
        figures: FiguresByCode(unitFigures(of: column, by: result), at: positions))
    }
    return JoinedTable(
      definition: definition, level: level, columns: columns, report: MatchReport(result),
      draft: NamesDraft(result), conservation: [], isComplete: result.isComplete,
      findings: JoinFindings(definition: definition, table: table).findings(of: result)
        + DeclaredAreas(study: study, definition: definition, level: level)
        .findings(of: columns, by: result)
        + VillageFindings(study: study, layer: definition.path).withoutUnit(result))
  }

  /// Where the units stand by their codes; of units that share one, which are refused before, the
  /// last speaks. A village has its figures also where it has no code.
  private func positions(of units: [UnitMatch]) -> [String: Int] {
    let villageKeys = study.villageKeys
    return Dictionary(
      units.enumerated().compactMap { position, match in
        let isVillage = match.unit.level == "village"
        let code = isVillage ? villageKeys[match.unit.index] : match.unit.code
        return code.map { ($0, position) }
      }, uniquingKeysWith: { _, last in last })
  }

  /// The figure of each unit: its row's, or the sum of several that confirmed pairs add up.
  private func unitFigures(
    of column: FigureReader.Column, by result: MatchResult
  ) -> [JoinedFigure] {
    result.units.map { match in
      match.outcome == .matched
        ? column.combined(match.rows) : JoinedFigure(reason: match.outcome.rawValue)
    }
  }

  private func rules(_ level: String) throws(StudyError) -> MatchRules {
    let key: MatchRules.Key =
      if case .code = definition.key { .code } else { .name }
    return MatchRules(
      level: level, key: key, confirmed: try ConfirmedNames(plan: study.plan).pairs(of: definition),
      scope: definition.scope == .subset ? .subset : .all,
      tableVintage: definition.vintage?.description,
      unitVintage: study.plan.vintage?.description)
  }
}
