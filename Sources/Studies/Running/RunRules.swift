internal import GeoAlgorithms
internal import GeoModel
internal import Indicators
internal import Plan
internal import Publishing

/// The rules and thresholds of a plan, as run.json tells them.
struct RunRules {
  let plan: Plan
  /// The rule of the plan's forest as it is applied.
  let forestRule: ForestRule?
  /// The targets as they were read; `nil` where nothing asked for their table.
  let targets: [TargetsLoader.Target]?

  /// Settles the rules of a study. What departs from a rule, or cannot be read, was told when its figures
  /// were made.
  init(of study: Study) throws(StudyError) {
    plan = study.plan
    forestRule = try plan.forest.map { [plan] section throws(StudyError) in
      try ForestRuleLoader(plan: plan, section: section, ledger: SourceLedger()).load()
    }
    if case .source(let source) = plan.targets,
      !study.ledger.sources.contains(where: { $0.path == source.path })
    {
      targets = nil
    } else {
      targets = try TargetsLoader(plan: plan, ledger: SourceLedger()).targets()
    }
  }

  /// A member for each section that decides figures.
  var members: [JSONMember] {
    var members: [JSONMember] = [
      JSONMember(
        "areas",
        .text(
          "geodesic on the ellipsoid of WGS 84, from vertex to vertex; edges of other systems densified"
            + " so that none departs by more than 0.1 m"))
    ]
    if let forest = plan.forest, let rule = forestRule {
      members.append(JSONMember("forest", rules(of: forest, by: rule)))
    }
    if let restoration = plan.forest?.computedRestoration {
      members.append(JSONMember("forest_restoration", rules(of: restoration)))
    }
    if let roads = plan.roads { members.append(JSONMember("roads", rules(of: roads))) }
    if plan.elevation != nil {
      let bands = plan.terrainBands
      members.append(
        JSONMember(
          "terrain",
          [
            "slope": .text("Horn 1981, on the ellipsoid"),
            "slope_pct": .list(bands.slopes.map { .decimal($0, decimals: 9) }),
            "elevation_m": .list(bands.heights.map { .decimal($0, decimals: 9) }),
          ]))
    }
    if !plan.hazards.isEmpty { members.append(JSONMember("hazards", hazards)) }
    members += resettlement
    if let travel = plan.computedAccessibility {
      members.append(JSONMember("accessibility", rules(of: travel)))
    }
    if !plan.classifications.isEmpty {
      members.append(
        JSONMember("classifications", .list(plan.classifications.map { rules(of: $0) })))
    }
    return members + goals
  }

  private func rules(of forest: ForestSection, by rule: ForestRule) -> JSONValue {
    let definition: JSONValue =
      switch forest.presentCover?.definition {
      case .classes(let classes): ["classes": .list(classes.map { .integer($0) })]
      case .threshold(let minimum): ["at_least": .decimal(minimum, decimals: 9)]
      case .everything:
        .text("every polygon")
      case .canopy(let unit): ["canopy": .text(unit.rawValue)]
      case .types(let types): ["types": .text(types.field.name)]
      case nil: .null
      }
    let rules: JSONValue = [
      "rule": .text(rule.name), "rule_source": rule.source.map { .text($0) } ?? .null,
      "definition": definition,
      "min_patch_ha": rule.leastPatch.map { .decimal($0.value, decimals: 9) } ?? .null,
      "min_patch_counts": rule.leastPatch.map { .flag($0.isInclusive) } ?? .null,
      "min_canopy_pct": rule.leastCanopy.map { .decimal($0.value, decimals: 9) } ?? .null,
      "connectivity": .integer(rule.connectivity.rawValue),
      "counted": .list(
        ForestType.allCases.filter(rule.counted.contains).map { .text($0.rawValue) }),
      "denominator": .text(rule.denominator.rawValue),
      "min_known_pct": .decimal(forest.minimumKnownPercent, decimals: 9),
    ]
    // What every plan without years was recorded by stays as it was.
    guard !forest.years.isEmpty, case .object(let members) = rules else { return rules }
    return .object(members + [JSONMember("years", .list(forest.years.map { .integer($0.year) }))])
  }

