import GeoModel
import Testing

@testable import Studies

@Suite("Units: parents, dissolving, codes, boundaries")
struct UnitsLoadingTests {
  private let forest = "forest: {rule: r, source: cover.tif, classes: [1]}\n"

  /// The units of every level, by layer.
  private func layers(_ folder: PlanFolder, _ plan: String) async throws -> [String: Layer] {
    let computed = try await folder.session(plan).compute(layers: nil)
    return Dictionary(uniqueKeysWithValues: computed.layers.map { ($0.name, $0) })
  }

  private func parents(_ layer: Layer?) -> [String] {
    (layer?.features ?? []).map { "\($0.text("code") ?? "?") in \($0.text("parent") ?? "none")" }
  }

  // MARK: Parents

  @Test("by the field of the plan; a code that names no unit above is no parent")
  func parentByField() async throws {
    let folder = try PlanFolder()
    try folder.write(
      MapText.geoJSON([
        MapText.Feature(["code": "01", "up": "A"], TwoUnits.west),
        // By area it would be A as well; the field says something else.
        MapText.Feature(["code": "02", "up": "X"], TwoUnits.east),
      ]), to: "communes.geojson")
    try folder.write(
      MapText.geoJSON([MapText.Feature(["code": "A"], rectangle(107, 14, 109, 16))]),
      to: "districts.geojson")
    let plan = """
      units:
        - {level: district, source: districts.geojson, code: code}
        - {level: commune, source: communes.geojson, code: code, parent: up}
      """
    let found = try await layers(folder, plan)
    #expect(parents(found["units-commune"]) == ["01 in A", "02 in none"])
    let kinds = try await folder.session(plan).check().map { "\($0.kind) \($0.feature ?? "")" }
    #expect(kinds == ["no-parent 02", "parent-not-covered A"])
  }

  @Test("by the largest share of area where the plan names no field")
  func parentByArea() async throws {
    let folder = try TwoUnits.folder()
    try folder.write(
      MapText.geoJSON([
        // A holds the west and three tenths of the east; B the rest of the east.
        MapText.Feature(["code": "A"], rectangle(107.9, 14.9, 108.13, 15.2)),
        MapText.Feature(["code": "B"], rectangle(108.13, 14.9, 108.3, 15.2)),
      ]), to: "districts.geojson")
    let found = try await layers(
      folder,
      """
      units:
        - {level: district, source: districts.geojson, code: code}
        - {level: commune, source: units.geojson, code: code, name: name}
      """)
    #expect(parents(found["units-commune"]) == ["01 in A", "02 in B"])
  }

  @Test("a unit that only touches one above lies in none")
  func parentByTouch() async throws {
    let folder = try TwoUnits.folder()
    try folder.write(
      MapText.geoJSON([MapText.Feature(["code": "A"], TwoUnits.west)]), to: "districts.geojson")
    let found = try await layers(
      folder,
      """
      units:
        - {level: district, source: districts.geojson, code: code}
        - {level: commune, source: units.geojson, code: code}
      """)
    #expect(parents(found["units-commune"]) == ["01 in A", "02 in none"])
  }

  // MARK: Dissolving

  private let dissolved = """
    units:
      - {level: district, dissolve: commune, by: district, name: dname}
      - {level: commune, source: communes.geojson, code: code}

    """

  private func communes(
    _ rows: [(code: String, district: String, name: String, area: Geometry)]
  ) throws -> PlanFolder {
    let folder = try PlanFolder()
    try folder.write(
      MapText.geoJSON(
        rows.map {
          MapText.Feature(["code": $0.code, "district": $0.district, "dname": $0.name], $0.area)
        }), to: "communes.geojson")
    return folder
  }

  @Test("a dissolved unit has its members' outline, name and sum of areas")
  func dissolve() async throws {
    let folder = try communes([
      ("01", "1", "Ba Tơ", TwoUnits.west), ("02", "1", "Ba Tơ", TwoUnits.east),
    ])
    let found = try await layers(folder, dissolved)
    #expect(parents(found["units-commune"]) == ["01 in 1", "02 in 1"])
    let district = try #require(found["units-district"]?.features.first)
    #expect(found["units-district"]?.features.count == 1)
    #expect(district.text("name") == "Ba Tơ")
    let sum = found["units-commune"]?.total("area_ha") ?? 0
    #expect(abs((district.number("area_ha") ?? 0) / sum - 1) < 1e-12)
    guard case .polygon(let outline) = district.geometry else {
      Issue.record("two neighbours make one area")
      return
    }
    #expect(outline.holes.isEmpty)
  }

