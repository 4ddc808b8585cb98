internal import ForestCover
internal import GeoModel
internal import Plan

/// Turns forest areas into a layer.
struct ForestCoverLayer {
  let plan: Plan
  let section: ForestSection
  let rule: ForestRule
  let target: ForestTarget?
  let isRaster: Bool

  /// The layer of a level; `name` is also its file's name.
  func layer(of result: ForestCoverStudy.LevelResult, name: String) -> Layer {
    let features = zip(result.level.units, result.areas).map { unit, areas in
      LayerFeature(
        identifier: "\(unit.level)/\(unit.label)", geometry: UnitLayer.geometry(of: unit),
        properties: UnitLayer.properties(of: unit, vintage: plan.vintage) + figures(areas))
    }
    let whole = ForestAreas.sum(of: result.areas)
    return Layer(
      name: name, features: features,
      studyTotals: UnitLayer.studyProperties(plan: plan, area: whole.total) + figures(whole))
  }

  private func figures(_ areas: ForestAreas) -> [Property] {
    let share = ForestShare(
      areas, minimumKnownPercent: section.minimumKnownPercent, countsWater: countsWater)
    var properties = [
      Property("rule", .text(rule.name)),
      Property("forest_ha", .hectares(areas.forest / 10_000)),
      Property("other_ha", .hectares(areas.other / 10_000)),
      Property("nodata_ha", .hectares(areas.noData / 10_000)),
      Property("outside_ha", .hectares(areas.outside / 10_000)),
      Property("known_pct", .percent(share.knownPercent)),
      Property("forest_pct", .percent(share.forestPercent)),
      Property("forest_pct_reason", .optionalText(reason(share))),
      Property("forest_pct_low", .percent(share.lowPercent)),
      Property("forest_pct_high", .percent(share.highPercent)),
    ]
    if let year = section.presentYear { properties.append(Property("year", .integer(year))) }
    if !countsWater { properties.append(Property("water_ha", .hectares(areas.water / 10_000))) }
    if isRaster {
      properties += [
        Property("forest_cells", cells(areas.forestCells)),
        Property("known_cells", cells(areas.knownCells)),
      ]
    }
    properties += inventory(areas)
    if let target {
      let gap = areas.gap(
        to: target.percent, minimumKnownPercent: section.minimumKnownPercent,
        countsWater: countsWater
      ).map { $0 / 10_000 }
      properties += [
        Property("target_pct", .percent(target.percent)),
        Property("target_year", .integer(target.year)),
        Property("gap_ha", .hectares(gap.map { max(0, $0) })),
        Property("gap_ha_reason", .optionalText(reason(share))),
        Property("surplus_ha", .hectares(gap.map { max(0, -$0) })),
        Property("surplus_ha_reason", .optionalText(reason(share))),
      ]
    }
    return properties
  }

  /// What an inventory tells of its types. Together with the small patches the types that count are
  /// the forest.
  private func inventory(_ areas: ForestAreas) -> [Property] {
    guard let types = areas.types else { return [] }
    func hectares(_ type: ForestType) -> PropertyValue { .hectares((types[type] ?? 0) / 10_000) }
    var properties = [
      Property("natural_ha", hectares(.natural)), Property("planted_ha", hectares(.planted)),
      Property("not_yet_forest_ha", hectares(.plantedNotYet)),
      Property("scattered_ha", hectares(.scattered)), Property("bare_ha", hectares(.bare)),
      Property("small_patches_ha", .hectares(areas.smallPatches / 10_000)),
    ]
    if let functions = areas.functions {
      for function in ForestFunction.allCases where function != .none {
        properties.append(
          Property(
            "\(function.rawValue)_forest_ha", .hectares((functions[function] ?? 0) / 10_000)))
      }
    }
    return properties
  }

  private var countsWater: Bool { rule.denominator == .naturalArea }

  private func cells(_ value: Double?) -> PropertyValue {
    value.map { .real($0, decimals: 9) } ?? .null
  }

  private func reason(_ share: ForestShare) -> String? {
    if share.forestPercent != nil { return nil }
    return share.knownPercent == nil ? "no_area" : "known_pct_below_minimum"
  }
}
