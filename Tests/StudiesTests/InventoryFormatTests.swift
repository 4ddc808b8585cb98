import Foundation
import GeoModel
import Studies
import Testing

/// One inventory as offices hand it on: MapInfo TAB and Shapefile, in VN-2000, texts in TCVN3. Plots
/// overlap, lie across the border of two communes, and one is too small to be forest by itself. The
/// files and the figures are other programs' (Tests/Oracles/inventory_formats.py).
@Suite("Inventories as MapInfo TAB and Shapefile in TCVN3")
struct InventoryFormatTests {
  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/inventory")

  private struct Expected: Decodable {
    var units: [String: [String: Double]]
    var overlapHectares: Double

    enum CodingKeys: String, CodingKey {
      case units
      case overlapHectares = "overlap_ha_pairs"
    }
  }

  private func plan(_ file: String, encoding: String = ", encoding: {MALR3: tcvn3, TEN_LR: tcvn3}")
    -> String
  {
    TwoUnits.plan + """
      forest:
        rule: vn-2018
        source: \(Self.fixtures.path())/\(file)
        crs: EPSG:5898
        crs_override: true\(encoding.isEmpty ? "" : "\n  encoding: {MALR3: tcvn3, TEN_LR: tcvn3}")
        types:
          field: LDLR
          table: national-inventory
          function:
            field: MALR3
            table:
              Đặc dụng: special_use
              Phòng hộ: protection
              Sản xuất: production
              Ngoài quy hoạch: none

      """
  }

  @Test(arguments: ["plots.tab", "plots.shp"])
  func figures(file: String) async throws {
    let folder = try TwoUnits.folder()
    let result = try await folder.session(plan(file)).forestCover(level: nil, in: nil)
    let expected = try JSONDecoder().decode(
      Expected.self, from: Data(contentsOf: Self.fixtures.appending(path: "expected.json")))
    #expect(result.layer.features.count == 2)
    for unit in result.layer.features {
      let figures = try #require(expected.units[unit.text("code") ?? ""])
      let area = try #require(figures["area_ha"])
      for (name, property) in [
        ("area_ha", "area_ha"), ("forest_ha", "forest_ha"), ("natural", "natural_ha"),
        ("planted", "planted_ha"), ("planted_not_yet", "not_yet_forest_ha"), ("bare", "bare_ha"),
      ] {
        let (found, oracle) = (try #require(unit.number(property)), try #require(figures[name]))
        #expect(abs(found - oracle) < 1e-6 * area, "\(file) \(property): \(found), \(oracle)")
      }
      // Functions are of what counts as forest: specks under the least area too.
      let functions = ["special_use", "protection", "production"].compactMap {
        unit.number("\($0)_forest_ha")
      }
      let counted = (figures["natural"] ?? 0) + (figures["planted"] ?? 0)
      #expect(functions.count == 3 && abs(functions.reduce(0, +) - counted) < 1e-6 * area)
    }
    // Each pair of plots that overlap is told, and their ground counted once.
    let warning = try #require(result.warnings.first { $0.contains("overlaps of plots") })
    #expect(warning.contains("5 overlaps of plots, 700.14 ha, counted once"), "\(warning)")
    #expect(abs(expected.overlapHectares - 700.14) < 0.01)
  }

  /// The same plan over both files gives the same bytes, the numbers of features aside.
  @Test func theFormatDecidesNothing() async throws {
    let folder = try TwoUnits.folder()
    var layers: [[LayerFeature]] = []
    for file in ["plots.tab", "plots.shp"] {
      layers.append(
        try await folder.session(plan(file)).forestCover(level: nil, in: nil).layer.features)
    }
    for (tab, shapefile) in zip(layers[0], layers[1]) {
      for (left, right) in zip(tab.properties, shapefile.properties) {
        if case .real(let one, _) = left.value, case .real(let two, _) = right.value {
          // A TAB stores whole hundredths of a millimetre.
          #expect(abs(one - two) < 1e-6 * max(1, abs(one)), "\(left.name)")
        } else {
          #expect(left == right)
        }
      }
    }
  }

  /// Without the encoding the functions are letters that no table names: an error, no guess.
  @Test(arguments: ["plots.tab", "plots.shp"])
  func withoutEncoding(file: String) async throws {
    let folder = try TwoUnits.folder()
    let lines = await refusal {
      _ = try await folder.session(plan(file, encoding: "")).forestCover(level: nil, in: nil)
    }
    #expect(!lines.isEmpty)
    #expect(
      lines.allSatisfy { $0.contains("which the table does not name") || $0.contains("UTF-8") })
  }
}
