import Foundation
import Testing

/// One made-up table in every format that is read (Tests/Oracles/tables_in_formats.py writes them):
/// what is joined and what is reported of it never tells the format.
@Suite struct TableFormatTests {
  /// A file with what a plan says of it.
  struct Format: CustomTestStringConvertible, Sendable {
    var source: String
    /// Further keys of the section.
    var keys = ""
    /// The number of the row that names the columns, as the report counts the rows of the file.
    var header: Int
    /// Whether a title stands above it.
    var hasTitle = true

    var testDescription: String { "\(source) \(keys)" }
  }

  static let formats =
    ["comma.csv", "semicolon.csv", "tab.csv", "pipe.csv", "bom.csv", "utf16le.csv", "utf16be.csv"]
    .map { Format(source: $0, header: 3) }
    + [
      Format(source: "/vsizip/archive.zip/tables/comma.csv", header: 3),
      Format(source: "windows-1258.csv", keys: "encoding: CP1258", header: 3),
      Format(source: "windows-1258.csv", keys: "encoding: windows-1258", header: 3),
      Format(source: "tcvn3.csv", keys: "encoding: tcvn3", header: 3),
      Format(source: "vni.csv", keys: "encoding: vni", header: 3),
      Format(source: "escapes.csv", keys: "encoding: escapes", header: 3),
    ]
    + ["text.xlsx", "typed.xlsx", "text.ods", "typed.ods"].map { Format(source: $0, header: 2) }
    + ["utf8.dbf", "typed.dbf", "text.gpkg", "typed.gpkg"]
    .map { Format(source: $0, header: 0, hasTitle: false) }
    + ["encoding: tcvn3", "encoding: {ten_xa: tcvn3}"]
    .map { Format(source: "tcvn3.dbf", keys: $0, header: 0, hasTitle: false) }

  /// Where a code names the unit, and where a name does.
  @Test(arguments: formats, ["key: ma_xa", "match: ten_xa"])
  func isJoinedAlike(format: Format, by: String) async throws {
    let join = try TableJoin(
      """
      source: \(format.source)
      \(format.keys)
      numbers: vi
      \(by)
      columns:
        people: {field: dan_so, kind: count}
        area: {field: dien_tich, kind: area}
        share: {field: ty_le, kind: score}
        density: {field: mat_do, kind: score}
      """)
    let isByName = by.hasPrefix("match")
    let answer = try await join.run()
    #expect(answer.status == (isByName ? 1 : 0), "\(answer.errors)")
    let last: Double? = isByName ? nil : 0
    #expect(try join.figures("people") == [2_161_755, 1137, 7133, nil, last])
    #expect(try join.figures("area") == [1137.56, 0.5, 62, nil, last])
    #expect(try join.figures("share") == [25, 12.5, nil, 7, last])
    #expect(try join.figures("density") == [1.137, nil, 0.07, -1000, last])
    let rows = try join.report(
      "rows", "row", "outcome", "code", "name", "unit_code", "set_aside_by", "candidates")
    let title = "\(format.header - 1)|set_aside||\(Self.title)||above_header|"
    let expected = (isByName ? Self.rowsByName : Self.rowsByCode).enumerated()
      .map { "\(format.header + 1 + $0.offset)|\($0.element)" }
    #expect(rows == (format.hasTitle ? [title] : []) + expected)
  }

  static let title = "Bảng 1. Dân số và diện tích"
  static let rowsByCode =
    ["set_aside||Tổng số||total|"]
    + (101...105).map { "matched|00\($0)||00\($0)||" }
  static let rowsByName = [
    "set_aside||Tổng số||total|", "matched||1. Xã Ba Tơ|00101||",
    "matched||2. Xã Ba Tô|00102||", "matched||TT. Sơn\u{A0}Hà|00103||",
    "matched||Xã Đắk  Thuỷ|00104||",
    "unmatched||Ba To|||Xã Ba Tô [00102]: diacritics,Xã Ba Tơ [00101]: diacritics",
  ]

