internal import Indicators
internal import Plan

/// A table of the plan as far as it comes without the ground: read, and where its units are of the
/// plan's own date and levels, its rows matched to them. Found beside the placing and measuring of
/// units, with the outcome that it has in its turn.
struct PreparedTable: Sendable {
  /// The table, or why it cannot be read.
  var table: Result<LoadedTable, StudyError>
  /// What the study's ledger is to note of it.
  var account: SourceLedger.Account
  /// Its rows, or what is wrong with them; `nil` where they cannot be matched yet.
  var rows: Result<MatchedRows, StudyError>?
}

/// The rows of a table that count, with their figures and units.
struct MatchedRows: Sendable {
  /// The units that rows were matched to.
  var units: [UnitRecord]
  /// Which rows count.
  var selection: RowSelection
  /// The figures of each column.
  var figures: [FigureReader.Column]
  /// What row belongs to what unit; `nil` of a table of another date.
  var result: MatchResult?
}

/// Reads the plan's tables.
struct TableReading: Sendable {
  let plan: Plan
  let options: StudyOptions

  /// Every table of the plan, in its order, each with an account of its own.
  func tables() -> [PreparedTable] { plan.indicators.map(table) }

  /// The table of one section.
  func table(_ definition: IndicatorDefinition) -> PreparedTable {
    options.report("\(definition.name): reading", 0, of: 0)
    let ledger = SourceLedger()
    let loader = TableLoader(plan: plan, ledger: ledger)
    let table = Result { () throws(StudyError) in
      var table = try loader.load(definition.source, fields: Self.fields(of: definition))
      table.labels = TableRows(
        plan: plan, definition: definition, table: table, options: options
      ).labels()
      return table
    }
    return PreparedTable(table: table, account: ledger.account)
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

/// Matches the rows of tables that were read to the units of the plan's levels.
struct TableMatching: Sendable {
  let plan: Plan
  let options: StudyOptions
  /// The units by level.
  let units: [String: [UnitRecord]]

  /// The tables with their rows matched where they are of units of a level.
  func matched(_ tables: [PreparedTable]) async -> [PreparedTable] {
    var matched: [PreparedTable] = []
    for (definition, table) in zip(plan.indicators, tables) {
      var prepared = table
      if case .units(let level) = definition.subject, let units = units[level],
        case .success(let loaded) = table.table
      {
        let rows = TableRows(plan: plan, definition: definition, table: loaded, options: options)
        do throws(StudyError) {
          prepared.rows = .success(
            options.jobs > 1
              ? try await rows.matchedSideBySide(to: units) : try rows.matched(to: units))
        } catch {
          prepared.rows = .failure(error)
        }
      }
      matched.append(prepared)
    }
    return matched
  }
}
