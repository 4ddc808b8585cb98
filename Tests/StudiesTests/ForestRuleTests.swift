import Foundation
import GDALKit
import GeoModel
import Plan
import Studies
import Testing

/// What is forest by the rules of `GeoData/rules`, and by a plan's own.
@Suite("A rule's name and what is applied of it")
struct ForestRuleTests {
  /// The western commune's share of forest, and what was said.
  private func cover(
    _ section: String, in folder: PlanFolder
  ) async throws -> (percent: Double, warnings: [String]) {
    let session = try folder.session(TwoUnits.plan + "forest: {\(section)}\n")
    let result = try await session.forestCover(level: nil, in: nil)
    let west = try #require(result.layer.features.first)
    return (try #require(west.number("forest_pct")), result.warnings)
  }

  /// Cells of 118 ha, of which one row in ten has canopy of just 10 %, one of 10.5 %, one of just
  /// 30 %, one of 80 %: the boundary of each rule decides one row.
  @Test(arguments: [
    ("vn-2018", 40), ("fao", 30), ("gfw-30", 20),
  ])
  func leastCanopy(rule: String, percent: Double) async throws {
    let folder = try TwoUnits.folder()
    let rows: [Float] = [10, 10.5, 30, 80, 0, 1, 5, 9.99, 0, 0]
    try folder.write(
      .reals((0..<200).map { rows[$0 / 20] }),
      grid: GridGeometry(
        columns: 20, rows: 10, originX: 108, columnStepX: 0.01, originY: 15.1, rowStepY: -0.01),
      system: "EPSG:4326", noData: nil, to: "canopy.tif")
    let found = try await cover("rule: \(rule), source: canopy.tif, canopy: percent", in: folder)
    // Rows further north are a little smaller: a tenth to four decimals.
    #expect(abs(found.percent - percent) < 0.01, "\(found)")
  }

  /// The least patch is the rule's where the plan gives none, and a plan that departs says so. Cells
  /// of 118 ha: a rule of the planner's that asks for more leaves single cells out.
  @Test func leastPatchOfAFile() async throws {
    let folder = try TwoUnits.folder()
    try TwoUnits.writeRaster(to: folder) { column, row in column == 3 && row == 3 ? 10 : 60 }
    func rule(_ patch: String) -> String {
      "rule: own\nleast_patch: \(patch)\ncounted: [natural]\ndenominator: natural_area\n"
    }
    try folder.write(rule("{ha: 200}"), to: "own.yaml")
    let section = "rule: own.yaml, source: cover.tif, classes: [10]"
    #expect(try await cover(section, in: folder).percent == 0)
    let departing = try await cover(section + ", min_patch_ha: 0.3", in: folder)
    #expect(abs(departing.percent - 1) < 0.01)
    #expect(departing.warnings.contains { $0.contains("stands in place of the rule's (own: 200") })
    let faithful = try await cover(section + ", min_patch_ha: 200", in: folder)
    #expect(faithful.percent == 0)
    #expect(!faithful.warnings.contains { $0.contains("stands in place") })
  }

  /// "More than" leaves a patch of just that area out, "at least" counts it.
  @Test func boundsWithAndWithoutTheirEnd() {
    #expect(ForestRule.Bound(0.5).leastNumber == 0.5)
    #expect(ForestRule.Bound(0.5, isInclusive: false).leastNumber > 0.5)
  }

  /// Two rows of ten are water and three forest: 30 % of the area, 37.5 % of the land.
  @Test func inlandWaterIsLeftOutOfTheLand() async throws {
    let folder = try TwoUnits.folder()
    try TwoUnits.writeRaster(to: folder) { _, row in row < 2 ? 80 : row < 5 ? 10 : 60 }
    let land = try await cover(
      "rule: fao, source: cover.tif, classes: [10], water_classes: [80]", in: folder)
    #expect(abs(land.percent - 37.5) < 0.01)
    #expect(land.warnings.allSatisfy { !$0.contains("inland water") })
    let unnamed = try await cover("rule: fao, source: cover.tif, classes: [10]", in: folder)
    #expect(abs(unnamed.percent - 30) < 0.01)
    #expect(unnamed.warnings.contains { $0.contains("names no water_classes") })
    let natural = try await cover(
      "rule: vn-2018, source: cover.tif, classes: [10], water_classes: [80]", in: folder)
    #expect(abs(natural.percent - 30) < 0.01)
  }

  @Test(arguments: [
    ("rule: nowhere.yaml, source: cover.tif, classes: [10]", "no such rule file: 'nowhere.yaml'"),
    ("rule: own, source: cover.tif, canopy: percent", "has no least canopy"),
    ("rule: broken.yaml, source: cover.tif, classes: [10]", "is no type of forest land"),
  ])
  func faults(section: String, message: String) async throws {
    let folder = try TwoUnits.folder()
    try TwoUnits.writeRaster(to: folder) { _, _ in 10 }
    try folder.write(
      "rule: broken\ncounted: [natrual]\ndenominator: natural_area\n", to: "broken.yaml")
    let session = try folder.session(TwoUnits.plan + "forest: {\(section)}\n")
    let said = await refusal { _ = try await session.forestCover(level: nil, in: nil) }
    #expect(said.count == 1 && said[0].contains(message), "\(said)")
  }

  /// The rules that come with the program are read, and each bears the name of its file.
  @Test func rulesOfTheProgram() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "GeoData/rules/forest")
    for name in ["vn-2018", "fao", "gfw-30"] {
      let rule = try ForestRule.read(
        contentsOf: folder.appending(path: "\(name).yaml").path(percentEncoded: false))
      #expect(rule.name == name && rule.source != nil && rule.titles.count == 2)
    }
  }
}
