internal import GeoModel
internal import Indicators
internal import Plan

/// The rows of one table: which of them count, what they say, and which unit each belongs to.
struct TableRows: Sendable {
  let plan: Plan
  let definition: IndicatorDefinition
  let table: LoadedTable
  let options: StudyOptions

  /// The rows matched to `units`, which are of the table's level; not matched where the table is of
  /// another date.
  func matched(to units: [UnitRecord]) throws(StudyError) -> MatchedRows {
    let selection = selection(among: units)
    return try matched(
      selection, units, figures: try figures(of: selection),
      names: otherVintage == nil
        ? (rows: rowNames(of: selection), units: NamedUnits(units, level: definition.levelName))
        : nil)
  }

  /// The same, with what does not wait for one another done side by side.
  func matchedSideBySide(to units: [UnitRecord]) async throws(StudyError) -> MatchedRows {
    let isMatched = otherVintage == nil
    let level = definition.levelName
    async let unitNames = isMatched ? NamedUnits(units, level: level) : nil
    let selection = selection(among: units)
    async let figures = Result { () throws(StudyError) in try self.figures(of: selection) }
    let rowNames = isMatched ? rowNames(of: selection) : nil
    let (named, found) = (await unitNames, await figures)
    var names: (rows: NamedRows, units: NamedUnits)?
    if let rowNames, let named { names = (rowNames, named) }
    return try matched(selection, units, figures: try found.get(), names: names)
  }

  private func selection(among units: [UnitRecord]) -> RowSelection {
    RowSelection.select(
      from: table.raw, header: table.header,
      columns: columns, level: definition.levelName, style: table.style, labels: table.labels,
      unitNames: units.flatMap { [$0.name, $0.fullName].compactMap(\.self) })
  }

  private func figures(
    of selection: RowSelection
  ) throws(StudyError) -> [FigureReader.Column] {
    try FigureReader(plan: plan, definition: definition, table: table, rows: selection.rows)
      .columns()
  }

  /// The date of the table's units where rows are found by code and the plan's units are of another:
  /// codes of two dates are never compared.
  var otherVintage: (from: CalendarDate, to: CalendarDate)? {
    guard let from = definition.vintage, let to = plan.vintage, from != to,
      case .code = definition.key, case .units = definition.subject
    else { return nil }
    return (from, to)
  }

  /// The rows that count, then those that were set aside.
  private func rowNames(of selection: RowSelection) -> NamedRows {
    let (code, name) = (codeColumn, nameColumn)
    let rows = zip(selection.rows, selection.parents).map { row, parent in
      RowRecord(
        row: table.raw.rows[row].number, code: code.flatMap { table.raw.cell(row, $0) },
        name: name.flatMap { table.raw.cell(row, $0) }, parent: parent)
    }
    let setAside = selection.setAside.map {
      RowRecord(row: $0.number, name: $0.name, setAside: $0.rule.rawValue)
    }
    return NamedRows(
      rows + setAside, level: definition.levelName, folded: selection.names)
  }

  private func matched(
    _ selection: RowSelection, _ units: [UnitRecord], figures: [FigureReader.Column],
    names: (rows: NamedRows, units: NamedUnits)?
  ) throws(StudyError) -> MatchedRows {
    let step = "\(definition.name): matching"
    var result: MatchResult?
    if let names {
      result = Matcher.match(names.rows, to: names.units, rules: try rules()) {
        options.report(step, $0, of: $1, unit: "rows")
      }
    }
    return MatchedRows(units: units, selection: selection, figures: figures, result: result)
  }

  private func rules() throws(StudyError) -> MatchRules {
    let key: MatchRules.Key =
      if case .code = definition.key { .code } else { .name }
    return MatchRules(
      level: definition.levelName, key: key,
      confirmed: try ConfirmedNames(plan: plan).pairs(of: definition),
      scope: definition.scope == .subset ? .subset : .all,
      tableVintage: definition.vintage?.description, unitVintage: plan.vintage?.description)
  }

  // MARK: Columns

  /// The names of the rows, which need no unit.
  func labels() -> RowLabels {
    RowLabels(table.raw, header: table.header, columns: columns, level: definition.levelName)
  }

  private var columns: RowSelection.Columns {
    RowSelection.Columns(name: nameColumn, code: codeColumn, figures: figureColumns)
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
}

extension IndicatorDefinition {
  /// The level of the table's units, or `village`.
  var levelName: String {
    switch subject {
    case .units(let level): level
    case .villages: "village"
    }
  }
}
