import Foundation
import GDALKit
import GeoModel
import Studies
import Testing

/// Three communes of 0.1° in a row over a made-up terrain model of cells of 0.01°, in columns, so
/// that shares of area are shares of columns:
///
///     column   0–9 | 10–15 16–19 | 20–24 25–27 28–29
///     height   900 |  900   100  |  900   void  100      metres
///     commune  01  |     02      |        03
///
/// A step between 900 m and 100 m rises 800 m in two cells of some 1,075 m: 37 % on either side.
@Suite("Mountain communes and villages, from plan to layer")
struct MountainStudyTests {
  private func folder(system: String = "EPSG:4326") throws -> PlanFolder {
    let folder = try PlanFolder()
    let names = ["01", "02", "03"]
    try folder.write(
      MapText.geoJSON(
        names.enumerated().map { index, code in
          let left = 108 + 0.1 * Double(index)
          return MapText.Feature(
            ["code": code, "name": "Xã \(code)"], rectangle(left, 15, left + 0.1, 15.1))
        }), to: "units.geojson")
    // A cell more on every side, so that no unit touches the raster's edge.
    let cells = (0..<12).flatMap { _ in (-1..<31).map { Self.height($0) } }
    try folder.write(
      .reals(cells),
      grid: GridGeometry(
        columns: 32, rows: 12, originX: 107.99, columnStepX: 0.01, originY: 15.11, rowStepY: -0.01),
      system: system, noData: -32768, to: "dem.tif")
    func village(_ code: String, _ columns: ClosedRange<Int>) -> MapText.Feature {
      MapText.Feature(
        ["id": code],
        rectangle(
          108 + 0.01 * Double(columns.lowerBound), 15, 108.01 + 0.01 * Double(columns.upperBound),
          15.1))
    }
    try folder.write(
      MapText.geoJSON([
        village("V1", 10...14), village("V2", 15...17), village("V3", 17...19),
        MapText.Feature(["id": "V4"], point(108.25, 15.05)), village("V5", 24...26),
      ]), to: "villages.geojson")
    return folder
  }

  private static func height(_ column: Int) -> Float {
    switch column {
    case ...15, 20...24: 900
    case 25...27: -32768
    default: 100
    }
  }

  private let plan = """
    vintage: 2026-01-01
    units: {level: commune, source: units.geojson, code: code, name: name}
    villages: {source: villages.geojson, code: id}
    elevation: dem.tif
    classifications:
      - {name: mountain, level: commune, rule: decree-272-2025}
      - {name: mountain_village, level: village, rule: decree-272-2025}

    """

  private func interval(_ feature: LayerFeature?, _ name: String) -> ClosedRange<Double>? {
    guard let low = feature?.number("\(name)_low"), let high = feature?.number("\(name)_high")
    else {
      return nil
    }
    return low...high
  }

  private func isNear(_ found: ClosedRange<Double>?, _ low: Double, _ high: Double) -> Bool {
    guard let found else { return false }
    return abs(found.lowerBound - low) < 1e-7 && abs(found.upperBound - high) < 1e-7
  }

