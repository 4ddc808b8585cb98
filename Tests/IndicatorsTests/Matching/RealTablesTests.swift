import Testing

@testable import Indicators

@Suite("The real tables", .enabled(if: SharedData.isPresent, SharedData.absence))
struct RealTablesTests {
  /// The yearbook of 2016: ordinals, a total, three groups, the plain districts, Tây Trà.
  @Test func yearbookOf2016AgainstTheFiveDistricts() throws {
    let table = try DelimitedText.parse(SharedData.text("tables/qn_yearbook2016_districts.csv"))
    #expect(table.separator == ";")
    #expect(table.comments.count == 1)
    let header = try TableHeader.find(
      in: table, fields: ["huyện", "diện tích (km2) 2016", "dân số TB 2016", "dân số 2010"])
    let selection = RowSelection.select(
      from: table, header: header, columns: .init(name: 0, code: nil, figures: Array(1...10)),
      level: "district", style: .vi)
    #expect(
      selection.setAside.map { "\($0.number) \($0.rule.rawValue)" }
        == ["3 total", "4 region", "12 region", "19 region"])
    // The density is no sum; "urban" of the plain is one off in the yearbook itself or not at all.
    #expect(selection.setAside[1].sum == .init(agreeing: 9, figures: 10, rows: 7))

    let rows = table.rows.indices.dropFirst(header.row + 1).map { row in
      RowRecord(
        row: table.rows[row].number, name: table.cell(row, 0),
        setAside: selection.setAside.first { $0.row == row }?.rule.rawValue)
    }
    let units = ["Ba Tơ", "Minh Long", "Sơn Hà", "Sơn Tây", "Trà Bồng"].enumerated().map {
      UnitRecord(index: $0.offset, level: "district", code: nil, name: "Huyện " + $0.element)
    }
    let result = Matcher.match(
      rows: rows, units: units,
      rules: MatchRules(
        level: "district", key: .name,
        confirmed: [.init(row: "Huyện Tây Trà", unit: "Huyện Trà Bồng")], scope: .subset,
        tableVintage: "2016-12-31", unitVintage: "2025-07-01"))
    #expect(result.isComplete)
    #expect(result.rowCounts == [.setAside: 4, .matched: 6, .outsideStudy: 8])
    #expect(result.tierCounts == [.fullName: 5, .confirmed: 1])
    #expect(
      result.units.map { $0.rows.map { result.rows[$0].row.row } } == [
        [18], [17], [15], [16], [13, 14],
      ])
    let outside = result.rows.filter { $0.outcome == .outsideStudy }.compactMap(\.row.name)
    #expect(outside.first == "1. TP. Quảng Ngãi")
    #expect(outside.last == "14. Huyện Lý Sơn")

    let population = NumberColumn(
      table, column: 2, name: "dân số TB 2016", rows: selection.rows, style: .vi)
    #expect(population.faults.isEmpty)
    #expect(population.values.compactMap(\.self).reduce(0, +) == 1_254_184)
    let area = NumberColumn(table, column: 1, name: "km2", rows: selection.rows, style: nil)
    #expect(area.values.last == 10.4)
  }

  /// The register of the 2000s: 180 names in TCVN3 against themselves in Unicode, with parents.
  @Test func registerInTCVN3() throws {
    let table = try DelimitedText.parse(SharedData.text("tables/communes-2000s-tcvn3.csv"))
    let body = table.rows.dropFirst()
    let units = body.enumerated().map { index, row in
      UnitRecord(
        index: index, level: "commune", code: row.cells[0], name: row.cells[5],
        parents: [.init(code: row.cells[1], name: row.cells[8])])
    }
    let rows = try body.map { row in
      RowRecord(
        row: row.number, code: row.cells[0], name: try LegacyEncoding.tcvn3.decode(row.cells[4]),
        parent: try LegacyEncoding.tcvn3.decode(row.cells[7]))
    }
    let byName = Matcher.match(
      rows: rows, units: units, rules: MatchRules(level: "commune", key: .name))
    // The register itself has Tịnh Châu twice in Sơn Tịnh (21199, 21208): no order settles that.
    let ambiguous = byName.rows.filter { $0.outcome == .ambiguous }
    #expect(ambiguous.compactMap(\.row.code) == ["21208", "21199"])
    #expect(byName.rowCounts == [.matched: 178, .ambiguous: 2])
    let byCode = Matcher.match(
      rows: rows, units: units, rules: MatchRules(level: "commune", key: .code))
    #expect(byCode.isComplete)
    // Names without diacritics match only where the name has none.
    let plain = body.map { RowRecord(row: $0.number, name: $0.cells[6], parent: $0.cells[8]) }
    let byPlain = Matcher.match(
      rows: plain, units: units, rules: MatchRules(level: "commune", key: .name))
    for match in byPlain.rows where match.unit != nil {
      let name = match.unit.flatMap { byPlain.units[$0].unit.name } ?? ""
      #expect(FoldedName(name).exact == FoldedName(match.row.name ?? "").exact)
    }
  }
}
