internal import GeoModel
internal import Plan
internal import Resettlement

/// How sure the proposal is: what other weights make of the sites and of the moves.
struct SensitivityStudy {
  let section: ResettlementSection
  let siting: SitingStudy.Result
  let sites: [PlacedSite]

  /// The name of the layer.
  static let name = "resettlement-sensitivity"

  let scenarios: WeightScenarios
  let stability: RankStability
  private let scores: [[Double]]

  init(section: ResettlementSection, siting: SitingStudy.Result, sites: [PlacedSite]) {
    self.section = section
    self.siting = siting
    self.sites = sites
    let rule = section.sensitivity
    scenarios = WeightScenarios(siting.weights, draws: rule.draws, seed: rule.seed)
    scores = sites.map { $0.site.criterionScores.map { $0 ?? .nan } }
    stability = RankStability(
      scores: scores, combination: siting.rules.combination, scenarios: scenarios, top: rule.top)
  }

  /// The households that move otherwise under each change of one weight; `nil` where nobody moves.
  func changed(_ moves: MovesStudy, _ result: MovesStudy.Result) throws(StudyError) -> [Int] {
    var changed: [Int] = []
    for change in scenarios.changes {
      let scores = scores.map {
        siting.rules.combination.score(of: $0, weights: change.weights)
      }
      let other = try moves.solve(moves.problem(of: result, scores: scores))
      let differences = zip(other.moved, result.allocation.moved).reduce(0) {
        $0 + abs($1.0 - $1.1)
      }
      changed.append(differences / 2)
    }
    return changed
  }

  /// A row a change of one weight.
  func layer(changed: [Int]?) -> Layer {
    let features = zip(scenarios.changes, stability.outcomes).enumerated().map { index, found in
      let (change, outcome) = found
      let name = siting.criterionNames[change.criterion]
      return LayerFeature(
        identifier: "sensitivity/\(name)/\(change.percent)", geometry: nil,
        properties: [
          Property("criterion", .text(name)), Property("change_pct", .integer(change.percent)),
          Property("weight", .real(change.weights[change.criterion], decimals: 9)),
          Property("first_site", .optionalText(outcome.first.map { sites[$0].name })),
          Property("first_stays", .flag(outcome.first == stability.top.first)),
          Property("entering", .list(outcome.entering.map { sites[$0].name })),
          Property("leaving", .list(outcome.leaving.map { sites[$0].name })),
          Property("households_changed", .optionalInteger(changed?[index])),
          Property(
            "households_changed_reason", .optionalText(changed == nil ? "nobody_moves" : nil)),
        ])
    }
    return Layer(
      name: Self.name, features: features,
      studyTotals: [
        Property("level", .text("study")), Property("draws", .integer(scenarios.draws.count)),
        Property("seed", .integer(section.sensitivity.seed)),
        Property("top", .integer(stability.top.count)),
        Property(
          "first_stays_pct",
          .percent(stability.top.first.flatMap { stability.firstShares[$0] }.map { 100 * $0 })),
        Property(
          "top_stays_pct",
          .percent(
            stability.top.compactMap { stability.topShares[$0] }.min().map { 100 * $0 })),
      ])
  }
}
