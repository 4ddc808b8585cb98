internal import Plan

extension PlanSession {
  /// How forest changed in the units of `level` (the first where `nil`), all of them or those in
  /// `code`; or, with `transitions`, what became of each class.
  ///
  /// - Throws: ``StudyError``.
  public func forestChange(
    level: String?, in code: String?, transitions: Bool = false
  ) async throws -> LayerResult {
    guard let section = plan.forest else {
      throw StudyError.plan([
        PlanProblem(
          file: plan.file, mark: nil, path: "forest", message: "the plan has no such section",
          suggestion: "name a source for each of two years or more under forest.years")
      ])
    }
    let study = try await StudyLoader(plan: plan, jobs: options.jobs).load(villages: false)
    var wanted = try study.level(named: level)
    if let code { wanted = try study.narrow(wanted, to: code) }
    let change = try ForestChangeStudy(study: study, section: section, options: options)
    let result = try await change.run(levels: [wanted])
    let layer =
      transitions
      ? change.transitionsLayer(of: result, ofStudy: code == nil)
      : change.layer(of: result, level: wanted.name)
    return LayerResult(layer: study.totalled(layer, of: code), warnings: study.ledger.warnings)
  }
}
