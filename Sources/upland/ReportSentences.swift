internal import GeoModel
internal import Plan
internal import Publishing
internal import Studies

/// The words of tables and the sentences below them, for a page: those of the commands.
struct ReportSentences {
  let plan: Plan
  let language: OutputLanguage

  /// All of them.
  var vocabulary: ReportVocabulary {
    let language = language
    let plan = plan
    let titles = ColumnTitles.titles(language).merging(
      ColumnTitles.resettlement(criteria: [], language)
    ) { common, _ in common }
    return ReportVocabulary(
      language: language, titles: titles, values: ColumnTitles.words(language),
      notes: { layer, all in
        ReportSentences(plan: plan, language: language).lines(of: layer, among: all)
      },
      sentence: { text in
        language == .vietnamese ? VietnamesePhrases.sentence(text) : text
      }, outcome: { JoinWords.outcome($0, language) })
  }

  /// The lines below a layer; those of a level below the first are those of the first.
  private func lines(of layer: Layer, among all: [Layer]) -> [String] {
    func other(_ name: String) -> Layer? { all.first { $0.name == name } }
    let totals = layer.studyTotals
    let name =
      plan.units.map { "-\($0.name)" }.first(where: layer.name.hasSuffix)
      .map { String(layer.name.dropLast($0.count)) } ?? layer.name
    return switch name {
    case "forest-cover": ForestSummary(plan: plan, totals: totals, language: language).lines
    case "forest-restoration":
      other("forest-gap").map {
        RestorationSummary(totals: totals, gaps: $0, language: language).lines
      } ?? []
    case "road-access": RoadAccessSummary(plan: plan, totals: totals, language: language).lines
    case "villages": VillageSummary(totals: totals, tier: .hardened, language: language).lines
    case "pave": PaveSummary(totals: totals, language: language).lines
    case "pave-surveys": SurveySummary(totals: totals, language: language).lines
    case "targets": TargetSummary(layer: layer, language: language).lines
    case "hazard-exposure", "resettlement-villages":
      ExposureSummary(totals: totals, language: language).lines
    case "resettlement-sites": proposal(sites: layer)
    case "resettlement-moves": proposal(moves: layer)
    case "resettlement-sensitivity": proposal(sensitivity: layer)
    default: []
    }
  }

  private func proposal(
    sites: Layer? = nil, moves: Layer? = nil, sensitivity: Layer? = nil
  ) -> [String] {
    ProposalSummary(
      answer: ProposalAnswer(sites: sites, moves: moves, sensitivity: sensitivity),
      language: language
    ).lines
  }
}
