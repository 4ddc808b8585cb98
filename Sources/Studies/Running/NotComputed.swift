internal import Plan

/// The parts of a plan that this version reads and validates, and does not compute.
enum NotComputed {
  /// Their names, in the order of the grammar.
  static func sections(of plan: Plan) -> [String] {
    var names: [String] = []
    // Times along roads need speeds; a raster of times needs services named as destinations. The Rural
    // Access Index needs roads.
    let reached = Set(plan.computedAccessibility?.services ?? [])
    if !plan.tellsTravelTimes, !plan.services.allSatisfy({ reached.contains($0.name) }) {
      names.append("services")
    }
    let travels = plan.computedAccessibility != nil
    if plan.population != nil, plan.roads == nil, !travels, !spreadsByPeople(plan) {
      names.append("population")
    }
    let ranksRestoration = plan.forest?.computedRestoration != nil
    if plan.forest?.restoration != nil, !ranksRestoration { names.append("forest.restoration") }
    if plan.resettlement?.exposure != nil, plan.hazards.isEmpty || plan.villages == nil {
      names.append("resettlement.exposure")
    }
    // A crosswalk serves tables and boundaries of another vintage; alone it has nothing to carry.
    let hasBase = plan.classifications.contains { $0.base?.vintage != nil }
    if !plan.crosswalk.isEmpty, plan.indicators.isEmpty, plan.earlierUnits.isEmpty, !hasBase {
      names.append("crosswalk")
    }
    return names
  }

  /// People are what figures of another vintage are spread by where no crosswalk tells: crosswalks
  /// are about the finest level.
  private static func spreadsByPeople(_ plan: Plan) -> Bool {
    plan.indicators.contains { table in
      guard case .code = table.key, case .units(let level) = table.subject,
        table.vintage != nil, table.vintage != plan.vintage
      else { return false }
      return plan.crosswalk.isEmpty || level != plan.units.last?.name
    }
  }
}
