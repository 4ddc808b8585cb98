internal import ArgumentParser
internal import GeoModel
internal import Publishing
internal import Studies

/// `upland forest-cover`.
struct ForestCoverCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forest-cover",
    abstract: "How much forest, by which rule?",
    discussion: """
      Forest, other land, no data and land outside the source, in hectares that add up to the area \
      of each unit.

      Example:
        upland forest-cover plan.yaml --by commune -o forest.geojson
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var output: LayerOutput
  @OptionGroup var units: UnitSelection

  func run() async throws {
    let session = try common.session()
    try output.requireKnownForm()
    let result = try await session.forestCover(level: units.by, in: units.place.code)
    common.warn(result.warnings)
    let language = common.language(of: session)
    try await output.deliver(
      result,
      columns: [
        "code", "name", "area_ha", "forest_ha", "forest_pct", "known_pct", "target_pct", "gap_ha",
      ],
      notes: ForestSummary(
        plan: session.plan, totals: result.layer.studyTotals, language: language
      ).lines, language: language, jobs: common.workers)
  }
}
