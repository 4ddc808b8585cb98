import Foundation
import GDALKit
import GeoModel
import Studies
import Testing

/// Three plots of bare land over a terrain that is level, then rises by 20 m and then by 50 m a cell
/// of 107.5 m (18.6 % and 46.5 %), and a road from north to south at 108.055° E:
///
///     plot   A 108.00–108.02   B 108.03–108.05   C 108.06–108.12, half of it in the eastern commune
///     slope  level             18.6 %            46.5 %
///     road   0.035° = 3,763 m  0.005° = 538 m    0.005° = 538 m; eastern half 0.045° = 4,838 m
///
/// Forest is everything from 108.12° on: 40 % of the land. A and B are 1 % each, C is 3 %.
@Suite("Where forest could come from, from plan to layer")
struct RestorationStudyTests {
  private let plan = """
    vintage: 2024-12-31
    units: {level: commune, source: units.geojson, code: code, name: name}
    forest:
      rule: vn-2018
      source: plots.geojson
      types: {field: code, table: {TXN: natural, DT: bare}}
      restoration: {}
    targets:
      - {indicator: forest_cover, year: 2025, at_least: 40.5}
      - {indicator: forest_cover, year: 2030, at_least: 41.5}

    """
  private let ground = "elevation: dem.tif\nroads: {source: roads.geojson}\n"

  private func folder(reversed: Bool = false) throws -> PlanFolder {
    let folder = try TwoUnits.folder()
    let plots = [
      MapText.Feature(["code": "DT"], rectangle(108, 15.05, 108.02, 15.06)),
      MapText.Feature(["code": "DT"], rectangle(108.03, 15.05, 108.05, 15.06)),
      MapText.Feature(["code": "DT"], rectangle(108.06, 15.05, 108.12, 15.06)),
      MapText.Feature(["code": "TXN"], rectangle(108.12, 15, 108.2, 15.1)),
    ]
    try folder.write(MapText.geoJSON(reversed ? plots.reversed() : plots), to: "plots.geojson")
    try folder.write(
      MapText.geoJSON([
        MapText.Feature(
          ["highway": "primary"],
          .lineString([Coordinate(x: 108.055, y: 15), Coordinate(x: 108.055, y: 15.1)]))
      ]), to: "roads.geojson")
    var heights: [Float] = []
    var height: Float = 0
    for column in 0..<220 {
      // The raster begins at 107.99.
      height += column < 36 ? 0 : column < 65 ? 20 : 50
      heights.append(height)
    }
    try folder.write(
      .reals((0..<120).flatMap { _ in heights }),
      grid: GridGeometry(
        columns: 220, rows: 120, originX: 107.99, columnStepX: 0.001, originY: 15.11,
        rowStepY: -0.001), system: "EPSG:4326", noData: nil, to: "dem.tif")
    return folder
  }

  @Test func threePlots() async throws {
    let folder = try folder()
    let answer = try await folder.session(plan + ground).restoration(in: nil)
    let sites = answer.sites.layer.features
    #expect(sites.map { $0.text("plot") } == ["#0", "#1", "#2", "#2"])
    #expect(sites.map { $0.text("code") } == ["01", "01", "01", "02"])
    #expect(sites.map { $0.text("slope_class_pct") } == ["0-15", "15-25", "35+", "35+"])
    #expect(sites.map { $0.text("road_class_m") } == ["2000+", "500-1000", "500-1000", "2000+"])
    for (site, metres) in zip(sites, [3763.22, 537.60, 537.60, 4838.42]) {
      #expect(abs((site.number("road_m") ?? 0) - metres) < 0.1, "\(site.number("road_m") ?? -1)")
    }
    #expect(sites.map { $0.number("needed_for_year") } == [2030, 2030, nil, nil])
    #expect(sites.map { $0.number("plant_by_year") } == [2025, 2025, nil, nil])
    #expect(sites.map { $0.number("slope_unknown_ha") ?? 1 }.allSatisfy { $0 < 1e-6 })
    let areas = sites.compactMap { $0.number("area_ha") }
    #expect(abs(areas[2] / areas[0] - 2) < 1e-3 && abs(areas[3] / areas[0] - 1) < 1e-3)
    var sum = 0.0
    for (site, area) in zip(sites, areas) {
      sum += area
      #expect(abs((site.number("cumulative_ha") ?? 0) - sum) < 1e-6)
    }
    let gaps = answer.gaps.features
    #expect(gaps.map { $0.text("reason") } == ["too_late", "enough_land"])
    #expect(gaps.map { $0.text("can_be_met") } == ["no", "yes"])
    #expect(gaps.map { $0.number("sites_needed") } == [1, 2])
    #expect(gaps.map { $0.number("plant_by_year") } == [2020, 2025])
    // A tenth of a per cent of the land for each tenth that the target lies above the forest.
    #expect(abs((gaps[1].number("gap_ha") ?? 0) / areas[0] - 1.5) < 0.01)
    let eastern = try await folder.session(plan + ground).restoration(in: "02").sites.layer
    #expect(eastern.features.map { $0.number("rank") } == [4])
  }

