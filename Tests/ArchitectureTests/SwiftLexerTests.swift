import Testing

@Suite struct SwiftLexerTests {
  private func words(_ source: String) -> [String] {
    SwiftLexer.tokens(of: source).filter { $0.kind == .word }.map(\.text)
  }

  private func strings(_ source: String) -> [String] {
    SwiftLexer.tokens(of: source).filter { $0.kind == .string }.map(\.text)
  }

  @Test func commentsAreNotCode() {
    #expect(words("a // b\nc /* d /* e */ f */ g") == ["a", "c", "g"])
    #expect(words("/// a\nb") == ["b"])
    #expect(words("a//\nb") == ["a", "b"])
  }

  @Test func documentationIsToldFromComments() {
    let kinds = SwiftLexer.tokens(of: "/// a\n// b\n/** c */\n/* d */\n//// e\n/**/").map(\.kind)
    #expect(kinds == [.documentation, .comment, .documentation, .comment, .comment, .comment])
  }

  @Test func stringsAreNotCode() {
    #expect(words(#"a "b // c" d"#) == ["a", "d"])
    #expect(words(#"a "b \" c" d"#) == ["a", "d"])
    #expect(words("a \"\"\"\n b \" c\n \"\"\" d") == ["a", "d"])
    #expect(words("a #\"b \" c \\(d) \"# e") == ["a", "e"])
    #expect(strings(#"let a = "b" + "c""#) == ["b", "c"])
  }

  @Test func interpolationsAreCode() {
    #expect(words(#"a "b \(c(d)) e" f"#) == ["a", "c", "d", "f"])
    #expect(words(#"a "b \(c("d \(e) g")) h" i"#) == ["a", "c", "e", "i"])
    #expect(words("a #\"b \\#(c) d\"# e") == ["a", "c", "e"])
    #expect(words("a \"\"\"\n b \\(c) \" d\n \"\"\" e") == ["a", "c", "e"])
  }

  @Test func regularExpressionsAreNotCode() {
    #expect(words(#"let a = /b"c/ ; d"#) == ["let", "a", "d"])
    #expect(words(##"let a = #/b"c/# ; d"##) == ["let", "a", "d"])
    #expect(words("a / b / c") == ["a", "b", "c"])
    #expect(words("f(a, /) + g(/)") == ["f", "a", "g"])
  }

  @Test func linesAreCounted() {
    let source = "a\n/* b\n\n*/ c \"\"\"\n\n\"\"\" d\ne"
    let lines = SwiftLexer.tokens(of: source).filter { $0.kind == .word }
      .map { "\($0.text)\($0.line)" }
    #expect(lines == ["a1", "c4", "d6", "e7"])
  }

  @Test func spacesAreSeen() {
    let tokens = SwiftLexer.tokens(of: "a! b !c /* */!d")
    let marks = tokens.filter { $0.isSymbol("!") }.map(\.isAfterSpace)
    #expect(marks == [false, true, true])
  }

  @Test func namesOfAllScriptsAreWords() {
    #expect(words("let xã = `default` + $0") == ["let", "xã", "`default`", "$0"])
  }

  @Test func whatIsNotClosedEnds() {
    #expect(words("a \"b") == ["a"])
    #expect(words("a /* b") == ["a"])
    #expect(words("a \"\\(b") == ["a", "b"])
  }
}
