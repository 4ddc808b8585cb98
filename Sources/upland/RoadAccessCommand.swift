internal import ArgumentParser
internal import GeoModel
internal import Publishing
internal import Studies

/// `upland road-access`.
struct RoadAccessCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "road-access",
    abstract: "How many villages have a hardened road to their centre, by unit?",
    discussion: """
      Villages and households by car, all-season and hardened road to the centre, each as an \
      interval where surfaces are unknown; kilometres of road by surface; the Rural Access Index \
      (SDG 9.1.1); with speeds, who is within 30 and 60 minutes of the centre and of services.

      Example:
        upland road-access plan.yaml --by commune -o access.geojson
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var output: LayerOutput
  @OptionGroup var units: UnitSelection

  func run() async throws {
    let session = try common.session()
    try output.requireKnownForm()
    let result = try await session.roadAccess(level: units.by, in: units.place.code)
    common.warn(result.warnings)
    let language = common.language(of: session)
    try await output.deliver(
      result,
      columns: [
        "name", "villages", "hardened_pct_low", "hardened_pct_high", "rai_pct_low",
        "rai_pct_high", "hardened_km", "unhardened_km", "unknown_km", "density_km_km2",
        "all_season_low", "all_season_high", "households_hardened_pct_low",
        "households_hardened_pct_high", "rural_population",
      ],
      notes: RoadAccessSummary(
        plan: session.plan, totals: result.layer.studyTotals, language: language
      ).lines, language: language, jobs: common.workers)
  }
}
