internal import ArgumentParser
internal import Plan
internal import Publishing
internal import Studies

/// `upland export`.
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "The layers for others: one file a layer, or all in one.",
    discussion: """
      A folder gets one file a layer, GeoJSON unless --format says otherwise. A file whose ending \
      names a form with room for it (.gpkg, .xlsx, .kml, .mbtiles), or a database (PG:…), gets all \
      layers; a GeoPackage opens coloured in QGIS. upland formats lists what this machine can write.

      Example:
        upland export plan.yaml --layer villages,forest-cover -o layers
        upland export plan.yaml -o layers.gpkg
      """)

  @OptionGroup var common: CommonOptions

  @Option(name: .long, help: "The layers, separated by commas. (default: all)")
  var layer: String?

  @Option(
    name: .long,
    help: ArgumentHelp("The form of the files. (default: by the ending of -o)", valueName: "form"))
  var format: LayerFormat?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Let borders of units lie so far from where they are, to have fewer positions; neighbours keep one border, and figures are those of the full outlines.",
      valueName: "metres"))
  var simplify: Double?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder to write to, or a file for all layers, or PG:… for a database.",
      valueName: "path"))
  var output: String

  func validate() throws {
    if let simplify, !(simplify > 0 && simplify <= 10_000) {
      throw ValidationError("--simplify \(simplify): a length in metres, over 0 and up to 10000")
    }
  }

  func run() async throws {
    common.settleLanguage()
    let target = try Target(output: output, format: format)
    let session = try common.session()
    let names = layer.map { $0.split(separator: ",").map(String.init) }
    let language = common.language(of: session)
    let vocabulary = ReportSentences(plan: session.plan, language: language).vocabulary
    let result =
      switch target {
      case .folder(let form):
        try await session.export(
          layers: names, to: output, as: form, simplifiedBy: simplify, vocabulary: vocabulary)
      case .whole(let format):
        try await session.export(
          layers: names, as: format, to: output, simplifiedBy: simplify, vocabulary: vocabulary)
      }
    try RunSummary(result: result, common: common, language: language).show()
    if !result.isComplete { throw DataHaveErrors() }
  }

  /// Where the layers go.
  private enum Target {
    /// A folder with a file a layer.
    case folder(FileForm)
    /// One file or database with all of them.
    case whole(VectorFormat)

    init(output: String, format: LayerFormat?) throws {
      if format == .table {
        throw StudyError.usage(
          "--format table: export writes files; the command of a layer prints its table")
      }
      let told = LayerFormat(ofTarget: output)
      let shown = SourceLocation.withoutSecrets(output)
      if let format, let told, format != told {
        throw StudyError.usage(
          "--format \(format.rawValue): '\(shown)' names \(told.rawValue)")
      }
      if let whole = told?.vectorFormat {
        self = .whole(whole)
      } else if let told {
        // A folder called x.csv would be found by nobody.
        throw StudyError.usage(
          "\(told.rawValue) holds one layer a file: name a folder with -o and --format \(told.rawValue),"
            + " or use the command of the layer with -o '\(shown)'")
      } else if let form = (format ?? .geojson).fileForm {
        self = .folder(form)
      } else {
        throw StudyError.usage("--format postgis needs a database: -o 'PG:dbname=…'")
      }
    }
  }
}
