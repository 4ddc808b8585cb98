import Testing

@testable import Indicators

@Suite("Rows set aside")
struct RowSelectionTests {
  func select(
    _ text: String, name: Int?, code: Int? = nil, figures: [Int], level: String,
    unitNames: [String] = []
  ) throws -> (RawTable, RowSelection) {
    let table = try DelimitedText.parse(text)
    let header = try TableHeader.find(in: table)
    let selection = RowSelection.select(
      from: table, header: header,
      columns: .init(name: name, code: code, figures: figures), level: level, style: .vi,
      unitNames: unitNames)
    return (table, selection)
  }

  @Test func titlesAndTotalsOfACommuneTable() throws {
    let (table, selection) = try select(
      """
      TT;Đơn vị;Tổng số hộ;Hộ nghèo
      A;B;1;2
      I;HUYỆN BA TƠ;;
      1;Xã Ba Xa;740;67
      2;Xã Ba Vì;646;86
      ;Cộng huyện Ba Tơ;1.386;153
      TT;Đơn vị;Tổng số hộ;Hộ nghèo
      II;SƠN HÀ;100;7
      1;Xã Sơn Kỳ;60;5
      2;Xã Sơn Linh;40;2
      3;Xã Sơn Ba;;
      ;TỔNG CỘNG;1.486;160
      ;Nguồn: Sở Lao động;;
      """, name: 1, figures: [2, 3], level: "commune")
    #expect(
      selection.rows.map { table.rows[$0].cells[1] } == [
        "Xã Ba Xa", "Xã Ba Vì", "Xã Sơn Kỳ", "Xã Sơn Linh", "Xã Sơn Ba",
      ])
    #expect(
      selection.setAside.map { "\($0.number) \($0.rule.rawValue)" } == [
        "2 column_numbers", "3 other_level", "6 total", "7 repeated_header", "8 title_with_sum",
        "12 total", "13 note",
      ])
    #expect(selection.setAside[4].sum == .init(agreeing: 2, figures: 2, rows: 2))
    #expect(selection.titles == [2, 2, 7, 7, 7])
    #expect(selection.parents.map { $0 ?? "-" } == ["huyện ba tơ", "huyện ba tơ", "-", "-", "-"])
  }

  @Test func whatNoRuleNamesStays() throws {
    let (table, selection) = try select(
      """
      Tên;Số hộ;Hộ nghèo
      I. Ba Tơ;11;2
      II. Ba Xa;4;1
      Cống;3;2
      Ba Vì;;
      Ba Nam;-;-
      Ba Chùa;;
      Khu vực III;9;9
      """, name: 0, figures: [1, 2], level: "commune", unitNames: ["Xã Ba Vì"])
    // Roman ordinals whose figures are no sum are ordinary rows; a unit without figures is a unit.
    #expect(
      selection.rows.map { table.rows[$0].cells[0] } == [
        "I. Ba Tơ", "II. Ba Xa", "Cống", "Ba Vì", "Ba Nam",
      ])
    #expect(selection.setAside.map(\.rule) == [.titleWithoutFigures, .region])
  }

  @Test(
    arguments: [
      ("TỔNG SỐ - TOTAL", true), ("Tổng cộng", true), ("Cộng:", true), ("TOTAL", true),
      ("Cộng huyện Ba Tơ", true), ("Toàn huyện", true), ("Tổng số (Total)", true),
      ("Xã Cộng Hoà", false), ("Cộng Hoà", false), ("Tổng Cọt", false), ("Chung Chải", false),
      ("Toàn Thắng", false), ("Cống", false),
    ])
  func totals(name: String, isTotal: Bool) {
    #expect(TotalWords.isTotal(FoldedName(name).whole) == isTotal)
  }
}
