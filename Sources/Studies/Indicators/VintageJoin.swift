internal import GeoModel
internal import Indicators
internal import Plan

/// Carries a table of another vintage over to the plan's units by the crosswalk.
struct VintageJoin {
  let study: Study
  let definition: IndicatorDefinition
  let table: LoadedTable
  let selection: RowSelection
  let old: [OldUnit]
  let chain: CrosswalkChain
  /// The geometry by which parts without a weight are settled; `nil` where none is at hand.
  let boundaries: EarlierBoundaries?

  /// The join: figures by the codes of the plan's units, with the proof of their totals.
  func join(_ figures: [FigureReader.Column]) throws(StudyError) -> JoinedTable {
    let level = study.finest
    let codes = Set(level.units.compactMap(\.code))
    let matrix = try matrix(codes)
    let missing = try missingUnits(in: codes)
    let tooSmall = Set(missing.flatMap(\.targets))
    let carried = try FigureTransfer(
      plan: study.plan, definition: definition, old: old, counts: matrix, areas: matrix
    ).carry(figures)
    let columns = carried.map { carried in
      var column = carried.column
      for code in tooSmall { column.figures[code] = JoinedFigure(reason: "old_unit_missing") }
      return column
    }
    let report = TransferReport(
      method: .crosswalk, matrix: matrix, areas: nil, old: old, level: level,
      selection: selection, definition: definition)
    return report.joined(
      columns: columns, proofs: carried.flatMap(\.proofs),
      boundaries: matrix.entries.contains { $0.kind == .overlay } ? boundaries : nil,
      findings: MissingOldUnits.findings(missing, definition)
        + JoinFindings(definition: definition, table: table).ofTable())
  }

  private func matrix(_ codes: Set<String>) throws(StudyError) -> TransferMatrix {
    let overlay = OverlayWeights(old: boundaries, new: study.finest.units)
    let isSubset = definition.scope == .subset
    do throws(CrosswalkProblems) {
      return try TransferMatrix(
        old.map { (code: $0.code, name: $0.name) },
        by: TransferMatrix.Route(
          chain: chain, study: codes, isSameName: TableJoiner.isSameName,
          liesOutside: { code throws(CrosswalkProblem) in
            isSubset ? try overlay.liesOutside(code) : false
          },
          overlay: { code, targets throws(CrosswalkProblem) in
            try overlay.areas(of: code, in: targets)
          }))
    } catch {
      throw .plan(
        error.problems.map {
          study.plan.problem(
            at: definition.mark, path: definition.path, $0.message, suggestion: remedy($0))
        })
    }
  }

  private func remedy(_ problem: CrosswalkProblem) -> String? {
    guard case .noGeometry = problem else { return nil }
    return boundaries.map { "\($0.label) has none of it: add it, or the weights" }
      ?? "add the weights, or name the boundaries of that date under earlier_units"
  }

  private func missingUnits(
    in units: Set<String>
  ) throws(StudyError) -> [MissingOldUnits.Missing] {
    do throws(CrosswalkProblem) {
      return try MissingOldUnits(steps: chain, present: Set(old.map(\.code)), units: units).find()
    } catch {
      throw .plan([
        study.plan.problem(at: definition.mark, path: definition.path, error.message)
      ])
    }
  }
}
