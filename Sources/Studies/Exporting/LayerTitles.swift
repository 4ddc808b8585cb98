internal import Publishing

/// What layers and their properties are called, where a format has room for it.
struct LayerTitles: Sendable {
  let language: OutputLanguage
  /// The words of the report; `nil` where its template is not installed.
  let words: ReportWords?
  /// The words over columns of tables.
  let columns: [String: String]
  /// The names of the levels of units, and `village`.
  let levels: [String]

  init(_ vocabulary: ReportVocabulary, levels: [String]) {
    language = vocabulary.language
    columns = vocabulary.titles
    self.levels = levels + ["village"]
    words = try? ReportFiles.template().words(
      vocabulary.language, titles: vocabulary.titles, values: vocabulary.values)
  }

  /// What a layer is called; of a level below the first with the level; its name where nothing is known.
  func layer(_ name: String) -> String {
    if let title = words?.text("layers", name) { return title }
    for level in levels where name.hasSuffix("-\(level)") {
      if let title = words?.text("layers", String(name.dropLast(level.count + 1))) {
        return "\(title) – \(MapWords.level(level, language))"
      }
    }
    return name
  }

  /// What a property is called.
  func property(_ name: String) -> String {
    let own = FigureTitles.known(name, language) ?? columns[name] ?? words?.column(name)
    return own ?? name.replacing("_", with: " ")
  }

  /// A layer's name without its level.
  func stem(of name: String) -> String {
    levels.first { name.hasSuffix("-\($0)") }.map { String(name.dropLast($0.count + 1)) } ?? name
  }
}
