import GeoModel
import Testing

@testable import Indicators

@Suite("Matching")
struct MatcherTests {
  func unit(
    _ code: String?, _ name: String?, _ full: String? = nil, parent: String? = nil,
    validFrom: String? = nil
  ) -> UnitRecord {
    UnitRecord(
      index: 0, level: "commune", code: code, name: name, fullName: full,
      parents: parent.map { [UnitRecord.Parent(code: nil, name: $0)] } ?? [],
      validFrom: validFrom)
  }

  @Test func ambiguityIsNeverResolvedByOrder() {
    let twins = [
      unit("1", "Trà Giang", "Xã Trà Giang", parent: "Huyện A"),
      unit("2", "Trà Giang", "Xã Trà Giang", parent: "Huyện B"),
    ]
    for units in [twins, twins.reversed()] {
      let result = Matcher.match(
        rows: [
          RowRecord(row: 1, name: "Trà Giang"), RowRecord(row: 2, name: "Trà Giang", parent: "B"),
        ], units: units, rules: MatchRules(level: "commune", key: .name))
      #expect(result.rows[0].outcome == .ambiguous)
      #expect(result.rows[0].tier == .shortName)
      #expect(result.rows[0].candidates.map { units[$0.unit].code } == ["1", "2"])
      #expect(result.rows[1].outcome == .matched)
      #expect(result.rows[1].unit.flatMap { units[$0].code } == "2")
      #expect(!result.isComplete)
    }
  }

  @Test func exactNameComesBeforeAnotherSpelling() {
    let units = [unit("1", "Tân Hoà"), unit("2", "Tân Hòa")]
    let result = Matcher.match(
      rows: [RowRecord(row: 1, name: "Tân Hòa"), RowRecord(row: 2, name: "Tân Hoà")],
      units: units, rules: MatchRules(level: "commune", key: .name))
    #expect(result.rows.map(\.unit) == [1, 0])
    #expect(result.isComplete)
  }

  @Test func twoRowsOfOneUnitAreDoubled() {
    let result = Matcher.match(
      rows: [
        RowRecord(row: 4, name: "Sơn Thủy"), RowRecord(row: 3, name: "Xã Sơn Thuỷ"),
        RowRecord(row: 5, name: "TỔNG", setAside: "total"),
      ], units: [unit("1", "Sơn Thuỷ", "Xã Sơn Thuỷ")],
      rules: MatchRules(level: "commune", key: .name))
    #expect(result.rows.map(\.outcome) == [.doubled, .doubled, .setAside])
    #expect(result.units[0].outcome == .doubled)
    #expect(result.units[0].rows == [1, 0])
    #expect(result.rowCounts == [.doubled: 2, .setAside: 1])
  }

  @Test func confirmedPairsAddUp() {
    let units = [unit("525", "Huyện Trà Bồng"), unit("535", "Huyện Ba Tơ")]
    let rows = [
      RowRecord(row: 1, name: "8. Huyện Trà Bồng"), RowRecord(row: 2, name: "9. Huyện Tây Trà"),
      RowRecord(row: 3, name: "13. Huyện Ba Tơ"),
    ]
    var rules = MatchRules(
      level: "district", key: .name,
      confirmed: [.init(row: "Huyện Tây Trà", unit: "Huyện Trà Bồng")])
    let result = Matcher.match(rows: rows, units: units, rules: rules)
    #expect(result.rows.map(\.tier) == [.fullName, .confirmed, .fullName])
    #expect(result.units.map(\.rows) == [[0, 1], [2]])
    #expect(result.isComplete)
    // Without the pair, the row that would be lost is an error.
    rules.confirmed = []
    #expect(Matcher.match(rows: rows, units: units, rules: rules).rows[1].outcome == .unmatched)
  }

