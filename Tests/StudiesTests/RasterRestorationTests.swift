import Foundation
import GDALKit
import GeoModel
import Studies
import TestSupport
import Testing

/// Where forest could come from by a raster of land cover, 200 × 100 cells of 0.001° over two
/// communes: 10 is forest, 30 grassland, 60 bare, 40 fields.
@Suite("Where forest could come from, by land cover")
struct RasterRestorationTests {
  private static let grid = GridGeometry(
    columns: 200, rows: 100, originX: 108, columnStepX: 0.001, originY: 15.1, rowStepY: -0.001)

  private let ground = "elevation: dem.tif\nroads: {source: roads.geojson}\n"
  private let targets = """
    targets:
      - {indicator: forest_cover, year: 2025, at_least: 40.5}
      - {indicator: forest_cover, year: 2030, at_least: 41.5}

    """

  private func plan(_ section: String) -> String {
    "vintage: 2024-12-31\n" + TwoUnits.plan + "forest:\n  rule: vn-2018\n" + section + targets
  }

  /// The same ground as a raster and as plots: A, B and C of ``RestorationStudyTests``, and a speck of
  /// two cells.
  private func folder(withPlots: Bool) throws -> PlanFolder {
    let folder = try TwoUnits.folder()
    let plots = [
      (0..<20, 40..<50), (30..<50, 40..<50), (60..<120, 40..<50), (5..<7, 90..<91),
    ]
    var cells = [UInt8](repeating: 40, count: 20_000)
    for row in 0..<100 { for column in 120..<200 { cells[200 * row + column] = 10 } }
    for (number, plot) in plots.enumerated() {
      for row in plot.1 {
        for column in plot.0 { cells[200 * row + column] = number == 1 ? 60 : 30 }
      }
    }
    try folder.write(
      .bytes(cells), grid: Self.grid, system: "EPSG:4326", noData: nil, to: "cover.tif")
    let features = plots.map { columns, rows in
      MapText.Feature(
        ["code": "DT"],
        rectangle(
          108 + Double(columns.lowerBound) / 1000, 15.1 - Double(rows.upperBound) / 1000,
          108 + Double(columns.upperBound) / 1000, 15.1 - Double(rows.lowerBound) / 1000))
    }
    try folder.write(
      MapText.geoJSON(
        features + [MapText.Feature(["code": "TXN"], rectangle(108.12, 15, 108.2, 15.1))]),
      to: "plots.geojson")
    try folder.write(
      MapText.geoJSON([
        MapText.Feature(
          ["highway": "primary"],
          .lineString([Coordinate(x: 108.055, y: 15), Coordinate(x: 108.055, y: 15.1)]))
      ]), to: "roads.geojson")
    var heights: [Float] = []
    var height: Float = 0
    for column in 0..<220 {
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

  private let raster = """
      source: cover.tif
      classes: [10]
      restoration: {bare_classes: [30, 60], min_site_ha: 3}

    """

  /// Drawn as plots or as cells the same ground gives the same answer, save for what it is called and
  /// what only an inventory can tell.
  @Test func cellsAndPlotsAgree() async throws {
    let folder = try folder(withPlots: true)
    let byCells = try await folder.session(plan(raster) + ground).restoration(in: nil)
    let byPlots = try await folder.session(
      plan(
        """
          source: plots.geojson
          types: {field: code, table: {TXN: natural, DT: bare}}
          restoration: {min_site_ha: 3}

        """) + ground
    ).restoration(in: nil)
    let (cells, plots) = (byCells.sites.layer, byPlots.sites.layer)
    #expect(
      cells.features.map { $0.text("plot") } == ["R41C1", "R41C31", "R41C61", "R41C61"])
    #expect(cells.features.map { $0.text("code") } == ["01", "01", "01", "02"])
    #expect(cells.features.count == plots.features.count)
    for (left, right) in zip(cells.features, plots.features) {
      for (one, two) in zip(left.properties, right.properties) where one.name != "plot" {
        if case .real(let a, _) = one.value, case .real(let b, _) = two.value {
          #expect(abs(a - b) <= 1e-6 * abs(b) + 1e-6, "\(one.name): \(a), \(b)")
        } else {
          #expect(one == two)
        }
      }
    }
    let speck = try #require(cells.total("small_patches_ha"))
    #expect(abs(speck - 2.377) < 0.01 && abs(speck - (plots.total("small_patches_ha") ?? 0)) < 1e-6)
    #expect(cells.total("not_planned_ha") == 0)
    #expect(byCells.sites.warnings.contains { $0.contains("no land planned for forest") })
    // What is planted and not yet forest a raster does not tell; unknown is not 0.
    let gaps = byCells.gaps.features
    #expect(gaps.map { $0.text("reason") } == ["planted_land_unknown", "enough_land"])
    #expect(gaps.map { $0.text("can_be_met") } == ["unknown", "yes"])
    #expect(gaps[0]["not_yet_forest_ha"] == .null)
    #expect(gaps[0].text("not_yet_forest_reason") == "source_does_not_tell")
  }

  /// Planned land is the western 0.01° of A (special use, then protection over it and beyond), all but
  /// a strip of B too thin to be a site, and nothing of C.
  @Test func landPlannedForForest() async throws {
    let folder = try folder(withPlots: false)
    try folder.write(
      MapText.geoJSON([
        MapText.Feature(["f": "1"], rectangle(108, 15.05, 108.01, 15.06)),
        MapText.Feature(["f": "2"], rectangle(108.005, 15.05, 108.015, 15.06)),
        MapText.Feature(["f": "3"], rectangle(108.03, 15.05, 108.0301, 15.06)),
      ]), to: "planned.geojson")
    let planned = """
        functions: {source: planned.geojson, field: f, table: {1: special_use, 2: protection, 3: production}}

      """
    let answer = try await folder.session(plan(raster + planned)).restoration(in: nil)
    let sites = answer.sites.layer.features
    #expect(sites.map { $0.text("function") } == ["special_use", "protection"])
    #expect(sites.map { $0.text("plot") } == ["R41C1", "R41C1"])
    let areas = sites.compactMap { $0.number("area_ha") }
    #expect(abs(areas[0] / areas[1] - 2) < 1e-6)
    let totals = answer.sites.layer
    let cell = areas[0] / 100
    #expect(abs((totals.total("not_planned_ha") ?? 0) / cell - (50 + 199 + 600)) < 0.01)
    #expect(abs((totals.total("small_patches_ha") ?? 0) / cell - (1 + 2)) < 0.01)
    #expect(!answer.sites.warnings.contains { $0.contains("no land planned for forest") })
  }

  /// Any raster, also one in another system: what is a candidate and what is left out are the land of
  /// the bare classes as `forest-cover` counts it, and the same bytes for any number of workers.
  @Test(arguments: 1...6)
  func closing(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let folder = try TwoUnits.folder()
    let isProjected = seed % 2 == 0
    let density = Double.random(in: 0.3...0.7, using: &random)
    let cells: [UInt8] = (0..<60 * 50).map { _ in
      Double.random(in: 0..<1, using: &random) < density ? 30 : [10, 40, 0][Int(seed % 3)]
    }
    // The units and more: 108–108.2° E, 15–15.1° N, in UTM 49N (central meridian 111°) about
    // 177–200 km east, 1660–1671 km north.
    let grid =
      isProjected
      ? GridGeometry(
        columns: 60, rows: 50, originX: 175_000, columnStepX: 430, originY: 1_673_000,
        rowStepY: -290)
      : GridGeometry(
        columns: 60, rows: 50, originX: 107.99, columnStepX: 0.0037, originY: 15.11,
        rowStepY: -0.0024)
    try folder.write(
      .bytes(cells), grid: grid, system: isProjected ? "EPSG:32649" : "EPSG:4326", noData: 0,
      to: "cover.tif")
    try folder.write(
      MapText.geoJSON([MapText.Feature(["f": "1"], rectangle(108.02, 15.01, 108.13, 15.08))]),
      to: "planned.geojson")
    let planned =
      seed % 3 == 0 ? "" : "  functions: {source: planned.geojson, function: production}\n"
    let section = """
        source: cover.tif
        classes: [10]
        restoration: {bare_classes: [30], min_site_ha: \(Int.random(in: 0...90, using: &random))}

      """
    let text = plan(section + planned)
    let layers = ["forest-restoration", "forest-potential", "forest-gap"]
    let one = try await folder.session(text, jobs: 1)
      .export(layers: layers, to: "\(folder.path)/one")
    _ = try await folder.session(text, jobs: 3).export(layers: layers, to: "\(folder.path)/three")
    #expect(try folder.files(in: "one") == folder.files(in: "three"), "seed \(seed)")
    let counted = try await folder.session(
      TwoUnits.plan + "forest: {rule: own, min_known_pct: 0, source: cover.tif, classes: [30]}\n"
    ).forestCover(level: nil, in: nil).layer
    let bare = try #require(counted.total("forest_ha"))
    let found = try #require(one.layers.first)
    let parts = ["potential_ha", "not_planned_ha", "small_patches_ha", "slivers_ha"]
      .compactMap(found.total)
    #expect(parts.count == 4 && bare > 0)
    // A parallel is a straight edge in degrees and a geodesic in hectares: 0.6 m apart over 10 km.
    // In UTM an edge is drawn to 0.1 m.
    let tolerance = isProjected ? 1e-5 : 2e-6
    #expect(abs(parts.reduce(0, +) - bare) < tolerance * bare, "seed \(seed): \(parts), \(bare)")
  }

  @Test(arguments: [
    ("classes: [10]\n  restoration: {}", "no class of the raster is named as bare land"),
    (
      "threshold: {min: 10}\n  restoration: {}",
      "the source of forest does not tell what is bare land"
    ),
    ("classes: [10]\n  restoration: {bare_classes: [10]}", "10 is a class of forest or water too"),
  ])
  func faults(section: String, message: String) async throws {
    let folder = try folder(withPlots: false)
    let lines = await refusal {
      _ = try await folder.session(plan("  source: cover.tif\n  \(section)\n"))
        .restoration(in: nil)
    }
    #expect(lines.count == 1 && lines[0].contains(message), "\(lines)")
  }
}
