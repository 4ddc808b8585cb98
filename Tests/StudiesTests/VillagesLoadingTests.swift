import GeoModel
import Studies
import Testing

@Suite("Villages, centres and roads")
struct VillagesLoadingTests {
  private let access = """
    centres: {level: commune, source: centres.geojson, name: name}
    roads: {source: roads.geojson, class: class, surface: surface, hardened: [asphalt]}

    """

  /// The two units with a centre in each and a hardened road through both.
  private func folder(villages: [MapText.Feature]) throws -> PlanFolder {
    let folder = try TwoUnits.folder()
    try folder.write(MapText.geoJSON(villages), to: "villages.geojson")
    try folder.write(
      MapText.geoJSON([
        MapText.Feature(["name": "Tây"], point(108.05, 15.05)),
        MapText.Feature(["name": "Đông"], point(108.15, 15.05)),
        MapText.Feature(["name": "Biển"], point(109, 15.05)),
      ]), to: "centres.geojson")
    try folder.write(
      MapText.geoJSON([
        MapText.Feature(
          ["class": "road", "surface": "asphalt"],
          .lineString([Coordinate(x: 108.01, y: 15.05), Coordinate(x: 108.19, y: 15.05)]))
      ]), to: "roads.geojson")
    return folder
  }

  private func villages(
    _ folder: PlanFolder, _ section: String
  ) async throws -> Layer {
    try await folder.session(TwoUnits.plan + access + "villages: " + section)
      .villages(without: nil, in: nil).layer
  }

  private let one = [MapText.Feature(["code": "v1"], point(108.02, 15.051))]

  @Test("points and polygons: an area stands at its representative point")
  func shapes() async throws {
    let ring = area([
      (108.12, 15.0502), (108.18, 15.0502), (108.18, 15.053), (108.17, 15.053), (108.17, 15.0506),
      (108.13, 15.0506), (108.13, 15.053), (108.12, 15.053),
    ])
    let folder = try folder(villages: one + [MapText.Feature(["code": "v2"], ring)])
    let layer = try await villages(folder, "{source: villages.geojson, code: code}\n")
    #expect(layer.features.map { $0.text("unit") } == ["01", "02"])
    #expect(layer.features.map { $0.text("hardened") } == ["yes", "yes"])
    guard case .point(let place) = layer.features[1].geometry else {
      Issue.record("a village is a point in its layer")
      return
    }
    // The middle of the horseshoe's box lies outside it.
    #expect((108.12...108.18).contains(place.x) && (15.0502...15.053).contains(place.y))
    #expect(!((108.13...108.17).contains(place.x) && (15.0506...15.053).contains(place.y)))
  }

  @Test("a village that is a line is refused")
  func lines() async throws {
    let folder = try folder(villages: [
      MapText.Feature(
        ["code": "v1"], .lineString([Coordinate(x: 108, y: 15), Coordinate(x: 108.1, y: 15)]))
    ])
    let lines = await refusal {
      _ = try await villages(folder, "{source: villages.geojson, code: code}\n")
    }
    #expect(lines.count == 1 && lines[0].contains("a village is a point or an area"), "\(lines)")
  }

  private let table = "{source: villages.csv, x: x, y: y, crs: EPSG:4326, code: code"

  @Test("a table with columns for x and y; a row without them has no position")
  func tableOfPlaces() async throws {
    let folder = try folder(villages: [])
    try folder.write(
      "code,x,y,hh\nv1,108.02,15.051,12\nv2,,,7\n", to: "villages.csv")
    let layer = try await villages(folder, table + ", households: hh}\n")
    #expect(layer.features.map { $0.number("households") } == [12, 7])
    #expect(layer.features.map { $0.text("unit") } == ["01", nil])
    #expect(layer.features[1].geometry == nil)
    let plan = TwoUnits.plan + access + "villages: " + table + ", households: hh}\n"
    let kinds = try await folder.session(plan).check().map(\.kind)
    #expect(kinds.contains("no-position"), "\(kinds)")
  }

