internal import DigestKit
internal import Foundation

/// The files that a report is laid out by: a page with places for what it says, its style, its scripts
/// and its words.
///
/// A place is `{{kind name}}`: `word` a text of `words.json` and `text` one of the page, both escaped;
/// `part` a piece of markup; `style` and `script` a file in an element of its own (`leaflet` the
/// library's); `notice` a file as a comment; `policy` what the page may do, which names the digest of
/// each style and script, so that a browser runs these and no others and asks nobody for anything.
public struct ReportTemplate: Sendable {
  private let files: [String: [UInt8]]

  /// Takes the files of a template by their names.
  public init(files: [String: [UInt8]]) {
    self.files = files
  }

  /// The words of the report.
  ///
  /// - Throws: ``ReportError``.
  public func words(
    _ language: OutputLanguage, titles: [String: String] = [:], values: [String: String] = [:]
  ) throws(ReportError) -> ReportWords {
    try ReportWords(
      bytes: try file("words.json"), language: language, titles: titles, values: values)
  }

  /// The page as one file of HTML, UTF-8. The same page, template and library give the same bytes.
  ///
  /// - Throws: ``ReportError``.
  public func html(
    _ page: ReportPage, words: ReportWords, library: ReportLibrary
  ) throws(ReportError) -> [UInt8] {
    let markup = ReportMarkup(page: page, words: words)
    let parts: [String: [UInt8]] = [
      "facts": HTMLNode.markup(markup.facts), "cards": HTMLNode.markup(markup.cards),
      "stories": HTMLNode.markup(markup.stories),
      "scorecard": HTMLNode.markup(markup.scorecard),
      "provenance": HTMLNode.markup(markup.provenance), "data": data(page, words).scriptBytes(),
    ]
    var filled: [[UInt8]] = []
    var policyPlace: Int?
    var digests: [String: [String]] = ["script": [], "style": []]
    for piece in try pieces() {
      switch piece {
      case .plain(let text): filled.append(Array(text.utf8))
      case .place("word", let key): filled.append(escaped(words[key]))
      case .place("text", "title"): filled.append(escaped(page.title))
      case .place("text", "language"): filled.append(escaped(page.language.rawValue))
      case .place("part", let name):
        guard let part = parts[name] else { throw unknown("part \(name)") }
        filled.append(part)
      case .place("notice", let name):
        filled.append(Array("<!--\n".utf8) + (try file(name)) + Array("-->".utf8))
      case .place("policy", _):
        policyPlace = filled.count
        filled.append([])
      case .place(let kind, let name) where kind == "style" || kind == "script":
        let content = try content(kind, name, library)
        digests[kind, default: []].append(try digest(of: content))
        filled.append(Array("<\(kind)>".utf8) + content + Array("</\(kind)>".utf8))
      case .place(let kind, let name): throw unknown("\(kind) \(name)")
      }
    }
    if let policyPlace { filled[policyPlace] = policy(digests) }
    return Array(filled.joined())
  }

  // MARK: Parts

  private func data(_ page: ReportPage, _ words: ReportWords) -> JSONValue {
    [
      "language": .text(page.language.rawValue),
      "grouping": .text(page.language.groupingSeparator),
      "decimal": .text(page.language.decimalSeparator), "words": words.json, "map": page.map,
      "tables": .list(page.tables.map(\.json)),
    ]
  }

  private func content(
    _ kind: String, _ name: String, _ library: ReportLibrary
  ) throws(ReportError) -> [UInt8] {
    if name == "leaflet" { return kind == "style" ? library.style : library.script }
    let bytes = try file(name)
    guard String(decoding: bytes, as: UTF8.self).lowercased().firstRange(of: "</\(kind)") == nil
    else { throw .template(file: name, reason: "it holds the end of its own element") }
    return bytes
  }

  private func policy(_ digests: [String: [String]]) -> [UInt8] {
    func list(_ kind: String) -> String {
      (digests[kind] ?? []).map { "'sha256-\($0)'" }.joined(separator: " ")
    }
    return Array(
      ("default-src 'none'; script-src \(list("script")); style-src \(list("style"));"
        + " img-src data:; base-uri 'none'; form-action 'none'").utf8)
  }

  private func digest(of bytes: [UInt8]) throws(ReportError) -> String {
    do throws(DigestError) {
      return Data(try SHA256Digest(of: bytes).bytes).base64EncodedString()
    } catch {
      throw .template(file: "page.html", reason: error.message)
    }
  }

  private func escaped(_ text: String) -> [UInt8] {
    var buffer = ByteBuffer()
    buffer.append(htmlText: text)
    return buffer.bytes
  }

  // MARK: Reading

  private enum Piece {
    case plain(Substring)
    case place(String, String)
  }

  /// The page cut at its places.
  private func pieces() throws(ReportError) -> [Piece] {
    let text = String(decoding: try file("page.html"), as: UTF8.self)
    var pieces: [Piece] = []
    var rest = text[...]
    while let start = rest.firstRange(of: "{{") {
      pieces.append(.plain(rest[..<start.lowerBound]))
      guard let end = rest[start.upperBound...].firstRange(of: "}}") else {
        throw .template(file: "page.html", reason: "a place has no end")
      }
      let words = rest[start.upperBound..<end.lowerBound].split(separator: " ")
      guard let kind = words.first else {
        throw .template(file: "page.html", reason: "a place has no name")
      }
      pieces.append(.place(String(kind), words.dropFirst().joined(separator: " ")))
      rest = rest[end.upperBound...]
    }
    return pieces + [.plain(rest)]
  }

  private func file(_ name: String) throws(ReportError) -> [UInt8] {
    guard let bytes = files[name] else { throw .template(file: name, reason: "it is not there") }
    return bytes
  }

  private func unknown(_ place: String) -> ReportError {
    .template(file: "page.html", reason: "nothing is called '\(place)'")
  }
}
