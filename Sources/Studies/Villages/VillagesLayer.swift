internal import GeoModel
internal import RoadAccess

/// The tiers of road access that a list of villages can be narrowed to.
public enum AccessTier: String, Sendable, CaseIterable {
  /// Any road at all.
  case car
  /// A road for all seasons.
  case allSeason = "all-season"
  /// A road hardened all the way.
  case hardened
}

/// Turns what was found of the villages into a layer.
struct VillagesLayer {
  let roads: VillageRoads
  let unitNames: [String: String]

  /// The layer: all villages, or those whose answer for `tier` is `no` or `unknown`.
  func layer(without tier: AccessTier? = nil, in units: Set<String>? = nil) -> Layer {
    var features: [LayerFeature] = []
    var counted: [VillageAccess] = []
    var cuts: [(sections: Int, bridges: Int)] = []
    for (index, village) in result.villages.enumerated() {
      let access = result.access[index]
      if let units, !units.contains(village.unit ?? "") { continue }
      counted.append(access)
      let cut = roads.cutCounts(ofVillage: index)
      if access.car == .yes, let cut { cuts.append(cut) }
      guard isWanted(access, without: tier) else { continue }
      features.append(
        LayerFeature(
          identifier: "village/\(village.label)", geometry: village.position.map { .point($0) },
          properties: properties(village, access, access.car == .yes ? cut : nil)))
    }
    return Layer(
      name: "villages", features: features,
      studyTotals: Self.totals(counted)
        + [
          Property("cut_by_a_section", .integer(cuts.count { $0.sections > 0 })),
          Property("cut_by_a_bridge", .integer(cuts.count { $0.bridges > 0 })),
        ])
  }

  private var result: VillagesStudy.Result { roads.result }

  private func isWanted(_ access: VillageAccess, without tier: AccessTier?) -> Bool {
    switch tier {
    case nil: true
    case .car: access.car != .yes
    case .allSeason: access.allSeason != .yes
    case .hardened: access.hardened != .yes
    }
  }

  /// The properties of a village.
  func properties(
    _ village: Village, _ access: VillageAccess, _ cut: (sections: Int, bridges: Int)?
  ) -> [Property] {
    [
      Property("code", .optionalText(village.code)), Property("name", .optionalText(village.name)),
      Property("unit", .optionalText(village.unit)),
      Property("unit_name", .optionalText(village.unit.flatMap { unitNames[$0] })),
      Property("households", .optionalInteger(village.households)),
      Property("population", .optionalInteger(village.population)),
      Property("car", .text(access.car.rawValue)),
      Property("all_season", .text(access.allSeason.rawValue)),
      Property("hardened", .text(access.hardened.rawValue)),
      Property("reason", .optionalText(access.reason?.rawValue)),
      Property("snap_m", .metres(access.snap)), Property("path_m", .metres(access.path)),
      Property("gap_m", .metres(access.gap)), Property("unknown_m", .metres(access.unknown)),
      Property("centre", .optionalText(access.centre.map { result.centres[$0].name })),
      // Where no gap is known, the unknown metres of the best path are what stands between no answer
      // and yes.
      Property("survey_m", .metres(access.hardened == .unknown ? access.unknown : nil)),
      Property("cut_sections", .optionalInteger(cut?.sections)),
      Property("cut_bridges", .optionalInteger(cut?.bridges)),
    ]
  }

  /// Counts over villages with a unit and a centre; those not judged are apart and in no share.
  static func totals(_ access: [VillageAccess]) -> [Property] {
    let judged = access.filter { $0.car != .unknown }
    func low(_ tier: KeyPath<VillageAccess, Ternary>) -> Int {
      judged.count { $0[keyPath: tier] == .yes }
    }
    func high(_ tier: KeyPath<VillageAccess, Ternary>) -> Int {
      judged.count { $0[keyPath: tier] != .no }
    }
    func percent(_ count: Int) -> PropertyValue {
      .percent(judged.isEmpty ? nil : 100 * Double(count) / Double(judged.count))
    }
    return [
      Property("level", .text("study")), Property("villages", .integer(judged.count)),
      Property("villages_unjudged", .integer(access.count - judged.count)),
      Property("car", .integer(low(\.car))),
      Property("all_season_low", .integer(low(\.allSeason))),
      Property("all_season_high", .integer(high(\.allSeason))),
      Property("hardened_low", .integer(low(\.hardened))),
      Property("hardened_high", .integer(high(\.hardened))),
      Property("hardened_pct_low", percent(low(\.hardened))),
      Property("hardened_pct_high", percent(high(\.hardened))),
    ]
  }
}
