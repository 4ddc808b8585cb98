internal import GeoModel
internal import Publishing
internal import Studies

extension LayerOutput {
  /// Writes `layer` in a format of GDAL's to the file or database that `-o` names.
  func deliver(
    _ layer: Layer, as format: VectorFormat, titles: [String: String], language: OutputLanguage
  ) async throws {
    guard let output, output != "-" else {
      throw StudyError.usage(
        format == .postgis
          ? "--format postgis needs a database: -o 'PG:dbname=…'"
          : "--format \(format.rawValue) needs a file: -o NAME.\(format.ending ?? format.rawValue)")
    }
    let vocabulary = ReportVocabulary(
      language: language, titles: ColumnTitles.titles(language).merging(titles) { $1 },
      values: ColumnTitles.words(language), notes: { _, _ in [] }, sentence: { $0 },
      outcome: { $0 })
    var levels: [String] = []
    if case .text(let level)? = layer.features.first?["level"] { levels.append(level) }
    let files = try LayerFiles(format, vocabulary: vocabulary, levels: levels)
    let word = language == .vietnamese ? "cảnh báo" : "warning"
    for line in try await files.write([layer], to: output) {
      let told = language == .vietnamese ? VietnamesePhrases.sentence(line) : line
      StandardError.write("upland: \(word): \(told)\n")
    }
  }
}
