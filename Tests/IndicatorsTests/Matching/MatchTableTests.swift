import Testing

@testable import Indicators

/// Names as they come, and what becomes of them: the table that a planner checks by eye.
@Suite("What matches, what refuses, and why")
struct MatchTableTests {
  static let units = [
    ("21484", "Ba Tơ", "Xã Ba Tơ", "Huyện Ba Tơ"), ("21523", "Ba Tô", "Xã Ba Tô", "Huyện Ba Tơ"),
    ("21289", "Sơn Hà", "Xã Sơn Hà", "Huyện Sơn Hà"),
    ("21292", "Sơn Hạ", "Xã Sơn Hạ", "Huyện Sơn Hà"),
    ("21319", "Sơn Thuỷ", "Xã Sơn Thuỷ", "Huyện Sơn Hà"),
    ("21325", "Sơn Kỳ", "Xã Sơn Kỳ", "Huyện Sơn Hà"),
    ("21538", "Ba Xa", "Xã Ba Xa", "Huyện Ba Tơ"),
    ("21115", "Trà Bồng", "Xã Trà Bồng", "Huyện Trà Bồng"),
    ("23392", "Đắk Hà", "Xã Đắk Hà", "Huyện Sơn Tây"),
    ("00001", "Phường 1", nil, "Thị xã Đức Phổ"),
  ].enumerated().map { index, unit in
    UnitRecord(
      index: index, level: "commune", code: unit.0, name: unit.1, fullName: unit.2,
      parents: [UnitRecord.Parent(code: nil, name: unit.3)])
  }

  /// name, parent → outcome, tier, unit, candidates
  @Test(
    arguments: [
      // What matches by itself.
      ("Ba Tơ", nil, "matched", "short_name", "Xã Ba Tơ", ""),
      ("Xã Ba Tơ", nil, "matched", "full_name", "Xã Ba Tơ", ""),
      ("X. Ba Tơ", "BA TƠ", "matched", "full_name_with_parent", "Xã Ba Tơ", ""),
      ("3. ba  tơ", "H. Ba Tơ", "matched", "short_name_with_parent", "Xã Ba Tơ", ""),
      ("Ba Tô", nil, "matched", "short_name", "Xã Ba Tô", ""),
      ("Ba To\u{302}", nil, "matched", "short_name", "Xã Ba Tô", ""),
      ("BA TƠ", nil, "matched", "short_name", "Xã Ba Tơ", ""),
      ("Sơn Hà", nil, "matched", "short_name", "Xã Sơn Hà", ""),
      ("SƠN HẠ", nil, "matched", "short_name", "Xã Sơn Hạ", ""),
      ("So\u{31B}n Ha\u{323}", nil, "matched", "short_name", "Xã Sơn Hạ", ""),
      ("Sơn Thuỷ", nil, "matched", "short_name", "Xã Sơn Thuỷ", ""),
      ("Sơn Thủy", nil, "matched", "orthographic", "Xã Sơn Thuỷ", ""),
      ("Xã Sơn\u{A0}Kì", nil, "matched", "orthographic", "Xã Sơn Kỳ", ""),
      ("Xã Đăk Hà", nil, "matched", "orthographic", "Xã Đắk Hà", ""),
      ("Dak Hà", nil, "matched", "orthographic", "Xã Đắk Hà", ""),
      ("P. 1", nil, "matched", "full_name", "Phường 1", ""),
      ("Phường 01", nil, "matched", "orthographic", "Phường 1", ""),
      // What refuses, and what it may mean.
      ("Ba To", nil, "unmatched", "", "", "Xã Ba Tô: diacritics, Xã Ba Tơ: diacritics"),
      ("SON HA", nil, "unmatched", "", "", "Xã Sơn Hà: diacritics, Xã Sơn Hạ: diacritics"),
      ("Thị trấn Ba Tơ", nil, "unmatched", "", "", "Xã Ba Tơ: other_type, Xã Ba Tô: diacritics"),
      ("Huyện Trà Bồng", nil, "unmatched", "", "", "Xã Trà Bồng: other_type"),
      (
        "Xã Ba Tơ", "Huyện Sơn Hà", "unmatched", "", "",
        "Xã Ba Tơ: other_parent, Xã Ba Tô: diacritics"
      ),
      ("Trà Bôngf", nil, "unmatched", "", "", "Xã Trà Bồng: spelling 1"),
      ("Trà Bnồg", nil, "unmatched", "", "", "Xã Trà Bồng: spelling 1"),
      ("1", nil, "unmatched", "", "", "Phường 1: other_type"),
      ("Phường 2", nil, "unmatched", "", "", ""),
      ("Ba T¬", nil, "unmatched", "", "", ""),
    ] as [(String, String?, String, String, String, String)])
  func oneRow(
    name: String, parent: String?, outcome: String, tier: String, unit: String, candidates: String
  ) throws {
    for text in [name, name.precomposed, name.decomposed] {
      let result = Matcher.match(
        rows: [RowRecord(row: 2, name: text, parent: parent)], units: Self.units,
        rules: MatchRules(level: "commune", key: .name))
      let match = try #require(result.rows.first)
      #expect(match.outcome.rawValue == outcome)
      #expect(match.tier?.rawValue ?? "" == tier)
      #expect(match.unit.map { result.units[$0].unit.label } ?? "" == unit)
      let suggested = match.candidates.map {
        "\(result.units[$0.unit].unit.label): \($0.why.rawValue)"
          + ($0.why == .spelling ? " \($0.distance)" : "")
      }
      #expect(suggested.joined(separator: ", ") == candidates)
    }
  }

  /// TCVN3 text matches once it is decoded, whole.
  @Test func decodedTCVN3() throws {
    for (stored, name) in [("Ba T¬", "Ba Tơ"), ("Ba T«", "Ba Tô"), ("S¬n H¹", "Sơn Hạ")] {
      let text = try LegacyEncoding.tcvn3.decode(stored)
      let result = Matcher.match(
        rows: [RowRecord(row: 1, name: text)], units: Self.units,
        rules: MatchRules(level: "commune", key: .name))
      #expect(result.rows[0].unit.map { result.units[$0].unit.name } == name)
    }
  }
}
