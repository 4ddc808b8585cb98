internal import Boundaries
internal import GEOSKit
internal import GeoModel
internal import Indicators
internal import Plan

/// What `check` has to say about units as a coverage: how they meet, nest, and are named, and
/// whether the figures joined to them can be.
struct CoverageFindings {
  let study: Study

  /// Findings of all levels that have boundaries of their own; a dissolved level has none.
  func findings() throws(StudyError) -> [Finding] {
    var findings: [Finding] = []
    do throws(GEOSError) {
      for (index, level) in study.levels.enumerated() {
        guard case .source = study.plan.units[index].origin else { continue }
        findings += try CoverageCheck.faults(of: level.units)
          .findings(for: level.units, level: level.name)
        findings += twins(level)
        guard index > 0, case .source = study.plan.units[index - 1].origin else { continue }
        let above = study.levels[index - 1]
        findings += try NestingCheck.faults(of: level.units, in: above.units).findings(
          children: level.units, parents: above.units, level: level.name,
          parentLevel: above.name)
      }
    } catch {
      throw .internalFailure(error.message)
    }
    return findings + (try EarlierFindings(study: study).findings())
  }

  /// Names that cannot tell units of one parent apart.
  private func twins(_ level: Study.Level) -> [Finding] {
    NameTwins.findings(
      for: level.units, level: level.name, spelling: { FoldedName($0).orthographic },
      withoutDiacritics: { FoldedName($0).plain })
  }

  /// Figures of any level that cannot be, or hardly: fewer people than households, negative numbers, shares
  /// over 100 %; of the finest level also a number ten times off its neighbours and its own area.
  func implausible(_ tables: [JoinedTable]) throws(StudyError) -> [Finding] {
    let finest = study.finest.units
    let neighbours: [[Int]]
    do throws(GEOSError) {
      neighbours = try CoverageCheck.faults(of: finest).neighbours(count: finest.count)
    } catch {
      throw .internalFailure(error.message)
    }
    var findings: [Finding] = []
    for table in tables {
      guard let level = study.levels.first(where: { $0.name == table.level }) else { continue }
      let isFinest = level.name == study.finest.name
      findings += ImpossibleValues.findings(
        for: level.units, figures: level.units.map { figures(of: $0, in: table) },
        // Units of the levels above are few and unlike: nothing is to be learned from neighbours.
        neighbours: isFinest ? neighbours : [[Int]](repeating: [], count: level.units.count),
        layer: "indicators.\(table.definition.name)")
    }
    return findings
  }

  /// The figures of a unit that can be judged: counts of people and of households by the unit that
  /// the plan writes beside them, other counts and areas, and shares.
  private func figures(of unit: AdministrativeUnit, in table: JoinedTable) -> UnitFigures {
    func value(_ column: JoinedColumn) -> Double? {
      unit.code.flatMap { column.figures[$0]?.value }
    }
    func first(_ words: Set<String>) -> JoinedColumn? {
      table.columns.first { $0.kind == .count && words.contains($0.unit?.lowercased() ?? "") }
    }
    let people = first(["people", "người"])
    let households = first(["households", "hộ"])
    let others = table.columns.filter {
      ($0.kind == .count || $0.kind == .area) && $0.name != people?.name
        && $0.name != households?.name
    }
    return UnitFigures(
      population: people.flatMap(value), households: households.flatMap(value),
      percentages: table.columns.filter { $0.kind == .share }.compactMap { column in
        value(column).map { UnitFigures.Named(column.name, $0) }
      },
      amounts: others.compactMap { column in
        value(column).map { UnitFigures.Named(column.name, $0) }
      })
  }
}
