/// The field names that an OGR SQL condition mentions.
///
/// A double-quoted token is always a name; a bare word is one unless it is a keyword, a number or
/// the name of a function. More names than fields do no harm: the caller only offers them.
public enum SQLIdentifiers {
  private static let keywords: Set<String> = [
    "AND", "OR", "NOT", "IN", "IS", "NULL", "LIKE", "ILIKE", "BETWEEN", "ESCAPE", "CAST", "AS",
    "TRUE", "FALSE", "CHARACTER", "INTEGER", "FLOAT", "NUMERIC", "BIGINT", "SMALLINT",
  ]

  /// The names in `condition`, each once, in order of appearance. O(n).
  public static func names(in condition: String) -> [String] {
    var found: [String] = []
    func add(_ name: String) {
      if !name.isEmpty && !found.contains(name) { found.append(name) }
    }
    var rest = Substring(condition)
    while let first = rest.first {
      if first == "'" || first == "\"" {
        let quoted = quotedText(at: &rest)
        if first == "\"" { add(quoted) }
      } else if first.isLetter || first == "_" {
        let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == ":" }
        rest = rest[word.endIndex...]
        let isCall = rest.first { !$0.isWhitespace } == "("
        let isKeyword = keywords.contains(word.uppercased())
        if !isKeyword && !isCall { add(String(word)) }
      } else if first.isNumber {
        rest = rest.drop { $0.isNumber || $0.isLetter || $0 == "." }
      } else {
        rest = rest.dropFirst()
      }
    }
    return found
  }

  /// The text between the quotation mark at which `rest` begins and the one that closes it, which
  /// `rest` then begins after. A mark after a backslash belongs to the text, as in OGR SQL; one that
  /// is doubled ends a text and begins the next, which comes to the same here.
  private static func quotedText(at rest: inout Substring) -> String {
    let mark = rest.removeFirst()
    var text = ""
    while let next = rest.popFirst(), next != mark {
      if next == "\\", rest.first == mark {
        text.append(rest.removeFirst())
      } else {
        text.append(next)
      }
    }
    return text
  }
}
