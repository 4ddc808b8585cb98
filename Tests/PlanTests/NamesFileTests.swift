import Plan
import Testing

/// Files of confirmed pairs, as a person leaves them.
@Suite("A file of confirmed names")
struct NamesFileTests {
  static func pairs(_ text: String) throws -> [String] {
    try NamesFile.pairs(in: text, file: "names.yaml").map { "\($0.key) → \($0.value)" }
  }

  @Test("pairs stand in the order of the file, quoted or not; comments count for nothing")
  func pairs() throws {
    let text = """
      # Take away '# ' in front of each pair that is right.
      "Ba To": "Xã Ba Tơ"   # row 2: diacritics
      # "Ba To": "Xã Ba Tô"   # row 2: diacritics
      SON HA: Xã Sơn Hà
      'No: 1': "a \\"b\\""

      """
    #expect(try Self.pairs(text) == ["Ba To → Xã Ba Tơ", "SON HA → Xã Sơn Hà", "No: 1 → a \"b\""])
    #expect(try Self.pairs(text.replacing("\n", with: "\r\n")) == Self.pairs(text))
  }

  @Test(
    "a draft that nobody has read, or nothing at all, has no pairs",
    arguments: ["", "\n\n", "# only\n  # comments\n", "{}", "~"])
  func none(text: String) throws { #expect(try Self.pairs(text).isEmpty) }

  @Test("a code keeps its leading zeros, on either side")
  func codes() throws { #expect(try Self.pairs("007: 021\n") == ["007 → 021"]) }

  @Test("a pair's place is its line in the file")
  func marks() throws {
    let pairs = try NamesFile.pairs(in: "# one\nBa To: Ba Tơ\n", file: "names.yaml")
    #expect(pairs.map(\.mark) == [SourceMark(line: 2, column: 1)])
  }

  @Test(
    "what is no list of pairs is refused, each problem with its line",
    arguments: [
      ("Ba To: Ba Tơ\nBa To: Ba Tô\n", ["2"]), ("- Ba To\n- Ba Tơ\n", ["1"]),
      ("Ba To: [Ba Tơ]\nSON HA: {a: b}\n", ["1", "2"]), ("Ba To\n", ["1"]),
      ("\"Ba To: Ba Tơ\n", ["1", "2"]),
    ])
  func faults(text: String, lines: [String]) throws {
    let error = try #require(throws: PlanError.self) { _ = try Self.pairs(text) }
    #expect(!error.problems.isEmpty)
    for problem in error.problems {
      #expect(problem.file == "names.yaml")
      let line = try #require(problem.mark?.line, "\(problem)")
      #expect(lines.contains(String(line)), "\(problem)")
    }
  }
}
