internal import Foundation

/// The words of a report: those of the page, and what layers, columns, values and indicators are called.
///
/// They stand in a file of the template (`words.json`), so that who knows the language needs no Swift:
/// sections, in them keys, each with the English and the Vietnamese text. `{}` in a text stands for what
/// is put in, in order.
public struct ReportWords: Sendable {
  /// The language.
  public let language: OutputLanguage
  let sections: [String: [String: String]]
  let titles: [String: String]
  private let values: [String: String]

  /// Reads the words.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - language: The language that is taken of it.
  ///   - titles: What columns are called elsewhere, by property, where the file has no words for them.
  ///   - values: What values and reasons are called elsewhere; they come before the file's.
  /// - Throws: ``ReportError/template(file:reason:)`` where a text has not both languages.
  public init(
    bytes: [UInt8], language: OutputLanguage, titles: [String: String] = [:],
    values: [String: String] = [:]
  ) throws(ReportError) {
    let all: [String: [String: [String]]]
    do {
      all = try JSONDecoder().decode([String: [String: [String]]].self, from: Data(bytes))
    } catch {
      throw .template(file: "words.json", reason: "not as it should be: \(error)")
    }
    for (section, texts) in all {
      for (key, pair) in texts where pair.count != 2 || pair.contains("") {
        throw .template(file: "words.json", reason: "\(section).\(key) has not both languages")
      }
    }
    let place = language == .english ? 0 : 1
    sections = all.mapValues { $0.mapValues { $0[place] } }
    self.language = language
    self.titles = titles
    self.values = values
  }

  /// A text of the page; the key itself where there is none, so that a page shows what is missing.
  public subscript(key: String) -> String { sections["page"]?[key] ?? key }

  /// A text of the page with `parts` in the place of its `{}`; where the first is `1`, the text for one
  /// (`rows_one`), if there is one.
  public func callAsFunction(_ key: String, _ parts: String...) -> String {
    var rest = parts[...]
    let one = parts.first == "1" ? sections["page"]?["\(key)_one"] : nil
    let pieces = (one ?? self[key]).split(separator: "{}", omittingEmptySubsequences: false)
    return pieces.enumerated().map { index, piece in
      index == 0 ? String(piece) : (rest.popFirst() ?? "") + piece
    }.joined()
  }

  /// What `key` is called in a section of the file; `nil` where it is not there.
  public func text(_ section: String, _ key: String) -> String? { sections[section]?[key] }

  /// All keys of a section of the file with what they are called.
  public func all(_ section: String) -> [String: String] { sections[section] ?? [:] }

  /// What values and reasons are called.
  public var valueWords: [String: String] {
    (sections["values"] ?? [:]).merging(values) { $1 }
  }

  /// The words of the page that its scripts use, in a fixed order.
  var json: JSONValue {
    .object(
      (sections["page"] ?? [:]).sorted { $0.key < $1.key }
        .map { JSONMember($0.key, .text($0.value)) })
  }
}
