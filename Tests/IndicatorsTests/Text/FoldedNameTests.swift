import Foundation
import TestSupport
import Testing

@testable import Indicators

@Suite("Names folded")
struct FoldedNameTests {
  /// name, ordinal, type, exact core
  @Test(
    arguments: [
      ("13. Huyện Ba Tơ", "13.", "huyện", "ba tơ"), ("II. Huyện Ba Tơ", "ii.", "huyện", "ba tơ"),
      ("1) Xã Sơn Hạ", "1)", "xã", "sơn hạ"), ("1.2. TX. Đức Phổ", "1.2.", "thị xã", "đức phổ"),
      ("1 - Xã Ba Xa", "1", "xã", "ba xa"), ("12 Huyện Trà Bồng", "12", "huyện", "trà bồng"),
      ("1.Ba Tơ", "1.", nil, "ba tơ"), ("a) Ba Tơ", "a)", nil, "ba tơ"),
      ("TT.Mộ Đức", nil, "thị trấn", "mộ đức"), ("TT. Ba Tơ", nil, "thị trấn", "ba tơ"),
      ("tt ba tơ", nil, "thị trấn", "ba tơ"), ("T.T Ba Tơ", nil, "thị trấn", "ba tơ"),
      ("TP. Quảng Ngãi", nil, "thành phố", "quảng ngãi"), ("P.1", nil, "phường", "1"),
      ("P1", nil, "phường", "1"), ("X. Ba Tơ", nil, "xã", "ba tơ"),
      ("X. Huyện Ba Tơ", "x.", "huyện", "ba tơ"), ("H. Sơn Hà", nil, "huyện", "sơn hà"),
      ("THỊ TRẤN BA TƠ", nil, "thị trấn", "ba tơ"), ("Thi tran Ba To", nil, "thị trấn", "ba to"),
      ("\u{FEFF} Xã\u{A0}\u{A0}Ba\u{200B}  Tơ * ", nil, "xã", "ba tơ"),
      ("Xã Bản Phố", nil, "xã", "bản phố"), ("Bản Phố", nil, nil, "bản phố"),
      ("Đặc khu Lý Sơn", nil, "đặc khu", "lý sơn"), ("Phường 01", nil, "phường", "01"),
      ("4", nil, nil, "4"), ("Xã", nil, nil, "xã"), ("Tỉnh Quảng Ngãi", nil, "tỉnh", "quảng ngãi"),
    ] as [(String, String?, String?, String)])
  func splitsOrdinalAndType(name: String, ordinal: String?, type: String?, exact: String) {
    for text in [name, name.decomposed] {
      let folded = FoldedName(text)
      #expect(folded.ordinal == ordinal)
      #expect(folded.type?.rawValue == type)
      #expect(folded.exact == exact)
    }
  }

  @Test(
    arguments: [
      ("Thôn 4", "thôn", "4"), ("Tổ dân phố 2", "tổ dân phố", "2"), ("TDP 2", "tổ dân phố", "2"),
      ("Tổ 2", "tổ dân phố", "2"), ("Tổ Hợp", nil, "tổ hợp"), ("Làng Măng", "làng", "măng"),
      ("Buôn Đôn", "buôn", "đôn"), ("KDC. Số 3", "khu dân cư", "số 3"), ("Ka La", nil, "ka la"),
    ] as [(String, String?, String)])
  func splitsSettlements(name: String, type: String?, exact: String) {
    let folded = FoldedName(name, settlements: true)
    #expect(folded.type?.rawValue == type)
    #expect(folded.exact == exact)
  }

  /// What is one spelling, and what is not although the letters are the same.
  @Test(
    arguments: [
      ("Bình Hoà", "Bình Hòa", true), ("Sơn Thuỷ", "Sơn Thủy", true), ("Sơn Kì", "Sơn Kỳ", true),
      ("Phổ Mĩ", "Phổ Mỹ", true), ("Quí Sơn", "Quý Sơn", true), ("Lí Sơn", "Lý Sơn", true),
      ("Đăk Hà", "Đắk Hà", true), ("Đăk Hà", "Dak Hà", true), ("Đak Hà", "Đắk Hà", true),
      ("Krông Nô", "Krong Nô", true), ("Ea H'leo", "Ea H’leo", true),
      ("Ea H'Leo", "Ea Hleo", true), ("Pa-cô", "Pa Cô", true), ("Phường 1", "Phường 01", true),
      ("Khoẻ", "Khỏe", true), ("BA TƠ", "Ba Tơ", true),
      ("Ba Tơ", "Ba Tô", false), ("Sơn Hà", "Sơn Hạ", false), ("Ba To", "Ba Tơ", false),
      ("Thuý", "Thúi", false), ("Tay", "Tai", false), ("Phường 1", "Phường 10", false),
      ("Đăk", "Đặk", false), ("Da", "Đa", false), ("Mường Lay", "Mường Lai", false),
    ])
  func orthography(first: String, second: String, areOne: Bool) {
    let forms = [FoldedName(first), FoldedName(second.decomposed)]
    #expect((forms[0].orthographic == forms[1].orthographic) == areOne)
  }

  @Test func plainFormHasNoDiacritics() {
    #expect(FoldedName("Xã Đặng Thuỳ Trâm").plain == "dang thuy tram")
    #expect(FoldedName("Ba Tơ").plain == FoldedName("BA TO").plain)
    #expect(FoldedName("Sơn Hạ").plain == FoldedName("Sơn Hà").plain)
  }

  /// Case, Unicode form, kinds and number of spaces change no form of a name.
  @Test func writingChangesNothing() {
    let names = [
      "Xã Sơn Hạ", "TT. Ba Tơ", "13. Huyện Minh Long", "Đăk Ơ", "P. Nghĩa Chánh", "Ba Vì",
    ]
    for seed in 0..<200 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let name = names.randomElement(using: &random) ?? ""
      let spaces = ["\u{A0}", "  ", " \u{200B}", "\u{202F}", "\n"]
      var written = ""
      for character in name {
        let form = String(character)
        written +=
          character == " "
          ? spaces.randomElement(using: &random) ?? " "
          : Bool.random(using: &random) ? form.decomposed : form
      }
      if Bool.random(using: &random) { written = written.uppercased() }
      let (first, second) = (FoldedName(name), FoldedName(written))
      #expect(first.type == second.type, "seed \(seed): \(written)")
      #expect(first.exact == second.exact, "seed \(seed): \(written)")
      #expect(first.orthographic == second.orthographic, "seed \(seed): \(written)")
      #expect(Array(first.exact.utf8) == Array(second.exact.utf8), "seed \(seed)")
    }
  }

  @Test func marksInAnyOrder() {
    // a + acute + circumflex is not canonically equivalent to ấ, and yet nothing else.
    #expect(VietnameseLetter("a\u{301}\u{302}")?.character == "ấ")
    #expect(VietnameseLetter("o\u{323}\u{31B}")?.character == "ợ")
    #expect(VietnameseLetter("e\u{306}") == nil)
    #expect(VietnameseLetter("a\u{301}\u{300}") == nil)
    #expect(VietnameseLetter("ß") == nil)
  }
}
