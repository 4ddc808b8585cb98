internal import GeoModel
internal import Indicators
internal import PROJKit
internal import Plan

/// Finds and reads boundaries of units that were before those of the plan: those under
/// `earlier_units`, and those that a table of an earlier date brings along.
struct EarlierUnitsLoader {
  let plan: Plan
  let ledger: SourceLedger

  /// The dates of which boundaries of `level` may be at hand, the oldest first.
  ///
  /// A table counts where rows are found by code; whether it has polygons shows when it is read.
  func vintages(of level: String) -> [CalendarDate] {
    let named = plan.earlierUnits.filter { $0.level == level }.map(\.vintage)
    let tables = plan.indicators.filter { isCandidate($0, level: level) }.compactMap(\.vintage)
    return Set(named + tables).sorted()
  }

  /// The boundaries of `level` on `vintage`: those that the plan names, else those of the first
  /// table of that date that has polygons; `nil` where none are at hand.
  ///
  /// Nothing is refused here: see ``EarlierBoundaries/requireSound(in:)``.
  ///
  /// - Throws: ``StudyError/plan(_:)`` where a source cannot be read.
  func boundaries(
    of level: String, on vintage: CalendarDate
  ) throws(StudyError) -> EarlierBoundaries? {
    if let named = plan.earlierUnits.first(where: { $0.level == level && $0.vintage == vintage }) {
      return try read(named)
    }
    for table in plan.indicators
    where isCandidate(table, level: level) && table.vintage == vintage {
      guard case .code(let field) = table.key else { continue }
      let loaded = try TableLoader(plan: plan, ledger: ledger).load(table.source, fields: [field])
      if let found = boundaries(in: loaded, of: table) { return found }
    }
    return nil
  }

  /// The boundaries that a table brings along; `nil` where it has no polygons, no date or no codes.
  ///
  /// Rows without a polygon or a code, such as totals, are no units of it.
  func boundaries(
    in table: LoadedTable, of definition: IndicatorDefinition
  ) -> EarlierBoundaries? {
    guard let polygons = table.polygons, let vintage = definition.vintage,
      case .units(let level) = definition.subject, case .code(let field) = definition.key,
      let column = table.header.columns(field.name).first
    else { return nil }
    var units: [AdministrativeUnit] = []
    for row in table.raw.rows.indices.dropFirst(table.header.row + 1)
    where !polygons[row].isEmpty {
      let code = NameCleaning.cleaned(table.raw.cell(row, column) ?? "")
      guard !code.isEmpty else { continue }
      units.append(
        AdministrativeUnit(
          level: level, code: code, name: nil, polygons: polygons[row],
          area: Geodesic.area(of: polygons[row]),
          sourceFeature: "#\(table.raw.rows[row].number)"))
    }
    return EarlierBoundaries(
      level: level, vintage: vintage, path: definition.path, mark: definition.mark,
      units: Self.ordered(units))
  }

  private func isCandidate(_ table: IndicatorDefinition, level: String) -> Bool {
    guard table.subject == .units(level: level), case .code = table.key, let own = plan.vintage,
      let vintage = table.vintage
    else { return false }
    return vintage < own
  }

  private func read(_ definition: EarlierUnits) throws(StudyError) -> EarlierBoundaries {
    let fields = [definition.code, definition.name].compactMap(\.self)
    let table = try VectorLoader(plan: plan, ledger: ledger)
      .load(definition.source, fields: fields).table
    func text(_ field: FieldName?, _ row: Int) -> String? {
      field.flatMap { table.column($0.name) }?.text(at: row).map(NameCleaning.cleaned)
    }
    let units = (0..<table.count).map { row in
      let polygons = table.geometries[row]?.polygons ?? []
      let code = text(definition.code, row)
      return AdministrativeUnit(
        level: definition.level, code: code, name: text(definition.name, row),
        polygons: polygons, area: Geodesic.area(of: polygons),
        sourceFeature: "#\(table.identifiers[row])")
    }
    guard !units.isEmpty else {
      throw .plan([
        plan.problem(
          at: definition.mark, path: definition.path, "the source has no feature that fits",
          suggestion: "see where and layer")
      ])
    }
    return EarlierBoundaries(
      level: definition.level, vintage: definition.vintage, path: definition.path,
      mark: definition.mark, units: Self.ordered(units))
  }

  private static func ordered(_ units: [AdministrativeUnit]) -> [AdministrativeUnit] {
    CodeOrder.order(of: units.map { ($0.code, $0.sourceFeature) }).map { units[$0] }
  }
}
