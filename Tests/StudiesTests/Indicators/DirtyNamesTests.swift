import Foundation
import GeoModel
import Studies
import TestSupport
import Testing

/// A table as it comes from a commune office, and what a join makes of it.
@Suite("A dirty table, joined by name")
struct DirtyNamesTests {
  static let communes: [JoinStudy.Commune] = [
    ("21484", "Xã Ba Tơ", "Huyện Ba Tơ"), ("21523", "Xã Ba Tô", "Huyện Ba Tơ"),
    ("21289", "Xã Sơn Hà", "Huyện Sơn Hà"), ("21292", "Xã Sơn Hạ", "Huyện Sơn Hà"),
    ("21319", "Xã Sơn Thuỷ", "Huyện Sơn Hà"), ("21325", "Xã Sơn Kỳ", "Huyện Sơn Hà"),
  ]

  static let indicator = """
    source: table.csv
    level: commune
    match: xã
    columns: {people: {field: dân, kind: count}}
    """

  func study(_ names: [String], communes: [JoinStudy.Commune] = Self.communes) throws -> JoinStudy {
    let study = try JoinStudy(communes)
    let rows = names.enumerated().map { "\($1);\(($0 + 1) * 100)\n" }.joined()
    try study.folder.write("xã;dân\n" + rows, to: "table.csv")
    return study
  }

