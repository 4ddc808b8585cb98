internal import GEOSKit
internal import GeoModel
internal import Indicators
internal import Plan

/// Carries a table of another vintage over to the plan's units by the ground that old and new units
/// have in common: an estimate, for where no crosswalk tells.
struct InterpolationJoin {
  let study: Study
  let definition: IndicatorDefinition
  let table: LoadedTable
  let selection: RowSelection
  let old: [OldUnit]
  let level: Study.Level
  let boundaries: EarlierBoundaries

  /// The share of an area whose people must be known for them to be its measure.
  private static let leastKnownPeople = 0.95

  /// The join: estimates by the codes of the plan's units, with the proof of their totals.
  func join(_ figures: [FigureReader.Column]) throws(StudyError) -> JoinedTable {
    try boundaries.requireSound(in: study.plan)
    try study.requireSoundUnits()
    let grounds = try grounds()
    let drawn = try drawn(grounds)
    let interpolation = drawn.interpolation
    let areas = interpolation.matrix(by: .area)
    let counts = drawn.hasPeople ? interpolation.matrix(by: .population) : areas
    let carried = try FigureTransfer(
      plan: study.plan, definition: definition, old: old, counts: counts, areas: areas
    ).carry(figures)
    let report = TransferReport(
      method: .interpolation, matrix: counts, areas: drawn.hasPeople ? areas : nil, old: old,
      level: level, selection: selection, definition: definition)
    return report.joined(
      columns: carried.map(\.column), proofs: carried.flatMap(\.proofs), boundaries: boundaries,
      findings: InterpolationFindings(
        definition: definition, boundaries: boundaries, level: level, names: names,
        planVintage: study.plan.vintage
      ).findings(of: interpolation, by: counts, withoutRow: try withoutRow())
        + JoinFindings(definition: definition, table: table).ofTable())
  }

  private var names: [String: String] {
    Dictionary(
      old.compactMap { unit in unit.name.map { (unit.code, $0) } },
      uniquingKeysWith: { first, _ in first }
    ).merging(
      boundaries.units.compactMap { unit in
        if let code = unit.code, let name = unit.name { (code, name) } else { nil }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The boundaries of the table's units, in the order of its rows.
  ///
  /// - Throws: ``StudyError/plan(_:)`` naming every row whose unit has none, or is called otherwise
  ///   there.
  private func grounds() throws(StudyError) -> [AdministrativeUnit] {
    let byCode = Dictionary(
      boundaries.units.compactMap { unit in unit.code.map { ($0, unit) } },
      uniquingKeysWith: { first, _ in first })
    var problems: [PlanProblem] = []
    var units: [AdministrativeUnit] = []
    for row in old {
      let number = table.raw.rows[row.row].number
      guard let unit = byCode[row.code] else {
        problems.append(
          study.plan.problem(
            at: definition.mark, path: definition.path,
            "row \(number): no boundary of \(row.code) is at hand in \(boundaries.label)",
            suggestion: "add it there, or add the steps to crosswalk"))
        continue
      }
      if let name = row.name, let other = unit.name, !TableJoiner.isSameName(name, other) {
        problems.append(
          study.plan.problem(
            at: definition.mark, path: definition.path,
            "row \(number): \(row.code) is '\(name)' in the table and '\(other)' in"
              + " \(boundaries.label): a code of another vintage",
            suggestion: "state the vintage that the codes are of"))
      }
      units.append(unit)
    }
    guard problems.isEmpty else { throw .plan(problems) }
    return units
  }

  /// The units cut by each other, with the people in the pieces where the plan has a raster of them.
  private func drawn(
    _ grounds: [AdministrativeUnit]
  ) throws(StudyError) -> (interpolation: ArealInterpolation, hasPeople: Bool) {
    let cutter = UnitPieces(level.units)
    var pieces: [(old: Int, piece: UnitPieces.Piece)] = []
    do throws(GEOSError) {
      for (index, unit) in grounds.enumerated() {
        pieces += try cutter.pieces(of: unit.polygons).map { (index, $0) }
      }
    } catch {
      throw .input(["\(boundaries.label) cannot be laid over \(level.name): \(error.message)"])
    }
    var people: [Double?]?
    if let section = study.plan.population {
      let raster = try PopulationRaster(section, plan: study.plan, ledger: study.ledger)
      people = try PopulationSums(raster: raster, ledger: study.ledger)
        .people(in: grounds.map(\.polygons) + pieces.map(\.piece.polygons))
        .map { $0.knownShare >= Self.leastKnownPeople ? $0.count : nil }
    }
    do throws(CrosswalkProblem) {
      let interpolation = try ArealInterpolation(
        old: zip(old, grounds).enumerated().map { index, unit in
          ArealInterpolation.Unit(
            code: unit.0.code, name: unit.0.name ?? unit.1.name, area: unit.1.area,
            population: people?[index])
        },
        new: level.units.map {
          ArealInterpolation.Unit(code: $0.label, name: $0.name, area: $0.area)
        },
        pieces: pieces.enumerated().map { index, entry in
          ArealInterpolation.Piece(
            old: old[entry.old].code, new: level.units[entry.piece.unit].label,
            area: entry.piece.area, population: people?[grounds.count + index])
        })
      return (interpolation, people != nil)
    } catch {
      throw .plan([
        study.plan.problem(at: definition.mark, path: definition.path, error.message)
      ])
    }
  }

  /// The units that the boundaries have, the study holds, and the table lacks.
  private func withoutRow() throws(StudyError) -> [MissingOldUnits.Missing] {
    let present = Set(old.map(\.code))
    let others = boundaries.units.filter { $0.code.map { !present.contains($0) } ?? false }
    let cutter = UnitPieces(level.units)
    do throws(GEOSError) {
      var missing: [MissingOldUnits.Missing] = []
      for unit in others {
        let targets = try cutter.pieces(of: unit.polygons).filter {
          $0.area > 0.01 * min(unit.area, level.units[$0.unit].area)
        }.map { level.units[$0.unit].label }
        if !targets.isEmpty {
          missing.append(MissingOldUnits.Missing(code: unit.label, targets: targets.sorted()))
        }
      }
      return missing
    } catch {
      throw .input(["\(boundaries.label) cannot be laid over \(level.name): \(error.message)"])
    }
  }
}
