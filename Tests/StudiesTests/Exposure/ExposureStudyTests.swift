import Foundation
import GDALKit
import GeoModel
import Studies
import Testing

/// Two communes of 0.1° each way (``TwoUnits``) with villages in a row and hazards as squares.
@Suite("Exposure, from plan to layer")
struct ExposureStudyTests {
  private static let villages = """
    code,x,y,ho,nguoi
    v1,108.02,15.05,10,40
    v2,108.05,15.05,20,90
    v3,108.15,15.05,30,
    v4,108.18,15.05,,100

    """
  private static let section = """
    villages: {source: villages.csv, x: x, y: y, crs: 'EPSG:4326', code: code, households: ho,
      population: nguoi, radius_m: 200}

    """

  private func folder() throws -> PlanFolder {
    let folder = try TwoUnits.folder()
    try folder.write(Self.villages, to: "villages.csv")
    return folder
  }

  private func plan(_ more: String) -> String { TwoUnits.plan + Self.section + more }

  private func write(_ features: [MapText.Feature], to folder: PlanFolder) throws {
    try folder.write(MapText.geoJSON(features), to: "hazard.geojson")
  }

  /// A third of the west in class 1, which overlaps class 2 in half of it.
  private static let zones = [
    MapText.Feature(["depth": "2"], rectangle(108.03, 15, 108.06, 15.1)),
    MapText.Feature(["depth": "1"], rectangle(108.00, 15, 108.03, 15.1)),
    MapText.Feature(["depth": "1"], rectangle(108.015, 15, 108.045, 15.1)),
  ]

  @Test("Hectares by class, overlaps of a class once; villages, households and people")
  func zones() async throws {
    let folder = try folder()
    try write(Self.zones, to: folder)
    let session = try folder.session(
      plan("hazards: {name: Lũ-quét, source: hazard.geojson, class: depth}\n"))
    let layer = try await session.exposure(level: nil, in: nil).layer
    let west = try #require(layer.feature("01"))
    func share(_ name: String) -> Double {
      (west.number(name) ?? .nan) / (west.number("area_ha") ?? .nan)
    }
    #expect(abs(share("lũ_quét_1_ha") - 0.45) < 1e-6)
    #expect(abs(share("lũ_quét_2_ha") - 0.3) < 1e-6)
    #expect(abs(share("lũ_quét_ha") - 0.6) < 1e-6)
    #expect(layer.feature("02")?.number("lũ_quét_ha") == 0)
    #expect(west.number("villages_exposed_low") == 2 && west.number("households_exposed_low") == 30)
    #expect(west.number("people_exposed_high") == 130)
    #expect(west.number("lũ_quét_1_households") == 10 && west.number("lũ_quét_2_people") == 90)
    // v4 has no count of households, v3 none of people.
    #expect(layer.feature("02")?["households"] == .null)
    #expect(layer.feature("02")?.text("people_reason") == "people_unknown")
    #expect(layer.feature("02")?.number("households_exposed_high") == 0)
    #expect(layer.total("villages_exposed_low") == 2)
    let villages = try await session.resettlementVillages(in: nil).layer
    #expect(villages.features.map { $0.text("exposed") } == ["yes", "yes", "no", "no"])
    #expect(villages.feature("v2")?["hazard_classes"] == .list(["Lũ-quét: 2"]))
    #expect(villages.feature("v1")?.text("group") == "natural_hazard")
    #expect(villages.feature("v3")?.text("group_reason") == "not_exposed")
    #expect(villages.feature("v1")?["form"] == .null)
    #expect(villages.feature("v1")?.text("form_reason") == "not_allocated")
    #expect(villages.feature("v4")?.number("exposed_households") == 0)
  }

