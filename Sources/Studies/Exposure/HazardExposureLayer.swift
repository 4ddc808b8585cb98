internal import GeoAlgorithms
internal import GeoModel
internal import Plan
internal import Resettlement

/// Turns what hazards take of units, of their villages and of their roads into a layer.
struct HazardExposureLayer {
  let study: Study
  let hazards: [StudyHazard]
  let keys: HazardKeys
  /// The villages and for each whether its only way out runs through a hazard; `nil` where the plan
  /// has no villages.
  let villages: [ExposedVillage]?
  let ways: [Ternary?]?

  static let name = "hazard-exposure"

  /// The name of the layer of a level.
  static func name(of level: String, _ plan: Plan) -> String {
    level == plan.units[0].name ? name : "\(name)-\(level)"
  }

  /// The layer of `level`; `measures` and `roads` are parallel to its units.
  func layer(
    of level: Study.Level, measures: [ExposureStudy.Measures], roads: RoadHazards.ByUnit?,
    name: String
  ) -> Layer {
    let members = members(of: level)
    let features = level.units.indices.map { index in
      let unit = level.units[index]
      return LayerFeature(
        identifier: "\(unit.level)/\(unit.label)", geometry: UnitLayer.geometry(of: unit),
        properties: UnitLayer.properties(of: unit, vintage: study.plan.vintage)
          + figures(
            measures[index], area: unit.area, villages: members.map { $0[index] },
            roads: roads.map { $0.units[index] }))
    }
    let area = level.units.reduce(0) { $0 + $1.area }
    let sums = hazards.indices.map { number -> HazardMeasure? in
      let own = measures.compactMap { $0[number] }
      guard var sum = own.first else { return nil }
      for measure in own.dropFirst() { sum += measure }
      return sum
    }
    return Layer(
      name: name, features: features,
      studyTotals: UnitLayer.studyProperties(plan: study.plan, area: area)
        + figures(
          sums, area: area, villages: members.map { $0.flatMap(\.self).sorted() },
          roads: roads?.total))
  }

  /// The villages of each unit; `nil` without villages.
  private func members(of level: Study.Level) -> [[Int]]? {
    guard let villages else { return nil }
    var members = [[Int]](repeating: [], count: level.units.count)
    let units = study.ancestors(of: villages.map(\.village.unit), at: level)
    for (village, unit) in units.enumerated() {
      if let unit { members[unit].append(village) }
    }
    return members
  }

  private func figures(
    _ measures: ExposureStudy.Measures, area: Double, villages members: [Int]?,
    roads: RoadHazards.Lengths?
  ) -> [Property] {
    var properties: [Property] = []
    for number in hazards.indices {
      let key = keys.hazards[number]
      let measure = measures[number]
      let share = measure?.share(of: area)
      properties += [
        Property("\(key)_ha", .hectares(measure.map { $0.area / 10_000 })),
        Property("\(key)_unknown_ha", .hectares((measure?.unknown ?? area) / 10_000)),
        Property("\(key)_pct_low", .percent(share.map { 100 * $0.lowerBound })),
        Property("\(key)_pct_high", .percent(share.map { 100 * $0.upperBound })),
        Property(
          "\(key)_reason",
          .optionalText(measure == nil ? hazards[number].unknownReason.rawValue : nil)),
      ]
      for (place, name) in keys.classes[number].enumerated() {
        properties.append(
          Property("\(name)_ha", .hectares(measure.map { $0.classes[place] / 10_000 })))
      }
    }
    if let members, let villages {
      let own = members.map { villages[$0] }
      properties += ExposedCounts(own).properties
      for number in hazards.indices where villages.first?.hazards.contains(number) == true {
        properties += counts(of: own, hazard: number)
      }
      if let ways {
        let judged = members.compactMap { ways[$0] }
        properties += [
          Property("way_out_low", .integer(judged.count { $0 == .yes })),
          Property("way_out_high", .integer(judged.count { $0 != .no })),
        ]
      }
    }
    if let roads {
      for number in hazards.indices { properties += lengths(roads, hazard: number) }
    }
    return properties
  }

  /// How many villages, households and people one hazard, and each of its classes, exposes.
  private func counts(of villages: [ExposedVillage], hazard number: Int) -> [Property] {
    let key = keys.hazards[number]
    func answer(_ village: ExposedVillage) -> VillageExposure.Answer? {
      village.hazards.firstIndex(of: number).map { village.exposure.answers[$0] }
    }
    var properties = ExposedCounts(
      villages, prefix: "\(key)_", isExposed: { answer($0)?.exposed ?? .unknown }
    ).exposedProperties
    for (place, name) in keys.classes[number].enumerated() {
      let exposed = villages.filter {
        guard let answer = answer($0) else { return false }
        return answer.exposed == .yes && answer.classes.contains(place)
      }
      properties += [
        Property("\(name)_villages", .integer(exposed.count)),
        Property("\(name)_households", ExposedCounts.sum(exposed.map(\.households))),
        Property(
          "\(name)_people",
          ExposedCounts.sum(exposed.map { $0.village.population.map(Double.init) })
        ),
      ]
    }
    return properties
  }

  private func lengths(_ roads: RoadHazards.Lengths, hazard number: Int) -> [Property] {
    let key = keys.hazards[number]
    let entry = roads.hazards[number]
    func kilometres(_ length: Micrometres) -> PropertyValue {
      .kilometres(ShortGeodesic.metres(of: length) / 1000)
    }
    return [
      Property("\(key)_roads_km", kilometres(entry.hazardous.reduce(0, +))),
      Property("\(key)_hardened_km", kilometres(entry.hazardous[0])),
      Property("\(key)_unhardened_km", kilometres(entry.hazardous[1])),
      Property("\(key)_surface_unknown_km", kilometres(entry.hazardous[2])),
      Property("\(key)_roads_unknown_km", kilometres(entry.unknown)),
      Property("\(key)_bridges", .integer(entry.bridges)),
    ]
  }
}
