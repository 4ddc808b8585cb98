/// A place where a file does not keep to the house.
struct Violation: Equatable, CustomStringConvertible {
  var line: Int
  var message: String

  var description: String { "\(line): \(message)" }
}

/// An `import` as it stands in a file.
struct ImportDeclaration: Equatable {
  var module: String
  var line: Int
  var isPublic: Bool
}

/// What a file of Sources may not hold. Each rule takes the pieces of one file.
enum SourceRules {
  /// The modules that a file imports, in its order.
  static func imports(in tokens: [SwiftToken]) -> [ImportDeclaration] {
    let code = tokens.code
    let kinds = ["typealias", "struct", "class", "enum", "protocol", "let", "var", "func"]
    return code.indices.compactMap { place in
      guard code[place].isWord("import") else { return nil }
      let previous = place > 0 ? code[place - 1] : nil
      // `.import` is a member, `import` after a name on its line is no declaration.
      if let previous, previous.isSymbol(".") { return nil }
      var next = place + 1
      if next < code.count, kinds.contains(code[next].text) { next += 1 }
      guard next < code.count, code[next].kind == .word else { return nil }
      return ImportDeclaration(
        module: code[next].text, line: code[place].line,
        isPublic: previous?.isWord("public") ?? false)
    }
  }

  /// Modules passed on as if they were the room's own.
  static func reexports(in tokens: [SwiftToken]) -> [Violation] {
    tokens.filter { $0.isWord("_exported") }
      .map { Violation(line: $0.line, message: "@_exported hides where a name comes from") }
  }

  /// Calls that write past the caller or end the program.
  static func forbiddenCalls(in tokens: [SwiftToken]) -> [Violation] {
    let code = tokens.code
    let reasons = [
      "print": "only the command line writes, through its own output",
      "debugPrint": "only the command line writes, through its own output",
      "dump": "only the command line writes, through its own output",
      "fatalError": "throw, or state a precondition",
    ]
    return code.indices.compactMap { place in
      guard code[place].kind == .word, let reason = reasons[code[place].text] else { return nil }
      guard place + 1 < code.count, code[place + 1].isSymbol("("), !code[place + 1].isAfterSpace
      else { return nil }
      if place > 0 {
        let previous = code[place - 1]
        let isSwift = previous.isSymbol(".") && place > 1 && code[place - 2].isWord("Swift")
        if previous.isWord("func") || (previous.isSymbol(".") && !isSwift) { return nil }
      }
      return Violation(line: code[place].line, message: "\(code[place].text)(): \(reason)")
    }
  }

  /// `try!`, `as!`, forced unwraps and implicitly unwrapped types.
  static func forcedOperations(in tokens: [SwiftToken]) -> [Violation] {
    let code = tokens.code
    return code.indices.compactMap { place in
      guard place > 0, code[place].isSymbol("!"), !code[place].isAfterSpace else { return nil }
      if place + 1 < code.count, code[place + 1].isSymbol("="), !code[place + 1].isAfterSpace {
        return nil  // `!=`
      }
      let previous = code[place - 1]
      let line = code[place].line
      if previous.isWord("try") || previous.isWord("as") {
        return Violation(line: line, message: "\(previous.text)!: say what happens when it fails")
      }
      let endsOperand =
        previous.kind == .word || previous.kind == .string
        || (previous.kind == .symbol && ")]}>?!".contains(previous.text))
      return endsOperand ? Violation(line: line, message: "forced unwrap") : nil
    }
  }

  /// Any name with "unsafe" in it.
  static func unsafeNames(in tokens: [SwiftToken]) -> [Violation] {
    tokens.filter { $0.kind == .word && $0.text.lowercased().contains("unsafe") }
      .map { Violation(line: $0.line, message: "\($0.text) outside the rooms over C libraries") }
  }

  /// Each `@unchecked` that no comment on its line or the line above gives a reason for.
  static func uncheckedWithoutReason(in tokens: [SwiftToken]) -> [Violation] {
    tokens.indices.compactMap { place in
      guard tokens[place].isWord("unchecked"), place > 0, tokens[place - 1].isSymbol("@") else {
        return nil
      }
      let line = tokens[place].line
      let hasReason = tokens.contains { $0.isComment && ($0.line == line || $0.line == line - 1) }
      return hasReason ? nil : Violation(line: line, message: "@unchecked without its reason")
    }
  }
}