  @Test("a place that is no number is refused with its row")
  func placeNoNumber() async throws {
    let folder = try folder(villages: [])
    try folder.write("code,x,y\nv1,108.02,15.051\nv2,\"108,04\",15.05\n", to: "villages.csv")
    let lines = await refusal { _ = try await villages(folder, table + "}\n") }
    #expect(
      lines.count == 1 && lines[0].contains("row 2 of 'villages.csv' holds '108,04'"), "\(lines)")
    try folder.write("code,x,y\nv1,\"108,02\",\"15,051\"\n", to: "villages.csv")
    let read = try await villages(folder, table + ", numbers: vi}\n").features.first
    #expect(read?.geometry == point(108.02, 15.051))
  }

  @Test("Vietnamese numbers: 1.234 is more than a thousand, - is nothing known")
  func vietnameseNumbers() async throws {
    let folder = try folder(villages: [])
    try folder.write(
      "code,x,y,hh\nv1,\"108,02\",\"15,051\",1.234\nv2,\"108,03\",\"15,05\",-\nv3,\"108,03\",\"15,05\",56\n",
      to: "villages.csv")
    let layer = try await villages(folder, table + ", households: hh, numbers: vi}\n")
    #expect(layer.features.map { $0.number("households") } == [1234, nil, 56])
  }

  @Test(
    "a count that is none, or may be a thousand times as much, is refused with its row",
    arguments: ["mười", "1.000", "12.5", "-3", "1,000"])
  func countNoNumber(_ text: String) async throws {
    let folder = try folder(villages: [])
    try folder.write(
      "code,x,y,hh\nv1,108.02,15.05,3\nv2,108.03,15.05,\"\(text)\"\n", to: "villages.csv")
    let lines = await refusal { _ = try await villages(folder, table + ", households: hh}\n") }
    #expect(lines.count == 1)
    #expect(lines.first?.contains("row 2 of 'villages.csv' holds '\(text)'") == true, "\(lines)")
    #expect(lines.first?.contains("villages.households") == true, "\(lines)")
  }

  @Test("a row behind a condition is named by its feature, not by its place among those left")
  func rowBehindACondition() async throws {
    let folder = try folder(villages: [])
    try folder.write(
      "code,x,y,hh\nv1,108.02,15.05,1\nv2,108.02,15.05,2\nv3,108.03,15.05,ba\n",
      to: "villages.csv")
    let lines = await refusal {
      _ = try await villages(folder, table + ", households: hh, where: \"code <> 'v1'\"}\n")
    }
    #expect(lines.first?.contains("feature 3 of 'villages.csv' holds 'ba'") == true, "\(lines)")
  }

  @Test("declared units that are unknown or another, and villages outside every unit")
  func declaredUnits() async throws {
    let folder = try folder(villages: [
      MapText.Feature(["code": "v1", "unit": "01"], point(108.02, 15.051)),
      MapText.Feature(["code": "v2", "unit": "1"], point(108.03, 15.051)),
      MapText.Feature(["code": "v3", "unit": "02"], point(108.04, 15.051)),
      MapText.Feature(["code": "v4", "unit": "02"], point(110, 15.051)),
    ])
    let section = "{source: villages.geojson, code: code, unit: unit}\n"
    let layer = try await villages(folder, section)
    #expect(layer.features.map { $0.text("unit") } == ["01", nil, "02", "02"])
    #expect(layer.features[1].text("reason") == "outside_units")
    let findings = try await folder.session(TwoUnits.plan + access + "villages: " + section).check()
    let found = findings.filter { $0.layer == "villages" }.map { "\($0.kind) \($0.feature ?? "")" }
    #expect(found.sorted() == ["other-unit v3", "outside-units v4", "unknown-unit v2"])
  }

  @Test("a village outside every unit is unknown, apart, and in no denominator")
  func outside() async throws {
    let folder = try folder(villages: one + [MapText.Feature(["code": "v2"], point(110, 15))])
    let layer = try await villages(folder, "{source: villages.geojson, code: code}\n")
    #expect(layer.features[1].text("hardened") == "unknown")
    #expect(layer.features[1].text("reason") == "outside_units")
    #expect(layer.total("villages") == 1 && layer.total("villages_unjudged") == 1)
    #expect(layer.total("hardened_pct_low") == 100)
  }

  @Test("a centre in no unit is named by check and leads nobody anywhere")
  func centreOutside() async throws {
    let folder = try folder(villages: one)
    let plan = TwoUnits.plan + access + "villages: {source: villages.geojson, code: code}\n"
    let centres = try await folder.session(plan).check().filter { $0.layer == "centres" }
    #expect(centres.filter { $0.kind == "outside-units" }.map(\.feature) == ["#2"])
  }

  @Test("roads that are points, and roads without a feature, are refused")
  func noRoads() async throws {
    let folder = try folder(villages: one)
    let section = "{source: villages.geojson, code: code}\n"
    try folder.write(
      MapText.geoJSON([MapText.Feature(["class": "a", "surface": "b"], point(108, 15))]),
      to: "roads.geojson")
    let points = await refusal { _ = try await villages(folder, section) }
    #expect(
      points.count == 1 && points[0].contains("no line to travel on (1 × Point)"), "\(points)")
    let empty = await refusal {
      _ = try await folder.session(
        TwoUnits.plan + "villages: " + section
          + access.replacing("class: class", with: "where: \"class = 'z'\", class: class")
      ).villages(without: nil, in: nil)
    }
    #expect(empty.count == 1 && empty[0].contains("no line to travel on (no feature)"), "\(empty)")
  }

  @Test("doubled village codes are refused before anyone is counted twice")
  func doubledCodes() async throws {
    let folder = try folder(villages: one + one)
    let lines = await refusal {
      _ = try await villages(folder, "{source: villages.geojson, code: code}\n")
    }
    #expect(lines.count == 1 && lines[0].contains("the code v1 stands in 2 villages"), "\(lines)")
  }
}
