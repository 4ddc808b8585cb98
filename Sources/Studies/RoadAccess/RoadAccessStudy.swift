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

  let study: Study
  let section: RoadsSection
  let placed: PlacedNetwork
  /// Each village's road to its centre; `nil` where the plan has no centres or villages.
  let access: [VillageAccess]?
  /// Whether the levels are parts of the study's, so that totals are of those parts.
  let isNarrowed: Bool
  let options: StudyOptions

  /// The figures of `levels`, in their order.
  func run(levels: [Study.Level]) async throws -> Result {
    try study.requireSoundUnits()
    let roads = placed.roads
    let lines = LineReach(
      roads.edges.shapes, tiers: roads.allSeasonTiers, radius: section.ruralAccessMetres)
    let people = try await study.plan.population.asyncMap { section in
      try await RuralPopulation(
        study: study, section: section, lines: lines, options: options
      ).run(levels: levels)
    }
    let villages = study.villages ?? []
    let reach = try await VillageReachStudy(lines: lines, options: options)
      .reach(of: villages.map(\.position))
    let times = try await TravelStudy(
      study: study, section: section, placed: placed, options: options
    ).times()
    let lengths = RoadLengthStudy(
      roads: roads, classes: roads.attributes.classes, options: options)
    var results: [LevelResult] = []
    for (index, level) in levels.enumerated() {
      let units = study.ancestors(of: villages.map(\.unit), at: level)
      let counted = villages.indices.filter { !isNarrowed || units[$0] != nil }.map { village in
        CountedVillage(
          unit: units[village], households: villages[village].households,
          people: villages[village].population, access: access?[village], reach: reach[village])
      }
      let tally = UnitAccess.tally(counted, units: level.units.count)
      results.append(
        LevelResult(
          level: level, villages: study.villages == nil ? nil : tally.units,
          allVillages: study.villages == nil ? nil : tally.study,
          lengths: try await lengths.lengths(in: level.units), people: people?[index],
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
