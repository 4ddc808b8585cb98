extension SourceRules {
  /// Public symbols without a documentation comment: what is declared `public` or `open`, the
  /// cases of a public enumeration, the requirements of a public protocol.
  static func undocumentedSymbols(in tokens: [SwiftToken]) -> [Violation] {
    var found: [Violation] = []
    for place in tokens.indices {
      let token = tokens[place]
      guard token.isWord("public") || token.isWord("open") else { continue }
      if isName(tokens, at: place) { continue }
      let keywordPlace = declarationKeyword(tokens, after: place)
      guard let keywordPlace else { continue }
      let keyword = tokens[keywordPlace].text
      if !["import", "extension"].contains(keyword), !isDocumented(tokens, at: place) {
        found.append(violation(tokens, keyword: keywordPlace))
      }
      let members: Set<String> =
        switch keyword {
        case "enum": ["case"]
        case "protocol": ["func", "var", "init", "subscript", "associatedtype"]
        default: []
        }
      if !members.isEmpty {
        found += undocumentedMembers(tokens, of: keywordPlace, keywords: members)
      }
    }
    return found
  }

  private static let modifiers: Set<String> = [
    "static", "class", "final", "override", "mutating", "nonmutating", "nonisolated", "indirect",
    "convenience", "required", "lazy", "weak", "unowned", "dynamic", "distributed", "prefix",
    "postfix", "infix", "borrowing", "consuming", "private", "fileprivate", "internal", "package",
    "public", "open", "async",
  ]

  private static let declarations: Set<String> = [
    "import", "extension", "struct", "class", "enum", "protocol", "actor", "func", "var", "let",
    "init", "subscript", "typealias", "associatedtype", "macro", "case",
  ]

  /// `open` is also an ordinary name: where it follows `func`, `case` or a dot, or where nothing
  /// is declared after it.
  private static func isName(_ tokens: [SwiftToken], at place: Int) -> Bool {
    if place > 0 {
      let previous = tokens[place - 1]
      if previous.isSymbol(".") || previous.isSymbol(",") { return true }
      if previous.kind == .word, declarations.contains(previous.text) { return true }
    }
    guard place + 1 < tokens.count else { return true }
    let next = tokens[place + 1]
    return
      !(next.isSymbol("@") || next.isComment
      || (next.kind == .word
        && (declarations.contains(next.text) || modifiers.contains(next.text))))
  }

  /// The place of the word that says what is declared; `nil` where the declaration overrides,
  /// for then the documentation is with what it overrides.
  private static func declarationKeyword(_ tokens: [SwiftToken], after place: Int) -> Int? {
    var next = place + 1
    while next < tokens.count {
      let token = tokens[next]
      if token.isWord("override") { return nil }
      if token.isWord("class"), next + 1 < tokens.count,
        declarations.contains(tokens[next + 1].text)
      {
        next += 1  // `class func`
      } else if token.kind == .word, declarations.contains(token.text) {
        return next
      } else if token.isSymbol("("), let closing = tokens.closingBracket(of: next) {
        next = closing + 1
      } else if token.isComment || token.isSymbol("@") || token.kind == .word {
        next += 1
      } else {
        return nil
      }
    }
    return nil
  }

  /// Whether documentation stands above the declaration of which the piece at `place` is part;
  /// modifiers, attributes and ordinary comments may stand between.
  private static func isDocumented(_ tokens: [SwiftToken], at place: Int) -> Bool {
    var previous = place - 1
    while previous >= 0 {
      let token = tokens[previous]
      if token.kind == .documentation { return true }
      if token.kind == .comment {
        previous -= 1
      } else if token.isSymbol(")"), let opening = tokens.openingParenthesis(of: previous),
        opening > 0, tokens[opening - 1].kind == .word,
        modifiers.contains(tokens[opening - 1].text)
          || (opening > 1 && tokens[opening - 2].isSymbol("@"))
      {
        previous = opening - 1
      } else if token.kind == .word, previous > 0, tokens[previous - 1].isSymbol("@") {
        previous -= 2
      } else if token.kind == .word, modifiers.contains(token.text) {
        previous -= 1
      } else {
        return false
      }
    }
    return false
  }

  private static func undocumentedMembers(
    _ tokens: [SwiftToken], of keyword: Int, keywords: Set<String>
  ) -> [Violation] {
    guard let opening = tokens[keyword...].firstIndex(where: { $0.isSymbol("{") }),
      let closing = tokens.closingBracket(of: opening)
    else { return [] }
    var depth = 0
    return (opening...closing).compactMap { place in
      let token = tokens[place]
      if token.isSymbol("{") { depth += 1 }
      if token.isSymbol("}") { depth -= 1 }
      let declares = depth == 1 && token.kind == .word && keywords.contains(token.text)
      return declares && !isDocumented(tokens, at: place)
        ? violation(tokens, keyword: place) : nil
    }
  }

  private static func violation(_ tokens: [SwiftToken], keyword: Int) -> Violation {
    let name = keyword + 1 < tokens.count ? tokens[keyword + 1].text : ""
    return Violation(
      line: tokens[keyword].line,
      message: "public \(tokens[keyword].text) \(name) without a documentation comment")
  }
}
