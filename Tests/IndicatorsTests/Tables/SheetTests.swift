import Testing

@testable import Indicators

@Suite("Sheets by their cells")
struct SheetTests {
  /// An XLSX file of one sheet.
  static func workbook(
    _ rows: String, styles: String? = nil, strings: String? = nil, sheets: [String] = ["S"],
    from1904: Bool = false
  ) -> XLSXReader.Parts {
    let names = sheets.enumerated().map { #"<sheet name="\#($0.element)" r:id="r\#($0.offset)"/>"# }
    let targets = sheets.indices.map { #"<Relationship Id="r\#($0)" Target="sheet\#($0).xml"/>"# }
    let parts: [String: String?] = [
      "xl/workbook.xml":
        "<workbook><workbookPr date1904=\"\(from1904 ? 1 : 0)\"/><sheets>\(names.joined())</sheets></workbook>",
      "xl/_rels/workbook.xml.rels": "<Relationships>" + targets.joined()
        + #"<Relationship Id="a" Type="http://x/styles" Target="/xl/styles.xml"/>"#
        + #"<Relationship Id="b" Type="http://x/sharedStrings" Target="strings.xml"/></Relationships>"#,
      "xl/styles.xml": styles, "xl/strings.xml": strings,
      "xl/sheet0.xml": "<worksheet>\(rows)</worksheet>",
      "xl/sheet1.xml": #"<worksheet><sheetData><row r="1"/></sheetData></worksheet>"#,
    ]
    return { name in (parts[name] ?? nil).map { Array($0.utf8) } }
  }

  @Test("numbers, texts and formulas of XLSX")
  func cellsOfXLSX() throws {
    let part = Self.workbook(
      """
      <!-- <row> --><x:row r="3"><x:c r="B3" t="s"><x:v>1</x:v></x:c><x:c r="D3"><x:v>0.10000000000000001</x:v></x:c>
      <x:c t="inlineStr"><x:is><x:t>a&amp;b &#272;</x:t></x:is></x:c><x:c t="b"><x:v>1</x:v></x:c></x:row>
      <row r="5"><c><f>1+1</f><v>2</v></c><c><f>1+1</f></c><c t="str"><f>A1</f><v/></c><c t="e"><v>#REF!</v></c>
      <c><v>21025.0</v></c><c><v>1.5E3</v></c><c><v>1e-7</v></c></row>
      """,
      strings:
        #"<sst><si><t>none</t></si><si><r><t>Ba </t></r><r><t xml:space="preserve">Tơ</t></r><rPh><t>x</t></rPh></si></sst>"#
    )
    let table = try XLSXReader(part: part).sheet(nil).table
    #expect(table.rows.map(\.number) == [3, 5])
    #expect(table.rows[0].cells == ["", "Ba Tơ", "", "0.1", "a&b Đ", "TRUE", ""])
    #expect(table.rows[1].cells == ["2", "=", "", "#REF!", "21025", "1500", "1e-07"])
    #expect(
      (0..<7).map { table.kind(1, $0) } == [
        .number, .text, .text, .text, .number, .number, .number,
      ])
    #expect(table.kind(0, 3) == .number && table.kind(0, 1) == .text)
  }

  @Test("a cell's format makes per cent, dates and codes of numbers")
  func formatsOfXLSX() throws {
    let styles = """
      <styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165"
      formatCode="[$-42A]dd/mm/yyyy;@"/><numFmt numFmtId="166" formatCode="00000"/><numFmt numFmtId="167"
      formatCode="#,##0.00&quot; ha&quot;"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/>
      <xf numFmtId="22"/><xf numFmtId="10"/></cellXfs></styleSheet>
      """
    let values = [
      ("1", "0.07"), ("1", "0.12345"), ("1", "1"), ("1", "-0.005"), ("2", "42735"), ("3", "101"),
      ("4", "1.5"), ("5", "42735.4375"), ("6", "1e-9"), ("0", "0.07"),
    ]
    let cells = values.map { "<c s=\"\($0.0)\"><v>\($0.1)</v></c>" }.joined()
    let part = Self.workbook("<row r=\"1\">\(cells)</row>", styles: styles)
    let row = try #require(try XLSXReader(part: part).sheet("S").table.rows.first)
    #expect(
      row.cells == [
        "7%", "12.345%", "100%", "-0.5%", "2016-12-31", "00101", "1.5", "2016-12-31 10:30:00",
        "1e-7%", "0.07",
      ])
    #expect(
      row.kinds.map { $0 == .number } == [
        true, true, true, true, false, true, true, false, true, true,
      ])
  }

  @Test(
    "days count from 1899-12-30 but for the first sixty, or from 1904",
    arguments: [
      (1.0, false, "1900-01-01"), (59, false, "1900-02-28"), (61, false, "1900-03-01"),
      (36_525, false, "1999-12-31"), (43_890, false, "2020-02-29"), (0.5, false, "12:00:00"),
      (0, true, "1904-01-01"), (41_273, true, "2016-12-31"),
    ])
  func dates(serial: Double, from1904: Bool, date: String) {
    #expect(SheetNumber.dateText(serial, from1904: from1904) == date)
  }

  @Test("of several sheets the only one with cells, else the one that is named")
  func sheets() throws {
    let two = Self.workbook(#"<row r="1"><c><v>1</v></c></row>"#, sheets: ["S", "Sheet2"])
    #expect(try XLSXReader(part: two).sheet(nil).name == "S")
    #expect(try XLSXReader(part: two).sheet("Sheet2").table.rows == [])
    #expect(throws: SheetError.noSheet("T", found: ["S", "Sheet2"])) {
      try XLSXReader(part: two).sheet("T")
    }
    let ods = ODSReader(
      content: Array(
        ["a", "b"].map {
          """
          <table:table table:name="\($0)"><table:table-row><table:table-cell office:value-type="string">
          <text:p>x</text:p></table:table-cell></table:table-row></table:table>
          """
        }.joined().utf8))
    #expect(throws: SheetError.severalSheets(["a", "b"])) { try ods.sheet(nil) }
    #expect(try ods.sheet("b").name == "b")
  }

  @Test("cells of ODS, repeated, covered and with remarks")
  func cellsOfODS() throws {
    let rows = """
      <table:table table:name="S"><table:table-header-rows><table:table-row>
      <table:table-cell table:number-columns-spanned="2" office:value-type="string"><office:annotation>
      <text:p>remark</text:p></office:annotation><text:p>Ba<text:s text:c="2"/><text:span>Tơ</text:span></text:p>
      <text:p>xã</text:p></table:table-cell><table:covered-table-cell office:value-type="string"><text:p>hidden</text:p>
      </table:covered-table-cell><table:table-cell table:number-columns-repeated="2" office:value-type="float"
      office:value="5"><text:p>5,0</text:p></table:table-cell><table:table-cell
      table:number-columns-repeated="16380"/></table:table-row></table:table-header-rows>
      <table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>
      <table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="percentage"
      office:value="0.07"><text:p>7 %</text:p></table:table-cell><table:table-cell office:value-type="date"
      office:date-value="2016-12-31"><text:p>31/12/16</text:p></table:table-cell><table:table-cell
      office:value-type="float" office:value="101"><text:p>00101</text:p></table:table-cell><table:table-cell
      office:value-type="currency" office:value="1.137"><text:p>1,14 ₫</text:p></table:table-cell></table:table-row>
      <table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row></table:table>
      """
    let table = try ODSReader(content: Array(rows.utf8)).sheet(nil).table
    #expect(table.rows.map(\.number) == [1, 5, 6])
    #expect(table.rows[0].cells == ["Ba  Tơ\nxã", "", "5", "5"])
    #expect(table.rows[2].cells == ["7%", "2016-12-31", "00101", "1.137"])
    #expect(table.rows[1].kinds == [.number, .text, .number, .number])
    #expect(table.mergedCells == [.init(row: 1, column: 0, rows: 1, columns: 2)])
  }

  @Test("what is no such file is told by its part")
  func faults() throws {
    #expect(throws: SheetError.missingPart("xl/_rels/workbook.xml.rels")) {
      try XLSXReader { _ in nil }
    }
    for broken in ["<row", #"<row r="1><c/></row>"#, "<row>&none;</row>", "<!-- ", "<row>\u{0}"] {
      let part = Self.workbook(broken)
      let bytes = broken == "<row>\u{0}" ? [0x3C, 0xFF, 0x3E] : Array(broken.utf8)
      #expect(throws: SheetError.brokenPart("xl/sheet0.xml"), "\(broken)") {
        try XLSXReader(part: { $0 == "xl/sheet0.xml" ? bytes : part($0) }).sheet(nil)
      }
    }
    let strings = Self.workbook(#"<row r="1"><c t="s"><v>7</v></c></row>"#)
    #expect(throws: SheetError.brokenPart("xl/sheet0.xml")) {
      try XLSXReader(part: strings).sheet(nil)
    }
  }

  @Test("what a source holds as a number is one, whatever its column says of text")
  func typedNumbers() throws {
    var table = try DelimitedText.parse("a\n1.137\n1.137\n25%\n")
    table.rows[2].kinds = [.number]
    let numbers = NumberColumn(table, column: 0, name: "a", rows: [1, 2, 3], style: nil)
    #expect(numbers.values == [nil, 1.137, 25])
    #expect(numbers.faults.map(\.row) == [2])
    #expect(numbers.faults.first?.evidence == nil)
    let vi = NumberColumn(table, column: 0, name: "a", rows: [1, 2, 3], style: .vi)
    #expect(vi.values == [1137, 1.137, 25])
  }
}
