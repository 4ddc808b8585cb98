internal import GeoModel
internal import Plan
internal import RoadAccess

extension PlanSession {
  /// What the hazards of the plan take of the units of `level` (the first where `nil`), all of them or
  /// those in `code`, and of their villages and roads.
  ///
  /// - Throws: ``StudyError``.
  public func exposure(level: String?, in code: String?) async throws -> LayerResult {
    try requireHazards()
    var shown: Set = [level ?? plan.units[0].name, plan.units[plan.units.count - 1].name]
    if let centres = plan.centres { shown.insert(centres.level) }
    let study = try await StudyLoader(plan: plan, options: options, shown: shown).load()
    try study.requireSoundUnits()
    var wanted = try study.level(named: level)
    if let code { wanted = try study.narrow(wanted, to: code) }
    let answers = try await ExposureAnswers(
      study: study, placed: try await network(of: study), options: options)
    let layer = try await answers.unitLayers(of: [wanted])[0]
    return LayerResult(layer: study.totalled(layer, of: code), warnings: study.ledger.warnings)
  }

  /// The villages with their exposure and the group that they belong to, all or those in the unit
  /// `code`.
  ///
  /// - Throws: ``StudyError``.
  public func resettlementVillages(in code: String?) async throws -> LayerResult {
    try requireHazards()
    guard plan.villages != nil else {
      throw StudyError.plan([missing("villages", "name the source of villages")])
    }
    var shown: Set = [plan.units[plan.units.count - 1].name]
    if let centres = plan.centres { shown.insert(centres.level) }
    let study = try await StudyLoader(plan: plan, options: options, shown: shown).load()
    try study.requireSoundUnits()
    try study.requireSoundVillages()
    let units = try code.map { try study.finestCodes(in: $0) }
    let placed = try await network(of: study)
    var access: VillagesStudy.Result?
    if let placed, plan.centres != nil {
      access = try await VillagesStudy(study: study, placed: placed, options: options).run()
    }
    let answers = try await ExposureAnswers(study: study, placed: placed, options: options)
    let proposed = try await proposal(
      of: study, network: placed, villages: answers.villages,
      wanted: LayerSelection(only: ResettlementVillagesLayer.name)
    ).villages
    guard
      let layer = answers.villagesLayer(access: access, in: units, proposals: proposed)
    else {
      throw StudyError.internalFailure("villages were not read")
    }
    return LayerResult(layer: layer, warnings: study.ledger.warnings)
  }

  /// The names of the plan's hazards, as properties of the layer `hazard-exposure` have them.
  public var hazardKeys: [(name: String, key: String)] {
    plan.hazards.map { ($0.name, HazardKeys.snake($0.name)) }
  }

  private func requireHazards() throws(StudyError) {
    if plan.hazards.isEmpty {
      throw .plan([missing("hazards", "say where natural hazards are")])
    }
  }

  /// The roads of the plan; `nil` where it has none.
  private func network(of study: Study) async throws -> PlacedNetwork? {
    guard let roads = plan.roads else { return nil }
    return try await PlacedNetworkLoader(
      study: study, roads: roads, centres: plan.centres, options: options
    ).load()
  }

  /// The layers of hazards, of exposed villages, of roads in hazards and of a proposal for those who live
  /// in them that are wanted, and its rasters.
  func exposure(
    of study: Study, placed: PlacedNetwork?, access: VillagesStudy.Result?, wanted: LayerSelection
  ) async throws -> (layers: [Layer], rasters: [RasterOutput]) {
    let names = LayerSelection.hazardNames(plan)
    let proposed = LayerSelection.proposalNames(plan)
    guard (names + proposed).contains(where: wanted.contains) else { return ([], []) }
    var placed = placed
    if placed == nil { placed = try await network(of: study) }
    let answers =
      plan.hazards.isEmpty
      ? nil : try await ExposureAnswers(study: study, placed: placed, options: options)
    let proposal = try await proposal(
      of: study, network: placed, villages: answers?.villages, wanted: wanted)
    guard let answers else { return (proposal.layers, proposal.rasters) }
    var layers = try await answers.unitLayers(
      of: study.levels.filter { wanted.contains(HazardExposureLayer.name(of: $0.name, plan)) })
    if wanted.contains(ResettlementVillagesLayer.name),
      let villages = answers.villagesLayer(access: access, proposals: proposal.villages)
    {
      layers.append(villages)
    }
    if wanted.contains(HazardRoadsLayer.name), let roads = answers.roadsLayer() {
      layers.append(roads)
    }
    return (layers + proposal.layers, proposal.rasters)
  }
}

extension LayerSelection {
  /// The layers of hazards that a plan has data for.
  static func hazardNames(_ plan: Plan) -> [String] {
    guard !plan.hazards.isEmpty else { return [] }
    return plan.units.map { HazardExposureLayer.name(of: $0.name, plan) }
      + (plan.villages == nil ? [] : [ResettlementVillagesLayer.name])
      + (plan.roads == nil ? [] : [HazardRoadsLayer.name])
  }
}