  @Test("villages: two thirds high, or two thirds steep; voids leave it open, points have no area")
  func villages() async throws {
    let folder = try folder()
    let layer = try await folder.session(plan).join(level: "village", in: nil).layer
    func status(_ code: String) -> [String?] {
      let feature = layer.feature(code)
      return [feature?.text("mountain_village"), feature?.text("mountain_village_reason")]
    }
    #expect(status("V1") == ["yes", nil])
    #expect(isNear(interval(layer.feature("V1"), "mountain_village_high_pct"), 100, 100))
    // One of its three columns is high; two, the limit, are steep.
    #expect(status("V2") == ["yes", nil])
    let third = 100.0 / 3
    #expect(isNear(interval(layer.feature("V2"), "mountain_village_high_pct"), third, third))
    #expect(
      isNear(interval(layer.feature("V2"), "mountain_village_steep_pct"), 2 * third, 2 * third))
    #expect(status("V3") == ["no", nil])
    #expect(isNear(interval(layer.feature("V3"), "mountain_village_steep_pct"), third, third))
    #expect(status("V4") == ["unknown", "no_area"])
    #expect(interval(layer.feature("V4"), "mountain_village_high_pct") == nil)
    // One column is high, two are voids, and beside a void no slope is known.
    #expect(status("V5") == ["unknown", "terrain_unknown"])
    #expect(isNear(interval(layer.feature("V5"), "mountain_village_high_pct"), third, 100))
    #expect(isNear(interval(layer.feature("V5"), "mountain_village_steep_pct"), 0, 100))
  }

  @Test("communes: two thirds high, or two thirds of the villages", arguments: [1, 3])
  func communes(jobs: Int) async throws {
    let folder = try folder()
    let layer = try await folder.session(plan, jobs: jobs).join(level: nil, in: nil).layer
    let found = layer.features.map { feature in
      [feature.text("mountain"), feature.text("mountain_reason")]
    }
    #expect(
      found == [
        ["yes", nil], ["yes", nil], ["unknown", "terrain_unknown, villages_without_area"],
      ])
    #expect(isNear(interval(layer.features[0], "mountain_high_pct"), 100, 100))
    // 60 % is no two thirds: its villages V1 and V2, two of three, make it a mountain commune.
    #expect(isNear(interval(layer.features[1], "mountain_high_pct"), 60, 60))
    #expect(isNear(interval(layer.features[2], "mountain_high_pct"), 50, 80))
    #expect(
      layer.features.allSatisfy { $0.text("mountain_rule") == "Decree 272/2025/NĐ-CP" })
  }

  @Test("without villages a commune is a mountain one only by its own height")
  func withoutVillages() async throws {
    let lines = plan.split(separator: "\n").filter { !$0.contains("village") }
    let folder = try folder()
    let layer = try await folder.session(lines.joined(separator: "\n") + "\n")
      .join(level: nil, in: nil).layer
    #expect(layer.features.map { $0.text("mountain") } == ["yes", "unknown", "unknown"])
    #expect(layer.features[1].text("mountain_reason") == "no_villages")
  }

  @Test("used outside its years the rule is named with its dates; in run the layers are written")
  func dates() async throws {
    let folder = try folder()
    let inForce = try await folder.session(plan).join(level: nil, in: nil)
    #expect(inForce.warnings.filter { $0.contains("in force") } == [])
    let early = plan.replacing("vintage: 2026-01-01", with: "vintage: 2025-07-01")
    let result = try await folder.session(early).join(level: nil, in: nil)
    #expect(
      result.warnings.contains(
        "classifications.mountain: Decree 272/2025/NĐ-CP is in force from 2026-01-01 to 2030-12-31,"
          + " and is used for 2025-07-01: its statuses say what it would say, not what holds; see"
          + " date"))
    let run = try await folder.session(plan).run(to: "\(folder.path)/out")
    let names = run.layers.map(\.name)
    #expect(names.contains("join") && names.contains("join-village"))
    #expect(!run.notComputed.contains("elevation"))
    let record = try folder.json("out/run.json")
    #expect("\(record)".contains("in_force_until"))
  }

  /// The slope of the same ground is the same in every grid; taken in Web Mercator's own metres it
  /// would be 3 % less.
  @Test(
    "a plane just over 15 % is steep in any system, turned or not", arguments: [32649, 3857, 5898])
  func projected(system: Int) async throws {
    for turn in [0.0, 0.6] {
      for (rise, isSteep) in [(0.152, true), (0.148, false)] {
        let folder = try TwoUnits.folder()
        let grid = try TurnedGrid(system: system, turn: turn, over: (108.1, 15.05))
        try folder.write(
          .reals(try grid.plane(rising: rise)), grid: grid.grid, system: "EPSG:\(system)",
          noData: nil, to: "dem.tif")
        let layer = try await folder.session(
          TwoUnits.plan + "elevation: dem.tif\nclassifications:\n"
            + "  - {name: m, level: commune, rule: decree-272-2025, date: 2026-06-30}\n"
        ).join(level: nil, in: nil).layer
        for feature in layer.features {
          let share = isSteep ? 100.0 : 0
          #expect(
            isNear(interval(feature, "m_steep_pct"), share, share),
            "EPSG:\(system), turned \(turn), \(rise)")
        }
      }
    }
  }

  private struct Record: Decodable {
    struct Parish: Decodable {
      let code: String
      let name: String
      let high: [Double]
      let steep: [Double]
    }
    let program: String
    let difference: Double
    let parishes: [Parish]
    enum CodingKeys: String, CodingKey {
      case program, parishes
      case difference = "greatest_difference_to_gdaldem_pct"
    }
  }

  /// The figures of exactextract, written by Tests/Oracles/terrain_exactextract.py.
  @Test(
    "Andorra's parishes are mountain communes, with the shares that exactextract finds",
    .enabled(if: Shared.has("studies/andorra/plan.yaml"), "the plan of Andorra is not here"))
  func andorra() async throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/andorra-terrain-exactextract.json")
    let record = try JSONDecoder().decode(Record.self, from: Data(contentsOf: file))
    #expect(record.program.hasPrefix("exactextract 0.3.0, numpy 2.4.6"))
    #expect(record.difference < 1e-4)
    let folder = try PlanFolder()
    let plan = try String(contentsOfFile: Shared.path("studies/andorra/plan.yaml"), encoding: .utf8)
      .replacing("../../data", with: Shared.path("data")).replacing("upland: 1\n", with: "")
    let layer = try await folder.session(
      plan + "classifications:\n"
        + "  - {name: mountain, level: parish, rule: decree-272-2025, date: 2026-06-30}\n", jobs: 2
    ).join(level: nil, in: nil).layer
    #expect(layer.features.count == record.parishes.count)
    for parish in record.parishes {
      let feature = try #require(layer.feature(parish.code))
      #expect(feature.text("name") == parish.name)
      #expect(feature.text("mountain") == "yes")
      for (name, share) in [("high", parish.high), ("steep", parish.steep)] {
        let found = try #require(interval(feature, "mountain_\(name)_pct"))
        // 32-bit shares of cells: some 1e-7 of the whole.
        #expect(abs(found.lowerBound - 100 * share[0]) < 2e-5, "\(parish.name) \(name)")
        #expect(abs(found.upperBound - 100 * share[1]) < 2e-5, "\(parish.name) \(name)")
      }
    }
  }
}
