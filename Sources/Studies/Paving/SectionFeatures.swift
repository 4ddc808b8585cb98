internal import GeoAlgorithms
internal import GeoModel
internal import RoadAccess

/// Sections of road as features, in the order of a plan.
struct SectionFeatures {
  let study: Study
  let placed: PlacedNetwork
  let network: PavingNetwork
  /// What identifiers begin with: the layer's name.
  let prefix: String
  private let level: Study.Level?
  private let locator: UnitLocator

  init(study: Study, placed: PlacedNetwork, network: PavingNetwork, prefix: String) {
    self.study = study
    self.placed = placed
    self.network = network
    self.prefix = prefix
    level = study.levels.first { $0.name == placed.levelName }
    locator = UnitLocator(
      (level?.units ?? []).map { (code: $0.code ?? "", polygons: $0.polygons) })
  }

  /// A section at its place in the order.
  struct Row {
    var order: Int
    /// The section, an index of the network's.
    var section: Int
    /// The villages that are joined once this section is done.
    var villages: Int
    /// Their households; `nil` where those of one are not known.
    var households: Int?
    /// The metres of this section and all before it.
    var totalLength: Double
    /// The weight that is joined by then, with what was joined before.
    var weight: Int
  }

  /// The sections of a plan in order; what a step gains stands at its last section.
  func rows(of plan: PavingPlan) -> [Row] {
    let villages = study.villages ?? []
    var rows: [Row] = []
    var length: Micrometres = 0
    var weight = plan.initialWeight
    for step in plan.steps {
      for (place, section) in step.links.enumerated() {
        let isLast = place == step.links.count - 1
        length += network.sections[section].length
        if isLast { weight += step.weight }
        let gained = isLast ? step.demands.map { villages[network.villages[$0]] } : []
        let known = gained.compactMap(\.households)
        rows.append(
          Row(
            order: rows.count + 1, section: section, villages: gained.count,
            households: known.count == gained.count ? known.reduce(0, +) : nil,
            totalLength: ShortGeodesic.metres(of: length), weight: weight))
      }
    }
    return rows
  }

  /// The feature of a row: what it is, then what it gains.
  func feature(_ row: Row, gains: [Property]) -> LayerFeature {
    let section = network.sections[row.section]
    let shape = network.shape(of: section)
    let unit = Self.middle(of: shape).flatMap { locator.locate($0).unit }
      .flatMap { level?.units[$0] }
    let roads = network.lines(of: section).map { placed.identifiers[$0] }
    return LayerFeature(
      identifier: "\(prefix)/\(row.order)", geometry: .lineString(shape),
      properties: [
        Property("order", .integer(row.order)),
        Property("roads", .list(Set(roads).sorted().map { "#\($0)" })),
        Property("class", .optionalText(network.className(section))),
        Property("surface", .optionalText(network.surfaceName(section))),
        Property("state", .text(section.tier == .unknown ? "unknown" : "unhardened")),
        Property("bridge", .flag(network.isBridge(section))),
        Property("unit", .optionalText(unit?.code)),
        Property("unit_name", .optionalText(unit?.name)),
        Property("length_m", .metres(ShortGeodesic.metres(of: section.length))),
      ] + gains)
  }

  /// The place halfway along a line.
  private static func middle(of shape: [Coordinate]) -> Coordinate? {
    let lengths = zip(shape, shape.dropFirst()).map(ShortGeodesic.micrometres(from:to:))
    let half = Double(lengths.reduce(0, +)) / 2
    var passed = 0.0
    for (index, length) in lengths.enumerated() where length > 0 {
      if passed + Double(length) >= half {
        let share = (half - passed) / Double(length)
        let (start, end) = (shape[index], shape[index + 1])
        return Coordinate(
          x: start.x + share * (end.x - start.x), y: start.y + share * (end.y - start.y))
      }
      passed += Double(length)
    }
    return shape.first
  }
}
