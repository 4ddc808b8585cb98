import GDALKit
import Testing

@Suite("Field names in a condition")
struct SQLIdentifiersTests {
  @Test(
    "names, each once, in order of appearance",
    arguments: [
      ("", []), ("1 = 1", []), ("place IN ('hamlet', 'village')", ["place"]),
      ("\"name:vi\" IS NOT NULL AND name LIKE 'Ba %'", ["name:vi", "name"]),
      ("a = 1 OR b = 2 AND a <> 3", ["a", "b"]), ("a=b", ["a", "b"]),
      ("NOT (kind = 'x')", ["kind"]), ("năm >= 2020", ["năm"]), ("_x < .5e3", ["_x"]),
      ("CAST(code AS character(5)) = '01'", ["code"]), ("SUBSTR(code, 1, 2) = '51'", ["code"]),
      ("code between '1' and '2'", ["code"]), ("x = 1e5 AND y = 0x1F", ["x", "y"]),
      ("\"AND\" = 1", ["AND"]), ("name = 'say \"no\"'", ["name"]),
    ] as [(String, [String])])
  func names(condition: String, expected: [String]) {
    #expect(SQLIdentifiers.names(in: condition) == expected)
  }

  @Test(
    "a quotation mark within a text does not end it, whichever way it is written",
    arguments: ["name = 'it''s' AND surface = 'x'", #"name = 'it\'s' AND surface = 'x'"#])
  func escapedText(condition: String) {
    #expect(SQLIdentifiers.names(in: condition) == ["name", "surface"])
  }

  @Test("a quotation mark within a name belongs to the name")
  func escapedName() {
    #expect(SQLIdentifiers.names(in: #""a\"b" = 1 AND c = 2"#) == [#"a"b"#, "c"])
  }

  @Test("a text that is never closed runs to the end", arguments: ["a = 'b", "a = \"b"])
  func unclosed(condition: String) {
    #expect(SQLIdentifiers.names(in: condition).first == "a")
  }
}
