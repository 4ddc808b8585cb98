internal import GeoAlgorithms
internal import GeoModel
internal import Plan
internal import Resettlement
internal import RoadAccess

/// Everything that is found of hazards, each thing once and only where it is asked for.
struct ExposureAnswers {
  let study: Study
  let hazards: [StudyHazard]
  let keys: HazardKeys
  let options: StudyOptions
  /// The villages with their exposure; `nil` where the plan has none.
  let villages: [ExposedVillage]?
  /// The roads, where the plan has some.
  let placed: PlacedNetwork?
  /// Where hazards lie on them.
  let roadHazards: RoadHazards?
  /// For each village whether its only way out runs through a hazard.
  let ways: [Ternary?]?
  private let sections: RoadSections?

  /// Finds the answers.
  ///
  /// - Throws: ``StudyError`` for what ``HazardLoader`` refuses.
  init(
    study: Study, placed: PlacedNetwork?, wantsVillages: Bool = true, options: StudyOptions
  ) async throws {
    self.study = study
    self.options = options
    let hazards = try await HazardLoader(study: study, options: options).load()
    self.hazards = hazards
    keys = HazardKeys(hazards)
    self.placed = placed
    let exposure = ExposureStudy(study: study, hazards: hazards, options: options)
    villages =
      study.villages != nil && wantsVillages ? try await exposure.villages() : nil
    if let placed {
      let found = try await RoadHazardStudy(
        study: study, hazards: hazards, roads: placed.roads, options: options
      ).run()
      roadHazards = found
      sections = RoadSections(placed.roads)
      let chosen = exposure.rule.hazards.compactMap { name in
        hazards.firstIndex { $0.name == name }
      }
      ways =
        villages != nil && study.plan.centres != nil
        ? ClosedWays(
          placed.network, lost: found.together(chosen, roads: placed.roads.edges)
        ).cutOff : nil
    } else {
      roadHazards = nil
      sections = nil
      ways = nil
    }
  }

  /// What hazards take of the units of `levels`, a layer a level.
  func unitLayers(of levels: [Study.Level]) async throws -> [Layer] {
    guard !levels.isEmpty else { return [] }
    let measures = try await ExposureStudy(study: study, hazards: hazards, options: options)
      .measures(of: levels)
    let builder = HazardExposureLayer(
      study: study, hazards: hazards, keys: keys, villages: villages, ways: ways)
    var layers: [Layer] = []
    for (level, own) in zip(levels, measures) {
      var lengths: RoadHazards.ByUnit?
      if let placed, let sections, let roadHazards {
        lengths = try await roadHazards.lengths(
          in: level.units, roads: placed.roads, sections: sections, jobs: options.jobs)
      }
      layers.append(
        builder.layer(
          of: level, measures: own, roads: lengths,
          name: HazardExposureLayer.name(of: level.name, study.plan)))
    }
    return layers
  }

  /// The villages; `nil` where the plan has none.
  func villagesLayer(
    access: VillagesStudy.Result?, in units: Set<String>? = nil,
    proposals: [ResettlementVillagesLayer.Proposal]? = nil
  ) -> Layer? {
    villages.map { villages in
      ResettlementVillagesLayer(
        study: study, hazards: hazards, keys: keys, villages: villages, ways: ways,
        roads: access.map(VillageRoads.init), proposals: proposals
      ).layer(in: units)
    }
  }

  /// The sections of road in hazards; `nil` without roads.
  func roadsLayer() -> Layer? {
    guard let placed, let sections, let roadHazards else { return nil }
    return HazardRoadsLayer(
      hazards: hazards, keys: keys, placed: placed, sections: sections, found: roadHazards
    ).layer()
  }
}
