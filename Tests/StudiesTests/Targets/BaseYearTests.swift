import GeoModel
import Studies
import Testing

/// Extremely difficult communes and villages counted in those of 2020, from plan to scorecard.
@Suite("Fewer units, counted in those of the base year")
struct BaseYearTests {
  /// Two communes that four have become: A and B are 01, C and D are 02.
  private func study(poor: (Int, Int), base: String = "A;có\nB;có\nC;có\nD;có\n") throws
    -> JoinStudy
  {
    var study = try JoinStudy(
      [("01", "Xã Một", "H1"), ("02", "Xã Hai", "H2")], vintage: "2025-07-01")
    try study.folder.write(
      "mã;hộ;dtts;nghèo;ntm\n01;200;160;\(2 * poor.0);0\n02;100;90;\(poor.1);0\n", to: "table.csv")
    try study.folder.write("ma;dbkk\n" + base, to: "base.csv")
    try study.folder.write(
      "old,new\nA,01\nB,01\nC,02\nD,02\n", to: "crosswalk.csv")
    study.head += Self.sections
    return study
  }

  private static let sections = """
    indicators:
      - name: table
        source: table.csv
        level: commune
        key: mã
        columns:
          ethnic: {part: dtts, kind: share, of: hộ}
          poor: {part: nghèo, kind: share, of: hộ}
          new_rural: {field: ntm, kind: count}
    crosswalk:
      - {source: crosswalk.csv, from: {vintage: 2020-01-10, code: old}, to: {vintage: 2025-07-01, code: new}}
    classifications:
      - name: difficult
        level: commune
        rule: decision-33-2020
        inputs: {ethnic_pct: ethnic, poor_pct: poor, new_rural: new_rural}
        base: {source: base.csv, year: 2020, vintage: 2020-01-10, key: ma, field: dbkk, rule: Decision 50/2016/QĐ-TTg}
    targets:
      - {indicator: extremely_difficult_units, year: 2025, at_least: 50}
      - {indicator: extremely_difficult_units, year: 2030, about: 0}

    """

  private func rows(_ study: JoinStudy, level: String? = nil) async throws -> [LayerFeature] {
    try await study.folder.session(study.head).targets(level: level, in: nil).layer.features
  }

