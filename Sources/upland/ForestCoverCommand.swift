internal import ArgumentParser
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

  @Option(name: .long, help: "The level of units. (default: the first of the plan)")
  var by: String?

  @Option(name: .customLong("in"), help: "Only this unit and what lies in it, by code.")
  var code: String?

  func run() async throws {
    let session = try common.session()
    let result = try await session.forestCover(level: by, in: code)
    common.warn(result.warnings)
    try output.deliver(
      result,
      columns: [
        "code", "name", "area_ha", "forest_ha", "forest_pct", "known_pct", "target_pct", "gap_ha",
      ],
      language: common.language(of: session))
  }
}