  @Test("Thiessen cells: a unit's ground goes to its villages, marked as such, all of it once")
  func thiessen() async throws {
    let folder = try folder()
    try write(Self.zones, to: folder)
    let cells = plan("hazards: {name: flood, source: hazard.geojson, class: depth}\n")
      .replacingOccurrences(of: "radius_m: 200", with: "shape: thiessen")
    let layer = try await folder.session(cells).resettlementVillages(in: nil).layer
    #expect(layer.features.map { $0.text("ground") } == .init(repeating: "thiessen", count: 4))
    let ground = layer.features.map { $0.number("ground_ha") ?? .nan }
    let units = try await folder.session(cells).exposure(level: nil, in: nil).layer
    let west = try #require(units.feature("01")?.number("area_ha"))
    #expect(abs(ground[0] + ground[1] - west) < 1e-6 * west)
    // The bisector between 108.02 and 108.05 takes 3.5 of 10 parts.
    #expect(abs(ground[0] / west - 0.35) < 1e-6)
    // Zones of class 1 take 4.5 of 10 parts, all within the first village's 3.5.
    #expect(abs((layer.feature("v1")?.number("flood_pct_low") ?? .nan) - 100) < 1e-5)
    try folder.write(
      Self.villages.replacingOccurrences(of: "v2,108.05", with: "v2,108.02"), to: "villages.csv")
    let error = await #expect(throws: StudyError.self) {
      try await folder.session(cells).resettlementVillages(in: nil)
    }
    let said = error?.lines.joined() ?? ""
    #expect(said.contains("villages v1 and v2 stand at one place"))
  }

  @Test(
    "Order of features and number of workers change no byte; a hazard of nothing changes no answer")
  func laws() async throws {
    let folder = try folder()
    let section = plan("hazards: {name: flood, source: hazard.geojson, class: depth}\n")
    var outputs: [[String: Data]] = []
    for (number, zones) in [Self.zones, Self.zones.reversed()].enumerated() {
      try write(zones, to: folder)
      for jobs in [1, 4] {
        let name = "out-\(number)-\(jobs)"
        _ = try await folder.session(section, jobs: jobs).run(to: "\(folder.path)/\(name)")
        var files = try folder.files(in: name)
        files["run.json"] = nil
        outputs.append(files)
      }
    }
    #expect(outputs.allSatisfy { $0 == outputs[0] && !$0.isEmpty })
    let before = try await folder.session(section).resettlementVillages(in: nil).layer
    try write(
      Self.zones + [MapText.Feature(["depth": "1"], rectangle(108.1, 15.09, 108.11, 15.1))],
      to: folder)
    let after = try await folder.session(section).resettlementVillages(in: nil).layer
    #expect(after == before)
  }

  @Test("A void over a village is unknown, steep ground is not: neither ever counts as nothing")
  func terrain() async throws {
    let folder = try folder()
    // Level but for a ridge under v3, and a hole over v2.
    let cells: [Float] = (0..<80 * 160).map { index in
      let (row, column) = (index / 160, index % 160)
      if (35...44).contains(row), (42...51).contains(column) { return -9999 }
      return (110...130).contains(column) ? Float(column - 110) * 200 : 0
    }
    try folder.write(
      .reals(cells),
      grid: GridGeometry(
        columns: 160, rows: 80, originX: 107.98, columnStepX: 0.0015, originY: 15.11,
        rowStepY: -0.0015), system: "EPSG:4326", noData: -9999, to: "dem.tif")
    let session = try folder.session(
      plan(
        "elevation: dem.tif\nhazards: {name: steep-ground, from: slope, at_least_pct: 60}\n"
          + "resettlement: {exposure: {within_m: 50}, households_per_village: 7}\n"))
    let result = try await session.resettlementVillages(in: nil)
    let layer = result.layer
    let answers = layer.features.map { $0.text("exposed") }
    #expect(answers == ["no", "unknown", "yes", "no"])
    let void = try #require(layer.feature("v2"))
    #expect(void.text("exposed_reason") == "terrain_unknown")
    #expect(void["exposed_households"] == .null)
    #expect(void.text("exposed_households_reason") == "exposure_unknown")
    #expect(void.number("steep_ground_pct_low") == 0)
    #expect(abs((void.number("steep_ground_pct_high") ?? 0) - 100) < 1e-9)
    #expect(layer.feature("v4")?["households_assumed"] == .flag(true))
    #expect(layer.feature("v4")?.number("households") == 7)
    #expect(
      result.warnings.contains { $0.contains("households are assumed: 7 for each of 1 of 4") })
    let units = try await session.exposure(level: nil, in: nil).layer
    let west = try #require(units.feature("01"))
    #expect((west.number("steep_ground_unknown_ha") ?? 0) > 0)
    #expect(west.number("villages_exposed_low") == 0 && west.number("villages_exposed_high") == 1)
  }

  @Test("Within a distance of a line, and a raster between two values")
  func derived() async throws {
    let folder = try folder()
    try folder.write(
      #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[108.0,15.053],[108.1,15.053]]}}]}"#,
      to: "river.geojson")
    try TwoUnits.writeRaster(to: folder, name: "level.tif", noData: 255) { column, _ in
      column == 15 ? 7 : column == 18 ? 255 : 0
    }
    let session = try folder.session(
      plan(
        """
        hazards:
          - {name: bank, from: distance_to, source: river.geojson, within_m: 150}
          - {name: level, source: level.tif, threshold: {min: 5, max: 10}}

        """))
    let layer = try await session.resettlementVillages(in: nil).layer
    // The river runs 332 m north of v1 and v2: 18 m of their circles of 200 m lie within reach of it,
    // 3.6 % of the ground; v3 lies in column 15, v4 in one without data.
    #expect(layer.features.map { $0.text("exposed") } == ["no", "no", "yes", "unknown"])
    #expect(layer.feature("v4")?.text("exposed_reason") == "raster_unknown")
    #expect(layer.feature("v3")?["hazards"] == .list(["level"]))
    let share = layer.feature("v1")?.number("bank_pct_low") ?? 0
    #expect(share > 1 && share < 5)
    let units = try await session.exposure(level: nil, in: nil).layer
    let reached = units.feature("01")?.number("bank_ha") ?? 0
    // 10.75 km of river, 300 m wide, the ends cut off at the border.
    #expect(abs(reached / 322.7 - 1) < 0.001, "\(reached)")
  }

  @Test("A village whose only road runs through a hazard has no way out but through it")
  func ways() async throws {
    let folder = try folder()
    try write([MapText.Feature([:], rectangle(108.03, 15.04, 108.04, 15.06))], to: folder)
    try folder.write(
      #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"surface":"gravel"},"geometry":{"type":"LineString","coordinates":[[108.02,15.05],[108.05,15.05]]}},{"type":"Feature","properties":{"surface":"asphalt"},"geometry":{"type":"LineString","coordinates":[[108.05,15.05],[108.09,15.05]]}}]}"#,
      to: "roads.geojson")
    try folder.write("x,y\n108.09,15.05\n108.18,15.05\n", to: "centres.csv")
    let session = try folder.session(
      plan(
        """
        centres: {level: commune, source: centres.csv, x: x, y: y, crs: 'EPSG:4326'}
        roads: {source: roads.geojson, surface: surface, hardened: [asphalt], unhardened: [gravel]}
        hazards: {name: slide, source: hazard.geojson}

        """))
    let layer = try await session.resettlementVillages(in: nil).layer
    #expect(layer.feature("v1")?["hazard_classes"] == .list([]))
    #expect(layer.features.map { $0.text("way_out") } == ["yes", "no", nil, nil])
    #expect(layer.feature("v3")?.text("way_out_reason") == "no_way_out")
    let units = try await session.exposure(level: nil, in: nil).layer
    let west = try #require(units.feature("01"))
    #expect(west.number("way_out_low") == 1)
    // 0.01° along the parallel of 15.05° is 1.0751 km.
    #expect(abs((west.number("slide_unhardened_km") ?? 0) - 1.0751) < 1e-3)
    #expect(west.number("slide_hardened_km") == 0 && west.number("slide_bridges") == 0)
    #expect(units.feature("02")?.number("slide_roads_km") == 0)
  }

  @Test("A hazard that does not reach the study is unknown, with one warning")
  func apart() async throws {
    let folder = try folder()
    try write([MapText.Feature([:], rectangle(100, 10, 100.1, 10.1))], to: folder)
    let session = try folder.session(plan("hazards: {name: flood, source: hazard.geojson}\n"))
    let result = try await session.resettlementVillages(in: nil)
    #expect(result.warnings.count { $0.contains("does not reach the study") } == 1)
    #expect(result.layer.features.allSatisfy { $0.text("exposed") == "unknown" })
    #expect(
      result.layer.features.allSatisfy { $0.text("exposed_reason") == "source_outside_study" })
    let units = try await session.exposure(level: nil, in: nil).layer
    #expect(units.feature("01")?["flood_ha"] == .null)
    #expect(units.feature("01")?.text("flood_reason") == "source_outside_study")
    #expect(units.feature("01")?.number("villages_exposed_high") == 2)
  }

  @Test("Faults are one line each")
  func faults() async throws {
    let folder = try folder()
    let point = #"{"type":"Point","coordinates":[108.05,15.05]}"#
    try folder.write(
      #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":"#
        + point + "}]}", to: "points.geojson")
    try folder.write(#"{"type":"FeatureCollection","features":[]}"#, to: "empty.geojson")
    try write(Self.zones, to: folder)
    try TwoUnits.writeRaster(to: folder) { _, _ in 1 }
    for (hazard, words) in [
      ("source: points.geojson", "has no area (1 × Point)"),
      ("source: empty.geojson", "has no area (no feature)"),
      ("from: distance_to, within_m: 10, source: empty.geojson", "has no place (no feature)"),
      ("source: hazard.geojson, class: grade", "'hazard.geojson' has no field 'grade'"),
      ("source: cover.tif, threshold: {min: 5, max: 2}", "'min' (5) is above 'max' (2)"),
    ] {
      let lines = await refusal {
        _ = try await folder.session(plan("hazards: {name: flood, \(hazard)}\n"))
          .resettlementVillages(in: nil)
      }
      #expect(lines.count == 1 && lines[0].contains(words), "\(hazard): \(lines)")
    }
    let lines = await refusal {
      _ = try await folder.session(plan("")).exposure(level: nil, in: nil)
    }
    #expect(lines.count == 1 && lines[0].contains("hazards: the plan has no such section"))
  }
}
