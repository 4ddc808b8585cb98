internal import GeoAlgorithms
internal import GeoModel
internal import RoadAccess

/// Turns sections of road that run through hazards into a layer of lines.
struct HazardRoadsLayer {
  let hazards: [StudyHazard]
  let keys: HazardKeys
  let placed: PlacedNetwork
  let sections: RoadSections
  let found: RoadHazards

  static let name = "hazard-roads"

  /// Every section of which a part lies in a hazard for sure, in the order of its number.
  func layer() -> Layer {
    let all = found.together(Array(hazards.indices), roads: placed.roads.edges)
    var features: [LayerFeature] = []
    for section in 0..<sections.count {
      let edges = sections.edges(of: section).map { Int($0) }
      func length(_ stretches: [LineStretches?], _ label: Int32) -> Micrometres {
        edges.reduce(0) { $0 + (stretches[$1]?.length(of: label) ?? 0) }
      }
      let hazardous = length(all, RoadHazards.Label.hazardous)
      guard hazardous > 0 else { continue }
      let own = found.edges.map { length($0, RoadHazards.Label.hazardous) }
      features.append(
        feature(
          section, hazardous: hazardous, unknown: length(all, RoadHazards.Label.unknown), by: own))
    }
    return Layer(name: Self.name, features: features)
  }

  private func feature(
    _ section: Int, hazardous: Micrometres, unknown: Micrometres, by own: [Micrometres]
  ) -> LayerFeature {
    func metres(_ length: Micrometres) -> PropertyValue {
      .metres(ShortGeodesic.metres(of: length))
    }
    return LayerFeature(
      identifier: "section/\(section)", geometry: .lineString(sections.shape(section)),
      properties: [
        Property("section", .integer(section)),
        Property("road", .text("#\(placed.identifiers[sections.leastLine(section)])")),
        Property("class", .optionalText(sections.className(section))),
        Property("surface", .optionalText(sections.surfaceName(section))),
        Property("hardened", .text(sections.surfaceTier(section).answer.rawValue)),
        Property("bridge", .flag(sections.isBridge(section))),
        Property("length_m", metres(sections.lengths[section])),
        Property("hazard_m", metres(hazardous)),
        Property("hazard_unknown_m", metres(unknown)),
        Property("hazards", .list(own.indices.filter { own[$0] > 0 }.map { hazards[$0].name })),
      ]
        + zip(keys.hazards, own).map { Property("\($0)_m", metres($1)) })
  }
}
