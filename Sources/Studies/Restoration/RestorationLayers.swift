internal import ForestCover
internal import GeoModel
internal import Plan

/// Turns sites, their ground and the targets into layers.
struct RestorationLayers {
  let study: Study
  let restoration: RestorationSection
  let result: RestorationStudy.Result

  /// The names of the layers, in the order of writing.
  static let names = ["forest-restoration", "forest-potential", "forest-gap"]

  /// The layer `forest-restoration`: a feature a plot or patch of bare land in a unit, the first to
  /// be planted first; those of the units `codes` where given, their rank that among all.
  func sites(in codes: Set<String>? = nil) -> Layer {
    let features = result.sites.enumerated().filter { _, site in
      codes.map { site.unit.code.map($0.contains) ?? false } ?? true
    }.map { index, site in
      LayerFeature(
        identifier: "restoration/\(index + 1)",
        geometry: site.piece.polygons.count == 1
          ? .polygon(site.piece.polygons[0]) : .multiPolygon(site.piece.polygons),
        properties: properties(of: site, rank: index + 1))
    }
    return Layer(name: Self.names[0], features: features, studyTotals: totals)
  }

  private func properties(
    of site: RestorationStudy.Site, rank: Int
  ) -> [Property] {
    let slope = site.slope?.dominant
    let goal = goal(needing: site)
    return [
      Property("rank", .integer(rank)), Property("code", .optionalText(site.unit.code)),
      Property("name", .optionalText(site.unit.name)), Property("level", .text(site.unit.level)),
      Property("vintage", .optionalText(study.plan.vintage?.description)),
      Property("plot", .text(site.piece.plot)),
      Property("function", .optionalText(site.piece.function?.rawValue)),
      Property("area_ha", .hectares(site.piece.area / 10_000)),
      Property("slope_class_pct", .optionalText(slope.map(slopeClass))),
      Property(
        "slope_class_ha",
        .hectares(slope.flatMap { site.slope?.areas[$0] }.map { $0 / 10_000 })),
      Property("slope_unknown_ha", .hectares((site.slope?.unknown ?? site.piece.area) / 10_000)),
      Property("slope_reason", .optionalText(slope == nil ? slopeReason : nil)),
      Property("road_m", .metres(site.roadMetres)),
      Property("road_class_m", .optionalText(site.roadClass.map(roadClass))),
      Property("road_reason", .optionalText(site.roadMetres == nil ? roadReason : nil)),
      Property("cumulative_ha", .hectares(site.cumulativeArea / 10_000)),
      Property("needed_for_year", .optionalInteger(goal?.target.year)),
      Property("plant_by_year", .optionalInteger(goal?.outlook.plantBy)),
    ]
  }

  /// The first target, of those for which planting is not too late, whose gap is not closed before
  /// this site.
  private func goal(needing site: RestorationStudy.Site) -> RestorationStudy.Goal? {
    result.goals.first { goal in
      guard let gap = goal.gap, gap > 0 else { return false }
      if let vintage = study.plan.vintage?.year, goal.outlook.plantBy < vintage { return false }
      return site.cumulativeArea - site.piece.area < gap
    }
  }

  private var totals: [Property] {
    let potential = result.sites.last?.cumulativeArea ?? 0
    let leftOut = result.leftOut
    let bare = potential + leftOut.notPlanned + leftOut.smallPatches + leftOut.slivers
    return UnitLayer.studyProperties(plan: study.plan, area: result.whole.total) + [
      Property("rule", .text(result.rule.name)),
      Property("bare_ha", .hectares(bare / 10_000)),
      Property("potential_ha", .hectares(potential / 10_000)),
      Property("not_planned_ha", .hectares(leftOut.notPlanned / 10_000)),
      Property("small_patches_ha", .hectares(leftOut.smallPatches / 10_000)),
      Property("slivers_ha", .hectares(leftOut.slivers / 10_000)),
    ] + notYet + [Property("sites", .integer(result.sites.count))]
  }

  /// Land planted and not yet forest, which a raster does not tell.
  private var notYet: [Property] {
    let area = result.whole.types.map { $0[.plantedNotYet] ?? 0 }
    return [
      Property("not_yet_forest_ha", .hectares(area.map { $0 / 10_000 })),
      Property(
        "not_yet_forest_reason", .optionalText(area == nil ? "source_does_not_tell" : nil)),
    ]
  }

