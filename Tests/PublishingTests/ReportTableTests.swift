import GeoModel
import Publishing
import Testing

/// A layer as a table of a page.
@Suite struct ReportTableTests {
  private let layer = Layer(
    name: "villages",
    features: [
      LayerFeature(
        identifier: "village/1", geometry: nil,
        properties: [
          Property("code", .text("01")), Property("name", .text("no")),
          Property("level", .text("x")),
          Property("hardened", .text("unknown")), Property("bridge", .flag(true)),
          Property("length_m", .real(12.6, decimals: 3)), Property("share_pct", .percent(nil)),
          Property("share_pct_reason", .text("no_area")), Property("people", .integer(1200)),
          Property("kinds", .list(["a", "b"])), Property("reason", .text("gap")),
          Property("order", .integer(7)),
        ]),
      LayerFeature(
        identifier: "village/2", geometry: nil,
        properties: [
          Property("code", .text("02")), Property("name", .text("Ba Tơ")),
          Property("level", .text("x")),
          Property("hardened", .text("yes")), Property("bridge", .flag(false)),
          Property("length_m", .metres(nil)), Property("share_pct", .percent(12.345)),
          Property("share_pct_reason", .null), Property("people", .null),
          Property("kinds", .list([])), Property("reason", .null), Property("order", .integer(8)),
        ]),
    ])

  @Test func columnsAreThePropertiesWithoutReasons() {
    let table = ReportTable(
      layer: layer, title: "T", titles: { "*\($0)" }, words: ["gap": "a gap", "no_area": "none"])
    #expect(
      table.columns.map(\.property) == [
        "code", "name", "hardened", "bridge", "length_m", "share_pct", "people", "kinds", "reason",
        "order",
      ])
    #expect(table.columns.map(\.decimals) == [nil, nil, nil, nil, 0, 2, 0, nil, nil, 0])
    #expect(table.columns[0].title == "*code")
    // A village called "no" is a name, not an answer.
    #expect(
      table.rows[0] == [
        .text("01"), .text("no"), .answer(.unknown), .answer(.yes), .number(12.6),
        .unknown(reason: "none"), .number(1200), .text("a, b"), .text("a gap"), .number(7),
      ])
    #expect(table.rows[1][4] == .unknown(reason: nil))
    #expect(table.total == 2 && table.choice == nil)
  }

  @Test func onlySomeRows() {
    let table = ReportTable(layer: layer, kept: [1], title: "T", titles: { $0 }, words: [:])
    #expect(table.rows.count == 1 && table.total == 2)
    #expect(table.rows[0][0] == .text("02"))
    #expect(table.column("people") == 6 && table.column("level") == nil)
  }
}
