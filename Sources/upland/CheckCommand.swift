internal import ArgumentParser
internal import GeoModel
internal import Publishing
internal import Studies

/// `upland check`.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Can these data be trusted?",
    discussion: """
      Errors, warnings and notes about boundaries, codes, villages, centres, roads and forest, each \
      with its place and what to do: a table on a terminal, JSON to a pipe. Exit 1 where there is \
      an error.

      Example:
        upland check plan.yaml
      """)

  @OptionGroup var common: CommonOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write the findings to this file: .json, or .geojson for a map of them.", valueName: "path"))
  var output: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Write repaired boundaries, with each area before and after, to this folder; the data stay"
        + " as they are.", valueName: "folder"))
  var repair: String?

  func run() async throws {
    let session = try common.session()
    if let output, let ending = OutputEnding.of(output), !["json", "geojson"].contains(ending) {
      throw StudyError.usage("-o \(output): findings are a .json or .geojson")
    }
    if let repair { try await writeRepaired(session, to: repair) }
    let list = FindingList(try await session.check())
    if let output, output != "-" {
      try write(list, to: output)
    } else if output == "-" || !StandardOutput.isTerminal {
      try StandardOutput.deliver(list.json.text())
    } else {
      let style = TextTableStyle(
        width: StandardOutput.width, language: common.language(of: session),
        usesColor: StandardOutput.usesColor)
      try StandardOutput.deliver(list.table(common.language(of: session)).text(style))
    }
    if list.count(.error) > 0 { throw DataHaveErrors() }
  }

  private func writeRepaired(_ session: PlanSession, to folder: String) async throws {
    let results = try await session.repair()
    do {
      var output = try OutputFolder(folder)
      for result in results {
        try output.write("\(result.layer.name).geojson") { file in
          try GeoJSONWriter(mender: GEOSMender()).write(result.layer, to: &file)
        }
      }
      try output.commit()
    } catch let error as OutputError {
      throw StudyError.output(error)
    }
    for line in results.flatMap(\.summary) { StandardError.write("upland: repaired \(line)\n") }
  }

  private func write(_ list: FindingList, to path: String) throws {
    let bytes =
      path.hasSuffix(".geojson")
      ? try GeoJSONWriter().bytes(of: list.layer).bytes : list.json.bytes()
    do throws(OutputError) {
      var file = try AtomicFile(path)
      try file.write(bytes)
      try file.commit()
    } catch {
      throw StudyError.output(error)
    }
  }
}
