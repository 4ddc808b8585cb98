internal import GeoAlgorithms
internal import GeoModel
internal import Plan
internal import Resettlement

/// What the hazards of a plan take of its units and of its villages' ground.
struct ExposureStudy {
  let study: Study
  let hazards: [StudyHazard]
  let options: StudyOptions

  /// What exposes a village; where the plan does not say, any of its hazards.
  var rule: ExposureRule {
    study.plan.resettlement?.exposure
      ?? ExposureRule(hazards: study.plan.hazards.map(\.name))
  }

  /// What each hazard takes of some areas; `nil` for a hazard of which nothing is known.
  typealias Measures = [HazardMeasure?]

  /// What the hazards take of the units of `levels`: one list a level, an entry a unit.
  ///
  /// - Throws: ``StudyError`` for a raster that cannot be read.
  func measures(of levels: [Study.Level]) async throws -> [[Measures]] {
    let units = levels.flatMap(\.units)
    let hazards = self.hazards
    let options = self.options
    var flat = try await OrderedWork.mapRuns(
      count: units.count, jobs: options.jobs, makeState: { AreaOverlap() },
      progress: { options.report("exposure", $0, of: units.count) },
      body: { range, memory in
        try range.map { index -> Measures in
          let polygons = units[index].polygons
          let outline = OverlapOutline(polygons)
          return try hazards.map { hazard in
            guard case .zones(let zones)? = hazard.extent else { return nil }
            return try zones.measure(outline, polygons: polygons, memory: &memory)
          }
        }
      })
    for (number, hazard) in hazards.enumerated() {
      guard case .cells(let cells)? = hazard.extent,
        let reference = hazard.reference ?? study.plan.elevation
      else { continue }
      let found = try await cells.measures(
        of: levels, reference: reference, study: study, options: options)
      for (unit, measure) in found.joined().enumerated() { flat[unit][number] = measure }
    }
    var start = 0
    return levels.map { level in
      defer { start += level.units.count }
      return Array(flat[start..<start + level.units.count])
    }
  }

  /// Every village of the study, in order.
  ///
  /// - Throws: ``StudyError`` for a raster that cannot be read, or an area that is not valid.
  func villages() async throws -> [ExposedVillage] {
    let villages = study.villages ?? []
    let rule = self.rule
    let radius = study.plan.villages?.radiusMetres ?? 0
    let cells = try VillageCells(study: study, villages: villages).cells()
    let grounds = try await OrderedWork.mapRuns(
      count: villages.count, jobs: options.jobs, makeState: {},
      body: { range, _ in
        try range.map {
          try VillageGround(
            areas: villages[$0].polygons, cell: cells[$0], position: villages[$0].position,
            radius: radius, within: rule.withinMetres)
        }
      })
    let level = Study.Level(
      name: "village",
      units: zip(villages, grounds).map { village, ground in
        AdministrativeUnit(
          level: "village", code: village.code, name: village.name, polygons: ground.polygons,
          area: EdgeArea.area(of: ground.polygons), sourceFeature: village.sourceFeature)
      }, nativePolygons: nil, placement: nil, attributes: [:])
    let counted = rule.hazards.compactMap { name in hazards.firstIndex { $0.name == name } }
    let measures = try await ExposureStudy(
      study: study, hazards: counted.map { hazards[$0] }, options: options
    ).measures(of: [level])[0]
    let assumed = study.plan.resettlement?.householdsPerVillage
    let found = villages.indices.map { index in
      let area = level.units[index].area
      let answers = zip(counted, measures[index]).map { number, measure in
        VillageExposure.Answer(
          grounds[index].basis == .none ? nil : measure, area: area,
          leastShare: rule.leastSharePercent / 100,
          unknown: grounds[index].basis == .none ? .noPlace : hazards[number].unknownReason)
      }
      return ExposedVillage(
        village: villages[index], ground: grounds[index], groundArea: area,
        hazards: counted, exposure: VillageExposure(answers),
        households: villages[index].households.map(Double.init) ?? assumed,
        assumesHouseholds: villages[index].households == nil && assumed != nil)
    }
    record(found)
    return found
  }

  private func record(_ villages: [ExposedVillage]) {
    let ledger = study.ledger
    let points = villages.count { $0.ground.basis == .point }
    if points > 0 {
      ledger.assume(
        "a village that is a point without a radius is judged by the ground within"
          + " \(Int(VillageGround.pointRadius)) m of it", in: "villages", count: points,
        of: villages.count)
    }
    let assumed = villages.count(where: \.assumesHouseholds)
    if assumed > 0, let number = study.plan.resettlement?.householdsPerVillage {
      let text = TravelBands.number(number)
      ledger.assume(
        "a village without a count of households has \(text)", in: "villages", count: assumed,
        of: villages.count)
      ledger.warn(
        "households are assumed: \(text) for each of \(assumed) of \(villages.count) villages")
    }
  }
}

/// A village and its exposure.
struct ExposedVillage: Sendable {
  let village: Village
  let ground: VillageGround
  /// The area of the ground in **m²**.
  let groundArea: Double
  /// The hazards that it was judged by, indices of those of the study; parallel to the answers.
  let hazards: [Int]
  let exposure: VillageExposure
  /// The households, counted or assumed; `nil` where neither is.
  let households: Double?
  let assumesHouseholds: Bool
}
