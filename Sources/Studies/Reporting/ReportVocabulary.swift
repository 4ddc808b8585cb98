public import GeoModel
public import Publishing

/// What a report says in the words of the commands: so that a page and a terminal tell the same.
public struct ReportVocabulary: Sendable {
  /// The language.
  public var language: OutputLanguage
  /// The words over columns, by property.
  public var titles: [String: String]
  /// What values and reasons are called.
  public var values: [String: String]
  /// The sentences that stand below a layer, out of all layers.
  public var notes: @Sendable (_ layer: Layer, _ all: [Layer]) -> [String]
  /// A message of the program in the language.
  public var sentence: @Sendable (String) -> String
  /// What became of a row or unit of a table: `matched`, `set_aside`, …
  public var outcome: @Sendable (String) -> String

  /// Makes a vocabulary.
  public init(
    language: OutputLanguage, titles: [String: String], values: [String: String],
    notes: @escaping @Sendable (_ layer: Layer, _ all: [Layer]) -> [String],
    sentence: @escaping @Sendable (String) -> String,
    outcome: @escaping @Sendable (String) -> String
  ) {
    self.language = language
    self.titles = titles
    self.values = values
    self.notes = notes
    self.sentence = sentence
    self.outcome = outcome
  }

  /// English, with the names of properties as they are, and no sentences.
  public static let plain = ReportVocabulary(
    language: .english, titles: [:], values: [:], notes: { _, _ in [] }, sentence: { $0 },
    outcome: { $0 })
}
