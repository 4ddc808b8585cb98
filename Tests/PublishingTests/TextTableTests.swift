import GeoModel
import Publishing
import TestSupport
import Testing

@Suite("Tables")
struct TextTableTests {
  /// The five districts with their geodesic areas; one share is unknown.
  private var districts: Layer {
    let rows: [(String, String, Double, Double?)] = [
      ("535", "Ba Tơ", 113_684.9, 71.238), ("531", "Minh Long", 21_728.6, 68.5),
      ("529", "Sơn Hà", 75_294.7, nil), ("530", "Sơn Tây", 38_187.4, 59.004),
      ("525", "Trà Bồng", 75_789.3, 63),
    ]
    return Layer(
      name: "forest-cover",
      features: rows.map { code, name, area, share in
        LayerFeature(
          identifier: "district/\(code)", geometry: nil,
          properties: [
            Property("code", .text(code)), Property("name", .text(name)),
            Property("area_ha", .hectares(area)), Property("forest_pct", .percent(share)),
            Property(
              "forest_pct_reason",
              share == nil ? .text("less than 95 % of the unit is known") : .null),
            Property("forest_cells", .integer(Int(area * 11.1))),
          ])
      },
      studyTotals: [
        Property("name", .text("study")), Property("area_ha", .hectares(324_684.9)),
        Property("forest_pct", .null), Property("forest_pct_reason", .text("a unit is unknown")),
      ])
  }

  @Test("a layer at 80 columns, in both languages and with colour, is the golden file")
  func golden() throws {
    let table = TextTable(
      layer: districts, titles: ["area_ha": "area, ha", "forest_pct": "forest, %"])
    let english = table.text()
    let vietnamese = table.text(TextTableStyle(language: .vietnamese))
    try Golden.expect("districts.en.txt", Array(english.utf8))
    try Golden.expect("districts.vi.txt", Array(vietnamese.utf8))
    #expect(english.contains("113,684.9"))
    #expect(vietnamese.contains("113.684,9"))
    let color = table.text(TextTableStyle(usesColor: true))
    #expect(color.replacing(/\u{1B}\[[0-9]*m/, with: "") == english)
    #expect(color != english)
    let narrow = table.text(TextTableStyle(width: 32, usesBoxDrawing: false))
    try Golden.expect("districts.narrow.txt", Array(narrow.utf8))
  }

  @Test("NFC and NFD are aligned alike, wide letters count two, controls do no harm")
  func widths() {
    let table = TextTable(
      columns: [.init("name"), .init("n")],
      rows: [
        [.text("Tr\u{E0} B\u{1ED3}ng"), .integer(1)],
        [.text("Tra\u{300} Bo\u{302}\u{300}ng"), .integer(22)],
        [.text("山河"), .integer(3)], [.text("a\u{1B}[31mb\nc"), .integer(4)],
      ])
    #expect(
      table.lines() == [
        "name        n", "─────────  ──", "Tr\u{E0} B\u{1ED3}ng    1",
        "Tra\u{300} Bo\u{302}\u{300}ng   22", "山河        3", "a\u{FFFD}[31mb c   4",
      ])
  }

  @Test("numbers: grouped, rounded, negative, unknown")
  func numbers() {
    #expect(OutputLanguage.english.number(1_234_567) == "1,234,567")
    #expect(OutputLanguage.vietnamese.number(-1234.5, decimals: 2) == "-1.234,50")
    #expect(OutputLanguage.english.number(-123, decimals: 0) == "-123")
    #expect(OutputLanguage.english.number(-0.04, decimals: 1) == "0.0")
    #expect(OutputLanguage.english.number(.nan, decimals: 1) == nil)
    #expect(OutputLanguage.vietnamese.number(999) == "999")
  }

  @Test("a year is a name: no group of thousands")
  func years() {
    let layer = Layer(
      name: "targets",
      features: [
        LayerFeature(
          identifier: "1", geometry: nil,
          properties: [
            Property("plant_by_year", .integer(2030)), Property("sites", .integer(2030)),
          ])
      ])
    let text = TextTable(layer: layer).text()
    #expect(text.contains("2030"), "\(text)")
    #expect(text.contains("2,030"), "\(text)")
  }

  @Test("text is cut with …, or wrapped where the column says so")
  func overflow() {
    let long = "Thôn Làng Rào ở xã Ba Điền, huyện Ba Tơ"
    let table = TextTable(
      columns: [.init("cut"), .init("wrapped", overflow: .wrap), .init("m")],
      rows: [[.text(long), .text(long), .number(1234.5, decimals: 1)]])
    #expect(
      table.lines(TextTableStyle(width: 40)) == [
        "cut             wrapped                m",
        "──────────────  ───────────────  ───────",
        "Thôn Làng Rào…  Thôn Làng Rào ở  1,234.5",
        "                xã Ba Điền,",
        "                huyện Ba Tơ",
      ])
  }

  @Test("a table without rows shows its head")
  func empty() {
    #expect(
      TextTable(columns: [.init("a"), .init("bb")], rows: []).lines() == ["a  bb", "─  ──"])
  }

  @Test("no line is wider than asked, whatever the table", arguments: 1...100)
  func fits(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let words = ["Ba Tơ", "Trà Bồng", "đường", "households_hardened_low", "x", "山河 nước"]
    func phrase(_ most: Int) -> String {
      (0..<Int.random(in: 1...most, using: &generator))
        .map { _ in words.randomElement(using: &generator) ?? "" }.joined(separator: " ")
    }
    let columns = (0..<Int.random(in: 1...14, using: &generator)).map { index in
      TextTable.Column(
        phrase(2), overflow: Bool.random(using: &generator) ? .wrap : .truncate,
        isEssential: index < 2)
    }
    let kinds = columns.map { _ in Int.random(in: 0...2, using: &generator) }
    let rows = (0..<12).map { _ in
      kinds.map { kind -> TextTable.Cell in
        switch kind {
        case 0: .text(phrase(8))
        case 1: .number(Double.random(in: -1e6...1e6, using: &generator), decimals: 2)
        default: Bool.random(using: &generator) ? .integer(7) : .unknown(reason: phrase(5))
        }
      }
    }
    let table = TextTable(columns: columns, rows: rows, totals: Array(rows.prefix(1)))
    for width in [60, 80, 120] {
      for line in table.lines(TextTableStyle(width: width)) {
        // Every letter here takes one cell but the two wide ones.
        let cells = line.count + line.count { "山河".contains($0) }
        #expect(cells <= width, "seed \(seed), width \(width): \(line)")
        #expect(!line.hasSuffix(" "), "seed \(seed)")
      }
    }
  }
}
