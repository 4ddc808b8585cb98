import Foundation
import GDALKit
import GeoModel
import Studies
import TestSupport
import Testing

@Suite("Real data, where they are at hand")
struct SharedStudyTests {
  private struct Record: Decodable {
    struct Parish: Decodable {
      let code: String
      let name: String
      let area: Double
      let forest: Double
      enum CodingKeys: String, CodingKey {
        case code, name
        case area = "area_ha"
        case forest = "forest_ha"
      }
    }
    let program: String
    let parishes: [Parish]
  }

  /// The figures of geopandas, written by Tests/Oracles/forest_polygons_geopandas.py.
  @Test(
    "Andorra's parishes have the forest that geopandas finds, to 1e-6",
    .enabled(if: Shared.has("studies/andorra/plan.yaml"), "the plan of Andorra is not here"))
  func andorra() async throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/andorra-forest-geopandas.json")
    let record = try JSONDecoder().decode(Record.self, from: Data(contentsOf: file))
    #expect(record.program.hasPrefix("geopandas 1.1.1, shapely 2.1.2"))
    let session = try PlanSession(
      planAt: Shared.path("studies/andorra/plan.yaml"), options: StudyOptions(jobs: 2))
    let layer = try await session.forestCover(level: nil, in: nil).layer
    #expect(layer.features.map { $0.text("code") } == record.parishes.map(\.code))
    for (feature, parish) in zip(layer.features, record.parishes) {
      #expect(feature.text("name") == parish.name)
      #expect(abs((feature.number("area_ha") ?? 0) / parish.area - 1) < 1e-9, "\(parish.name)")
      #expect(abs((feature.number("forest_ha") ?? 0) / parish.forest - 1) < 1e-6, "\(parish.name)")
    }
    let outside = try await session.check().filter {
      $0.kind == "outside-units" && $0.layer == "villages"
    }
    #expect(outside.count == 10)
  }

  /// The plan as it stands, with a made-up raster given to it in a copy.
  @Test(
    "the five districts of Quảng Ngãi, dissolved, and a made-up raster that closes on them",
    .enabled(if: Shared.has("studies/quang-ngai/plan.yaml"), "the plan of Quảng Ngãi is not here"))
  func quangNgai() async throws {
    let folder = try PlanFolder()
    let grid = GridGeometry(
      columns: 900, rows: 800, originX: 195_000, columnStepX: 100, originY: 1_705_000,
      rowStepY: -100)
    var random = SeededGenerator(seed: 5)
    try folder.write(
      .bytes((0..<grid.columns * grid.rows).map { _ in UInt8.random(in: 0...3, using: &random) }),
      grid: grid, system: "EPSG:32649", noData: 0, to: "cover.tif")
    let text = try String(
      contentsOfFile: Shared.path("studies/quang-ngai/plan.yaml"), encoding: .utf8
    )
    .replacing("../../", with: Shared.path("") + "/").replacing("upland: 1\n", with: "")
    let plan =
      text + "\nforest: {rule: made-up, source: cover.tif, classes: [2, 3], min_known_pct: 0}\n"
    let result = try await folder.session(plan, jobs: 2).forestCover(level: "district", in: nil)
    let known = [
      "Ba Tơ": 113_684.9, "Minh Long": 21_728.6, "Sơn Hà": 75_294.7, "Sơn Tây": 38_187.4,
      "Trà Bồng": 75_789.3,
    ]
    #expect(result.layer.features.count == 5)
    for feature in result.layer.features {
      let name = (feature.text("name") ?? "").replacing("Huyện ", with: "")
      let area = feature.number("area_ha") ?? .nan
      #expect(abs(area - (known[name] ?? .nan)) <= 0.05, "\(name): \(area)")
      let parts = ["forest_ha", "other_ha", "nodata_ha", "outside_ha"].map {
        feature.number($0) ?? .nan
      }
      #expect(abs(parts.reduce(0, +) / area - 1) < 1e-9, "\(name)")
      #expect(parts[0] > 0 && parts[1] > 0 && parts[2] > 0, "\(name): \(parts)")
    }
    let communes = try await folder.session(plan).forestCover(level: "commune", in: nil).layer
    let whole = result.layer.total("area_ha") ?? .nan
    #expect(communes.features.count == 24)
    #expect(abs((communes.total("area_ha") ?? .nan) / whole - 1) < 1e-6)
  }
}
