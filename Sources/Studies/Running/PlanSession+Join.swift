public import GeoModel
internal import Indicators
internal import Plan
internal import Publishing

/// What a join found: the layer, both sides of every table, and whether everything is settled.
public struct JoinResult: Sendable {
  /// The units with their indicators.
  public var layer: Layer
  /// What a person must settle, and what was left out by rule.
  public var findings: [Finding]
  /// Whether every row and every unit is accounted for.
  public var isComplete: Bool
  /// Each table in numbers, in the order of the plan.
  public var tallies: [JoinTally]
  /// The match report of each table, as CSV and as JSON.
  public var reports: [MatchReportText]
  /// The draft of a file of confirmed pairs; empty where nothing is to be confirmed.
  public var draft: String
  /// What is worth a line on standard error.
  public var warnings: [String]
}

/// The match report of a table in the forms that it is published in.
public struct MatchReportText: Sendable {
  /// The table's name in the plan.
  public var table: String
  /// Every row of the table, as CSV.
  public var rows: String
  /// Every unit, as CSV.
  public var units: String
  /// Both sides and the proofs of totals, as JSON.
  public var json: String
}

extension PlanSession {
  /// The scorecard of the plan's targets: the study, and with `level` the units compared with it.
  ///
  /// - Throws: ``StudyError``.
  public func targets(level: String?, in code: String?) async throws -> LayerResult {
    guard plan.targets != nil else {
      throw StudyError.plan([
        PlanProblem(
          file: plan.file, mark: nil, path: "targets", message: "the plan has no such section",
          suggestion: "name what is to be reached")
      ])
    }
    let study = try await StudyLoader(plan: plan, options: options, readsTables: true).load()
    try study.requireSoundUnits()
    var rows = try await TargetStudy(study: study, options: options).run()
    let shown = try level.map { try study.level(named: $0) }
    var codes: Set<String>?
    if let code {
      codes = Set(try study.narrow(shown ?? study.levels[0], to: code).units.compactMap(\.code))
    }
    rows = rows.filter { row in
      guard row.unitCode != nil else { return codes == nil }
      guard row.isJudged || row.level == (shown ?? (codes == nil ? nil : study.levels[0]))?.name
      else { return false }
      return codes.map { $0.contains(row.unitCode ?? "") } ?? true
    }
    return LayerResult(
      layer: TargetLayer(study: study, rows: rows).layer(), warnings: study.ledger.warnings)
  }

  private func requireVillages() throws(StudyError) {
    guard plan.villages == nil else { return }
    throw .usage("--by village: the plan has no villages; name their source under villages")
  }

  /// Joins the plan's tables, and the statuses that follow from them, to the units of `level` (the
  /// first where `nil`; `village` for villages).
  ///
  /// - Throws: ``StudyError``.
  public func join(level: String?, in code: String?) async throws -> JoinResult {
    guard !plan.indicators.isEmpty || !plan.classifications.isEmpty else {
      throw StudyError.plan([
        PlanProblem(
          file: plan.file, mark: nil, path: "indicators", message: "the plan has no such section",
          suggestion: "name the tables to be joined")
      ])
    }
    var study = try await StudyLoader(plan: plan, options: options, readsTables: true).load()
    try study.requireSoundUnits()
    let tables = try await IndicatorStudy(study: study, options: options).run()
    // Their cells are not needed any more, and the layer takes as much memory again.
    study.tables = nil
    async let reports = tables.map { MatchReportWriter(table: $0).texts }
    let statuses = try await ClassificationStudy(study: study, options: options)
      .run(tables: tables)
    let builder = JoinLayer(study: study, tables: tables, statuses: statuses)
    let layer: Layer
    if level == "village" {
      try requireVillages()
      layer = builder.villageLayer(
        name: LayerSelection.villageJoinName, in: try code.map { try study.finestCodes(in: $0) })
    } else {
      var wanted = try study.level(named: level)
      if let code { wanted = try study.narrow(wanted, to: code) }
      layer = study.totalled(
        try await builder.layer(
          of: wanted, name: LayerSelection.joinName(wanted.name, plan), jobs: options.jobs),
        of: code)
    }
    return JoinResult(
      layer: layer, findings: FindingList(tables.flatMap(\.findings)).findings,
      isComplete: tables.allSatisfy(\.isComplete), tallies: tables.map { JoinTally($0) },
      reports: await reports,
      draft: tables.compactMap { table in
        table.draft.flatMap { $0.entries.isEmpty ? nil : "# \(table.definition.name)\n\($0.yaml)" }
      }.joined(separator: "\n"), warnings: study.ledger.warnings)
  }
}
