internal import GeoAlgorithms
internal import GeoModel
internal import Publishing
internal import RoadAccess

/// Layers of sections of road: all of them, and those whose loss cuts villages off.
struct SectionLayers {
  static let criticalName = "critical-sections"
  static let allName = "road-sections"

  let roads: VillageRoads

  /// Every section, in the order of its number.
  func all() -> Layer {
    let sections = roads.sections
    return Layer(
      name: Self.allName,
      features: (0..<sections.count).map { feature($0, more: []) })
  }

  /// The sections whose loss leaves villages without any road to their centres, those with most
  /// villages first.
  func critical() -> Layer {
    let villages = roads.result.villages
    let rows = roads.cuts.villagesBySection.sorted {
      $0.value.count != $1.value.count ? $0.value.count > $1.value.count : $0.key < $1.key
    }
    let features = rows.map { section, cut in
      let households = cut.map { villages[$0].households }
      let known = households.compactMap(\.self)
      return feature(
        Int(section),
        more: [
          Property("villages_cut", .integer(cut.count)),
          Property(
            "households_cut",
            .optionalInteger(known.count == cut.count ? known.reduce(0, +) : nil)),
          Property("villages", .list(cut.map { villages[$0].label })),
        ])
    }
    return Layer(name: Self.criticalName, features: features)
  }

  private func feature(_ section: Int, more: [Property]) -> LayerFeature {
    let sections = roads.sections
    let line = sections.leastLine(section)
    return LayerFeature(
      identifier: "section/\(section)", geometry: .lineString(sections.shape(section)),
      properties: [
        Property("section", .integer(section)),
        Property("road", .text("#\(roads.result.placed.identifiers[line])")),
        Property("class", .optionalText(sections.className(section))),
        Property("surface", .optionalText(sections.surfaceName(section))),
        Property("hardened", .text(sections.surfaceTier(section).answer.rawValue)),
        Property("all_season", .text(sections.allSeasonTier(section).answer.rawValue)),
        Property("bridge", .flag(sections.isBridge(section))),
        Property("length_m", .metres(ShortGeodesic.metres(of: sections.lengths[section]))),
      ] + more)
  }
}
