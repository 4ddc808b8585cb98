import GeoModel
import Studies
import Testing

/// Tables of villages, with places and without.
@Suite("Tables of villages")
struct VillageTableTests {
  func study(villages: String, section: String) throws -> JoinStudy {
    var study = try JoinStudy([("01", "Xã Một", "H1"), ("02", "Xã Hai", "H1")])
    try study.folder.write(villages, to: "villages.csv")
    study.head += "villages: {source: villages.csv, \(section)}\n"
    return study
  }

  static let indicator = """
    source: table.csv
    level: village
    key: mã
    columns: {hộ: {field: hộ, kind: count}, nghèo: {field: n, kind: share, of: hộ}}
    """

  @Test("they add up to communes and districts, also where villages have no geometry")
  func withoutGeometry() async throws {
    let study = try study(
      villages: "id,ten,xa\nA,Thôn 1,01\nB,Thôn 2,01\nC,Thôn 1,02\n",
      section: "code: id, name: ten, unit: xa")
    try study.folder.write("mã;hộ;n\nC;50;10\nA;100;20\nB;300;30\n", to: "table.csv")
    let villages = try await study.join(Self.indicator, level: "village")
    #expect(villages.isComplete)
    #expect(villages.layer.features.allSatisfy { $0.geometry == nil })
    #expect(villages.figures("hộ") == ["A": 100, "B": 300, "C": 50])
    let communes = try await study.join(Self.indicator, level: "commune")
    #expect(communes.figures("hộ") == ["01": 400, "02": 50])
    #expect(communes.figures("nghèo") == ["01": 27.5, "02": 10])
    let district = try await study.join(Self.indicator, level: "district")
    #expect(district.figures("hộ") == ["H1": 450])
    #expect(district.figures("nghèo_numerator") == ["H1": 115])
  }

  @Test("a village without a row makes its commune unknown, not smaller")
  func missing() async throws {
    let study = try study(
      villages: "id,ten,xa\nA,Thôn 1,01\nB,Thôn 2,01\nC,Thôn 1,02\n",
      section: "code: id, name: ten, unit: xa")
    try study.folder.write("mã;hộ;n\nC;50;10\nA;100;20\n", to: "table.csv")
    let result = try await study.join(Self.indicator, level: "commune")
    #expect(!result.isComplete)
    #expect(result.messages("missing-unit").count == 1)
    #expect(result.figures("hộ") == ["01": nil, "02": 50])
  }

  @Test(
    "by name: a name in two communes is ambiguous, and clear under its commune's title")
  func byName() async throws {
    let study = try study(
      villages: "id,ten,xa\nA,Thôn 1,01\nB,Thôn 2,01\nC,Thôn 1,02\n",
      section: "code: id, name: ten, unit: xa")
    let indicator = """
      source: table.csv
      level: village
      match: thôn
      columns: {hộ: {field: hộ, kind: count}}
      """
    try study.folder.write("thôn;hộ\nThôn 1;100\nThôn 2;300\nThôn 1;50\n", to: "table.csv")
    let flat = try await study.join(indicator, level: "village")
    #expect(flat.side("rows", "outcome") == ["ambiguous", "matched", "ambiguous"])
    #expect(flat.figures("hộ") == ["A": nil, "B": 300, "C": nil])
    try study.folder.write(
      "thôn;hộ\nXã Một;400\nThôn 1;100\nThôn 2;300\nXã Hai;50\nThôn 1;50\n", to: "table.csv")
    let titled = try await study.join(indicator, level: "village")
    #expect(titled.isComplete)
    #expect(titled.figures("hộ") == ["A": 100, "B": 300, "C": 50])
  }

  @Test("villages whose plan names no code are found by name all the same")
  func withoutCode() async throws {
    let study = try study(
      villages: "ten,xa\nThôn 1,01\nThôn 2,01\nThôn 3,02\n", section: "name: ten, unit: xa")
    try study.folder.write("thôn;hộ\nThôn 3;50\nThôn 1;100\nThôn 2;300\n", to: "table.csv")
    let result = try await study.join(
      "source: table.csv\nlevel: village\nmatch: thôn\ncolumns: {hộ: {field: hộ, kind: count}}")
    #expect(result.isComplete)
    #expect(result.figures("hộ") == ["01": 400, "02": 50])
  }

  @Test("no village is lost: without a code, with a code twice, in no unit, without a place")
  func noneIsLost() async throws {
    let study = try study(
      villages: "id,ten,xa\nA,Thôn 1,01\n,Thôn 2,01\nB,Thôn 3,02\nB,Thôn 4,02\nC,Thôn 5,\n",
      section: "code: id, name: ten, unit: xa")
    try study.folder.write(
      "thôn;hộ\nThôn 1;1\nThôn 2;2\nThôn 3;4\nThôn 4;8\nThôn 5;16\n", to: "table.csv")
    let indicator = """
      source: table.csv
      level: village
      match: thôn
      columns: {hộ: {field: hộ, kind: count}}
      """
    let result = try await study.join(indicator, level: "village")
    #expect(result.isComplete)
    #expect(
      Dictionary(
        result.layer.features.map { ($0.identifier, $0.number("hộ")) },
        uniquingKeysWith: { first, _ in first })
        == [
          "village/A": 1, "village/#2": 2, "village/B#3": 4, "village/B#4": 8, "village/C": 16,
        ])
    #expect(
      result.messages("village-without-unit") == [
        "1 village has figures and lies in no unit: Thôn 5; no sum of larger units holds them"
      ])
    let communes = try await study.join(indicator, level: "commune")
    #expect(communes.figures("hộ") == ["01": 3, "02": 12])
  }

  @Test("a feature number is no code: a table's codes never match it")
  func featureNumber() async throws {
    let study = try study(
      villages: "ten,xa\nThôn 1,01\nThôn 2,02\n", section: "name: ten, unit: xa")
    try study.folder.write("mã;hộ\n1;50\n2;100\n", to: "table.csv")
    let result = try await study.join(
      "source: table.csv\nlevel: village\nkey: mã\ncolumns: {hộ: {field: hộ, kind: count}}")
    #expect(!result.isComplete)
    #expect(result.side("rows", "outcome") == ["unmatched", "unmatched"])
  }
}
