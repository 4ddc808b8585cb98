/// One piece of a Swift file, as far as the rules of the house need to tell pieces apart.
struct SwiftToken: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    /// A name, a keyword or a number.
    case word
    /// One character of punctuation or of an operator.
    case symbol
    /// A string or regular-expression literal; the text is what stands between its quotes.
    case string
    /// A comment that is no documentation.
    case comment
    /// A documentation comment: `///` or `/** */`.
    case documentation
  }

  var kind: Kind
  var text: String
  /// The line, from 1, on which the piece begins.
  var line: Int
  /// Whether a space, a line end or a comment stands right before it.
  var isAfterSpace: Bool

  var isComment: Bool { kind == .comment || kind == .documentation }

  func isWord(_ word: String) -> Bool { kind == .word && text == word }

  func isSymbol(_ symbol: String) -> Bool { kind == .symbol && text == symbol }
}

extension [SwiftToken] {
  /// The pieces that the compiler sees.
  var code: [SwiftToken] { filter { !$0.isComment } }

  /// The place of the bracket that closes the one at `opening`; `nil` where none does.
  func closingBracket(of opening: Int) -> Int? {
    let pairs = ["(": ")", "[": "]", "{": "}"]
    guard let closing = pairs[self[opening].text] else { return nil }
    var depth = 0
    for place in opening..<count where self[place].kind == .symbol {
      if self[place].text == self[opening].text { depth += 1 }
      if self[place].text == closing { depth -= 1 }
      if depth == 0 { return place }
    }
    return nil
  }

  /// The place of the `(` that the `)` at `closing` closes; `nil` where there is none.
  func openingParenthesis(of closing: Int) -> Int? {
    var depth = 0
    for place in stride(from: closing, through: 0, by: -1) where self[place].kind == .symbol {
      if self[place].text == ")" { depth += 1 }
      if self[place].text == "(" { depth -= 1 }
      if depth == 0 { return place }
    }
    return nil
  }
}
