import GeoModel
import Testing

@Suite("Columns and tables")
struct FeatureTableTests {
  @Test("text keeps leading zeros and spaces")
  func text() {
    let column = Column.text(["0123", " x ", nil, ""])
    #expect((0..<4).map { column.text(at: $0) } == ["0123", " x ", nil, ""])
    #expect(column.count == 4)
  }

  @Test(
    "a real number as text: whole ones without a point, others as short as reads back",
    arguments: [
      (0.0, "0"), (21.0, "21"), (-3.0, "-3"), (0.1, "0.1"), (1137.56, "1137.56"),
      (1e15, "1000000000000000"), (1e-7, "1e-07"), (-0.0, "0"),
    ])
  func realText(value: Double, expected: String) throws {
    let text = try #require(Column.real([value]).text(at: 0))
    #expect(text == expected)
    #expect(Double(text) == value)
  }

  @Test("whole numbers as text and as numbers")
  func integers() {
    let column = Column.integer([-7, nil, .max])
    #expect((0..<3).map { column.text(at: $0) } == ["-7", nil, "9223372036854775807"])
    #expect(column.number(at: 0) == -7)
    #expect(column.number(at: 1) == nil)
    #expect(Column.real([nil]).text(at: 0) == nil)
    #expect(Column.real([2.5]).number(at: 0) == 2.5)
  }

  @Test(
    "text is a number where it is one by digits",
    arguments: [
      ("12", 12.0), ("-0.5", -0.5), ("+3", 3.0), ("007", 7.0), (".5", 0.5), ("1.5e3", 1500.0),
    ])
  func numbers(text: String, expected: Double) {
    #expect(Column.text([text]).number(at: 0) == expected)
  }

  @Test(
    "text that is no plain number is none, not 0",
    arguments: [
      "", " 1", "1 ", "1,5", "1.137,56", "x", "-", "nan", "inf", "-Infinity", "0x1A", "0x1p3",
      "12 ha", "1e999",
    ])
  func noNumbers(text: String) {
    #expect(Column.text([text]).number(at: 0) == nil)
  }

  @Test("a column is found letter for letter")
  func lookup() {
    let table = FeatureTable(
      name: "xã", fields: ["Ba Tơ", "ba tơ"], columns: [.text(["a"]), .integer([1])],
      identifiers: [0], geometries: [nil])
    #expect(table.count == 1)
    #expect(table.column("Ba Tơ") == .text(["a"]))
    #expect(table.column("ba tơ") == .integer([1]))
    #expect(table.column("BA TƠ") == nil)
    #expect(table.column("Ba Tô") == nil)
  }
}
