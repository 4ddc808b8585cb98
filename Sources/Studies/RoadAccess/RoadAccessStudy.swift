internal import GeoAlgorithms
internal import GeoModel
internal import Plan
internal import RoadAccess

/// What the roads of a study give to its villages and people, by unit.
struct RoadAccessStudy {
  /// What was found of one level; lists are parallel to the level's units.
  struct LevelResult {
    var level: Study.Level
    /// The villages of each unit; `nil` where the plan has none.
    var villages: [UnitAccess]?
    /// The villages of the study as a whole, those in no unit included.
    var allVillages: UnitAccess?
    /// Kilometres of road.
    var lengths: RoadLengths
    /// The people of the raster; `nil` where the plan has none.
    var people: [RuralPopulation.Unit]?
    /// Travel times by place; empty where the plan has no speeds.
    var travel: [TravelResult]
  }

  /// The travel times to one kind of place.
  struct TravelResult {
    /// `centre`, or the name of the service.
    var name: String
    /// By unit.
    var units: [TravelTally]
    /// All villages.
    var all: TravelTally
  }

  /// What was found of all levels.
  struct Result {
    var levels: [LevelResult]
    /// The names of the classes of road.
    var classNames: [String]
    /// The time from each village, by place; parallel to the study's villages.
    var times: [(name: String, times: [TravelTime])]
    var findings: [Finding]
  }

  /// The network with villages and centres in place, and each village's road to its centre: `nil`
  /// where the plan has no centres or villages.
  struct Access: Sendable {
    var placed: PlacedNetwork
    var villages: [VillageAccess]?
  }

  let study: Study
  let section: RoadsSection
  let roads: RoadNetwork
  /// Whether the levels are parts of the study's, so that totals are of those parts.
  let isNarrowed: Bool
  let options: StudyOptions

  /// The figures of `levels`, in their order.
  ///
  /// - Parameter findAccess: finds the villages' roads, while people near roads are counted.
  func run(
    levels: [Study.Level], findAccess: @escaping @Sendable () async throws -> Access
  ) async throws -> Result {
    try study.requireSoundUnits()
    let (roads, section, options) = (self.roads, self.section, self.options)
    let villages = study.villages ?? []
    let population = try study.plan.population.map {
      try RuralPopulation(study: study, section: $0, levels: levels, options: options)
    }
    let places = villages.map(\.position)
    async let found = findAccess()
    async let near = Self.near(
      roads, radius: section.ruralAccessMetres, population: population, places: places,
      units: levels.map(\.units), options: options)
    let (access, reached) = (try await found, try await near)
    let placed = access.placed
    let times = try await TravelStudy(
      study: study, section: section, placed: placed, options: options
    ).times()
    var results: [LevelResult] = []
    for (index, level) in levels.enumerated() {
      let units = study.ancestors(of: villages.map(\.unit), at: level)
      let counted = villages.indices.filter { !isNarrowed || units[$0] != nil }.map { village in
        CountedVillage(
          unit: units[village], households: villages[village].households,
          people: villages[village].population, access: access.villages?[village],
          reach: reached.villages[village])
      }
      let tally = UnitAccess.tally(counted, units: level.units.count)
      results.append(
        LevelResult(
          level: level, villages: study.villages == nil ? nil : tally.units,
          allVillages: study.villages == nil ? nil : tally.study,
          lengths: reached.lengths[index], people: reached.people?[index],
          travel: times.map { place in
            travelResult(place, villages: villages, units: units, count: level.units.count)
          }))
    }
    let border = RoadBorderCheck(
      study: study, units: levels.first?.units ?? [], placed: placed,
      reach: section.ruralAccessMetres)
    return Result(
      levels: results, classNames: roads.attributes.classNames, times: times,
      findings: border.findings(
        crossings: isNarrowed ? nil : results.first?.lengths.borderCrossings))
  }

  /// What needs roads and no path on them: who lives near them, of the people of a raster and of the
  /// villages at `places`, and how much of them lies in the units of each level.
  private static func near(
    _ roads: RoadNetwork, radius: Double, population: RuralPopulation?, places: [Coordinate?],
    units: [[AdministrativeUnit]], options: StudyOptions
  ) async throws -> Near {
    let lines = LineReach(roads.edges.shapes, tiers: roads.allSeasonTiers, radius: radius)
    let people = try await population.asyncMap { try await $0.people(near: lines) }
    let villages = try await VillageReachStudy(lines: lines, options: options).reach(of: places)
    let study = RoadLengthStudy(
      roads: roads, classes: roads.attributes.classes, options: options)
    var lengths: [RoadLengths] = []
    for units in units { lengths.append(try await study.lengths(in: units)) }
    return Near(people: people, villages: villages, lengths: lengths)
  }

  /// What ``near(_:radius:population:places:units:options:)`` finds.
  private struct Near: Sendable {
    var people: [[RuralPopulation.Unit]]?
    var villages: [Reach?]
    /// By level.
    var lengths: [RoadLengths]
  }

  private func travelResult(
    _ place: (name: String, times: [TravelTime]), villages: [Village], units: [Int?], count: Int
  ) -> TravelResult {
    var result = TravelResult(
      name: place.name, units: [TravelTally](repeating: TravelTally(), count: count),
      all: TravelTally())
    for (village, time) in place.times.enumerated() {
      let people = villages[village].population
      if !isNarrowed || units[village] != nil { result.all.add(time, people: people) }
      if let unit = units[village] { result.units[unit].add(time, people: people) }
    }
    return result
  }
}

extension Optional {
  /// What `body` makes of the value; `nil` where there is none.
  func asyncMap<Result>(_ body: (Wrapped) async throws -> Result) async rethrows -> Result? {
    switch self {
    case .none: nil
    case .some(let value): try await body(value)
    }
  }
}
