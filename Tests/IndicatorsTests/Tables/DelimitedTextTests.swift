import Testing

@testable import Indicators

@Suite("Delimited text")
struct DelimitedTextTests {
  @Test func quotesLineEndsAndComments() throws {
    let table = try DelimitedText.parse(
      "# Nguồn: sổ tay\r\n#\tnăm 2024\r\nMã,Tên\r\n\"01\",\"Ba \"\"Tơ\"\"\"\r\n\r\n02,\"hai\r\ndòng, một ô\"\r\n 03 ,x\r\n"
    )
    #expect(table.comments.map(\.text) == ["Nguồn: sổ tay", "năm 2024"])
    #expect(table.separator == ",")
    #expect(table.rows.map(\.number) == [3, 4, 6, 8])
    #expect(
      table.rows.map(\.cells) == [
        ["Mã", "Tên"], ["01", "Ba \"Tơ\""], ["02", "hai\r\ndòng, một ô"], [" 03 ", "x"],
      ])
    #expect(table.raggedRows.isEmpty)
  }

  @Test(
    arguments: [
      ("a,b\n1,2\n", ","), ("a;b\n1,5;2,5\n", ";"), ("a\tb c\n1,2\t2;3", "\t"),
      ("a|b\n1|2\n", "|"), ("a,b,c\n\"x;y\",1,2\n", ","), ("một cột\n1\n", nil), ("", nil),
      // A title above fills one cell only; decimals with commas come in every row but the header.
      ("Bảng 1\nhuyện;ha\nBa Tơ;1.137,56\nSơn Hà;752,11\n", ";"),
    ] as [(String, Character?)])
  func findsTheSeparator(text: String, separator: Character?) {
    #expect(DelimitedText.detectedSeparator(in: text) == separator)
  }

  @Test func raggedRowsAreListed() throws {
    let table = try DelimitedText.parse("a;b;c\n1;2;3\n4;5\n6;7;8;9\n")
    #expect(
      table.raggedRows == [
        .init(number: 3, cells: 2, expected: 3), .init(number: 4, cells: 4, expected: 3),
      ])
    #expect(table.cell(2, 2) == nil)
  }

  @Test func anOpenQuoteIsAnError() {
    #expect(throws: DelimitedTextError.unterminatedQuote(line: 2)) {
      try DelimitedText.parse("a,b\n1,\"x\ny\n", separator: ",")
    }
  }

  @Test func headersBelowTitlesAndAmongMissingFields() throws {
    let table = try DelimitedText.parse(
      "BẢNG 12. DÂN SỐ;;\n(người);;\nTên\nhuyện;2016;2015\nBa Tơ;56.623;55.465\n".replacing(
        "Tên\nhuyện", with: "\"Tên\nhuyện\""))
    let header = try TableHeader.find(in: table)
    #expect(header.row == 2)
    #expect(header.names == ["Tên huyện", "2016", "2015"])
    #expect(header.titles == [0, 1])
    #expect(try TableHeader.find(in: table, fields: ["2015", " Tên  huyện"]) == header)
    #expect(header.columns("2015") == [2])
    let error = #expect(throws: TableHeaderError.self) {
      try TableHeader.find(in: table, fields: ["Tên huyện", "2014"])
    }
    #expect(error == .missingFields(["2014"], found: ["Tên huyện", "2016", "2015"]))
  }
}
