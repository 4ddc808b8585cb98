import Foundation
import Testing

@testable import Indicators

@Suite("Text of before Unicode")
struct LegacyEncodingTests {
  /// As the text stands in files, and what it says.
  @Test(
    arguments: [
      (LegacyEncoding.tcvn3, "Ba T¬", "Ba Tơ"), (.tcvn3, "Ba T«", "Ba Tô"),
      (.tcvn3, "B×nh Kh\u{AD}¬ng", "Bình Khương"), (.tcvn3, "S¬n H¹", "Sơn Hạ"),
      (.tcvn3, "X· Tr¶ng B¦ng", "Xã Trảng BƯng"), (.tcvn3, "§¾k L¾k", "Đắk Lắk"),
      (.vni, "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
      (.vni, "Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
      (.vni, "THAØNH PHOÁ HOÀ CHÍ MINH", "THÀNH PHỐ HỒ CHÍ MINH"),
      (.vni, "Ba Tô", "Ba Tơ"), (.vni, "Ba Toâ", "Ba Tô"), (.vni, "Quaûng Ngaõi", "Quảng Ngãi"),
      (.windows1258, "Ba Tõ", "Ba Tơ"), (.windows1258, "Trà B\u{F4}\u{CC}ng", "Trà Bồng"),
      (.windows1258, "Sõn Ha\u{F2}", "Sơn Hạ"), (.windows1258, "\u{D0}ãk", "Đăk"),
      (.escapes, "B\\u00ecnh \\u0110\\u1ecbnh C:\\x", "Bình Định C:\\x"),
    ])
  func decodesKnownText(encoding: LegacyEncoding, stored: String, meant: String) throws {
    let decoded = try encoding.decode(stored)
    #expect(decoded == meant)
    // Composed, letter for letter, not only canonically equal.
    #expect(Array(decoded.unicodeScalars) == Array(meant.precomposed.unicodeScalars))
  }

  @Test func roundTripsTheAlphabet() throws {
    let lower =
      "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
    for encoding in LegacyEncoding.allCases {
      #expect(try encoding.decode(encoding.encodedAsLatin(lower)) == lower)
    }
    for encoding in [LegacyEncoding.vni, .windows1258, .escapes] {
      let upper = lower.uppercased()
      #expect(try encoding.decode(encoding.encodedAsLatin(upper)) == upper)
    }
    // VN3 has seven accented capitals; the others were typed small in a font of capitals.
    #expect(
      try LegacyEncoding.tcvn3.decode(LegacyEncoding.tcvn3.encode("ĐĂÂÊÔƠƯ Ổ")) == "ĐĂÂÊÔƠƯ ổ")
  }

  @Test func refusesWhatIsNotOfTheEncoding() {
    // True Unicode, a byte that VN3 leaves empty, a mark behind no vowel, half an escape.
    for (encoding, text, offset) in [
      (LegacyEncoding.tcvn3, "Ba Tơ", 4), (.tcvn3, "B\u{93}", 1), (.vni, "Bø", 1),
      (.windows1258, "a\u{D2}\u{8D}", 2), (.escapes, "a\\u00", 1), (.escapes, "\\ud83d", 0),
    ] {
      let error = #expect(throws: LegacyTextError.self) { try encoding.decode(text) }
      #expect(error?.offset == offset, "\(encoding) \(text)")
    }
    let error = #expect(throws: LegacyTextError.self) { try LegacyEncoding.tcvn3.decode("Tơ") }
    #expect(error?.description.contains("Unicode already") == true)
  }

  @Test("180 rows of the TCVN3 table", .enabled(if: SharedData.isPresent, SharedData.absence))
  func realTable() throws {
    let table = try DelimitedText.parse(SharedData.text("tables/communes-2000s-tcvn3.csv"))
    let header = try TableHeader.find(in: table, fields: ["C_NAMEVI", "name_utf8", "dist_utf8"])
    let rows = table.rows.dropFirst(header.row + 1)
    #expect(rows.count == 180)
    for row in rows {
      #expect(try LegacyEncoding.tcvn3.decode(row.cells[4]) == row.cells[5], "row \(row.number)")
      #expect(try LegacyEncoding.tcvn3.decode(row.cells[7]) == row.cells[8], "row \(row.number)")
    }
    // The encoding is a column's: the file's other columns are true UTF-8.
    let stored = rows.map { $0.cells[4] }
    let found = EncodingSuspicion.suspicions(in: stored)
    #expect(found.map(\.encoding).first == .tcvn3)
    #expect(EncodingSuspicion.suspicions(in: rows.map { $0.cells[5] }).isEmpty)
    #expect(EncodingSuspicion.suspicions(in: rows.map { $0.cells[6] }).isEmpty)
  }

  @Test func suspectsTheEncodingOfAColumn() throws {
    let names = ["Xã Bình Khương", "Thị trấn Trà Xuân", "Xã Sơn Hạ", "Phường Nghĩa Lộ", "Đức Phổ"]
    for encoding in LegacyEncoding.allCases {
      let stored = try names.map { try encoding.encodedAsLatin($0) }
      let found = EncodingSuspicion.suspicions(in: stored)
      #expect(found.first?.encoding == encoding)
      #expect(found.first?.exampleDecoded == names[0])
    }
    #expect(EncodingSuspicion.suspicions(in: names).isEmpty)
    #expect(EncodingSuspicion.suspicions(in: ["Ba To", "21484", ""]).isEmpty)
    // Highland names are no Vietnamese syllables, and no reason for suspicion.
    #expect(EncodingSuspicion.suspicions(in: ["Đăk Rơ Nga", "Krông Nô", "Ia Pếch"]).isEmpty)
  }
}

extension LegacyEncodingTests {
  @Test func figuresBesideNamesSayNothingOfTheirEncoding() throws {
    let names = ["Xã Bình Khương", "Thị trấn Trà Xuân", "Xã Sơn Hạ", "Phường Nghĩa Lộ"]
    let figures = (0..<200).map { "\($0).\($0)" } + ["", "-", "n/a", "a\"b"]
    for encoding in LegacyEncoding.allCases {
      let stored = try names.map { try encoding.encodedAsLatin($0) }
      let alone = EncodingSuspicion.suspicions(in: stored)
      #expect(alone.first?.encoding == encoding)
      #expect(EncodingSuspicion.suspicions(in: figures + stored + figures) == alone)
    }
  }
}

extension String {
  var precomposed: String { precomposedStringWithCanonicalMapping }
  var decomposed: String { decomposedStringWithCanonicalMapping }
}
