import Testing

@testable import Indicators

@Suite("Headers of several rows")
struct TableHeaderTests {
  static let yearbook = """
    Bảng 2. Dân số;;;;;
    TT;Xã;Dân số;;Hộ nghèo;
    ;;2016;2017;2016;2017
    1;Ba Tơ;100;110;10;9
    """

  @Test("a group's name stands in front of the names below it")
  func groups() throws {
    let table = try DelimitedText.parse(Self.yearbook)
    let header = try TableHeader.find(in: table, fields: ["Xã", "Dân số 2017", "Hộ nghèo 2016"])
    #expect(
      header.names == [
        "TT", "Xã", "Dân số 2016", "Dân số 2017", "Hộ nghèo 2016", "Hộ nghèo 2017",
      ])
    #expect(header.row == 2 && header.firstRow == 1 && header.titles == [0])
    #expect(header.columns("Dân số 2017") == [3])
    // By its lowest cell alone a name is two columns'.
    #expect(header.columns("2016") == [2, 4])
  }

  @Test("a name above nothing is a column's own; a lower one counts by itself too")
  func ownNames() throws {
    let table = try DelimitedText.parse("Xã;Dân số;;;Ghi chú\n;2016;2017;;\nBa Tơ;1;2;;x\n")
    let header = try TableHeader.find(in: table, fields: ["Ghi chú", "2017"])
    #expect(header.names == ["Xã", "Dân số 2016", "Dân số 2017", "", "Ghi chú"])
    #expect(header.columns("2017") == [2])
  }

  @Test("merged cells say how far a group reaches")
  func mergedCells() throws {
    var table = try DelimitedText.parse("Dân số;;\n2016;2017;Ghi chú\n1;2;3\n")
    #expect(
      try TableHeader.find(in: table, fields: ["Dân số 2016"]).names
        == ["Dân số 2016", "Dân số 2017", "Dân số Ghi chú"])
    table.mergedCells = [.init(row: 1, column: 0, rows: 1, columns: 2)]
    #expect(
      try TableHeader.find(in: table, fields: ["Dân số 2016"]).names
        == ["Dân số 2016", "Dân số 2017", "Ghi chú"])
  }

  @Test("three rows, and the rows above are set aside by name")
  func threeRows() throws {
    let table = try DelimitedText.parse(
      """
      Bảng;;;;
      Xã;Dân số;;;
      ;2016;;2017;
      ;Nam;Nữ;Nam;Nữ
      Ba Tơ;1;2;3;4
      Xã;Dân số;;;
      ;2016;;2017;
      Ba Tô;1;2;3;4
      """)
    let fields = ["Xã", "Dân số 2016 Nam", "Dân số 2017 Nữ"]
    let header = try TableHeader.find(in: table, fields: fields)
    #expect(header.columns("Dân số 2017 Nữ") == [4])
    let selection = RowSelection.select(
      from: table, header: header, columns: .init(name: 0, code: nil, figures: [1, 4]),
      level: "commune", style: .vi)
    #expect(
      selection.setAside.map { "\($0.number) \($0.rule.rawValue) \($0.name)" } == [
        "1 above_header Bảng", "2 header Xã", "3 header 2016", "6 repeated_header Xã",
        "7 repeated_header 2017",
      ])
    #expect(selection.rows.map { table.rows[$0].number } == [5, 8])
  }

  @Test("a single row is taken before two, and what is missing is named")
  func singleRowsAndFaults() throws {
    let table = try DelimitedText.parse("Xã;Dân số\nXã Dân số;5\nBa Tơ;6\n")
    #expect(try TableHeader.find(in: table, fields: ["Xã", "Dân số"]).row == 0)
    let yearbook = try DelimitedText.parse(Self.yearbook)
    do {
      _ = try TableHeader.find(in: yearbook, fields: ["Xã", "Dân số 2018"])
      Issue.record("a column that is not there was found")
    } catch {
      guard case .missingFields(let missing, _) = error else { throw error }
      #expect(missing == ["Dân số 2018"])
    }
  }
}
