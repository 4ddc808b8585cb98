internal import Plan

/// The parts of a plan that this version reads and validates, and does not compute.
enum NotComputed {
  /// Their names, in the order of the grammar.
  static func sections(of plan: Plan) -> [String] {
    var names: [String] = []
    if plan.population != nil { names.append("population") }
    if let forest = plan.forest {
      if !forest.years.isEmpty { names.append("forest.years") }
      if case .types = forest.cover?.definition { names.append("forest.types") }
    }
    if plan.elevation != nil { names.append("elevation") }
    if !plan.hazards.isEmpty { names.append("hazards") }
    if plan.resettlement != nil { names.append("resettlement") }
    if !plan.overlays.isEmpty { names.append("overlays") }
    // A crosswalk serves the indicators; alone it has nothing to carry.
    if !plan.crosswalk.isEmpty, plan.indicators.isEmpty { names.append("crosswalk") }
    return names
  }
}
