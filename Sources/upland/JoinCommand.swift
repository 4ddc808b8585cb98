internal import ArgumentParser
internal import GeoModel
internal import Publishing
internal import Studies

/// `upland join`.
struct JoinCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "join",
    abstract: "Which row belongs to which unit?",
    discussion: """
      Joins the plan's tables to its units: by code of one vintage, by name, over a crosswalk. \
      Nothing is guessed: what is left is listed with what it may mean, and exit 1 says so.

      Example:
        upland join plan.yaml --by commune -o units.geojson --report report
        upland join plan.yaml --suggest names.yaml
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var output: LayerOutput

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The level of units, or village. (default: the first of the plan)", valueName: "level"))
  var by: String?

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp("Only this unit and what lies in it.", valueName: "code"))
  var code: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Write the match report, every row of both sides, to this folder.", valueName: "folder"))
  var report: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Write a draft of confirmed pairs for what did not match to this file.", valueName: "path"))
  var suggest: String?

  func run() async throws {
    let session = try common.session()
    let result = try await session.join(level: by, in: code)
    common.warn(result.warnings)
    if let report { try write(result.reports, to: report) }
    if let suggest { try write(result.draft, to: suggest) }
    let language = common.language(of: session)
    try output.deliver(
      LayerResult(layer: result.layer, warnings: []), columns: columns(of: result.layer),
      notes: JoinSummary(result: result, language: language).lines, language: language)
    if !common.quiet { showFindings(result, language) }
    if !result.isComplete { throw DataHaveErrors() }
  }

  /// Code, name and the indicators; parts of quotients, reasons and rules stay in the layer.
  private func columns(of layer: Layer) -> [String] {
    let fixed: Set = ["level", "parent", "vintage", "area_ha", "unit"]
    let names = (layer.features.first?.properties ?? layer.studyTotals).map(\.name)
    return names.filter { name in
      !fixed.contains(name) && !name.hasSuffix("_reason") && !name.hasSuffix("_numerator")
        && !name.hasSuffix("_denominator")
        && !name.hasSuffix("_rule")
    }
  }

  /// What a person must settle, on standard error, one line each.
  private func showFindings(_ result: JoinResult, _ language: OutputLanguage) {
    for finding in result.findings where finding.severity == .error {
      let words = language == .vietnamese ? finding.vietnamese?.message : nil
      StandardError.write("upland: \(finding.layer): \(words ?? finding.message)\n")
    }
  }

  private func write(_ reports: [MatchReportText], to folder: String) throws {
    do {
      var output = try OutputFolder(folder)
      for report in reports {
        try output.write("\(report.table)-rows.csv") { file in try file.write(report.rows) }
        try output.write("\(report.table)-units.csv") { file in try file.write(report.units) }
        try output.write("\(report.table).json") { file in try file.write(report.json) }
      }
      try output.commit()
    } catch let error as OutputError {
      throw StudyError.output(error)
    }
  }

  private func write(_ draft: String, to path: String) throws {
    do throws(OutputError) {
      var file = try AtomicFile(path)
      try file.write(draft)
      try file.commit()
    } catch {
      throw StudyError.output(error)
    }
  }
}

/// The line below the table of a join.
struct JoinSummary {
  let result: JoinResult
  let language: OutputLanguage

  /// How many findings there are, by severity, and where to look.
  var lines: [String] {
    let errors = result.findings.count { $0.severity == .error }
    let notes = result.findings.count - errors
    if language == .vietnamese {
      return [
        result.isComplete
          ? "Mọi dòng và mọi đơn vị đều khớp; \(notes) ghi chú trong báo cáo khớp (--report)."
          : "Còn \(errors) vấn đề cần người xác nhận; xem --report và --suggest."
      ]
    }
    return [
      result.isComplete
        ? "Every row and every unit is accounted for; \(notes) notes in the match report (--report)."
        : "\(errors) matters for a person to settle; see --report and --suggest."
    ]
  }
}
