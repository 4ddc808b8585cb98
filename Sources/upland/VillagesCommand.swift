internal import ArgumentParser
internal import GeoModel
internal import Publishing
internal import Studies

/// `upland villages`.
struct VillagesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "villages",
    abstract: "Which villages have no road to their centre, why, and how far is it from mended?",
    discussion: """
      Each village's road to the centre of its unit as car, all-season and hardened: yes, no or \
      unknown, with the reason, and the metres not hardened (gap) and of unknown surface on the \
      best path.

      Example:
        upland villages plan.yaml --without hardened -o villages.geojson
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var output: LayerOutput

  @Option(
    name: .long,
    help: "Only villages whose answer is no or unknown: car, all-season or hardened.")
  var without: TierChoice?

  @Option(name: .customLong("in"), help: "Only villages in this unit, by code.")
  var code: String?

  func run() async throws {
    let session = try common.session()
    let result = try await session.villages(without: without?.tier, in: code)
    common.warn(result.warnings)
    let language = common.language(of: session)
    try output.deliver(
      result,
      columns: [
        "code", "name", "unit_name", "hardened", "gap_m", "unknown_m", "path_m", "reason",
        "all_season", "car",
      ], notes: VillageSummary(totals: result.layer.studyTotals, language: language).lines,
      language: language)
  }
}

/// The tiers on the command line.
enum TierChoice: String, ExpressibleByArgument, CaseIterable {
  case car
  case allSeason = "all-season"
  case hardened

  var tier: AccessTier {
    switch self {
    case .car: .car
    case .allSeason: .allSeason
    case .hardened: .hardened
    }
  }
}
