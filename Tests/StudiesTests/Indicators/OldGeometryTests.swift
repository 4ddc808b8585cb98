import GeoModel
import Studies
import Testing

/// Parts without a weight, by whatever geometry of the old units is at hand; and tables that cover
/// more than the study.
@Suite("Parts without weight, and what leads out of the study")
struct OldGeometryTests {
  static let rows = "101,201,full,\n102,201,full,\n103,202,partial,\n103,203,partial,\n"
  static let step = "crosswalk:\n" + VintageFaultTests.step()

  /// The old communes: 101 and 102 share 201's ground, 103 is that of 202 and a third of 203's.
  func study(table: String = VintageFaultTests.table, crosswalk: String) throws -> JoinStudy {
    let study = try VintageFaultTests().study(table: table, crosswalk: crosswalk)
    try study.folder.write(
      MapText.geoJSON([
        MapText.Feature(["ma": "101"], rectangle(108, 15, 108.05, 15.1)),
        MapText.Feature(["ma": "102"], rectangle(108.05, 15, 108.1, 15.1)),
        MapText.Feature(["ma": "103"], rectangle(108.1, 15, 108.25, 15.1)),
        MapText.Feature(["ma": "109"], rectangle(109, 15, 109.1, 15.1)),
      ]), to: "old.geojson")
    return study
  }

  static func boundaries(_ vintage: String = "2009-04-01") -> String {
    "earlier_units: {level: commune, source: old.geojson, vintage: \(vintage), code: ma}\n"
  }

  @Test("a table without polygons goes by boundaries that the plan names")
  func named() async throws {
    let study = try study(crosswalk: Self.rows)
    let result = try await study.join(
      VintageFaultTests.indicator(), more: Self.step + Self.boundaries())
    #expect(result.isComplete)
    let figures = result.figures("dân")
    #expect(abs((figures["202"].flatMap(\.self) ?? 0) - 800.0 / 3) < 1e-3, "\(figures)")
    #expect(figures["201"] == 300)
    #expect(result.layer.feature("202")?.text("dân_estimate") == "overlay")
    #expect(result.layer.feature("201")?["dân_estimate"] == .null)
    #expect(result.messages("split-unit").first?.contains("earlier_units[1] (2009-04-01)") == true)
    #expect(result.carriedBy == ["crosswalk", "earlier_units[1] (2009-04-01)"])
  }

  @Test("without any geometry the line says what to name")
  func refused() async throws {
    let study = try study(crosswalk: Self.rows)
    let lines = await study.refusal(VintageFaultTests.indicator(), more: Self.step)
    #expect(lines.count == 1 && lines.first?.contains("earlier_units") == true, "\(lines)")
  }

  @Test("a boundary that GEOS cannot use is told as it is, not as missing")
  func invalid() async throws {
    let study = try study(crosswalk: Self.rows)
    let bow = area([(108, 15), (108.1, 15.1), (108.1, 15), (108, 15.1), (108, 15)])
    try study.folder.write(
      MapText.geoJSON([MapText.Feature(["ma": "103"], bow)]), to: "old.geojson")
    let lines = await study.refusal(
      VintageFaultTests.indicator(), more: Self.step + Self.boundaries())
    #expect(lines.count == 1 && lines.first?.contains("Self-intersection") == true, "\(lines)")
  }

  /// The table is of 2020, boundaries are of 2009: 113 is 102 and 103, which went over whole.
  @Test("units of a date between are united from older ones that went over whole")
  func united() async throws {
    let study = try study(table: "101;100;1;1\n113;600;1;1\n", crosswalk: "")
    try study.folder.write("old,new\n102,113\n103,113\n", to: "first.csv")
    try study.folder.write(
      "old,new,type\n101,201,full\n113,201,partial\n113,202,partial\n113,203,partial\n",
      to: "second.csv")
    let steps =
      "crosswalk:\n"
      + VintageFaultTests.step("first.csv", to: "2020-01-10", ", unlisted: unchanged")
      + VintageFaultTests.step("second.csv", from: "2020-01-10", ", type: type")
    let indicator = VintageFaultTests.indicator().replacing("2009-04-01", with: "2020-01-10")
    let result = try await study.join(indicator, more: steps + Self.boundaries())
    let figures = result.figures("dân")
    // 0.05°, 0.1° and 0.05° of the 0.2° of 113.
    #expect(abs((figures["201"].flatMap(\.self) ?? 0) - 250) < 1e-3, "\(figures)")
    #expect(abs((figures["202"].flatMap(\.self) ?? 0) - 300) < 1e-3)
    #expect(result.carriedBy.last?.contains("united by the crosswalk to 2020-01-10") == true)
    #expect(result.proofs.allSatisfy { $0.holds })
    // Where a part of 113 was only a part before, its ground is not known.
    try study.folder.write(
      "old,new,type\n102,113,full\n103,113,partial\n103,101,partial\n", to: "first.csv")
    let lines = await study.refusal(
      indicator,
      more: steps.replacing(", unlisted: unchanged", with: ", type: type, unlisted: unchanged")
        + Self.boundaries())
    #expect(lines.count == 1 && lines.first?.contains("no geometry of 113") == true, "\(lines)")
  }

