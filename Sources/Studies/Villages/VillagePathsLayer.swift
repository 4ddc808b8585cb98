internal import GeoAlgorithms
internal import GeoModel
internal import Publishing
internal import RoadAccess

/// The best path of each village as a line, with the sections that it travels.
struct VillagePathsLayer {
  static let name = "village-paths"

  let roads: VillageRoads

  /// A line a village that has a path; a village at its centre's entry has a path and no line.
  func layer(of paths: [VillagePath]) -> Layer {
    let (result, sections) = (roads.result, roads.sections)
    let features = paths.map { path in
      let village = result.villages[path.village]
      let access = result.access[path.village]
      var line: [Coordinate] = []
      for part in path.parts {
        let shape = sections.shape(part.section, from: part.from, to: part.to)
        line += shape.dropFirst(line.last == shape.first ? 1 : 0)
      }
      return LayerFeature(
        identifier: "village/\(village.label)", geometry: line.count > 1 ? .lineString(line) : nil,
        properties: [
          Property("code", .optionalText(village.code)),
          Property("name", .optionalText(village.name)),
          Property("unit", .optionalText(village.unit)),
          Property("centre", .text(result.centres[path.centre].name)),
          Property("hardened", .text(access.hardened.rawValue)),
          Property("path_m", .metres(access.path)), Property("gap_m", .metres(access.gap)),
          Property("unknown_m", .metres(access.unknown)),
          Property("sections", .list(path.parts.map(text))),
        ])
    }
    return Layer(name: Self.name, features: features)
  }

  /// `12 no 300.5`: the section, whether it is hardened, and the metres travelled.
  private func text(_ part: PathPart) -> String {
    let metres = DecimalText.text(ShortGeodesic.metres(of: part.length), decimals: 3) ?? ""
    return "\(part.section) \(roads.sections.surfaceTier(part.section).answer.rawValue) \(metres)"
  }
}
