import Foundation
import GDALKit
import GeoModel
import Plan
import Studies
import Testing

/// Change of forest through a plan: two communes, twenty by ten cells of 118 ha.
@Suite("Forest change")
struct ForestChangeTests {
  private static let years =
    "years: [{year: 2018, source: a.tif}, {year: 2020, source: b.tif}]"

  /// A commune's hundred cells, rows of ten: the western all forest before; three rows felled in it,
  /// one row of the eastern planted.
  private func folder(noData: Double? = nil) throws -> PlanFolder {
    let folder = try TwoUnits.folder()
    try TwoUnits.writeRaster(to: folder, name: "a.tif", noData: noData) { column, row in
      column < 10 ? 10 : row == 9 ? 20 : 40
    }
    try TwoUnits.writeRaster(to: folder, name: "b.tif", noData: noData) { column, row in
      column < 10 ? (row < 3 ? 40 : 10) : row == 9 ? 10 : 40
    }
    return folder
  }

  private func change(
    _ folder: PlanFolder, _ section: String, transitions: Bool = false, jobs: Int = 1
  ) async throws -> (layer: Layer, warnings: [String]) {
    let session = try folder.session(TwoUnits.plan + "forest: {\(section)}\n", jobs: jobs)
    let result = try await session.forestChange(level: nil, in: nil, transitions: transitions)
    return (result.layer, result.warnings)
  }

  private func isNear(_ value: Double?, _ expected: Double, by tolerance: Double) -> Bool {
    value.map { abs($0 - expected) <= tolerance } ?? false
  }