  /// The same bytes for any order of the file and any number of workers, apart from the numbers of
  /// the features; candidates and what is left out are the bare land of `forest-cover`.
  @Test func orderAndWorkers() async throws {
    let folder = try folder()
    let layers = ["forest-restoration", "forest-potential", "forest-gap", "forest-cover"]
    let one = try await folder.session(plan + ground, jobs: 1)
      .export(layers: layers, to: "\(folder.path)/one")
    _ = try await folder.session(plan + ground, jobs: 3)
      .export(layers: layers, to: "\(folder.path)/three")
    #expect(try folder.files(in: "one") == folder.files(in: "three"))
    let other = try self.folder(reversed: true)
    let turned = try await other.session(plan + ground)
      .export(layers: layers, to: "\(other.path)/out")
    #expect(turned.layers[2].features == one.layers[2].features)
    for (left, right) in zip(one.layers[1].features, turned.layers[1].features) {
      #expect(left.geometry == right.geometry)
      #expect(
        left.properties.filter { $0.name != "plot" }
          == right.properties.filter { $0.name != "plot" })
    }
    let totals = try #require(one.layers.first { $0.name == "forest-restoration" })
    let cover = try #require(one.layers.first { $0.name == "forest-cover" })
    let bare = try #require(cover.total("bare_ha"))
    let parts = ["potential_ha", "not_planned_ha", "small_patches_ha", "slivers_ha"]
      .compactMap(totals.total)
    #expect(parts.count == 4 && abs(parts.reduce(0, +) - bare) < 1e-6)
    #expect(abs((totals.total("bare_ha") ?? 0) - bare) < 1e-6)
    let potential = try #require(one.layers.first { $0.name == "forest-potential" })
    let cells = potential.features.compactMap { $0.number("area_ha") }.reduce(0, +)
    #expect(abs(cells - parts[0]) < 1e-6)
    let record = try folder.json("one/run.json")
    let assumptions = (record["assumptions"] as? [[String: Any]] ?? [])
      .compactMap { $0["assumption"] as? String }
    #expect(
      assumptions.contains(
        "a plantation meets the rule 5 years after it is planted, where the plan says nothing"))
  }

  /// What the plan lacks is unknown and said; nothing is guessed.
  @Test func withoutTerrainRoadsAndTargets() async throws {
    let bare = try #require(plan.components(separatedBy: "targets:").first)
    let folder = try folder()
    let answer = try await folder.session(bare).restoration(in: nil)
    let site = try #require(answer.sites.layer.features.first)
    #expect(site["slope_class_pct"] == .null && site.text("slope_reason") == "no_elevation")
    #expect(site["road_m"] == .null && site.text("road_reason") == "no_roads")
    #expect(site.number("slope_unknown_ha") == site.number("area_ha"))
    #expect(site["needed_for_year"] == .null && answer.gaps.features.isEmpty)
    #expect(answer.sites.layer.features.map { $0.number("rank") } == [1, 2, 3, 4])
    for reason in ["no 'elevation'", "no 'roads'", "no target for forest_cover"] {
      #expect(answer.sites.warnings.contains { $0.contains(reason) }, "\(reason)")
    }
  }

  @Test(arguments: [
    ("  restoration: {}\n", "", "add 'restoration: {}' under forest"),
    (
      "  types: {field: code, table: {TXN: natural, DT: bare}}\n", "",
      "the source of forest does not tell what is bare land"
    ),
  ])
  func faults(text: String, replacement: String, message: String) async throws {
    let folder = try folder()
    let changed = (plan + ground).replacing(text, with: replacement)
    let lines = await refusal { _ = try await folder.session(changed).restoration(in: nil) }
    #expect(lines.count == 1 && lines[0].contains(message), "\(lines)")
  }
}