  @Test("scope: subset leaves out what the crosswalk leads elsewhere, and lists it")
  func subset() async throws {
    let study = try study(
      table: VintageFaultTests.table + "104;5;5;5\n105;40;5;5\n",
      crosswalk: VintageFaultTests.crosswalk
        + "104,999,full,\n105,203,partial,0.25\n105,998,partial,0.75\n")
    let all = try await study.join(VintageFaultTests.indicator(), more: Self.step)
    #expect(!all.isComplete && all.messages("target-outside-study").count == 2)
    let indicator = VintageFaultTests.indicator() + "\nscope: subset"
    let result = try await study.join(indicator, more: Self.step)
    #expect(result.isComplete)
    #expect(result.figures("dân") == ["201": 300, "202": 100, "203": 310])
    #expect(
      result.findings.filter { $0.kind.hasSuffix("outside-study") || $0.kind == "partly-outside" }
        .map { "\($0.feature ?? "") \($0.severity) \($0.amount ?? "")" }
        == ["104 note 100.00 %", "105 note 75.00 %"])
    #expect(result.proofs.map(\.before) == [745] && result.proofs.allSatisfy { $0.holds })
  }

  @Test("a unit that no step lists may be left out only where its ground lies outside")
  func unlisted() async throws {
    let indicator = VintageFaultTests.indicator() + "\nscope: subset"
    let study = try study(
      table: VintageFaultTests.table + "109;5;5;5\n", crosswalk: VintageFaultTests.crosswalk)
    let lines = await study.refusal(indicator, more: Self.step)
    #expect(lines.count == 1 && lines.first?.contains("109 has no row") == true, "\(lines)")
    let result = try await study.join(indicator, more: Self.step + Self.boundaries())
    #expect(result.isComplete)
    #expect(result.messages("outside-study").first?.contains("by its boundary") == true)
    // With scope: all it stays an error, and so it does where the ground lies inside.
    let all = await study.refusal(
      VintageFaultTests.indicator(), more: Self.step + Self.boundaries())
    #expect(all.count == 1)
    let inside = try self.study(
      table: VintageFaultTests.table, crosswalk: "101,201,full,\n102,201,full,\n")
    let refused = await inside.refusal(indicator, more: Self.step + Self.boundaries())
    #expect(refused.count == 1 && refused.first?.contains("103 has no row") == true, "\(refused)")
  }

  @Test("a name that contradicts the crosswalk's is a code of another vintage")
  func names() async throws {
    let study = try study(crosswalk: "")
    try study.folder.write("mã;tên;dân\n101;Xã Hoà\n102;Xã Kỳ\n", to: "table.csv")
    try study.folder.write(
      "old,oldname,new\n101,Xã Hòa,201\n102,Xã Khác,202\n103,Xã Ba,203\n", to: "crosswalk.csv")
    let step = VintageFaultTests.step("crosswalk.csv", "")
      .replacing("code: old}", with: "code: old, name: oldname}")
    let lines = await study.refusal(
      VintageFaultTests.indicator() + "\nunit_name: tên", more: "crosswalk:\n" + step)
    #expect(lines.count == 1, "\(lines)")
    #expect(lines.first?.contains("102 is 'Xã Kỳ' before the crosswalk and 'Xã Khác'") == true)
  }

  @Test("of the plan's own vintage a code whose name is another unit's is not matched")
  func staleCode() async throws {
    let study = try study(crosswalk: "")
    try study.folder.write("mã;tên;dân\n201;Xã Đông;1\n202;Xã Nam;2\n203;Nam;3\n", to: "table.csv")
    let indicator = VintageFaultTests.indicator()
      .replacing("vintage: 2009-04-01\n", with: "unit_name: tên\n")
    let result = try await study.join(indicator)
    #expect(!result.isComplete)
    #expect(result.figures("dân") == ["201": 1, "202": nil, "203": 3])
    #expect(result.side("rows", "flags")[1] == "stale_code")
  }
}
