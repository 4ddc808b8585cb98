internal import GeoModel
internal import Plan

extension PlanSession {
  /// The map of exposure and, where the plan proposes one, of the resettlement.
  func resettlementMap(_ request: MapRequest) async throws -> MapPicture {
    guard !plan.hazards.isEmpty else {
      throw StudyError.plan([missing("hazards", "say where natural hazards are")])
    }
    guard plan.villages != nil else {
      throw StudyError.plan([missing("villages", "name the source of villages")])
    }
    let study = try await StudyLoader(plan: plan, options: options, readsRoads: true).load()
    try study.requireSoundUnits()
    try study.requireSoundVillages()
    let ground = try MapGround(
      study, level: request.level, in: request.place, language: request.language)
    let units = try request.place.map { try study.finestCodes(in: $0) }
    let network = try await plan.roads.asyncMap { roads in
      try await PlacedNetworkLoader(
        study: study, roads: roads, centres: plan.centres, options: options
      ).load()
    }
    let exposure = try await ExposureAnswers(study: study, placed: network, options: options)
    let proposal = try await plan.resettlement.asyncMap { section in
      try await ResettlementProposal(
        study: study, section: section,
        villages: section.proposesMoves ? exposure.villages : nil, network: network,
        triesWeights: false, options: options)
    }
    guard let villages = exposure.villagesLayer(access: nil, in: units) else {
      throw StudyError.internalFailure("villages were not read")
    }
    let document = try ResettlementMap(
      ground: ground, hazards: exposure.hazards, villages: villages,
      sites: proposal?.sitesLayer(in: units), moves: proposal?.moves?.layer(in: units),
      language: request.language
    ).document()
    return MapPicture(warnings: study.ledger.warnings, document: document)
  }
}
