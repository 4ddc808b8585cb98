internal import GeoAlgorithms
internal import GeoModel
internal import RoadAccess

/// Turns a choice of sections into the layer `pave`: a line a section, in the order of paving.
struct PavingLayer {
  let study: Study
  let placed: PlacedNetwork
  let request: PavingRequest
  let result: PavingStudy.Result

  /// The layer's name.
  static let name = "pave"

  /// The layer. What a step gains stands at its last section, because only then it is gained.
  func layer() -> Layer {
    let scenario = result.asked
    let features = SectionFeatures(
      study: study, placed: placed, network: scenario.network, prefix: Self.name)
    var cost = 0.0
    let rows = features.rows(of: scenario.plan).map { row in
      cost += scenario.costs.costs[row.section]
      return features.feature(
        row,
        gains: [
          Property("villages_gained", .integer(row.villages)),
          Property("households_gained", row.households.map { .integer($0) } ?? .null),
          Property("cost", money(scenario.costs.costs[row.section])),
          Property("total_length_m", .metres(row.totalLength)),
          Property("total_cost", money(cost)),
          Property("reached_pct", .percent(scenario.percent(row.weight))),
        ])
    }
    return Layer(name: Self.name, features: rows, studyTotals: totals)
  }

  private func money(_ value: Double) -> PropertyValue { .real(value, decimals: 3) }

  private var totals: [Property] {
    let scenario = result.asked
    let plan = scenario.plan
    var budget: Double?
    if case .budget(let value) = request.goal { budget = value }
    let sections = plan.steps.flatMap(\.links)
    let length = sections.reduce(0) { $0 + scenario.network.sections[$1].length }
    return [
      Property("level", .text("study")),
      Property("target_pct", .percent(result.percent)),
      Property("budget", budget.map(money) ?? .null),
      Property("weight", .text(request.weight.rawValue)),
      Property("unknown_taken_as", .text(request.isUnknownHardened ? "hardened" : "unhardened")),
      Property("villages", .integer(scenario.network.villages.count)),
      Property("counted", .integer(scenario.total)),
      Property("without_households", .integer(result.withoutHouseholds)),
      Property("reached_before_pct", .percent(scenario.percent(plan.initialWeight))),
      Property("reached_pct", .percent(scenario.percent(plan.weight))),
      Property("reachable_pct", .percent(scenario.percent(plan.greatestWeight))),
      Property("is_met", isMet.map { .flag($0) } ?? .null),
      Property("sections", .integer(sections.count)),
      Property("length_m", .metres(ShortGeodesic.metres(of: length))),
      Property("cost", money(scenario.cost)),
      Property("cost_unit", .text(scenario.costs.isMoney ? "money" : "m")),
      Property("bound", bound), Property("gap_pct", .percent(gap)),
      Property("proof", .text(plan.proof.rawValue)),
    ] + interval
  }

  /// Whether the target is reached; `nil` for a budget.
  private var isMet: Bool? {
    result.percent.map {
      result.asked.plan.weight >= PavingScenario.weight(of: $0, total: result.asked.total)
    }
  }

  /// What no choice passes: the least cost, or for a budget the greatest share in per cent.
  private var bound: PropertyValue {
    let scenario = result.asked
    if result.percent == nil {
      return .percent(
        scenario.total == 0 ? nil : 100 * scenario.plan.bound / Double(scenario.total))
    }
    return money(scenario.amount(scenario.plan.bound))
  }

  /// How far the choice may be from the best, in per cent of its cost, or of the bound for a budget.
  private var gap: Double? {
    let plan = result.asked.plan
    if plan.proof == .exact { return 0 }
    if result.percent == nil {
      return plan.bound > 0 ? max(0, 100 * (plan.bound - Double(plan.weight)) / plan.bound) : 0
    }
    return plan.cost > 0 ? max(0, 100 * (1 - plan.bound / Double(plan.cost))) : 0
  }

  /// The answers with unknown taken as hardened and as unhardened.
  private var interval: [Property] {
    let other = result.other ?? result.asked
    let hardened = request.isUnknownHardened ? result.asked : other
    let unhardened = request.isUnknownHardened ? other : result.asked
    return [
      Property("cost_low", money(hardened.cost)), Property("cost_high", money(unhardened.cost)),
      Property(
        "reached_before_pct_low", .percent(unhardened.percent(unhardened.plan.initialWeight))),
      Property("reached_before_pct_high", .percent(hardened.percent(hardened.plan.initialWeight))),
      Property("reached_pct_low", .percent(unhardened.percent(unhardened.plan.weight))),
      Property("reached_pct_high", .percent(hardened.percent(hardened.plan.weight))),
    ]
  }
}
