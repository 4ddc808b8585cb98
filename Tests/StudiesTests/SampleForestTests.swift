import Foundation
import GDALKit
import GeoModel
import Studies
import Testing

/// The built-in sample against exactextract and geopandas (Tests/Oracles/sample_forest.py).
@Suite("Forest of the sample, by oracle")
struct SampleForestTests {
  private struct Record: Decodable {
    let cells: [String: [Double]]
    let hectares: [String: [String: Double]]
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let sample = root.appending(path: "GeoData/sample").path()
  private static let types =
    "types: {field: type_code, table: {TXN: natural, RTK: planted, RTCT: planted_not_yet,"
    + " DTR: bare, CPT: scattered}}"

  private func record() throws -> Record {
    let file = Self.root.appending(path: "Tests/StudiesTests/Fixtures/sample-forest.json")
    return try JSONDecoder().decode(Record.self, from: Data(contentsOf: file))
  }

  /// The features by code, of a plan whose section forest is `forest`.
  private func communes(_ forest: String) async throws -> [String: LayerFeature] {
    let session = try PlanFolder().session(
      "units: {level: commune, source: \(Self.sample)/communes.geojson, code: code}\n"
        + "forest: {\(forest)}\n", jobs: 2)
    let layer = try await session.forestCover(level: nil, in: nil).layer
    return Dictionary(uniqueKeysWithValues: layer.features.map { ($0.text("code") ?? "", $0) })
  }

  @Test("cells of forest and of known land by commune agree with exactextract to 1e-9")
  func cells() async throws {
    let expected = try record().cells
    let found = try await communes(
      "rule: own, source: \(Self.sample)/landcover.tif, classes: [10], min_known_pct: 0")
    #expect(found.count == 63 && expected.count == 63)
    for (code, unit) in found {
      let cells = try #require(expected[code])
      // exactextract's shares have 32 bits: each of a commune's border cells is off by up to 6e-8.
      let tolerance = 1e-9 * cells[1]
      #expect(abs((unit.number("forest_cells") ?? .nan) - cells[0]) < tolerance, "\(code)")
      #expect(abs((unit.number("known_cells") ?? .nan) - cells[1]) < tolerance, "\(code)")
    }
  }

  @Test("hectares by type of the inventory agree with geopandas")
  func inventory() async throws {
    let expected = try record().hectares
    let found = try await communes(
      "rule: vn-2018, source: \(Self.sample)/forest-inventory.gpkg, \(Self.types)")
    #expect(found.count == 63 && expected.count == 63)
    for (code, unit) in found {
      let hectares = try #require(expected[code])
      let whole = try #require(unit.number("area_ha"))
      for name in ["natural", "planted", "not_yet_forest", "scattered", "bare"] {
        let own = unit.number("\(name)_ha") ?? .nan
        #expect(abs(own - (hectares[name] ?? .nan)) < 2e-8 * whole, "\(code) \(name)")
      }
      // Whether plots that overlay has parted by less than a micrometre are one patch is not the
      // same in both: a patch of 0.05 ha.
      let forest = unit.number("forest_ha") ?? .nan
      #expect(abs(forest - (hectares["forest"] ?? .nan)) < 2e-5 * whole, "\(code) forest")
    }
  }
}
