internal import GeoModel
internal import Indicators
internal import Plan

/// Carries a table of another vintage over to the plan's units by the crosswalk.
struct VintageJoin {
  let study: Study
  let definition: IndicatorDefinition
  let table: LoadedTable
  let selection: RowSelection
  let steps: CrosswalkChain

  /// The join: figures by the codes of the plan's units, with the proof of their totals.
  func join(
    _ figures: [FigureReader.Column], level: String
  ) throws(StudyError) -> JoinedTable {
    let codes = try oldCodes()
    let new = Dictionary(
      study.finest.units.compactMap { unit in unit.code.map { ($0, unit) } },
      uniquingKeysWith: { first, _ in first })
    let weights = OverlayWeights(old: oldPolygons(codes), new: new.mapValues(\.polygons))
    let matrix: TransferMatrix
    do throws(CrosswalkProblems) {
      matrix = try TransferMatrix(
        codes.map { (code: $0.code, name: nil) }, by: steps,
        isSameName: { FoldedName($0).orthographic == FoldedName($1).orthographic },
        overlay: { code, targets in weights.areas(of: code, in: targets) })
    } catch {
      throw .plan(
        error.problems.map {
          study.plan.problem(at: definition.mark, path: definition.path, $0.message)
        })
    }
    let missing = try missingUnits(codes, in: Set(new.keys))
    let tooSmall = Set(missing.flatMap(\.targets))
    var columns: [JoinedColumn] = []
    var proofs: [ConservationCheck] = []
    for figure in figures {
      let carried = try carry(figure, codes: codes, by: matrix)
      proofs.append(contentsOf: carried.proofs)
      columns.append(
        JoinedColumn(
          name: figure.definition.name, kind: figure.kind, unit: figure.definition.unit,
          of: figure.definition.of?.name,
          figures: carried.figures.merging(
            tooSmall.map { ($0, JoinedFigure(reason: "old_unit_missing")) },
            uniquingKeysWith: { _, unknown in unknown })))
    }
    let report = TransferReport(matrix: matrix, codes: codes, units: new, selection: selection)
    return JoinedTable(
      definition: definition, level: level, columns: columns, report: report.report, draft: nil,
      conservation: proofs,
      isComplete: report.isComplete && missing.isEmpty && proofs.allSatisfy(\.holds),
      findings: report.findings(definition) + MissingOldUnits.findings(missing, definition)
        + JoinFindings(definition: definition, table: table).ofTable())
  }

  private func missingUnits(
    _ codes: [OldUnit], in units: Set<String>
  ) throws(StudyError) -> [MissingOldUnits.Missing] {
    do throws(CrosswalkProblem) {
      return try MissingOldUnits(steps: steps, present: Set(codes.map(\.code)), units: units)
        .find()
    } catch {
      throw .plan([
        study.plan.problem(at: definition.mark, path: definition.path, error.message)
      ])
    }
  }

  /// An old unit: its row among those selected, and its code.
  struct OldUnit {
    var position: Int
    var row: Int
    var code: String
  }

  private func oldCodes() throws(StudyError) -> [OldUnit] {
    guard case .code(let field) = definition.key,
      let column = table.header.columns(field.name).first
    else { throw .internalFailure("a crosswalk needs codes") }
    var problems: [PlanProblem] = []
    var units: [OldUnit] = []
    var seen: [String: Int] = [:]
    for (position, row) in selection.rows.enumerated() {
      let number = table.raw.rows[row].number
      let code = NameCleaning.cleaned(table.raw.cell(row, column) ?? "")
      if code.isEmpty || seen[code] != nil {
        let what = code.isEmpty ? "has no code" : "has the code \(code) of row \(seen[code] ?? 0)"
        problems.append(
          study.plan.problem(
            with: field, "row \(number) of '\(definition.source.text)' \(what)",
            suggestion: "one row, one unit"))
        continue
      }
      seen[code] = number
      units.append(OldUnit(position: position, row: row, code: code))
    }
    guard problems.isEmpty else { throw .plan(problems) }
    return units
  }

  private func oldPolygons(_ codes: [OldUnit]) -> [String: [Polygon]] {
    guard let polygons = table.polygons else { return [:] }
    return Dictionary(
      codes.map { ($0.code, polygons[$0.row]) }, uniquingKeysWith: { first, _ in first })
  }

  private func carry(
    _ figure: FigureReader.Column, codes: [OldUnit], by matrix: TransferMatrix
  ) throws(StudyError) -> (figures: [String: JoinedFigure], proofs: [ConservationCheck]) {
    func column(_ name: String, _ kind: QuantityKind, _ values: [Double?]) -> FigureColumn {
      FigureColumn(
        name: name, kind: kind,
        values: Dictionary(
          codes.map { ($0.code, values[$0.position]) }, uniquingKeysWith: { first, _ in first }))
    }
    let own = column(figure.definition.name, figure.kind, figure.values)
    let denominator = figure.denominators.map {
      column(figure.definition.of?.name ?? "", .count, $0)
    }
    let carried: CarriedColumn
    do throws(TransferProblem) {
      carried = try matrix.carry(own, of: denominator)
    } catch {
      throw .plan([
        study.plan.problem(
          at: figure.definition.mark, path: definition.path, error.message)
      ])
    }
    switch carried {
    case .figures(let figures):
      let known = figures.values.mapValues { value in
        JoinedFigure(value: value, reason: value == nil ? "unknown_in_old_units" : nil)
      }
      return (known, [matrix.conservation(of: own.name, own.values)])
    case .quotients(let quotients):
      var figures: [String: JoinedFigure] = [:]
      for (code, value) in quotients.values {
        figures[code] = JoinedFigure(
          value: value, numerator: quotients.numerators.values[code] ?? nil,
          denominator: quotients.denominators.values[code] ?? nil,
          reason: value == nil ? "unknown_in_old_units" : nil)
      }
      let proof = denominator.map { matrix.conservation(of: $0.name, $0.values) }
      return (figures, [proof].compactMap(\.self))
    }
  }
}