  @Test("members with differing names are refused, never chosen from")
  func differingNames() async throws {
    let folder = try communes([
      ("01", "1", "Ba Tơ", TwoUnits.west), ("02", "1", "Ba Tô", TwoUnits.east),
    ])
    let lines = await refusal { _ = try await layers(folder, dissolved) }
    #expect(
      lines == [
        "units.district: 1 has 2 names (Ba Tô, Ba Tơ) in the field dname; one unit, one name"
      ])
  }

  @Test("a commune without a district is in none, and that is said", arguments: ["\"\"", "null"])
  func emptyKey(_ district: String) async throws {
    let folder = try PlanFolder()
    try folder.write(
      MapText.geoJSON([
        MapText.Feature(
          json: ["code": "\"01\"", "district": "\"1\"", "dname": "\"A\""], TwoUnits.west),
        MapText.Feature(
          json: ["code": "\"02\"", "district": district, "dname": "\"A\""], TwoUnits.east),
      ]), to: "communes.geojson")
    try TwoUnits.writeRaster(to: folder) { _, _ in 1 }
    let found = try await layers(folder, dissolved)
    #expect(parents(found["units-commune"]) == ["01 in 1", "02 in none"])
    let findings = try await folder.session(dissolved).check()
    #expect(findings.map { "\($0.kind) \($0.feature ?? "")" } == ["no-parent 02"])
    let result = try await folder.session(dissolved + forest).forestCover(level: nil, in: nil)
    #expect(
      result.warnings.contains { $0.contains("1 of 2") && $0.contains("district") },
      "\(result.warnings)")
  }

  @Test("a level dissolved twice over needs members that agree all the way up")
  func twoDissolves() async throws {
    func folder(_ regions: [String]) throws -> PlanFolder {
      let folder = try PlanFolder()
      let areas = [TwoUnits.west, TwoUnits.east]
      try folder.write(
        MapText.geoJSON(
          regions.enumerated().map {
            MapText.Feature(["code": "0\($0)", "district": "1", "region": $1], areas[$0])
          }), to: "communes.geojson")
      return folder
    }
    let plan = """
      units:
        - {level: region, dissolve: district, by: region}
        - {level: district, dissolve: commune, by: district}
        - {level: commune, source: communes.geojson, code: code}
      """
    let good = try await layers(try folder(["R", "R"]), plan)
    #expect(parents(good["units-district"]) == ["1 in R"])
    let mixed = try folder(["R", "S"])
    let lines = await refusal { _ = try await layers(mixed, plan) }
    #expect(
      lines.count == 1 && lines[0].contains("region") && lines[0].contains("R, S"), "\(lines)")
  }

  // MARK: Codes and boundaries

  @Test("missing and doubled codes: reported by check, refused for figures with a line each")
  func codes() async throws {
    let folder = try PlanFolder()
    try folder.write(
      MapText.geoJSON([
        MapText.Feature(json: ["code": "\"01\""], TwoUnits.west),
        MapText.Feature(json: ["code": "\"01\""], TwoUnits.east),
        MapText.Feature(json: ["code": "null"], rectangle(108.2, 15, 108.3, 15.1)),
        MapText.Feature(json: ["code": "\"\""], rectangle(108.3, 15, 108.4, 15.1)),
      ]), to: "units.geojson")
    try TwoUnits.writeRaster(to: folder) { _, _ in 1 }
    let plan = "units: {level: commune, source: units.geojson, code: code}\n" + forest
    let kinds = try await folder.session(plan).check().map(\.kind).filter { $0.hasSuffix("-code") }
    #expect(kinds.sorted() == ["duplicate-code", "missing-code", "missing-code"])
    let lines = await refusal {
      _ = try await folder.session(plan).forestCover(level: nil, in: nil)
    }
    #expect(lines.count == 3)
    #expect(
      lines.allSatisfy { $0.hasPrefix("\(folder.path)/plan.yaml: units.commune: ") }, "\(lines)")
    #expect(lines.contains { $0.contains("the code 01 stands in 2 features (#0, #1)") }, "\(lines)")
  }

  @Test("an invalid boundary: reported by check with its place, refused for figures")
  func invalidBoundary() async throws {
    let folder = try PlanFolder()
    let bow = area([(108, 15), (108.1, 15.1), (108.1, 15), (108, 15.1)])
    try folder.write(MapText.geoJSON([MapText.Feature(["code": "01"], bow)]), to: "units.geojson")
    try TwoUnits.writeRaster(to: folder) { _, _ in 1 }
    let plan = "units: {level: commune, source: units.geojson, code: code}\n" + forest
    let finding = try #require(try await folder.session(plan).check().first)
    #expect(finding.kind == "invalid-geometry" && finding.severity == .error)
    let place = try #require(finding.place)
    #expect(abs(place.x - 108.05) < 1e-9 && abs(place.y - 15.05) < 1e-9)
    let lines = await refusal { _ = try await folder.session(plan).run(to: "\(folder.path)/out") }
    #expect(lines.count == 1 && lines[0].contains("Self-intersection at 108.05"), "\(lines)")
    #expect((try? folder.files(in: "out")) == nil)
  }

  @Test("a feature without area, and a source without features")
  func nothingToCount() async throws {
    let folder = try PlanFolder()
    try folder.write(
      MapText.geoJSON([
        MapText.Feature(["code": "01"], TwoUnits.west), MapText.Feature(["code": "02"], nil),
        MapText.Feature(["code": "03"], point(108, 15)),
      ]), to: "units.geojson")
    let plan = "units: {level: commune, source: units.geojson, code: code}\n"
    let kinds = try await folder.session(plan).check().map { "\($0.kind) \($0.feature ?? "")" }
    #expect(kinds.sorted() == ["no-geometry 02", "no-geometry 03"])
    let none = plan.replacing("code: code", with: "code: code, where: \"code = '99'\"")
    let lines = await refusal { _ = try await folder.session(none).check() }
    #expect(lines.count == 1 && lines[0].contains("no feature that fits"), "\(lines)")
  }
}