  /// A yearbook's header of two rows, with merged cells where the format has them.
  @Test(arguments: ["grouped.csv", "grouped.xlsx", "grouped.ods"])
  func groupedHeadersAreJoined(source: String) async throws {
    let join = try TableJoin(
      """
      source: \(source)
      key: Mã
      columns:
        people: {field: Dân số 2017, kind: count}
        poor: {field: Hộ nghèo 2016, kind: count}
      """, communes: Array(TableJoin.communes.prefix(2)))
    let answer = try await join.run()
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(try join.figures("people") == [110, 220])
    #expect(try join.figures("poor") == [10, 20])
    #expect(
      try join.report("rows", "row", "outcome", "name", "code", "set_aside_by") == [
        "1|set_aside|Bảng 2. Dân số và hộ nghèo chia theo xã||above_header",
        "2|set_aside|Mã||header", "4|matched||00101|", "5|matched||00102|",
      ])
  }

  /// Nothing puts back zeros that a spreadsheet took from a code; it is told.
  @Test(arguments: ["number-codes.xlsx", "number-codes.ods"])
  func codesHeldAsNumbersStayAsTheyAre(source: String) async throws {
    let join = try TableJoin(
      "source: \(source)\nkey: ma\ncolumns: {n: {field: so, kind: count}}",
      communes: [("00101", "Ba Tơ"), ("20102", "Ba Tô"), ("20103", "Ba Xa")])
    let answer = try await join.run()
    #expect(answer.status == 1)
    #expect(try join.figures("n") == [nil, 6, 7])
    #expect(
      try join.report("rows", "outcome", "code", "unit_code", "candidates").suffix(3) == [
        "unmatched|101||Ba Tơ [00101]: leading_zeros", "matched|20102|20102|",
        "matched|20103|20103|",
      ])
    #expect(answer.errors.contains("leading zeros may be lost"), "\(answer.errors)")
  }

  /// Text that reads two ways is refused, every cell at once; the same number held as one is not.
  @Test func textThatReadsTwoWaysIsRefusedAndNumbersAreNot() async throws {
    func section(_ source: String) -> String {
      """
      source: \(source)
      key: ma_xa
      columns: {people: {field: dan_so, kind: count}, density: {field: mat_do, kind: score}}
      """
    }
    for (source, header) in [("text.xlsx", 2), ("text.ods", 2), ("semicolon.csv", 3)] {
      let answer = try await TableJoin(section(source)).run()
      #expect(answer.status == 3)
      let lines = answer.errors.split(separator: "\n")
      #expect(lines.count == 4, "\(answer.errors)")
      #expect(
        lines.first?.contains(
          "row \(header + 3) of '\(source)', column 'dan_so': '1.137' is 1137.0 with 'numbers: vi'"
            + " and 1.137 with 'numbers: plain'; say which") == true, "\(lines)")
    }
    for source in ["typed.xlsx", "typed.ods"] {
      let join = try TableJoin(section(source))
      let answer = try await join.run()
      #expect(answer.status == 0, "\(answer.errors)")
      #expect(try join.figures("density") == [1.137, nil, 0.07, -1000, 0])
    }
  }

  /// A file that is said to be in an encoding and is not: the cells and bytes are named.
  @Test func cellsThatMeanNothingInTheEncodingAreNamed() async throws {
    let answer = try await TableJoin(
      "source: semicolon.csv\nencoding: tcvn3\nnumbers: vi\nmatch: ten_xa\n"
        + "columns: {people: {field: dan_so, kind: count}}"
    ).run()
    #expect(answer.status == 3)
    let lines = answer.errors.split(separator: "\n")
    #expect(
      lines.first?.contains(
        "row 4 of 'semicolon.csv', column 'ten_xa': 'Tổng số': character 2, U+1ED5, means nothing in"
          + " tcvn3") == true, "\(lines)")
    #expect(lines.count == 5, "\(lines)")
  }

  /// Bytes of two encodings in one file: the column that is named is decoded, the others are UTF-8.
  @Test func columnsOfOneFileDifferInTheirBytes() async throws {
    let join = try TableJoin(
      "source: mixed.csv\nencoding: {tên: tcvn3}\nmatch: tên\ncolumns: {n: {field: số, kind: count}}",
      communes: [("1", "Ba Tơ"), ("2", "Ba Tô")])
    let name = { (last: UInt8) in Array("Ba T".utf8) + [last] }
    let bytes =
      Array("B".utf8) + [0xB6] + Array("ng;;\ntên;số;ghi chú\n".utf8)
      + name(0xAC) + Array(";5;thuở xưa\n".utf8) + name(0xAB) + Array(";6;\n".utf8)
    try join.scratch.write(bytes, to: "mixed.csv")
    let answer = try await join.run()
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(try join.figures("n") == [5, 6])
    #expect(try join.report("rows", "name").suffix(2) == ["Ba Tơ", "Ba Tô"])
    try join.scratch.write(bytes + name(0xAC) + Array(";7;".utf8) + [0xAC, 0x0A], to: "mixed.csv")
    let refused = try await join.run()
    #expect(refused.status == 3)
    #expect(
      refused.errors.contains("row 5 of 'mixed.csv', column 3: '¬' is not UTF-8"),
      "\(refused.errors)")
  }

  private static let real = StudyTests.shared
    .appending(path: "data/quang-ngai/tables/communes-2000s-tcvn3.csv")
  private static let columns = "columns: {old: {field: CODE_OLD, kind: score}}"

  /// The table of real names: each decoded right, as the right name beside it says.
  @Test(.enabled(if: StudyTests.hasShared, "the shared data are not beside the checkout"))
  func realNamesAreDecodedRight() async throws {
    let lines = try String(contentsOf: Self.real, encoding: .utf8).split(
      whereSeparator: \.isNewline)
    let right = lines.dropFirst().map {
      String($0.split(separator: ",", omittingEmptySubsequences: false)[5])
    }
    #expect(right.count == 180)
    let join = try TableJoin(
      "source: \(Self.real.filePath)\nencoding: {C_NAMEVI: tcvn3, D_NAME: tcvn3}\nmatch: C_NAMEVI\n"
        + "scope: subset\n" + Self.columns)
    _ = try await join.run()
    #expect(try join.report("rows", "name") == right)
  }

  /// Without the key the encoding is suggested and nothing is decoded; for the whole file it is
  /// refused, because the right names beside are Unicode.
  @Test(.enabled(if: StudyTests.hasShared, "the shared data are not beside the checkout"))
  func theEncodingIsSuggestedAndNotGuessed() async throws {
    let section = "source: \(Self.real.filePath)\nmatch: C_NAMEVI\nscope: subset\n" + Self.columns
    let join = try TableJoin(section)
    _ = try await join.run()
    let findings = try await Program.run(["check", "plan.yaml"], in: join.scratch.url)
    #expect(findings.text.contains("encoding: {C_NAMEVI: tcvn3}"), "\(findings.text)")
    #expect(try join.report("rows", "name").first == "B×nh Kh\u{AD}¬ng")
    let whole = try await TableJoin(section + "\nencoding: tcvn3").run()
    #expect(whole.status == 3)
    #expect(whole.errors.contains("column 'name_utf8'"), "\(whole.errors)")
    #expect(whole.errors.contains("encoding: {column: tcvn3}"), "\(whole.errors)")
  }
}
