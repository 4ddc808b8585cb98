internal import Indicators
internal import Plan

extension TableJoiner {
  /// The join of a table of another vintage: by the crosswalk, and where none leads here by the
  /// ground in common. `nil` where the table is of the plan's own vintage, or rows are found by
  /// name.
  ///
  /// - Throws: ``StudyError/plan(_:)`` where neither a crosswalk nor boundaries are at hand.
  func joinedAcrossVintages(
    _ figures: [FigureReader.Column], selection: RowSelection, level name: String
  ) throws(StudyError) -> JoinedTable? {
    guard let vintages = rows.otherVintage else { return nil }
    let level = try study.level(named: name)
    // A crosswalk is about the finest level.
    let steps =
      level.name == study.finest.name
      ? try CrosswalkLoader(plan: study.plan, ledger: study.ledger).steps() : []
    let old = try oldUnits(selection)
    let boundaries = try OldGeometry(
      plan: study.plan, ledger: study.ledger, definition: definition, table: table,
      level: level.name
    ).find(steps)
    let chain: CrosswalkChain
    do throws(CrosswalkProblem) {
      chain = try CrosswalkChain(
        steps, from: vintages.from.description, to: vintages.to.description)
    } catch {
      guard case .noChain = error, let boundaries else { throw problem(error) }
      return try InterpolationJoin(
        study: study, definition: definition, table: table, selection: selection, old: old,
        level: level, boundaries: boundaries
      ).join(figures)
    }
    return try VintageJoin(
      study: study, definition: definition, table: table, selection: selection, old: old,
      chain: chain, boundaries: boundaries
    ).join(figures)
  }

  private func problem(_ error: CrosswalkProblem) -> StudyError {
    let vintage = definition.vintage?.description ?? ""
    var message = error.message
    var suggestion = "keep one way"
    if case .noChain = error {
      message += ", and no boundaries of the \(levelName)s of \(vintage) are at hand"
      suggestion =
        "add the steps to crosswalk, or name the boundaries under earlier_units, or state the"
        + " vintage that the codes are of"
    }
    return .plan([
      study.plan.problem(
        at: definition.mark, path: definition.path, message, suggestion: suggestion)
    ])
  }
}
