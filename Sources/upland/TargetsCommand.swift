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

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Also compare the units of this level with the targets of the study.", valueName: "level"))
  var by: String?

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp("Only this unit and what lies in it.", valueName: "code"))
  var code: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Exit 1 unless this target is met (repeatable).", valueName: "indicator"))
  var require: [String] = []

  func run() async throws {
    let session = try common.session()
    let result = try await session.targets(level: by, in: code)
    common.warn(result.warnings)
    try output.deliver(
      result,
      columns: [
        "indicator", "name", "year", "comparator", "target", "value_low", "value_high", "met",
        "gap",
        "gap_unit", "reason",
      ], language: common.language(of: session))
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
        StandardError.write("upland: required target not met: \(name)\n")
        met = false
      }
    }
    return met
  }
}
