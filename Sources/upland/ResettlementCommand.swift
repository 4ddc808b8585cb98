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
      group that it belongs to. Sites: contiguous fit ground, the best first, and how often each stays among \
      the top under other weights; with -o ending in .tif the score of every cell. Moves: who goes where, \
      with the households that find no room and how near to the best that is proven to be.

      Example:
        upland resettlement plan.yaml --layer villages -o exposed.geojson
        upland resettlement plan.yaml --layer moves -o moves.geojson
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var output: LayerOutput
  @OptionGroup var place: PlaceSelection

  @Option(name: .long, help: "What to show.")
  var layer: ResettlementLayer = .villages

  func run() async throws {
    let session = try common.session()
    try output.requireKnownForm(holdsRaster: layer == .sites)
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
    case .sites, .moves:
      let answer = try await session.resettlementProposal(
        in: place.code, rasterTo: layer == .sites ? output.rasterPath : nil)
      common.warn(answer.warnings)
      guard let output = layer == .sites ? output.besideRaster : output,
        let shown = layer == .sites ? answer.sites : answer.moves
      else { return }
      try await output.deliver(
        LayerResult(layer: shown),
        columns: layer == .sites
          ? [
            "rank", "site", "unit_name", "area_ha", "score", "capacity_households",
            "received_households", "top_pct", "compactness",
          ] + session.criterionNames
          : [
            "from_name", "to", "to_name", "households", "move_m", "distance_by", "form",
            "same_unit",
          ],
        titles: ColumnTitles.resettlement(criteria: session.criterionNames, language),
        notes: ProposalSummary(answer: answer, language: language).lines, language: language,
        jobs: common.workers)
    }
  }
}

/// What `resettlement` shows.
enum ResettlementLayer: String, ExpressibleByArgument, CaseIterable {
  case villages, sites, moves
}