  private func rules(of restoration: RestorationSection) -> JSONValue {
    func list(_ limits: [Double]) -> JSONValue {
      .list(limits.map { .decimal($0, decimals: 9) })
    }
    return [
      "slope_pct": list(restoration.slopeLimits), "road_m": list(restoration.roadLimits),
      "years_to_forest": .integer(restoration.yearsToForest),
      "years_to_forest_by": .text(restoration.statesYears ? "plan" : "default"),
    ]
  }

  private func rules(of travel: AccessibilitySection) -> JSONValue {
    [
      "to": .list(travel.destinations.map { .text($0.name) }),
      "barriers": .list(travel.barriers.map { .text($0.name) }),
      "minutes": .list(travel.limits.map { .decimal($0, decimals: 9) }),
      "walking": .text(
        travel.friction == nil
          ? "Tobler 1993, mean of there and back, slope after Horn" : "as the raster says"),
      "off_path_factor": travel.friction == nil
        ? .decimal(travel.offPathFactor, decimals: 9) : .null,
      "margin_km": .decimal(travel.marginKilometres, decimals: 9),
      "neighbours": .integer(8),
    ]
  }

  private var hazards: JSONValue {
    let rule = plan.resettlement?.exposure ?? ExposureRule(hazards: plan.hazards.map(\.name))
    return [
      "zones": .list(plan.hazards.map { rules(of: $0) }),
      "exposed_by": .list(rule.hazards.map { .text($0) }),
      "within_m": .decimal(rule.withinMetres, decimals: 9),
      "least_share_pct": .decimal(rule.leastSharePercent, decimals: 9),
      "radius_m": plan.villages?.radiusMetres.map { .decimal($0, decimals: 9) } ?? .null,
    ]
  }

  private func rules(of hazard: HazardDefinition) -> JSONValue {
    switch hazard.extent {
    case .areas(_, let field):
      ["name": .text(hazard.name), "class": field.map { .text($0.name) } ?? .null]
    case .raster(_, let range):
      [
        "name": .text(hazard.name),
        "at_least": range.atLeast.map { .decimal($0, decimals: 9) } ?? .null,
        "at_most": range.atMost.map { .decimal($0, decimals: 9) } ?? .null,
      ]
    case .slope(let least):
      ["name": .text(hazard.name), "slope_at_least_pct": .decimal(least, decimals: 9)]
    case .distance(_, let metres):
      ["name": .text(hazard.name), "within_m": .decimal(metres, decimals: 9)]
    }
  }

  private func rules(of classification: ClassificationDefinition) -> JSONValue {
    let validity = classification.rule.validity
    return [
      "name": .text(classification.name), "level": .text(classification.levelName),
      "rule": .text(classification.citation),
      "in_force_from": validity.map { .text($0.from) } ?? .null,
      "in_force_until": validity?.until.map { .text($0) } ?? .null,
      "date": (classification.date ?? plan.vintage).map { .text($0.description) } ?? .null,
      "inputs": .object(
        classification.inputs.map { JSONMember($0.name.rawValue, .text($0.column.name)) }),
      "base_year": classification.base.map { .integer($0.year) } ?? .null,
      "base_rule": classification.base?.rule.map { .text($0) } ?? .null,
    ]
  }

  private func rules(of roads: RoadsSection) -> JSONValue {
    func list(_ texts: [String]) -> JSONValue { .list(texts.map { .text($0) }) }
    return [
      "hardened": list(roads.hardened), "unhardened": list(roads.unhardened),
      "assume_hardened": list(roads.assumedHardened),
      "assume_unhardened": list(roads.assumedUnhardened),
      "not_all_season": list(roads.notAllSeason),
      "join": roads.join.map { .text($0.rawValue) }
        ?? .text("vertices for OpenStreetMap, else crossings"),
      "snap": .text(roads.snap.rawValue),
      "snap_limit_m": .decimal(roads.snapLimitMetres, decimals: 9),
      "tolerance_m": .decimal(roads.toleranceMetres, decimals: 9),
      "rural_access_m": .decimal(roads.ruralAccessMetres, decimals: 9),
      "speeds_kmh": .object(
        roads.speeds.map { JSONMember($0.roadClass, .decimal($0.kilometresPerHour, decimals: 9)) }),
      "join_near_misses": .flag(roads.joinsNearMisses),
      "closed": list(roads.closed),
      "surface_from": .list(roads.surfaceFrom.map { .text($0.field.name) }),
    ]
  }
}
