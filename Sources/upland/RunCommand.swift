internal import ArgumentParser
internal import GeoModel
internal import Publishing
internal import Studies

/// `upland run`.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Everything that the plan has data for.",
    discussion: """
      Writes one GeoJSON a layer, report.html with all of it on one page, datapackage.json with \
      what each column holds, and run.json, which tells every source, rule and assumption; with \
      --maps a picture of each layer too. Sections that this version does not compute are named.

      Example:
        upland run plan.yaml -o result --maps
      """)

  @OptionGroup var common: CommonOptions

  @Option(name: .shortAndLong, help: ArgumentHelp("The folder to write to.", valueName: "folder"))
  var output: String

  @Flag(name: .long, help: "Draw the maps too, as PNG in the folder's maps.")
  var maps = false

  func run() async throws {
    let session = try common.session()
    let vocabulary = ReportSentences(
      plan: session.plan, language: common.language(of: session)
    ).vocabulary
    let result = try await session.run(
      to: output, writesReport: true, mapsOn: maps ? MapSheet(form: .png) : nil,
      vocabulary: vocabulary)
    try RunSummary(result: result, common: common, language: common.language(of: session)).show()
    if !result.isComplete { throw DataHaveErrors() }
  }
}

/// What `run` and `export` say when they are done.
struct RunSummary {
  let result: RunResult
  let common: CommonOptions
  let language: OutputLanguage

  /// Prints the files to standard output, all else to standard error.
  func show() throws {
    guard !common.quiet else { return }
    common.warn(result.warnings)
    for severity in Finding.Severity.allCases {
      let count = result.findings.count { $0.severity == severity }
      if count > 0 && severity != .note {
        let number = language.number(count)
        let noun = severity == .error ? "lỗi" : "cảnh báo"
        StandardError.write(
          language == .vietnamese
            ? "upland: \(number) \(noun) về dữ liệu; xem findings.geojson hoặc upland check\n"
            : "upland: \(number) \(severity.rawValue)\(count == 1 ? "" : "s") about the data;"
              + " see findings.geojson or upland check\n")
      }
    }
    for name in result.notComputed {
      let words =
        language == .vietnamese ? "phiên bản này chưa tính" : "not computed by this version"
      StandardError.write("upland: \(words): \(name)\n")
    }
    let width = result.files.map { String($0.bytes).count }.max() ?? 0
    for file in result.files {
      let bytes = String(file.bytes)
      let padding = String(repeating: " ", count: width - bytes.count)
      try StandardOutput.deliver("\(padding)\(bytes) bytes  \(file.path)\n")
    }
  }
}
