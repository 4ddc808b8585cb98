internal import ArgumentParser
internal import GeoModel
internal import Publishing
internal import Studies

/// `upland pave`.
struct PaveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pave",
    abstract: "What to harden first?",
    discussion: """
      Sections of road in the order in which hardening them gives most villages a hardened road to \
      their centre for the cost, until a share is reached or a budget is spent; below the table what \
      any other choice would cost at least. Costs are those of the plan's roads, or metres.

      Example:
        upland pave plan.yaml --reach 70 -o pave.geojson
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var output: LayerOutput
  @OptionGroup var place: PlaceSelection

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The share to be reached, in per cent. (default: the plan's target, else 100)",
      valueName: "percent"))
  var reach: Double?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The most that may be spent, in the money of the plan's costs.", valueName: "amount"))
  var budget: Double?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "What roads of unknown surface are taken as. (default: unhardened)", valueName: "state"))
  var unknown: UnknownChoice?

  @Option(
    name: .long,
    help: ArgumentHelp("What counts. (default: villages)", valueName: "what"))
  var weight: WeightChoice?

  @Flag(
    name: .long,
    help: "The shortest list of unknown roads whose survey would settle the share instead.")
  var surveys = false

  func validate() throws {
    if reach != nil, budget != nil {
      throw ValidationError("--reach and --budget: one of them, not both")
    }
    if let reach, !(0...100).contains(reach) {
      throw ValidationError("--reach \(text(reach)): from 0 to 100")
    }
    if let budget, !(budget >= 0 && budget.isFinite) {
      throw ValidationError("--budget \(text(budget)): at least 0")
    }
    if surveys, budget != nil {
      throw ValidationError("--surveys: settles a share; give --reach, not --budget")
    }
    if surveys, unknown != nil {
      throw ValidationError("--surveys: looks at both states; leave --unknown out")
    }
  }

  func run() async throws {
    let session = try common.session()
    try output.requireKnownForm()
    let request = PavingRequest(
      goal: budget.map { .budget($0) } ?? .reach(reach), weight: weight?.weight ?? .villages,
      isUnknownHardened: unknown == .hardened)
    let result =
      surveys
      ? try await session.surveys(request, in: place.code)
      : try await session.paving(request, in: place.code)
    common.warn(result.warnings)
    let language = common.language(of: session)
    try await output.deliver(
      result, columns: surveys ? Self.surveyColumns : Self.columns,
      notes: surveys
        ? SurveySummary(totals: result.layer.studyTotals, language: language).lines
        : PaveSummary(totals: result.layer.studyTotals, language: language).lines,
      language: language, jobs: common.workers)
  }

  private static let columns = [
    "order", "unit_name", "class", "surface", "length_m", "villages_gained", "cost", "reached_pct",
    "total_length_m", "households_gained",
  ]

  private static let surveyColumns = [
    "order", "unit_name", "roads", "class", "length_m", "villages_proved", "total_length_m",
    "proved_pct",
  ]

  private func text(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }
}

/// What roads of unknown surface are taken as, on the command line.
enum UnknownChoice: String, ExpressibleByArgument, CaseIterable {
  case hardened, unhardened
}

/// What counts, on the command line.
enum WeightChoice: String, ExpressibleByArgument, CaseIterable {
  case villages, households

  var weight: PavingRequest.Weight { self == .villages ? .villages : .households }
}