  @Test("what matches: spelling, Unicode form, no-break spaces and type do not matter")
  func matches() async throws {
    let result = try await study([
      "Xa\u{303} Ba To\u{31B}", "ba  tô", "X. Sơn\u{A0}Hà", "SƠN HẠ", "Sơn Thủy", "Sơn Kì",
    ]).join(Self.indicator)
    #expect(
      result.side("rows", "outcome", "tier", "unit_code") == [
        "matched | full_name | 21484", "matched | short_name | 21523",
        "matched | full_name | 21289", "matched | short_name | 21292",
        "matched | orthographic | 21319", "matched | orthographic | 21325",
      ])
    #expect(result.isComplete)
    #expect(result.findings.isEmpty)
    #expect(result.draft.isEmpty)
    #expect(
      result.figures("people")
        == ["21484": 100, "21523": 200, "21289": 300, "21292": 400, "21319": 500, "21325": 600])
    #expect(result.layer.total("people") == 2100)
  }

  @Test("what refuses: without diacritics nothing decides, also where one candidate is left")
  func refuses() async throws {
    // Ba Tô has its row, so that Ba Tơ alone is left for "Ba To"; it is still only suggested.
    let result = try await study([
      "Ba To", "Ba Tô", "SON HA", "Sơn Hạ", "Sơn Thủy", "Sơn Kỳ", "Trà Bồng",
    ]).join(Self.indicator)
    #expect(!result.isComplete)
    #expect(
      result.side("rows", "name", "outcome", "unit_code", "candidates") == [
        "Ba To | unmatched |  | Xã Ba Tô [21523]: diacritics, Xã Ba Tơ [21484]: diacritics",
        "Ba Tô | matched | 21523 | ",
        "SON HA | unmatched |  | Xã Sơn Hà [21289]: diacritics, Xã Sơn Hạ [21292]: diacritics",
        "Sơn Hạ | matched | 21292 | ", "Sơn Thủy | matched | 21319 | ",
        "Sơn Kỳ | matched | 21325 | ", "Trà Bồng | unmatched |  | ",
      ])
    #expect(
      result.messages("missing-unit") == [
        "Xã Ba Tơ [21484] has no row; it may be row 2 (Ba To)",
        "Xã Sơn Hà [21289] has no row; it may be row 4 (SON HA)",
      ])
    #expect(
      result.messages("unmatched-row") == [
        "row 2 (Ba To) fits no unit: Xã Ba Tô [21523]? (other diacritics);"
          + " Xã Ba Tơ [21484]? (other diacritics)",
        "row 4 (SON HA) fits no unit: Xã Sơn Hà [21289]? (other diacritics);"
          + " Xã Sơn Hạ [21292]? (other diacritics)",
        "row 8 (Trà Bồng) fits no unit",
      ])
    #expect(result.findings.allSatisfy { $0.severity == .error })
    let figures = result.figures("people")
    #expect(figures["21484"] == .some(nil))
    #expect(figures["21523"] == 200)
    #expect(result.layer.feature("21484")?.text("people_reason") == "missing")
    #expect(result.layer.total("people") == nil)
  }

  @Test("two rows of one unit count for none until a pair says that they add up")
  func doubled() async throws {
    let names = ["Ba Tơ", "Xã Ba Tơ", "Ba Tô", "Sơn Hà", "Sơn Hạ", "Sơn Thủy", "Sơn Kỳ"]
    let study = try study(names)
    let result = try await study.join(Self.indicator)
    #expect(!result.isComplete)
    #expect(result.side("rows", "outcome").prefix(2) == ["doubled", "doubled"])
    #expect(result.figures("people")["21484"] == .some(nil))
    #expect(result.layer.feature("21484")?.text("people_reason") == "doubled")
    #expect(result.layer.total("people") == nil)
  }

  @Test("a file of names, drafted and then read by a person, settles the rest")
  func names() async throws {
    let study = try study(["Ba To", "Ba Tô", "SON HA", "Sơn Hạ", "Sơn Thủy", "Sơn Kỳ"])
    let draft = try await study.join(Self.indicator).draft
    let withFile = Self.indicator + "\nnames: names.yaml"
    // Unread, the draft changes nothing.
    try study.folder.write(draft, to: "names.yaml")
    let unread = try await study.join(withFile)
    #expect(!unread.isComplete)
    #expect(unread.messages("unmatched-row").count == 2)
    let right = ["\"Ba To\": \"Xã Ba Tơ\"", "\"SON HA\": \"Xã Sơn Hà\""]
    let read = draft.split(separator: "\n").map { line in
      right.contains { line.hasPrefix("# \($0)") } ? String(line.dropFirst(2)) : String(line)
    }
    try study.folder.write(read.joined(separator: "\n") + "\n", to: "names.yaml")
    let settled = try await study.join(withFile)
    #expect(settled.isComplete)
    #expect(
      settled.side("rows", "tier", "unit_code").filter { $0.hasPrefix("confirmed") }
        == ["confirmed | 21484", "confirmed | 21289"])
    #expect(settled.figures("people")["21484"] == 100)
    #expect(settled.draft.isEmpty)
  }

  @Test("a pair that serves nobody is an error, in the plan and in a file")
  func unusedPairs() async throws {
    let study = try study(["Ba Tơ", "Ba Tô", "Sơn Hà", "Sơn Hạ", "Sơn Thủy", "Sơn Kỳ"])
    for (pairs, kind) in [
      ("{Trà Bồng: Xã Ba Tơ}", "pair-unused"), ("{Ba Tơ: Xã Trà Bồng}", "pair-unknown_unit"),
    ] {
      let inline = try await study.join(Self.indicator + "\nnames: \(pairs)")
      #expect(!inline.isComplete, "\(pairs)")
      #expect(inline.messages(kind).count == 1, "\(pairs)")
      try study.folder.write(pairs, to: "names.yaml")
      let file = try await study.join(Self.indicator + "\nnames: names.yaml")
      #expect(file.findings == inline.findings, "\(pairs)")
    }
  }

  @Test("a file of names that cannot be read is refused with its place in the plan")
  func faultyNames() async throws {
    let study = try study(["Ba Tơ"])
    let missing = await study.refusal(Self.indicator + "\nnames: nowhere.yaml")
    #expect(missing.count == 1)
    #expect(
      missing.first?.contains("plan.yaml:11:12: indicators.table.names") == true, "\(missing)")
    try study.folder.write("- Ba Tơ\n- Ba Tô\n", to: "names.yaml")
    let list = await study.refusal(Self.indicator + "\nnames: names.yaml")
    #expect(list.count == 1)
    #expect(list.first?.hasPrefix("names.yaml:1") == true, "\(list)")
  }

  @Test("scope: subset leaves out what is no unit's, and nothing that may be one's")
  func subset() async throws {
    let study = try study([
      "Ba Tơ", "Ba Tô", "Sơn Hà", "Sơn Hạ", "Sơn Thủy", "Sơn Kỳ", "Xã Lý Sơn", "Ba To",
    ])
    let result = try await study.join(Self.indicator + "\nscope: subset")
    #expect(
      result.side("rows", "outcome").suffix(2) == ["outside_study", "unmatched"])
    #expect(
      result.messages("outside-study")
        == ["1 row lies outside the study and is left out: 8 (Xã Lý Sơn)"])
    #expect(!result.isComplete)
    let all = try await study.join(Self.indicator)
    #expect(all.side("rows", "outcome").suffix(2) == ["unmatched", "unmatched"])
  }

  /// TCVN3 letters as they come out of a file that was taken for Unicode.
  @Test("a column in TCVN3 is suspected, and matched once the plan says so")
  func tcvn3() async throws {
    let stored = ["Ba T¬", "Ba T«", "S¬n Hµ", "S¬n H¹", "S¬n Thuû", "S¬n Kú"]
    let study = try study(stored)
    let suspected = try await study.join(Self.indicator)
    #expect(!suspected.isComplete)
    let hint = try #require(suspected.findings.first { $0.kind == "encoding" })
    #expect(hint.remedy == "if that is right: encoding: {xã: tcvn3}")
    #expect(suspected.side("rows", "outcome") == Array(repeating: "unmatched", count: 6))
    let decoded = try await study.join(Self.indicator + "\nencoding: {xã: tcvn3}")
    #expect(decoded.isComplete)
    #expect(decoded.side("rows", "name").first == "Ba Tơ")
    #expect(decoded.figures("people")["21292"] == 400)
  }

  @Test("the order of rows changes nothing but their numbers", arguments: 1...5)
  func order(seed: Int) async throws {
    let names = ["Ba Tơ", "Ba Tô", "SON HA", "Sơn Hạ", "Sơn Thủy", "Sơn Kì"]
    let lines = names.enumerated().map { "\($1);\(($0 + 1) * 100)\n" }
    let study = try study(names)
    let first = try await study.join(Self.indicator)
    var random = SeededGenerator(seed: seed)
    try study.folder.write(
      "xã;dân\n" + lines.shuffled(using: &random).joined(), to: "table.csv")
    let second = try await study.join(Self.indicator)
    #expect(second.layer == first.layer, "seed \(seed)")
    let columns = ["name", "outcome", "tier", "unit_code"]
    #expect(
      second.side("rows", columns[0], columns[1], columns[2], columns[3]).sorted()
        == first.side("rows", columns[0], columns[1], columns[2], columns[3]).sorted(),
      "seed \(seed)")
  }
}