  @Test func pairsThatDoNothingAreFaults() {
    let units = [unit("1", "Ba Tơ", parent: "A"), unit("2", "Ba Tơ", parent: "B")]
    let rules = MatchRules(
      level: "commune", key: .name,
      confirmed: [
        .init(row: "Ba To", unit: "Ba Tơ"), .init(row: "Ba Xa", unit: "2"),
        .init(row: "Ba Vì", unit: "Ba Vi"),
      ])
    let result = Matcher.match(
      rows: [RowRecord(row: 1, name: "Ba To"), RowRecord(row: 2, name: "Ba Vì")], units: units,
      rules: rules)
    #expect(result.pairFaults.map(\.kind) == [.ambiguousUnit, .unused, .unknownUnit])
    #expect(result.rows.map(\.flags) == [[.pairWithoutUnit], [.pairWithoutUnit]])
    // A pair may name a unit by its code, and say what a name alone does not.
    let byCode = MatchRules(
      level: "commune", key: .name, confirmed: [.init(row: "BA TƠ", unit: "2")])
    let settled = Matcher.match(
      rows: [RowRecord(row: 1, name: "Ba Tơ")], units: units, rules: byCode)
    #expect(settled.rows[0].unit == 1)
    #expect(settled.rows[0].flags == [.overridesName])
  }

  /// Old 21025 is Phường Nguyễn Nghiêm, new 21025 is Phường Cẩm Thành.
  @Test func codeOutlivesItsUnit() {
    let units = [unit("21025", "Cẩm Thành", "Phường Cẩm Thành", validFrom: "2025-07-01")]
    let row = RowRecord(row: 1, code: "21025", name: "Phường Nguyễn Nghiêm")
    for key in [MatchRules.Key.code, .codeThenName] {
      let unstated = Matcher.match(
        rows: [row], units: units, rules: MatchRules(level: "commune", key: key))
      #expect(unstated.rows[0].outcome == .unmatched)
      #expect(unstated.rows[0].flags == [.staleCode])
      #expect(unstated.rows[0].candidates == [MatchCandidate(unit: 0, why: .sameCode)])
      #expect(unstated.units[0].outcome == .missing)
      #expect(unstated.units[0].suggestions == [0])
      let old = Matcher.match(
        rows: [RowRecord(row: 1, code: "21025")], units: units,
        rules: MatchRules(level: "commune", key: key, tableVintage: "2009-04-01"))
      #expect(old.rows[0].outcome == .unmatched)
      #expect(old.rows[0].flags.contains(.vintageDiffers))
    }
    // The same name under the same code, or a code alone of the same vintage, does match.
    for row in [
      RowRecord(row: 1, code: " 21025 ", name: "P. Cẩm Thành"), RowRecord(row: 1, code: "21025"),
    ] {
      let result = Matcher.match(
        rows: [row], units: units,
        rules: MatchRules(
          level: "commune", key: .code, tableVintage: "2025-07-01", unitVintage: "2025-07-01"))
      #expect(result.rows[0].tier == .code)
    }
  }

  @Test func codesAreText() {
    let units = [unit("09904", "Tĩnh Dướt")]
    let result = Matcher.match(
      rows: [RowRecord(row: 1, code: "9904"), RowRecord(row: 2, name: "Tĩnh Dướt")], units: units,
      rules: MatchRules(level: "commune", key: .code))
    #expect(result.rows[0].candidates == [MatchCandidate(unit: 0, why: .leadingZeros)])
    #expect(result.rows[1].flags == [.noKey])
    #expect(result.rows[1].candidates.first?.why == .sameName)
    #expect(result.rows.allSatisfy { $0.outcome == .unmatched })
  }

