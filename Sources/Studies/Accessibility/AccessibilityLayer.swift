internal import GeoModel
internal import Plan

/// Turns counts of people and villages by band of time into a layer.
struct AccessibilityLayer {
  let plan: Plan
  let section: AccessibilitySection
  let bands: TravelBands

  /// The name of the raster, and of the layer of the first level.
  static let name = "accessibility"

  /// The name of the layer of a level.
  static func name(of level: String, _ plan: Plan) -> String {
    level == plan.units[0].name ? name : "\(name)-\(level)"
  }

  /// The layer of a level.
  func layer(of level: Study.Level, counts: [AccessibilityCounts], name: String) -> Layer {
    let features = zip(level.units, counts).map { unit, counts in
      LayerFeature(
        identifier: "\(unit.level)/\(unit.label)", geometry: UnitLayer.geometry(of: unit),
        properties: UnitLayer.properties(of: unit, vintage: plan.vintage) + figures(counts))
    }
    let area = level.units.reduce(0) { $0 + $1.area }
    let whole = AccessibilityCounts.sum(of: zip(counts, level.units.map(\.area)).map { ($0, $1) })
    return Layer(
      name: name, features: features,
      studyTotals: UnitLayer.studyProperties(plan: plan, area: area) + figures(whole))
  }

  private func figures(_ counts: AccessibilityCounts) -> [Property] {
    var properties = [
      Property("destinations", .text(section.destinations.map(\.name).joined(separator: ", ")))
    ]
    if let people = counts.people { properties += figures(people, known: counts.knownShare) }
    if let villages = counts.villages {
      properties.append(Property("villages", .integer(villages.reduce(0, +))))
      properties += zip(bands.names, villages).map { Property("villages_\($0)", .integer($1)) }
    }
    return properties
  }

  private func figures(_ people: [Double], known: Double) -> [Property] {
    let total = people.reduce(0, +)
    var properties = [
      Property("people", .real(total, decimals: 3)),
      Property("people_known_pct", .percent(100 * known)),
    ]
    properties += zip(bands.names, people).map { Property("people_\($0)", .real($1, decimals: 3)) }
    let unknown = people[Int(bands.unknown)]
    var within = 0.0
    for (index, limit) in bands.limits.enumerated() {
      within += people[index]
      let stem = "people_within_\(TravelBands.number(limit))_min_pct"
      properties += [
        Property("\(stem)_low", .percent(total > 0 ? 100 * within / total : nil)),
        Property("\(stem)_high", .percent(total > 0 ? 100 * (within + unknown) / total : nil)),
      ]
    }
    properties.append(
      Property("people_within_reason", .optionalText(total > 0 ? nil : "no_people")))
    return properties
  }
}

extension Plan {
  /// What is asked of travel times, by the section or by default; `nil` where the plan has nothing to
  /// travel on, or nowhere to get to.
  var computedAccessibility: AccessibilitySection? {
    if let accessibility { return accessibility }
    return elevation != nil && centres != nil ? AccessibilitySection() : nil
  }
}

extension AccessibilitySection {
  /// The names of the overlays that it uses.
  var overlays: [String] {
    barriers.map(\.name)
      + destinations.compactMap { destination in
        if case .overlay(let name) = destination { name.name } else { nil }
      }
  }

  /// The names of the services that people want to get to.
  var services: [String] {
    destinations.compactMap { destination in
      if case .service(let name) = destination { name.name } else { nil }
    }
  }
}
