/// A sign that a column's text was stored in another encoding than it was read in.
///
/// It suggests and never decides: the plan names the encoding (`encoding: tcvn3`).
public struct EncodingSuspicion: Sendable, Hashable {
  /// The encoding that would make the text read as Vietnamese.
  public var encoding: LegacyEncoding
  /// The words that hold a character beyond ASCII (of escapes: that hold one), over all texts.
  public var words: Int
  /// How many of them can be Vietnamese syllables as they stand.
  public var readableAsIs: Int
  /// How many of them can be once decoded.
  public var readableDecoded: Int
  /// The first text that decoding changes, as it stands.
  public var example: String
  /// The same text decoded.
  public var exampleDecoded: String

  /// The encodings that make clearly more of the column readable than it is as it stands, the best
  /// first: at least 60 % of the words that hold a character beyond ASCII become possible
  /// syllables, and those are at least a quarter more of them than before.
  ///
  /// - Complexity: O(n) in the characters.
  public static func suspicions(in texts: [String]) -> [EncodingSuspicion] {
    var found: [EncodingSuspicion] = []
    // Most cells are figures, and no encoding changes what is plain ASCII without an escape.
    let byBytes = MarkedWords(
      texts.filter { $0.utf8.contains { $0 >= 0x80 } }, of: .tcvn3)
    let byEscapes = MarkedWords(
      texts.filter { $0.utf8.contains(UInt8(ascii: "\\")) }, of: .escapes)
    for encoding in LegacyEncoding.allCases {
      let marked = encoding == .escapes ? byEscapes : byBytes
      guard let suspicion = evidence(for: encoding, in: marked) else { continue }
      let words = suspicion.words
      guard suspicion.readableDecoded * 10 >= words * 6,
        (suspicion.readableDecoded - suspicion.readableAsIs) * 4 >= words
      else { continue }
      found.append(suspicion)
    }
    // A stable order: the more readable first, then as the encodings are declared.
    return found.enumerated().sorted {
      ($1.element.readableDecoded, $0.offset) < ($0.element.readableDecoded, $1.offset)
    }.map(\.element)
  }

  /// Whether `text` may be of another encoding at all: plain ASCII without an escape never is.
  public static func mayBeMeant(_ text: String) -> Bool {
    text.utf8.contains { $0 >= 0x80 || $0 == UInt8(ascii: "\\") }
  }

  /// The words of some texts that may be of another encoding, and how many read as they stand:
  /// the same whatever encoding of single bytes they are tried in.
  private struct MarkedWords {
    var texts: [(text: String, words: [String])]
    var count: Int
    var readable: Int

    init(_ texts: [String], of encoding: LegacyEncoding) {
      self.texts = texts.map { text in
        (
          text,
          EncodingSuspicion.words(of: text, encoding)
            .filter { EncodingSuspicion.isMarked($0, encoding) }
        )
      }
      count = self.texts.reduce(0) { $0 + $1.words.count }
      readable = self.texts.reduce(0) { sum, text in
        sum + text.words.count { VietnameseSyllable.isPlausible($0) }
      }
    }
  }

  private static func evidence(
    for encoding: LegacyEncoding, in marked: MarkedWords
  ) -> EncodingSuspicion? {
    // A column that reads well as it stands gains too little, whatever decoding makes of it.
    guard marked.count > 0, (marked.count - marked.readable) * 4 >= marked.count else { return nil }
    var result = EncodingSuspicion(
      encoding: encoding, words: marked.count, readableAsIs: marked.readable, readableDecoded: 0,
      example: "", exampleDecoded: "")
    for (text, words) in marked.texts where !words.isEmpty {
      for word in words {
        // A name may hold one character that the encoding lacks; the others still count.
        guard let decoded = try? encoding.decode(word) else { continue }
        if Self.words(of: decoded, encoding).allSatisfy({ VietnameseSyllable.isPlausible($0) }) {
          result.readableDecoded += 1
        }
      }
      if result.example.isEmpty, let decoded = try? encoding.decode(text), decoded != text {
        result.example = text
        result.exampleDecoded = decoded
      }
    }
    return result
  }

  private static func isMarked(_ word: String, _ encoding: LegacyEncoding) -> Bool {
    if encoding == .escapes { return word.contains("\\u") }
    return word.utf8.contains { $0 >= 0x80 }
  }

  /// Splits at ASCII spaces and punctuation only: before decoding nothing else is known to be one.
  /// Digits part words too, but for escapes, which are made of them.
  private static func words(of text: String, _ encoding: LegacyEncoding) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isSeparator(scalar, encoding) {
        if !word.isEmpty { words.append(String(word)) }
        word = String.UnicodeScalarView()
      } else {
        word.append(scalar)
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    return words
  }

  private static func isSeparator(_ scalar: Unicode.Scalar, _ encoding: LegacyEncoding) -> Bool {
    switch scalar {
    case " ", ",", ".", ";", ":", "(", ")", "-", "/", "'", "\"", "\t", "\r", "\n": true
    case "0"..."9": encoding != .escapes
    default: false
    }
  }
}