  @Test func subsetLeavesOutOnlyWhatIsOutside() {
    let units = [
      unit("1", "Sơn Hà", "Huyện Sơn Hà"), unit("2", "Sơn Tây", "Huyện Sơn Tây"),
      unit("3", "Trà Bồng", "Huyện Trà Bồng"),
    ]
    let rows = ["Huyện Sơn Hà", "Huyện Sơn Tịnh", "Thị xã Sơn Tây", "Huyện Trà Bông", "SON HA"]
      .enumerated().map { RowRecord(row: $0.offset, name: $0.element) }
    let result = Matcher.match(
      rows: rows, units: units, rules: MatchRules(level: "district", key: .name, scope: .subset))
    // Sơn Tây has no row yet, so the town of that name is not waved through; nor is Trà Bông.
    #expect(
      result.rows.map(\.outcome) == [.matched, .outsideStudy, .unmatched, .unmatched, .unmatched])
    #expect(result.units.map(\.outcome) == [.matched, .missing, .missing])
    let all = Matcher.match(
      rows: [rows[1]], units: [], rules: MatchRules(level: "district", key: .name))
    #expect(all.rows[0].outcome == .unmatched)
  }

  @Test func settlementsKeepTheirWords() {
    let units = ["Thôn Làng Măng", "Thôn 4", "Ka La", "Tổ dân phố 2"].enumerated().map {
      UnitRecord(index: $0.offset, level: "village", code: nil, name: $0.element)
    }
    let rows = ["Làng Măng", "thôn 4", "Thôn Ka La", "TDP 2", "Tổ 4"].enumerated().map {
      RowRecord(row: $0.offset, name: $0.element)
    }
    let result = Matcher.match(
      rows: rows, units: units, rules: MatchRules(level: "village", key: .name))
    #expect(result.rows.map(\.unit) == [0, 1, 2, 3, nil])
  }

  @Test func typeMayStandInItsOwnColumn() {
    let units = [unit("1", "Ba Tơ", "Xã Ba Tơ"), unit("2", "Ba Tơ", "Thị trấn Ba Tơ")]
    let result = Matcher.match(
      rows: [
        RowRecord(row: 1, name: "Ba Tơ", type: "TT."), RowRecord(row: 2, name: "Ba Tơ", type: "Xã"),
      ], units: units, rules: MatchRules(level: "commune", key: .name))
    #expect(result.rows.map(\.unit) == [1, 0])
    #expect(result.rows.map(\.tier) == [.fullName, .fullName])
  }

  @Test func emptyTables() {
    let rules = MatchRules(level: "commune", key: .name)
    #expect(Matcher.match(rows: [], units: [], rules: rules).isComplete)
    #expect(!Matcher.match(rows: [], units: [unit("1", "A")], rules: rules).isComplete)
    let nameless = Matcher.match(
      rows: [RowRecord(row: 1, name: " \u{A0}")], units: [unit("1", nil)], rules: rules)
    #expect(nameless.rows[0].flags == [.noKey])
  }

  @Test func reportHoldsBothSides() {
    let result = Matcher.match(
      rows: [RowRecord(row: 7, name: "Ba To"), RowRecord(row: 6, name: "Xã Ba Xa")],
      units: [unit("1", "Ba Tơ", "Xã Ba Tơ"), unit("2", "Ba Xa", "Xã Ba Xa")],
      rules: MatchRules(level: "commune", key: .name))
    let report = MatchReport(result)
    #expect(report.rows.rows.map { $0[0] } == [.integer(6), .integer(7)])
    #expect(report.rows.rows[1].last == .list(["Xã Ba Tơ [1]: diacritics"]))
    #expect(report.rows.rows.allSatisfy { $0.count == report.rows.columns.count })
    #expect(report.units.rows.map { $0[4] } == [.text("missing"), .text("matched")])
    #expect(report.units.rows[0].last == .list(["7"]))
    #expect(report.units.rows.allSatisfy { $0.count == report.units.columns.count })
    let draft = NamesDraft(result)
    #expect(
      draft.yaml == """
        # Take away '# ' in front of each pair that is right; nothing else counts.
        # "Ba To": "Xã Ba Tơ"   # row 7: diacritics

        """)
  }
}
