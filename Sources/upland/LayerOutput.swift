internal import ArgumentParser
internal import GeoModel
internal import Plan
internal import Publishing
internal import Studies

/// Where and how a command's layer goes.
struct LayerOutput: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write to this file, in the form of its ending (.geojson, .gpkg, .xlsx, …; upland formats lists all), or to PG:…; - is standard output. Without it a terminal gets a table, a pipe GeoJSON.",
      valueName: "path"))
  var output: String?

  @Option(name: .long, help: ArgumentHelp("The form of the output.", valueName: "form"))
  var format: LayerFormat?

  private var toFile: Bool { output != nil && output != "-" }

  func validate() throws {
    guard let format, let output, toFile, let told = LayerFormat(ofTarget: output),
      told != format
    else { return }
    throw ValidationError(
      "--format \(format.rawValue): '\(SourceLocation.withoutSecrets(output))' names \(told.rawValue)"
    )
  }

  /// Refuses a file whose ending names a form that no layer has: it would hold another than it says.
  /// A name without an ending is GeoJSON; a raster (`holdsRaster`) is a `.tif`.
  ///
  /// - Throws: `StudyError.usage`.
  func requireKnownForm(holdsRaster: Bool = false) throws {
    guard format == nil, let output, toFile, LayerFormat(ofTarget: output) == nil,
      OutputEnding.of(output) != nil, !holdsRaster || rasterPath == nil
    else { return }
    let endings = LayerFormat.endings + (holdsRaster ? [".tif"] : [])
    throw StudyError.usage(
      "-o \(SourceLocation.withoutSecrets(output)): a layer is a"
        + " \(endings.dropLast().joined(separator: ", ")) or \(endings[endings.count - 1]); name one,"
        + " or give --format")
  }

  private var form: LayerFormat {
    if let format { return format }
    if let output, toFile, let told = LayerFormat(ofTarget: output) { return told }
    return toFile || output == "-" || !StandardOutput.isTerminal ? .geojson : .table
  }

  /// Whether the layer goes to standard output as a table, so that text may stand below it.
  var printsTable: Bool { form == .table && !toFile }

  /// Writes or prints `result`, GeoJSON with `jobs` workers; the table has the columns called
  /// `columns`, those that matter most first, because a narrow terminal shows fewer, and `notes`
  /// below it; `titles` are those of columns that only this plan has. `shown` is the layer as a table
  /// shows it, where that is in other words.
  func deliver(
    _ result: LayerResult, shown: () throws -> Layer? = { nil }, columns: [String],
    titles: [String: String] = [:],
    notes: [String] = [], language: OutputLanguage, jobs: Int
  ) async throws {
    switch form {
    case .table:
      let text = table(try shown() ?? result.layer, columns, titles, notes, language)
      try await put { sink in try sink(Array(text.utf8)) }
    case .geojson, .geojsonseq:
      let written: GeoJSONForm = form == .geojson ? .collection : .sequence
      try await put { sink in
        _ = try await GeoJSONWriter(form: written, mender: GEOSMender())
          .write(result.layer, jobs: jobs, to: sink)
      }
    case .csv:
      try await put { sink in try CSVWriter().write(result.layer, to: sink) }
    default:
      guard let format = form.vectorFormat else { return }
      try await deliver(result.layer, as: format, titles: titles, language: language)
    }
  }

  private func table(
    _ layer: Layer, _ columns: [String], _ titles: [String: String], _ notes: [String],
    _ language: OutputLanguage
  ) -> String {
    let known = Set((layer.features.first?.properties ?? layer.studyTotals).map(\.name))
    let style = TextTableStyle(
      width: StandardOutput.width, language: language, usesColor: StandardOutput.usesColor)
    var table = TextTable(
      layer: layer, properties: columns.filter(known.contains),
      titles: ColumnTitles.titles(language).merging(titles) { $1 },
      words: ColumnTitles.words(language))
    // Totals of another kind than the rows (counts of villages) stand in the notes.
    if !layer.studyTotals.contains(where: { $0.name == columns.first }) { table.totals = [] }
    table.notes += notes
    return table.text(style)
  }

  /// Hands on what `content` writes: to the file piece by piece, because it gets its name at the end;
  /// to standard output all at once, so that nothing comes out of what fails on the way.
  private func put(_ content: (GeoJSONStream.Sink) async throws -> Void) async throws {
    guard toFile, let output else {
      var bytes: [UInt8] = []
      try await content { bytes += $0 }
      try StandardOutput.deliver(bytes)
      return
    }
    do {
      var file = try AtomicFile(output)
      try await content { try file.write($0) }
      try file.commit()
    } catch let error as OutputError {
      throw StudyError.output(error)
    }
  }
}
