internal import GeoModel
internal import Plan
internal import Resettlement

/// Turns sites and the ground of units into layers.
struct SitesLayer {
  let study: Study
  let rules: SiteRules
  let result: SitingStudy.Result
  let sites: [PlacedSite]

  /// The names of the layers.
  static let name = "resettlement-sites"
  static let groundName = "resettlement-ground"

  /// The properties that sites have beside those of the criteria.
  static let ownNames: Set<String> = [
    "rank", "site", "unit", "unit_name", "vintage", "area_ha", "capacity_households",
    "capacity_reason", "received_households", "received_reason", "score", "compactness",
    "top_pct",
  ]

  /// The households that a site has room for by its area; `nil` where the plan does not say how
  /// much one needs.
  func capacity(of site: PlacedSite) -> Int? {
    rules.squareMetresPerHousehold.map { Int((site.site.area / $0 * (1 + 1e-12)).rounded(.down)) }
  }

  /// A feature a site, the best first; those in the units `codes` where given.
  ///
  /// - Parameter received: how many households each receives; `nil` where nobody is moved.
  func layer(
    received: [Int]?, reason: String = "no_exposed_villages", topShares: [Double?]? = nil,
    in codes: Set<String>? = nil
  ) -> Layer {
    let units = study.finest.units
    let features = sites.indices.filter { index in
      codes.map { units[sites[index].site.unit].code.map($0.contains) ?? false } ?? true
    }.map { index in
      let site = sites[index]
      let unit = units[site.site.unit]
      let capacity = capacity(of: site)
      return LayerFeature(
        identifier: "site/\(site.name)",
        geometry: site.polygons.count == 1
          ? .polygon(site.polygons[0]) : .multiPolygon(site.polygons),
        properties: [
          Property("rank", .integer(index + 1)), Property("site", .text(site.name)),
          Property("unit", .optionalText(unit.code)),
          Property("unit_name", .optionalText(unit.name)),
          Property("vintage", .optionalText(study.plan.vintage?.description)),
          Property("area_ha", .hectares(site.site.area / 10_000)),
          Property("capacity_households", .optionalInteger(capacity)),
          Property("capacity_reason", .optionalText(capacity == nil ? "no_m2_per_household" : nil)),
          Property("received_households", .optionalInteger(received?[index])),
          Property("received_reason", .optionalText(received == nil ? reason : nil)),
          Property("score", .real(site.site.score, decimals: 6)),
          Property("top_pct", .percent(topShares?[index])),
          Property("compactness", .real(site.compactness, decimals: 4)),
        ] + criteria(of: site))
    }
    return Layer(name: Self.name, features: features, studyTotals: totals)
  }

  /// The score of each criterion under its name, and its mean in its own unit.
  private func criteria(of site: PlacedSite) -> [Property] {
    rules.criteria.indices.flatMap { index -> [Property] in
      let criterion = rules.criteria[index]
      let score = site.site.criterionScores[index]
      let value = site.site.criterionValues[index]
      let own = Property(criterion.name, score.map { .real($0, decimals: 6) } ?? .null)
      switch criterion.subject {
      case .slopePercent: return [own, Property("\(criterion.name)_pct", .percent(value))]
      case .elevationMetres, .distance:
        return [own, Property("\(criterion.name)_m", .metres(value))]
      case .inside, .outside: return [own]
      }
    }
  }

  /// A feature a unit of the finest level: how its area divides.
  func ground() -> Layer {
    let features = study.finest.units.enumerated().map { index, unit in
      LayerFeature(
        identifier: "\(unit.level)/\(unit.label)", geometry: UnitLayer.geometry(of: unit),
        properties: UnitLayer.properties(of: unit, vintage: study.plan.vintage)
          + figures(of: result.areas[index], sites: sites.filter { $0.site.unit == index }))
    }
    return Layer(name: Self.groundName, features: features, studyTotals: totals)
  }

  private var totals: [Property] {
    var sum = GroundAreas(rules: result.rules)
    for areas in result.areas { sum.add(areas) }
    return UnitLayer.studyProperties(plan: study.plan, area: sum.total)
      + figures(of: sum, sites: sites) + consistency
  }

  private func figures(of areas: GroundAreas, sites: [PlacedSite]) -> [Property] {
    [
      Property("scored_ha", .hectares(areas.scored / 10_000)),
      Property("excluded_ha", .hectares(areas.excludedSum / 10_000)),
      Property("unknown_ha", .hectares(areas.unknownSum / 10_000)),
      Property("outside_ha", .hectares(areas.outside / 10_000)),
    ]
      + zip(Self.slugs(result.constraintNames), areas.excluded).map {
        Property("excluded_\($0)_ha", .hectares($1 / 10_000))
      } + [
        Property("sites", .integer(sites.count)),
        Property("sites_ha", .hectares(sites.reduce(0) { $0 + $1.site.area } / 10_000)),
        Property(
          "capacity_households",
          .optionalInteger(
            rules.squareMetresPerHousehold == nil
              ? nil : sites.reduce(0) { $0 + (capacity(of: $1) ?? 0) })),
      ]
  }

  /// The weights, and how consistent the comparisons are that they follow from.
  private var consistency: [Property] {
    zip(result.criterionNames, result.weights.shares).map {
      Property("weight_\(Self.slug($0))", .real($1, decimals: 9))
    } + [
      Property(
        "consistency_ratio",
        result.weights.priorities.map { .real($0.ratio, decimals: 9) } ?? .null),
      Property(
        "eigenvalue",
        result.weights.priorities.map { .real($0.eigenvalue, decimals: 9) } ?? .null),
    ]
  }

  /// A name as part of a property's name: `outside special-use-forest` is
  /// `outside_special_use_forest`; a number is added where two would be the same.
  static func slugs(_ names: [String]) -> [String] {
    var used: [String: Int] = [:]
    return names.map { name in
      let slug = slug(name)
      used[slug, default: 0] += 1
      let count = used[slug] ?? 1
      return count == 1 ? slug : "\(slug)_\(count)"
    }
  }

  private static func slug(_ name: String) -> String {
    String(name.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "_" })
  }
}
