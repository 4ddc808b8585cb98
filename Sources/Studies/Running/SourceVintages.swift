internal import Plan

/// The dates that the plan gives for its sources. The data themselves say nothing of it that could be
/// relied upon.
struct SourceVintages {
  private var vintages: [String: String] = [:]

  /// Collects the dates of a plan.
  init(of plan: Plan) {
    let common = plan.vintage?.description
    for level in plan.units {
      if case .source(let units) = level.origin { vintages[units.source.path] = common }
    }
    for year in plan.forest?.years ?? [] {
      vintages[year.cover.source.path] = String(year.year)
    }
    for table in plan.indicators {
      vintages[table.source.path] = table.vintage?.description ?? common
    }
    for step in plan.crosswalk {
      vintages[step.source.path] = "\(step.from.vintage)/\(step.to.vintage)"
    }
    for units in plan.earlierUnits { vintages[units.source.path] = units.vintage.description }
    for base in plan.classifications.compactMap(\.base) {
      vintages[base.source.path] = base.vintage?.description ?? common
    }
  }

  /// The date of the units that the source at `path` of the plan is of (of a crosswalk both dates, of
  /// forest the year); `nil` where the plan gives none.
  subscript(path: String) -> String? { vintages[path] }
}
