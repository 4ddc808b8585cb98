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
  @OptionGroup var place: PlaceSelection

  @Option(
    name: .long,
    help: ArgumentHelp("Only villages whose answer is no or unknown.", valueName: "tier"))
  var without: TierChoice?

  func run() async throws {
    let session = try common.session()
    try output.requireKnownForm()
    let result = try await session.villages(without: without?.tier, in: place.code)
    common.warn(result.warnings)
    let language = common.language(of: session)
    try await output.deliver(
      result,
      columns: columns,
      notes: VillageSummary(
        totals: result.layer.studyTotals, tier: without ?? .hardened, language: language
      ).lines,
      language: language, jobs: common.workers)
  }

  /// The tier that was asked for comes first, because a narrow terminal drops the last columns.
  private var columns: [String] {
    let asked = (without ?? .hardened).property
    let others = ["hardened", "all_season", "car"].filter { $0 != asked }
    return ["code", "name", "unit_name", asked, "reason", "gap_m", "unknown_m", "path_m"] + others
  }
}

/// The tiers on the command line.
enum TierChoice: String, ExpressibleByArgument, CaseIterable {
  case car
  case allSeason = "all-season"
  case hardened

  /// The property that holds the answer.
  var property: String { self == .allSeason ? "all_season" : rawValue }

  var tier: AccessTier {
    switch self {
    case .car: .car
    case .allSeason: .allSeason
    case .hardened: .hardened
    }
  }
}
