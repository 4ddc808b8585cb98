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
  func join(_ prepared: Result<MatchedRows, StudyError>?) throws(StudyError) -> JoinedTable {
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
      throw .internalFailure("the rows of \(definition.name) were not matched")
    }
    return matched(result, figures: rows.figures)
  }

  var rows: TableRows {
    TableRows(plan: study.plan, definition: definition, table: table, options: options)
  }

  var levelName: String { definition.levelName }

  // MARK: Same vintage, or by name

  private func matched(
    _ result: MatchResult, figures: [FigureReader.Column]
  ) -> JoinedTable {
    let index = index(of: result.units)
    let columns = figures.map { column in
      JoinedColumn(
        name: column.definition.name, kind: column.kind, unit: column.definition.unit,
        of: column.definition.of?.name,
        figures: FiguresByCode(unitFigures(of: column, by: result), at: index))
    }
    return JoinedTable(
      definition: definition, level: levelName, columns: columns, report: MatchReport(result),
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

  /// The figure of each unit: its row's, or the sum of several that confirmed pairs add up.
  private func unitFigures(
    of column: FigureReader.Column, by result: MatchResult
  ) -> [JoinedFigure] {
    result.units.map { match in
      match.outcome == .matched
        ? column.combined(match.rows) : JoinedFigure(reason: match.outcome.rawValue)
    }
  }
}
