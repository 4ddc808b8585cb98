internal import GeoModel
internal import Plan
internal import Resettlement
internal import RoadAccess

/// Turns villages with their exposure into the layer `resettlement-villages`.
struct ResettlementVillagesLayer {
  /// What is proposed for a village, by whoever allocates; `nil` values are not proposed.
  struct Proposal: Sendable {
    /// The form: `concentrated`, `interspersed`, `in_place`.
    var form: String?
    /// The site or village that it goes to.
    var site: String?
    /// The length of the move in **metres**.
    var move: Double?
    /// Why there is no form, site or move.
    var reason: String?
  }

  let study: Study
  let hazards: [StudyHazard]
  let keys: HazardKeys
  let villages: [ExposedVillage]
  /// For each village whether its only way out runs through a hazard; `nil` where the plan has no
  /// roads or no centres.
  let ways: [Ternary?]?
  /// The roads of the villages, where the plan has roads and centres.
  let roads: VillageRoads?
  /// What is proposed for each village; `nil` before anything is.
  var proposals: [Proposal]?

  static let name = "resettlement-villages"

  /// The layer: all villages, or those in the units with these codes.
  func layer(in units: Set<String>? = nil) -> Layer {
    let layer = roads.map { VillagesLayer(roads: $0, unitNames: study.finestNames) }
    let names = study.finestNames
    let kept = villages.indices.filter { index in
      units.map { $0.contains(villages[index].village.unit ?? "") } ?? true
    }
    let features = kept.map { index -> LayerFeature in
      let village = villages[index].village
      var properties: [Property]
      if let layer, let roads {
        let access = roads.result.access[index]
        properties = layer.properties(
          village, access, access.car == .yes ? roads.cutCounts(ofVillage: index) : nil)
      } else {
        properties = [
          Property("code", .optionalText(village.code)),
          Property("name", .optionalText(village.name)),
          Property("unit", .optionalText(village.unit)),
          Property("unit_name", .optionalText(village.unit.flatMap { names[$0] })),
          Property("households", .optionalInteger(village.households)),
          Property("population", .optionalInteger(village.population)),
        ]
      }
      if let place = properties.firstIndex(where: { $0.name == "households" }) {
        properties[place].value = villages[index].households.map(ExposedCounts.number) ?? .null
      }
      return LayerFeature(
        identifier: "village/\(village.label)", geometry: village.position.map { .point($0) },
        properties: properties + exposure(index) + proposal(index))
    }
    return Layer(
      name: Self.name, features: features,
      studyTotals: [Property("level", .text("study"))]
        + ExposedCounts(kept.map { villages[$0] }).properties + wayTotals(kept)
        + [
          Property(
            "households_assumed", .integer(kept.count { villages[$0].assumesHouseholds }))
        ])
  }

  private func wayTotals(_ kept: [Int]) -> [Property] {
    guard let ways else { return [] }
    let own = kept.compactMap { ways[$0] }
    return [
      Property("way_out_low", .integer(own.count { $0 == .yes })),
      Property("way_out_high", .integer(own.count { $0 != .no })),
    ]
  }

  private func exposure(_ index: Int) -> [Property] {
    let village = villages[index]
    let exposure = village.exposure
    let answers = Array(zip(village.hazards, exposure.answers))
    let own = answers.filter { $0.1.exposed == .yes }
    var properties = [
      Property("households_assumed", .flag(village.assumesHouseholds)),
      Property("exposed", .text(exposure.exposed.rawValue)),
      Property("exposed_reason", .optionalText(exposure.reason?.rawValue)),
      Property("hazards", .list(own.map { hazards[$0.0].name })),
      Property(
        "hazard_classes",
        .list(
          own.flatMap { number, answer in
            // A hazard whose plan names no field for classes has none to tell.
            let names = hazards[number].classNames
            return answer.classes.filter(names.indices.contains).map { place in
              "\(hazards[number].name): \(names[place] ?? "–")"
            }
          })),
      Property("ground", .text(village.ground.basis.rawValue)),
      Property(
        "ground_ha",
        .hectares(village.ground.basis == .none ? nil : village.groundArea / 10_000)),
    ]
    for (number, answer) in answers {
      let key = keys.hazards[number]
      properties += [
        Property("\(key)_pct_low", .percent(answer.share.map { 100 * $0.lowerBound })),
        Property("\(key)_pct_high", .percent(answer.share.map { 100 * $0.upperBound })),
        Property("\(key)_reason", .optionalText(answer.reason?.rawValue)),
      ]
    }
    properties += exposed("households", village.households, of: village)
    properties += exposed("people", village.village.population.map(Double.init), of: village)
    if let ways {
      properties.append(Property("way_out", .optionalText(ways[index]?.rawValue)))
      properties.append(
        Property("way_out_reason", .optionalText(ways[index] == nil ? "no_way_out" : nil)))
    }
    return properties
  }

  /// How many of a village's households or people are exposed: all of them, or none.
  private func exposed(
    _ what: String, _ count: Double?, of village: ExposedVillage
  ) -> [Property] {
    let value: PropertyValue
    let reason: String?
    switch (village.exposure.exposed, count) {
    case (.no, _): (value, reason) = (.integer(0), nil)
    case (.unknown, _): (value, reason) = (.null, "exposure_unknown")
    case (.yes, nil): (value, reason) = (.null, "\(what)_unknown")
    case (.yes, let count?): (value, reason) = (ExposedCounts.number(count), nil)
    }
    return [
      Property("exposed_\(what)", value),
      Property("exposed_\(what)_reason", .optionalText(reason)),
    ]
  }

  private func proposal(_ index: Int) -> [Property] {
    let exposed = villages[index].exposure.exposed
    let proposal = proposals?[index]
    let reason =
      proposal?.reason
      ?? (exposed == .no
        ? "not_exposed" : exposed == .unknown ? "exposure_unknown" : "not_allocated")
    return [
      Property("group", .optionalText(exposed == .yes ? "natural_hazard" : nil)),
      Property(
        "group_reason",
        .optionalText(
          exposed == .yes ? nil : exposed == .no ? "not_exposed" : "exposure_unknown")),
      Property("form", .optionalText(proposal?.form)),
      Property("form_reason", .optionalText(proposal?.form == nil ? reason : nil)),
      Property("site", .optionalText(proposal?.site)),
      Property("site_reason", .optionalText(proposal?.site == nil ? reason : nil)),
      Property("move_m", .metres(proposal?.move)),
      Property("move_reason", .optionalText(proposal?.move == nil ? reason : nil)),
    ]
  }
}
