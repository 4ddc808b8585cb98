internal import ArgumentParser
internal import Publishing
internal import Studies

/// `upland report`.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "All of it on one page that works offline.",
    discussion: """
      One HTML file with the targets, what stands behind them, a map with layers, every layer as a \
      table and where all of it comes from. It asks no other file and no other host for anything. \
      The map needs Debian's package libjs-leaflet where the report is made, not where it is read.

      Example:
        upland report plan.yaml -o report.html
      """)

  @OptionGroup var common: CommonOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write; - is standard output.", valueName: "path"))
  var output: String

  func run() async throws {
    let session = try common.session()
    if let ending = OutputEnding.of(output), !["html", "htm"].contains(ending) {
      throw StudyError.usage("-o \(output): a report is a .html")
    }
    let vocabulary = ReportSentences(
      plan: session.plan, language: common.language(of: session)
    ).vocabulary
    let result = try await session.report(
      to: output == "-" ? nil : output, vocabulary: vocabulary
    ) { bytes in try StandardOutput.deliver(bytes) }
    common.warn(result.warnings)
    if !result.isComplete { throw DataHaveErrors() }
  }
}
