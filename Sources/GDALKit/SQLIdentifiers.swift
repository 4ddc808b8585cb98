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
        rest = rest.dropFirst()
        let end = rest.firstIndex(of: first) ?? rest.endIndex
        if first == "\"" { add(String(rest[..<end])) }
        rest = end == rest.endIndex ? rest[end...] : rest[rest.index(after: end)...]
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
}
