internal import Indicators
internal import Plan
internal import Publishing

extension RunRules {
  /// What is to be reached, what was measured elsewhere, and how it is chosen which roads to harden; of
  /// what the plan does not ask nothing.
  var goals: [JSONMember] {
    var members: [JSONMember] = []
    if plan.targets != nil, let targets {
      members.append(JSONMember("targets", .list(targets.map(rules))))
    }
    if !plan.measured.isEmpty {
      members.append(JSONMember("measured", .list(plan.measured.map(rules))))
    }
    if let roads = plan.roads, plan.villages != nil, plan.centres != nil, let targets {
      members.append(JSONMember("paving", paving(of: roads, targets)))
    }
    return members
  }

  private func rules(of target: TargetsLoader.Target) -> JSONValue {
    let definition = target.definition
    let comparison = definition.comparison.goal
    let file = FileProbe.lastPart(plan.file)
    return [
      "indicator": .text(definition.indicator), "level": .text(definition.level ?? "study"),
      "year": .text(text(of: definition.year)), "comparator": .text(comparison.comparator),
      "low": number(comparison.target.lowerBound), "high": number(comparison.target.upperBound),
      "unit": .optional(target.unit),
      "from": .text(target.row?.name ?? "\(file), line \(definition.mark.line)"),
      "text": .optional(target.row?.text),
    ]
  }

  private func rules(of measured: MeasuredDefinition) -> JSONValue {
    [
      "indicator": .text(measured.indicator), "year": .text(text(of: measured.year)),
      "value": number(measured.value), "from": .optional(measured.source),
    ]
  }

  /// As a run asks: the share of villages that the plan wants; a budget is asked of `pave` alone.
  private func paving(of roads: RoadsSection, _ targets: [TargetsLoader.Target]) -> JSONValue {
    let request = PavingRequest()
    let target = TargetsLoader.roadTarget(in: targets.map(\.definition), vintage: plan.vintage)
    return [
      "objective": .text("least cost for the share to be reached"),
      "reach_pct": number(target ?? 100), "reach_by": .text(target == nil ? "default" : "target"),
      "budget": .null, "weight": .text(request.weight.rawValue),
      "unknown_taken_as": .text(request.isUnknownHardened ? "hardened" : "unhardened"),
      "cost_unit": .text(roads.costs.isEmpty ? "m" : "money of the plan"),
      "costs": .list(roads.costs.map(rules)),
      "method": .text(
        "greedy by trees of cheapest ways; of small problems a program in whole numbers with least cuts,"
          + " else the bound of a dual ascent"),
    ]
  }

  private func rules(of cost: RoadCost) -> JSONValue {
    [
      "class": .list(cost.classes.map { .text($0) }),
      "surface": .list(cost.surfaces.map { .text($0) }),
      "slope_at_least_pct": cost.slopePercent?.atLeast.map(number) ?? .null,
      "slope_at_most_pct": cost.slopePercent?.atMost.map(number) ?? .null,
      "bridge": cost.bridge.map { .flag($0) } ?? .null, "per_km": number(cost.perKilometre),
    ]
  }

  private func text(of year: TargetYear) -> String {
    TargetPeriod(first: year.first, last: year.last).text
  }

  private func number(_ value: Double) -> JSONValue { .decimal(value, decimals: 9) }
}