  // MARK: Ground

  private struct Cell: Hashable {
    var unit: Int
    var slope: Int
    var road: Int
  }

  /// The layer `forest-potential`, without geometry: the hectares of the sites by unit, class of
  /// slope and class of distance to a road. The ground itself is told apart by slope, not the plot,
  /// so what is steep in a gentle plot is steep here.
  func potential() -> Layer {
    var areas: [Cell: (area: Double, sites: Int)] = [:]
    let unknown = Int.max
    for site in result.sites {
      let road = site.roadClass ?? unknown
      func add(_ slope: Int, _ area: Double) {
        guard area > 0 else { return }
        let cell = Cell(unit: site.piece.unit, slope: slope, road: road)
        let present = areas[cell] ?? (0, 0)
        areas[cell] = (present.area + area, present.sites + 1)
      }
      for (slope, area) in (site.slope?.areas ?? []).enumerated() { add(slope, area) }
      add(unknown, site.slope?.unknown ?? site.piece.area)
    }
    let cells = areas.sorted {
      ($0.key.unit, $0.key.slope, $0.key.road) < ($1.key.unit, $1.key.slope, $1.key.road)
    }
    let features = cells.enumerated().map { index, entry in
      let (cell, found) = entry
      let unit = study.finest.units[cell.unit]
      return LayerFeature(
        identifier: "potential/\(index + 1)", geometry: nil,
        properties: [
          Property("code", .optionalText(unit.code)), Property("name", .optionalText(unit.name)),
          Property("level", .text(unit.level)),
          Property("vintage", .optionalText(study.plan.vintage?.description)),
          Property(
            "slope_class_pct", .optionalText(cell.slope == unknown ? nil : slopeClass(cell.slope))),
          Property(
            "slope_reason", .optionalText(cell.slope == unknown ? slopeReason : nil)),
          Property(
            "road_class_m", .optionalText(cell.road == unknown ? nil : roadClass(cell.road))),
          Property("road_reason", .optionalText(cell.road == unknown ? roadReason : nil)),
          Property("area_ha", .hectares(found.area / 10_000)),
          Property("sites", .integer(found.sites)),
        ])
    }
    return Layer(name: Self.names[1], features: features, studyTotals: totals)
  }

  // MARK: Targets

  /// The layer `forest-gap`, without geometry: a line a target for forest cover.
  func gaps() -> Layer {
    let features = result.goals.enumerated().map { index, goal in
      LayerFeature(
        identifier: "gap/\(index + 1)", geometry: nil,
        properties: [
          Property("year", .integer(goal.target.year)),
          Property("target_pct", .percent(goal.target.percent)),
          Property("rule", .text(result.rule.name)),
          Property("vintage", .optionalText(study.plan.vintage?.description)),
          Property("forest_ha", .hectares(result.whole.forest / 10_000)),
          Property("gap_ha", .hectares(goal.gap.map { max(0, $0) / 10_000 })),
          Property(
            "potential_ha", .hectares((result.sites.last?.cumulativeArea ?? 0) / 10_000)),
        ] + notYet + [
          Property("sites_needed", .optionalInteger(goal.sitesNeeded)),
          Property("years_to_forest", .integer(restoration.yearsToForest)),
          Property("plant_by_year", .integer(goal.outlook.plantBy)),
          Property("can_be_met", .text(goal.outlook.canBeMet.rawValue)),
          Property("reason", .text(goal.outlook.reason.rawValue)),
        ])
    }
    return Layer(name: Self.names[2], features: features, studyTotals: totals)
  }

  // MARK: Classes

  private var slopeReason: String {
    study.plan.elevation == nil ? "no_elevation" : "elevation_unknown"
  }

  private var roadReason: String { "no_roads" }

  private func slopeClass(_ number: Int) -> String {
    Self.text(number, of: restoration.slopeLimits)
  }

  private func roadClass(_ number: Int) -> String { Self.text(number, of: restoration.roadLimits) }

  /// A class as its limits: `0-15`, `15-25`, `35+`.
  static func text(_ number: Int, of limits: [Double]) -> String {
    func plain(_ limit: Double) -> String {
      limit == limit.rounded() && limit < 1e15 ? String(Int(limit)) : String(limit)
    }
    let low = number == 0 ? "0" : plain(limits[number - 1])
    return number < limits.count ? "\(low)-\(plain(limits[number]))" : "\(low)+"
  }
}
