internal import ArgumentParser
internal import GeoModel
internal import Publishing
internal import Studies

/// `upland targets`.
struct TargetsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "targets",
    abstract: "Which targets are met, by how much missed?",
    discussion: """
      Scores every target that the plan's data can answer: value or interval, numerator and \
      denominator, gap in its own unit. What nothing answers is listed with what it would need. An \
      unmet target is a result, not a failure, unless --require names it.

      Example:
        upland targets plan.yaml --by commune
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var output: LayerOutput
  @OptionGroup var units: UnitSelection

  @Option(
    name: .long,
    help: ArgumentHelp("Exit 1 unless this target is met (repeatable).", valueName: "indicator"))
  var require: [String] = []

  func run() async throws {
    let session = try common.session()
    try output.requireKnownForm()
    let result = try await session.targets(level: units.by, in: units.place.code)
    common.warn(result.warnings)
    let language = common.language(of: session)
    // Of the study alone every line would say the same name; reasons stand where there are any.
    let isStudy = units.by == nil && units.place.code == nil
    let hasReasons = result.layer.features.contains { $0["met"] == .text("unknown") }
    let columns = TargetTable.columns.filter {
      ($0 != "name" || !isStudy) && ($0 != "reason" || hasReasons)
    }
    let vocabulary = ReportSentences(plan: session.plan, language: language).vocabulary
    try await output.deliver(
      result, shown: { try TargetTable(result.layer, vocabulary: vocabulary).lines },
      columns: columns, notes: TargetSummary(layer: result.layer, language: language).lines,
      language: language,
      jobs: common.workers)
    if try !areMet(result.layer) { throw DataHaveErrors() }
  }

  /// Whether every line of the study that `--require` names is met.
  private func areMet(_ layer: Layer) throws -> Bool {
    var met = true
    for name in require {
      let lines = layer.features.filter {
        $0["indicator"] == .text(name) && $0["judged"] == .flag(true)
      }
      guard !lines.isEmpty else {
        throw StudyError.usage("--require \(name): the plan has no such target")
      }
      for line in lines where line["met"] != .text("yes") && line["comparator"] != .text("baseline")
      {
        let words =
          SpokenLanguage.current == .vietnamese
          ? "mục tiêu bắt buộc chưa đạt" : "required target not met"
        StandardError.write("upland: \(words): \(name)\n")
        met = false
      }
    }
    return met
  }
}
