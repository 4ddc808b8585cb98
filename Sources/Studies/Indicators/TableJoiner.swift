internal import GeoModel
internal import Indicators
internal import Plan

/// Joins one table: finds the units of its rows, and carries figures of another vintage over.
struct TableJoiner {
  let study: Study
  let definition: IndicatorDefinition
  let table: LoadedTable
  let options: StudyOptions

  /// The join, with everything that a person must settle as findings.
  ///
  /// - Parameter prepared: the rows where they were matched before.
  func join(_ prepared: Result<MatchedRows, StudyError>?) async throws -> JoinedTable {
    let rows: MatchedRows
    if let prepared {
      rows = try prepared.get()
    } else {
      let units = try UnitRecords(study: study).records(level: levelName)
      rows = try self.rows.matched(to: units)
    }
    if let joined = try joinedAcrossVintages(
      rows.figures, selection: rows.selection, level: levelName)
    {
      return joined
    }
    guard let result = rows.result else {
      throw StudyError.internalFailure("the rows of \(definition.name) were not matched")
    }
    return try await matched(result, figures: rows.figures)
  }

  var rows: TableRows {
    TableRows(plan: study.plan, definition: definition, table: table, options: options)
  }

  var levelName: String { definition.levelName }

  // MARK: Same vintage, or by name

  private func matched(
    _ result: MatchResult, figures: [FigureReader.Column]
  ) async throws -> JoinedTable {
    let index = index(of: result.units)
    async let report = MatchReport(result)
    let claims = result.units.map(UnitClaim.init)
    let columns = try await OrderedWork.map(count: figures.count, jobs: options.jobs) { position in
      let column = figures[position]
      return JoinedColumn(
        name: column.definition.name, kind: column.kind, unit: column.definition.unit,
        of: column.definition.of?.name,
        figures: FiguresByCode(claims.map { $0.figure(of: column) }, at: index))
    }
    return JoinedTable(
      definition: definition, level: levelName, columns: columns, report: await report,
      draft: NamesDraft(result), conservation: [], isComplete: result.isComplete,
      findings: JoinFindings(definition: definition, table: table).findings(of: result)
        + DeclaredAreas(study: study, definition: definition, level: levelName)
        .findings(of: columns, by: result)
        + VillageFindings(study: study, layer: definition.path).withoutUnit(result))
  }

  /// Where the units stand by their codes; of units that share one, which are refused before, the
  /// last speaks. A village has its figures also where it has no code.
  private func index(of units: [UnitMatch]) -> FiguresByCode.Index {
    let villageKeys = levelName == "village" ? study.villageKeys : []
    return FiguresByCode.Index(
      units.enumerated().compactMap { position, match in
        let isVillage = match.unit.level == "village"
        let code = isVillage ? villageKeys[match.unit.index] : match.unit.code
        return code.map { ($0, position) }
      })
  }
}

/// The rows that are a unit's, apart from its names, which every column would copy.
private enum UnitClaim {
  /// One row, as almost every unit has.
  case row(Int)
  /// Several that confirmed pairs add up.
  case rows([Int])
  /// None that is accepted, and why.
  case none(String)

  init(_ match: UnitMatch) {
    self =
      match.outcome != .matched
      ? .none(match.outcome.rawValue)
      : match.rows.count == 1
        ? .row(match.rows[0])
        : .rows(match.rows)
  }

  func figure(of column: FigureReader.Column) -> JoinedFigure {
    switch self {
    case .row(let row): column.figure(of: row)
    case .rows(let rows): column.combined(rows)
    case .none(let reason): JoinedFigure(reason: reason)
    }
  }
}
