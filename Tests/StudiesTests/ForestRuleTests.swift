import Studies
import Testing

@Suite("A rule's name and what the plan states of it")
struct ForestRuleTests {
  @Test(
    "a rule that asks for a least patch is not named in silence where the plan states none",
    arguments: [
      ("rule: vn-2018", 1), ("rule: vn-2018, min_patch_ha: 0.3", 0), ("rule: our-own", 0),
    ])
  func leastPatch(rule: String, warnings: Int) async throws {
    let folder = try TwoUnits.folder()
    try TwoUnits.writeRaster(to: folder) { _, _ in 10 }
    let session = try folder.session(
      TwoUnits.plan + "forest: {\(rule), source: cover.tif, classes: [10]}\n")
    let said = try await session.forestCover(level: nil, in: nil).warnings
    #expect(said.count { $0.contains("asks for a least patch") } == warnings, "\(said)")
  }
}
