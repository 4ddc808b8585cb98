import Foundation
import GeoModel
import Studies
import Testing

/// A forest inventory through a plan.
@Suite("Forest inventory")
struct ForestInventoryTests {
  /// The western commune (0.1° square) in three plots of 0.02°, 0.03° and 0.05° of its width.
  private func folder(_ codes: [KeyValuePairs<String, String>]) throws -> PlanFolder {
    let folder = try TwoUnits.folder()
    let edges = [108, 108.02, 108.05, 108.1]
    let features = codes.enumerated().map { index, properties in
      MapText.Feature(
        properties, rectangle(edges[index], 15, edges[index + 1], 15.1))
    }
    try folder.write(MapText.geoJSON(features), to: "plots.geojson")
    return folder
  }

  private func west(_ folder: PlanFolder, _ section: String) async throws -> LayerFeature {
    let session = try folder.session(
      TwoUnits.plan + "forest: {source: plots.geojson, \(section)}\n")
    let layer = try await session.forestCover(level: nil, in: nil).layer
    return try #require(layer.features.first)
  }

  /// The national codes in letters of either case and in numbers; planted land that is not yet
  /// forest does not count, whatever the source calls it.
  @Test(arguments: [["TXB", "RTG", "DTR"], ["txb", "rtg", " dtr "], ["15", "60", "72"]])
  func nationalCodes(codes: [String]) async throws {
    let folder = try folder(codes.map { ["ldlr": $0, "malr3": "2"] as KeyValuePairs })
    let unit = try await west(
      folder,
      "rule: vn-2018, types: {field: ldlr, table: national-inventory,"
        + " function: {field: malr3, table: {1: protection, 2: special_use, 3: production}}}")
    let area = try #require(unit.number("area_ha"))
    #expect(abs((unit.number("forest_pct") ?? 0) - 50) < 0.01)
    #expect(abs((unit.number("natural_ha") ?? 0) - 0.2 * area) < 1e-3 * area)
    #expect(abs((unit.number("planted_ha") ?? 0) - 0.3 * area) < 1e-3 * area)
    #expect(abs((unit.number("not_yet_forest_ha") ?? 0) - 0.5 * area) < 1e-3 * area)
    #expect(abs((unit.number("special_use_forest_ha") ?? 0) - 0.5 * area) < 1e-3 * area)
    #expect(unit.number("scattered_ha") == 0 && unit.number("small_patches_ha") == 0)
  }

  /// 4.9 m of planted trees on soil are not yet forest, 5 m are; on rock 2 m are enough.
  @Test func leastHeights() async throws {
    let folder = try folder([
      ["ldlr": "RTG", "h": "4.9"], ["ldlr": "RTG", "h": "5"], ["ldlr": "RTGD", "h": "2"],
    ])
    let types = "types: {field: ldlr, table: national-inventory, height: h}"
    let tested = try await west(folder, "rule: vn-2018, \(types)")
    #expect(abs((tested.number("forest_pct") ?? 0) - 80) < 0.01)
    #expect((tested.number("not_yet_forest_ha") ?? 0) > 0)
    let untested = try await west(folder, "rule: own, \(types)")
    #expect(abs((untested.number("forest_pct") ?? 0) - 100) < 0.01)
  }

  /// What the source does not tell is no data: the share is null under 95 % known, and its bounds
  /// say what it may be.
  @Test func aPlotWithoutCodeIsUnknown() async throws {
    let folder = try folder([["ldlr": "TXB"], ["ldlr": ""], ["ldlr": "DKH"]])
    let unit = try await west(
      folder, "rule: vn-2018, types: {field: ldlr, table: national-inventory}")
    #expect(unit.number("forest_pct") == nil)
    #expect(abs((unit.number("forest_pct_low") ?? 0) - 20) < 0.01)
    #expect(abs((unit.number("forest_pct_high") ?? 0) - 50) < 0.01)
  }

  @Test(arguments: [
    ("table: {TXB: natural}", "has the code 'RTX' (1x), which the table does not name"),
    ("table: {TXB: natrual, RTX: planted}", "did you mean 'natural'?"),
    ("table: nowhere.yaml", "cannot be read"),
    (
      "table: {TXB: natural, RTX: planted}, function: {field: malr3, table: {1: protection}}",
      "has the code '9' (1x)"
    ),
  ])
  func faults(types: String, message: String) async throws {
    let folder = try folder([["ldlr": "TXB", "malr3": "1"], ["ldlr": "RTX", "malr3": "9"]])
    let lines = await refusal {
      _ = try await west(folder, "rule: vn-2018, types: {field: ldlr, \(types)}")
    }
    #expect(lines.count == 1 && lines[0].contains(message), "\(lines)")
  }
}
