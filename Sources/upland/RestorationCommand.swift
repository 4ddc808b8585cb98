internal import ArgumentParser
internal import GeoModel
internal import Publishing
internal import Studies

/// `upland restoration`.
struct RestorationCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restoration",
    abstract: "Where could the missing forest come from, and by when must it be planted?",
    discussion: """
      The bare land of the inventory, plot by plot, or of the land cover, patch by patch: the gentlest \
      slope first, then the nearest to a road, then the largest; below it what each target for forest \
      cover lacks and the last year in which planting still counts.

      Example:
        upland restoration plan.yaml -o restoration.geojson
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var output: LayerOutput

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp("Only sites in this unit; ranks are those of all.", valueName: "code"))
  var code: String?

  func run() async throws {
    let session = try common.session()
    try output.requireKnownForm()
    let answer = try await session.restoration(in: code)
    common.warn(answer.sites.warnings)
    let language = common.language(of: session)
    try await output.deliver(
      answer.sites,
      columns: [
        "rank", "name", "plot", "area_ha", "slope_class_pct", "road_m", "cumulative_ha",
        "needed_for_year", "plant_by_year", "function",
      ],
      notes: RestorationSummary(
        totals: answer.sites.layer.studyTotals, gaps: answer.gaps, language: language
      ).lines, language: language, jobs: common.workers)
  }
}
