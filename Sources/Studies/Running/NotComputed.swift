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
    let usesTerrain = plan.classifications.contains { $0.rule == .decree272 }
    if plan.elevation != nil, !usesTerrain { names.append("elevation") }
    if !plan.hazards.isEmpty { names.append("hazards") }
    if plan.resettlement != nil { names.append("resettlement") }
    if !plan.overlays.isEmpty { names.append("overlays") }
    // A crosswalk serves tables of another vintage; alone it has nothing to carry.
    let hasBase = plan.classifications.contains { $0.base?.vintage != nil }
    if !plan.crosswalk.isEmpty, plan.indicators.isEmpty, !hasBase { names.append("crosswalk") }
    return names
  }
}
