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
      Joins the plan's tables to its units: by code of one vintage, by name, over a crosswalk; \
      --by village for tables of villages. \
      Nothing is guessed: what is left is listed with what it may mean, and exit 1 says so.

      Example:
        upland join plan.yaml --by commune -o units.geojson --report report
        upland join plan.yaml --suggest names.yaml
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var output: LayerOutput
  @OptionGroup var units: UnitSelection

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
    if let suggest { try HandWork.refuseToReplace(suggest) }
    try output.requireKnownForm()
    let result = try await session.join(level: units.by, in: units.place.code)
    common.warn(result.warnings)
    if let report { try write(result.reports, to: report) }
    if let suggest { try write(result.draft, to: suggest) }
    let language = common.language(of: session)
    try await output.deliver(
      LayerResult(layer: result.layer, warnings: []), columns: columns(of: result.layer),
      language: language, jobs: common.workers)
    try show(result, language)
    if !result.isComplete { throw DataHaveErrors() }
  }

  /// Code, name and the indicators; parts of quotients, reasons and rules stay in the layer, and so
  /// does what figures are estimated by where none is.
  private func columns(of layer: Layer) -> [String] {
    let fixed: Set = ["level", "parent", "vintage", "area_ha", "unit"]
    let inLayer = ["_reason", "_numerator", "_denominator", "_rule"]
    let names = (layer.features.first?.properties ?? layer.studyTotals).map(\.name)
    return names.filter { name in
      !fixed.contains(name) && !inLayer.contains(where: name.hasSuffix)
        && (!name.hasSuffix("_estimate")
          || layer.features.contains { $0[name].map { $0 != .null } ?? false })
    }
  }

  /// The match report as a person reads it: below the table, or on standard error where a person
  /// looks there; a program gets what must be settled, one line each.
  private func show(_ result: JoinResult, _ language: OutputLanguage) throws {
    let summary = JoinSummary(result: result, language: language, width: StandardOutput.width)
    if output.printsTable {
      try StandardOutput.deliver("\n" + summary.text)
      return
    }
    guard !common.quiet else { return }
    if StandardError.isTerminal {
      StandardError.write(summary.text)
      return
    }
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
