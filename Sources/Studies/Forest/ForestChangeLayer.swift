internal import ForestCover
internal import GeoModel
internal import Plan

extension ForestChangeStudy {
  /// The layer of a level: gain, loss, net and yearly rate of each unit.
  func layer(of result: Result, level name: String) -> Layer {
    let layerName = LayerSelection.changeName(name, study.plan)
    guard let found = result.levels.first(where: { $0.level.name == name }) else {
      return Layer(name: layerName, features: [])
    }
    let figures = ForestChangeFigures(
      rule: cover.rule.name, years: years, obstacle: result.obstacle, functions: result.functions,
      minimumKnownPercent: section.minimumKnownPercent)
    let features = found.level.units.enumerated().map { index, unit in
      LayerFeature(
        identifier: "\(unit.level)/\(unit.label)", geometry: UnitLayer.geometry(of: unit),
        properties: UnitLayer.properties(of: unit, vintage: study.plan.vintage)
          + figures.properties(of: found.changes[index], between: found.between.map { $0[index] }))
    }
    let whole = ForestChange.sum(of: found.changes, areComparable: result.obstacle == nil)
    return Layer(
      name: layerName, features: features,
      studyTotals: UnitLayer.studyProperties(plan: study.plan, area: whole.before.total)
        + figures.properties(of: whole, between: found.between.map { ForestAreas.sum(of: $0) }))
  }

  /// The table of transitions between the first and the last year: of the whole study by the units of
  /// the first level in `result` (unless `ofStudy` is false), then of each unit.
  func transitionsLayer(of result: Result, ofStudy: Bool = true) -> Layer {
    var features: [LayerFeature] = []
    func add(_ change: ForestChange, unit: AdministrativeUnit?) {
      let level = unit?.level ?? "study"
      for (transition, area) in change.transitions.sorted(by: { $0.key < $1.key }) {
        let place = unit.map { "\(level)/\($0.label)" } ?? level
        features.append(
          LayerFeature(
            identifier: "\(place)/\(transition.before.name)/\(transition.after.name)",
            geometry: nil,
            properties: [
              Property("code", .optionalText(unit?.code)),
              Property("name", .optionalText(unit == nil ? study.plan.title : unit?.name)),
              Property("level", .text(level)),
              Property("from_year", .integer(first.year)), Property("to_year", .integer(last.year)),
              Property("from_class", .text(transition.before.name)),
              Property("to_class", .text(transition.after.name)),
              Property("area_ha", .hectares(area / 10_000)),
            ]))
      }
    }
    if ofStudy, let whole = result.levels.first {
      add(.sum(of: whole.changes, areComparable: result.obstacle == nil), unit: nil)
    }
    for found in result.levels {
      for (unit, change) in zip(found.level.units, found.changes) { add(change, unit: unit) }
    }
    return Layer(name: LayerSelection.transitionsName, features: features)
  }
}

/// The figures of a unit's change as properties.
struct ForestChangeFigures {
  let rule: String
  let years: [Int]
  let obstacle: ForestChangeStudy.Obstacle?
  let functions: [ForestFunction]
  let minimumKnownPercent: Double

  /// The properties of a unit; `between` are the years between the first and the last.
  func properties(of change: ForestChange, between: [ForestAreas]) -> [Property] {
    var properties = [
      Property("rule", .text(rule)), Property("from_year", .integer(years.first ?? 0)),
      Property("to_year", .integer(years.last ?? 0)),
    ]
    for (year, areas) in zip(years, [change.before] + between + [change.after]) {
      properties += [
        Property("forest_\(year)_ha", .hectares(areas.forest / 10_000)),
        Property("known_\(year)_pct", .percent(knownPercent(areas))),
      ]
    }
    let balance = change.balance
    properties += known("gain_ha", balance?.gain) + known("loss_ha", balance?.loss)
    properties += known("net_ha", balance?.net) + known("unknown_ha", balance?.unknown)
    let rate = yearlyRate(change)
    properties += [
      Property("yearly_rate_pct", .percent(rate.percent)),
      Property("yearly_rate_pct_reason", .optionalText(rate.reason)),
    ]
    for function in functions {
      properties += known(
        "loss_in_\(function.rawValue)_ha", change.lossByFunction[function])
    }
    return properties
  }

  private func known(_ name: String, _ area: Double?) -> [Property] {
    [
      Property(name, .hectares(area.map { $0 / 10_000 })),
      Property("\(name)_reason", .optionalText(obstacle?.rawValue)),
    ]
  }

  private func knownPercent(_ areas: ForestAreas) -> Double? {
    areas.total > 0 ? 100 * (areas.forest + areas.other) / areas.total : nil
  }

  /// The rate on the ground known in both years, where that is enough of the unit.
  private func yearlyRate(_ change: ForestChange) -> (percent: Double?, reason: String?) {
    guard let balance = change.balance else { return (nil, obstacle?.rawValue) }
    let total = change.before.total
    guard total > 0 else { return (nil, "no_area") }
    // Sums of many cells may miss a full 95 % by rounding alone.
    guard 100 * (total - balance.unknown) / total >= minimumKnownPercent - 1e-9 else {
      return (nil, "known_pct_below_minimum")
    }
    let rate = change.yearlyRatePercent(years: (years.last ?? 0) - (years.first ?? 0))
    return (rate, rate == nil ? "no_forest_at_first" : nil)
  }
}
