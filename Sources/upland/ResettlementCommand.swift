internal import ArgumentParser
internal import GeoModel
internal import Publishing
internal import Studies

/// `upland resettlement`.
struct ResettlementCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resettlement",
    abstract: "Who is exposed to natural hazards, where could they go, who goes where?",
    discussion: """
      Each village with its exposure (yes, no or unknown, with the reason), the hazards and classes on its \
      ground and the shares that they take, the households and people that are exposed, and the \
      group that it belongs to.

      Example:
        upland resettlement plan.yaml --layer villages -o exposed.geojson
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var output: LayerOutput
  @OptionGroup var place: PlaceSelection

  @Option(name: .long, help: "What to show.")
  var layer: ResettlementLayer = .villages

  func run() async throws {
    let session = try common.session()
    let language = common.language(of: session)
    switch layer {
    case .villages:
      let result = try await session.resettlementVillages(in: place.code)
      common.warn(result.warnings)
      try await output.deliver(
        result,
        columns: [
          "code", "name", "unit_name", "exposed", "hazards", "households", "exposed_reason",
          "way_out", "group", "form",
        ],
        notes: ExposureSummary(totals: result.layer.studyTotals, language: language).lines,
        language: language, jobs: common.workers)
    }
  }
}

/// What `resettlement` shows.
enum ResettlementLayer: String, ExpressibleByArgument, CaseIterable {
  case villages
}