  @Test("four difficult communes merged into two difficult ones: none fewer")
  func merger() async throws {
    let rows = try await rows(try study(poor: (30, 20)))
    #expect(rows.count == 2)
    let fall = rows[0]
    #expect(fall.number("value_low") == 0 && fall.number("value_high") == 0)
    #expect(fall.number("numerator") == 0 && fall.number("denominator") == 4)
    #expect(fall.text("met") == "no")
    #expect(fall.number("gap") == 2 && fall.text("gap_unit") == "units of the base year")
    #expect(fall.text("vintage") == "2020-01-10")
    // The rule of the end and that of the base year are both printed.
    #expect(
      fall.text("rule")
        == "Decision 33/2020/QĐ-TTg; commune of 2020, then by Decision 50/2016/QĐ-TTg")
    let left = rows[1]
    #expect(left.number("value_low") == 4 && left.number("value_high") == 4)
    #expect(left.text("met") == "no" && left.number("gap") == 3)
    #expect(left.text("reason") == "measured_before")
  }

  @Test("one of the two no longer difficult: half fewer, met; by district all or none")
  func half() async throws {
    let study = try study(poor: (30, 14))
    let rows = try await rows(study, level: "district")
    let levels = ["study", "district", "district"]
    #expect(rows.map { $0.text("level") } == levels + levels)
    #expect(rows.map { $0.number("value_low") } == [50, 0, 100, 2, 2, 0])
    #expect(rows.map { $0.text("met") } == ["yes", "no", "yes", "no", "no", "yes"])
    let layer = try await study.folder.session(study.head).join(level: "commune", in: nil).layer
    #expect(layer.features.map { $0.text("difficult") } == ["yes", "no"])
  }

  @Test("between 15 and 20 % a further condition decides; without it the fall is an interval")
  func open() async throws {
    let study = try study(poor: (30, 19))
    let layer = try await study.folder.session(study.head).join(level: "commune", in: nil).layer
    #expect(layer.features.map { $0.text("difficult") } == ["yes", "unknown"])
    #expect(
      layer.features[1].text("difficult_reason") == "unknown_inputs: further_condition")
    let fall = try await rows(study)[0]
    #expect(fall.number("value_low") == 0 && fall.number("value_high") == 50)
    #expect(fall.text("met") == "unknown")
    #expect(fall.number("gap_low") == 0 && fall.number("gap") == 2)
  }

  @Test("a difficult commune in mixed company is not known to have got out of it")
  func company() async throws {
    // 02 is no longer difficult; of C and D only C was.
    let rows = try await rows(try study(poor: (30, 3), base: "A;x\nB;x\nC;x\nD;0\n"))
    // Before 3; after A and B for sure, C perhaps.
    let fall = rows[0]
    #expect(abs((fall.number("value_low") ?? .nan) - 0) < 1e-9)
    #expect(abs((fall.number("value_high") ?? .nan) - 100.0 / 3) < 1e-9)
    #expect(fall.text("met") == "no")
    #expect(rows[1].number("value_low") == 2 && rows[1].number("value_high") == 3)
  }

  @Test("a commune of the base year that the table lacks is unknown, or no in a list of all")
  func unlisted() async throws {
    let open = try study(poor: (30, 3), base: "A;x\nB;x\nC;x\n")
    #expect(try await rows(open)[0].number("denominator") == nil)
    var list = open
    list.head = list.head.replacing("field: dbkk,", with: "unlisted: without,")
    let rows = try await rows(list)
    #expect(rows[0].number("denominator") == 3)
  }

  @Test("villages: what two have become is two; one that nobody knows of is not progress")
  func villages() async throws {
    var study = try study(poor: (30, 30))
    try study.folder.write("id,xa\nV1,01\nV2,01\nV3,02\n", to: "villages.csv")
    // V1 was X and Y; V2 and V3 kept their codes; Z is gone without a word.
    try study.folder.write("ma,nay\nX,V1\nY,V1\nV2,V2\nZ,\n", to: "list.csv")
    try study.folder.write("id,s\nV1,1\nV2,0\nV3,0\n", to: "today.csv")
    study.head = """
      vintage: 2025-07-01
      units: {level: commune, source: units.geojson, code: code, name: name}
      villages: {source: villages.csv, code: id, unit: xa}
      indicators:
        - {name: t, source: today.csv, level: village, key: id, columns: {listed: {field: s, kind: count}}}
      classifications:
        - name: difficult_village
          level: village
          rule: stated
          inputs: {status: listed}
          base: {source: list.csv, year: 2020, key: ma, unlisted: without, became: nay, rule: Decision 582/QĐ-TTg}
          indicator: extremely_difficult_units
      targets:
        - {indicator: extremely_difficult_units, year: 2025, at_least: 50}

      """
    let result = try await study.folder.session(study.head).targets(level: "commune", in: nil)
    let rows = result.layer.features
    // Before: X, Y, V2, Z. After: X and Y still, Z perhaps.
    #expect(rows[0].number("denominator") == 4)
    #expect(rows[0].number("value_low") == 25 && rows[0].number("value_high") == 50)
    #expect(rows[0].text("met") == "unknown")
    #expect(rows[0].number("gap_low") == 0 && rows[0].number("gap") == 1)
    #expect(result.warnings.contains { $0.contains("1 of the villages of 2020") })
    // In 01 two of three are left; in 02 nothing was to be reduced.
    #expect(abs((rows[1].number("value_low") ?? .nan) - 100.0 / 3) < 1e-9)
    #expect(rows[2].number("value_low") == nil)
    #expect(rows[2].text("remark") == "no unit had the status in the base year")
  }

  @Test("further new-rural communes are communes of the base year too")
  func newRural() async throws {
    var study = try study(poor: (30, 30), base: "A;0\nB;0\nC;1\nD;1\n")
    try study.folder.write(
      "mã;hộ;dtts;nghèo;ntm\n01;200;160;60;1\n02;100;90;30;1\n", to: "table.csv")
    study.head = study.head.replacing(
      "rule: decision-33-2020\n    inputs: {ethnic_pct: ethnic, poor_pct: poor, new_rural: new_rural}",
      with: "rule: stated\n    inputs: {status: new_rural}\n    indicator: new_rural_communes_added"
    ).replacing(
      "{indicator: extremely_difficult_units, year: 2025, at_least: 50}",
      with: "{indicator: new_rural_communes_added, year: 2025, at_least: 3}")
    let row = try await rows(study)[0]
    #expect(row.text("indicator") == "new_rural_communes_added")
    // A and B are new-rural now, C and D were: two further ones, of which three were wanted.
    #expect(row.number("value_low") == 2 && row.number("value_high") == 2)
    #expect(row.text("met") == "no" && row.number("gap") == 1)
  }

  @Test("a base table is refused by the line: no code, a code twice, a word for neither")
  func refused() async throws {
    let study = try study(poor: (30, 30), base: "A;có\nA;có\n;có\nD;maybe\n")
    let lines = await refusal { _ = try await rows(study) }
    #expect(lines.count == 3)
    #expect(lines.contains { $0.contains("row 3 of 'base.csv' has the code A of row 2") })
    #expect(lines.contains { $0.contains("row 4 of 'base.csv' has no code") })
    #expect(lines.contains { $0.contains("row 5 of 'base.csv': 'maybe' is neither yes nor no") })
  }
}