  @Test func gainLossNetAndRate() async throws {
    let (layer, warnings) = try await change(
      folder(), "rule: own, classes: [10], \(Self.years)")
    #expect(warnings.isEmpty, "\(warnings)")
    let west = try #require(layer.feature("01"))
    let area = try #require(west.number("area_ha"))
    // Rows further north are a little smaller: a hundredth of a per cent.
    #expect(isNear(west.number("forest_2018_ha"), area, by: 1e-9 * area))
    #expect(isNear(west.number("forest_2020_ha"), 0.7 * area, by: 1e-3 * area))
    #expect(west.number("gain_ha") == 0)
    #expect(isNear(west.number("loss_ha"), 0.3 * area, by: 1e-3 * area))
    #expect(isNear(west.number("net_ha"), -(west.number("loss_ha") ?? 0), by: 1e-9))
    #expect(isNear(west.number("unknown_ha"), 0, by: 1e-9))
    // √0.7 − 1.
    #expect(isNear(west.number("yearly_rate_pct"), -16.334, by: 0.02))
    let east = try #require(layer.feature("02"))
    #expect(isNear(east.number("gain_ha"), 0.1 * area, by: 1e-3 * area))
    #expect(east.number("yearly_rate_pct") == nil)
    #expect(east.text("yearly_rate_pct_reason") == "no_forest_at_first")
    #expect(west["loss_in_special_use_ha"] == nil)
    #expect(isNear(layer.total("net_ha"), -0.2 * area, by: 1e-3 * area))
    #expect(
      isNear(
        layer.total("gain_ha"), (west.number("gain_ha") ?? 0) + (east.number("gain_ha") ?? 0),
        by: 1e-9))
  }

  /// Without a source of its own the section's present is its last year, and the layer says so.
  @Test func theLastYearIsThePresent() async throws {
    let folder = try folder()
    let session = try folder.session(
      TwoUnits.plan + "forest: {rule: own, classes: [10], \(Self.years)}\n")
    let layer = try await session.forestCover(level: nil, in: nil).layer
    let west = try #require(layer.feature("01"))
    #expect(isNear(west.number("forest_pct"), 70, by: 0.1))
    #expect(west.number("year") == 2020)
  }

  @Test func yearsBetweenAreToldToo() async throws {
    let folder = try folder()
    try TwoUnits.writeRaster(to: folder, name: "mid.tif") { _, row in row < 5 ? 10 : 40 }
    let (layer, _) = try await change(
      folder,
      "rule: own, classes: [10], years: [{year: 2020, source: b.tif}, {year: 2019, source: mid.tif},"
        + " {year: 2018, source: a.tif}]")
    let west = try #require(layer.feature("01"))
    let area = try #require(west.number("area_ha"))
    #expect(isNear(west.number("forest_2019_ha"), 0.5 * area, by: 1e-3 * area))
    #expect(west.number("from_year") == 2018 && west.number("to_year") == 2020)
    #expect(isNear(west.number("loss_ha"), 0.3 * area, by: 1e-3 * area))
  }

  @Test func transitionsOfTheStudyAndOfEachUnit() async throws {
    let (layer, _) = try await change(
      folder(), "rule: own, classes: [10], \(Self.years)", transitions: true)
    let rows = layer.features.map { feature in
      [
        feature.text("level") ?? "", feature.text("code") ?? "-", feature.text("from_class") ?? "",
        feature.text("to_class") ?? "",
        String(((feature.number("area_ha") ?? 0) / 1184.6).rounded()),
      ].joined(separator: " ")
    }
    #expect(layer.features.allSatisfy { $0.geometry == nil })
    #expect(Set(layer.features.map(\.identifier)).count == layer.features.count)
    #expect(
      rows
        == [
          "study - 10 10 7.0", "study - 10 40 3.0", "study - 20 10 1.0", "study - 40 40 9.0",
          "commune 01 10 10 7.0", "commune 01 10 40 3.0", "commune 02 20 10 1.0",
          "commune 02 40 40 9.0",
        ].map { $0 }, "\(rows)")
  }

  /// Ground that one year does not know is in no gain or loss, and too much of it leaves no rate.
  @Test func unknownGround() async throws {
    let folder = try folder(noData: 0)
    try TwoUnits.writeRaster(to: folder, name: "b.tif", noData: 0) { column, row in
      column < 10 ? (row < 1 ? 0 : row < 3 ? 40 : 10) : 40
    }
    let (layer, _) = try await change(folder, "rule: own, classes: [10], \(Self.years)")
    let west = try #require(layer.feature("01"))
    let area = try #require(west.number("area_ha"))
    #expect(isNear(west.number("loss_ha"), 0.2 * area, by: 1e-3 * area))
    #expect(isNear(west.number("unknown_ha"), 0.1 * area, by: 1e-3 * area))
    #expect(west.text("yearly_rate_pct_reason") == "known_pct_below_minimum")
    let (lenient, _) = try await change(
      folder, "rule: own, classes: [10], min_known_pct: 80, \(Self.years)")
    // √(0.7 ÷ 0.9) − 1, on the ground known in both.
    #expect(
      isNear(lenient.feature("01")?.number("yearly_rate_pct"), -11.808, by: 0.02))
  }

  @Test func rastersOfOtherGridsAreNotResampled() async throws {
    let folder = try folder()
    try folder.write(
      .bytes((0..<50).map { $0 % 10 < 5 ? 10 : 40 }),
      grid: GridGeometry(
        columns: 10, rows: 5, originX: 108, columnStepX: 0.02, originY: 15.1, rowStepY: -0.02),
      system: "EPSG:4326", noData: nil, to: "b.tif")
    let (layer, warnings) = try await change(folder, "rule: own, classes: [10], \(Self.years)")
    #expect(warnings.contains { $0.contains("do not lie on one grid") }, "\(warnings)")
    let west = try #require(layer.feature("01"))
    let area = try #require(west.number("area_ha"))
    #expect(isNear(west.number("forest_2020_ha"), area, by: 1e-9 * area))
    for name in ["gain_ha", "loss_ha", "net_ha", "unknown_ha", "yearly_rate_pct"] {
      #expect(west[name] == .null && west.text("\(name)_reason") == "different_grids")
      #expect(layer.studyTotals.first { $0.name == name }?.value == .null)
    }
    let (table, _) = try await change(
      folder, "rule: own, classes: [10], \(Self.years)", transitions: true)
    #expect(table.features.isEmpty)
  }

  @Test func functionsCutTheLoss() async throws {
    let folder = try folder()
    try folder.write(
      MapText.geoJSON([
        MapText.Feature(["kind": "2"], rectangle(108, 15.08, 108.05, 15.1)),
        MapText.Feature(["kind": "1"], rectangle(108.05, 15, 108.2, 15.1)),
      ]), to: "kinds.geojson")
    let (layer, _) = try await change(
      folder,
      "rule: own, classes: [10], \(Self.years), functions: {source: kinds.geojson, field: kind,"
        + " table: {1: protection, 2: special_use}}")
    let west = try #require(layer.feature("01"))
    let area = try #require(west.number("area_ha"))
    // Ten of the thirty felled cells lie in the reserve, fifteen in protection forest.
    #expect(isNear(west.number("loss_in_special_use_ha"), 0.1 * area, by: 1e-3 * area))
    #expect(isNear(west.number("loss_in_protection_ha"), 0.15 * area, by: 1e-3 * area))
    #expect(west["loss_in_production_ha"] == nil)
    #expect(layer.feature("02")?.number("loss_in_special_use_ha") == 0)
    let lines = await refusal {
      _ = try await change(
        folder,
        "rule: own, classes: [10], \(Self.years), functions: {source: kinds.geojson, field: kind,"
          + " table: {1: protection}}")
    }
    #expect(lines.count == 1 && lines[0].contains("has the code '2'"), "\(lines)")
  }

  /// Two inventories of the western commune: a quarter of its reserve cleared.
  private func inventories() throws -> PlanFolder {
    let folder = try folder()
    func plots(_ edge: Double) -> [MapText.Feature] {
      [
        MapText.Feature(["t": "TXB", "f": "2"], rectangle(108, 15, edge, 15.1)),
        MapText.Feature(["t": "DT2", "f": "2"], rectangle(edge, 15, 108.08, 15.1)),
        MapText.Feature(["t": "DKH", "f": "0"], rectangle(108.08, 15, 108.1, 15.1)),
      ]
    }
    try folder.write(MapText.geoJSON(plots(108.06)), to: "plots-a.geojson")
    try folder.write(MapText.geoJSON(plots(108.04)), to: "plots-b.geojson")
    return folder
  }

  @Test func inventoriesOfTwoYears() async throws {
    let section =
      "rule: own, types: {field: t, table: {TXB: natural, DT2: bare, DKH: other}, function:"
      + " {field: f, table: {2: special_use, 0: none}}}, years: [{year: 2018, source:"
      + " plots-a.geojson}, {year: 2020, source: plots-b.geojson}]"
    let folder = try inventories()
    let (layer, _) = try await change(folder, section)
    let west = try #require(layer.feature("01"))
    let area = try #require(west.number("area_ha"))
    #expect(isNear(west.number("loss_ha"), 0.2 * area, by: 1e-6 * area))
    #expect(isNear(west.number("loss_in_special_use_ha"), 0.2 * area, by: 1e-6 * area))
    #expect(west.number("loss_in_protection_ha") == 0)
    let (table, _) = try await change(folder, section, transitions: true)
    let cleared = table.features.first {
      $0.text("code") == "01" && $0.text("from_class") == "natural" && $0.text("to_class") == "bare"
    }
    #expect(isNear(cleared?.number("area_ha"), 0.2 * area, by: 1e-6 * area))
  }

  @Test func aRasterAgainstPolygonsTellsNoChange() async throws {
    let (layer, warnings) = try await change(
      inventories(),
      "rule: own, years: [{year: 2018, source: a.tif, classes: [10]},"
        + " {year: 2020, source: plots-b.geojson, types: {field: t, table: {TXB: natural, DT2: bare,"
        + " DKH: other}}}]")
    #expect(warnings.contains { $0.contains("are a raster and polygons") }, "\(warnings)")
    #expect(layer.feature("01")?.text("gain_ha_reason") == "different_kinds")
    #expect((layer.feature("01")?.number("forest_2020_ha") ?? 0) > 0)
  }

  @Test func oneYearIsNoChange() async throws {
    let lines = await refusal {
      _ = try await change(
        folder(), "rule: own, classes: [10], years: [{year: 2018, source: a.tif}]")
    }
    #expect(lines.count == 1 && lines[0].contains("change needs two years"), "\(lines)")
  }

  @Test func everyRunIsTheSameWhateverItsJobs() async throws {
    let folder = try folder()
    let plan =
      TwoUnits.plan + "forest: {rule: own, classes: [10], min_patch_ha: 200, \(Self.years)}\n"
    _ = try await folder.session(plan, jobs: 1).run(to: "\(folder.path)/one")
    _ = try await folder.session(plan, jobs: 4).run(to: "\(folder.path)/four")
    let (one, four) = (try folder.files(in: "one"), try folder.files(in: "four"))
    #expect(one == four)
    #expect(one.keys.contains("forest-change.geojson"))
    #expect(one.keys.contains("forest-transitions.geojson"))
    let record = String(decoding: try #require(one["run.json"]), as: UTF8.self)
    #expect(record.contains("\"net_ha\"") && !record.contains("forest.years\""))
  }
}
