internal import GeoModel
internal import Plan
internal import RoadAccess

extension PlanSession {
  /// What roads give to the villages and people of the units of `level` (the first where `nil`), all
  /// of them or those in `code`.
  ///
  /// - Throws: ``StudyError``.
  public func roadAccess(level: String?, in code: String?) async throws -> LayerResult {
    guard let roads = plan.roads else {
      throw StudyError.plan([
        PlanProblem(
          file: plan.file, mark: nil, path: "roads", message: "the plan has no such section",
          suggestion: "name the source of roads")
      ])
    }
    var shown: Set = [level ?? plan.units[0].name]
    if let centres = plan.centres { shown.insert(centres.level) }
    let study = try await StudyLoader(
      plan: plan, options: options, shown: shown, readsRoads: true
    ).load()
    try study.requireSoundUnits()
    var wanted = try study.level(named: level)
    if let code { wanted = try study.narrow(wanted, to: code) }
    let layer = try await roadAccessLayer(
      of: study, roads: roads, level: wanted, isNarrowed: code != nil)
    return LayerResult(layer: study.totalled(layer, of: code), warnings: study.ledger.warnings)
  }

  /// What roads give to the units of `level`, which are not all of the study where it `isNarrowed`.
  func roadAccessLayer(
    of study: Study, roads: RoadsSection, level: Study.Level, isNarrowed: Bool
  ) async throws -> Layer {
    let unplaced = try await PlacedNetworkLoader(
      study: study, roads: roads, centres: plan.centres, options: options
    ).loadUnplaced()
    let findsPaths = study.villages != nil && plan.centres != nil
    if findsPaths { try study.requireSoundVillages() }
    let result = try await RoadAccessStudy(
      study: study, section: roads, roads: unplaced.loaded.roads, isNarrowed: isNarrowed,
      options: options
    ).run(levels: [level]) { [options] in
      let placed = try await unplaced.placed(options: options)
      return RoadAccessStudy.Access(
        placed: placed,
        villages: findsPaths
          ? try await VillagesStudy.access(on: placed.network, options: options) : nil)
    }
    return RoadAccessLayer(plan: plan).layer(of: result.levels[0], name: "road-access")
  }

  /// What `run` and `export` ask of roads.
  struct RoadAnswers {
    var layers: [Layer] = []
    var findings: [Finding] = []
    /// The villages' roads, for others that ask for them.
    var access: VillagesStudy.Result?
    /// The roads with villages and centres, where any layer needs them.
    var placed: PlacedNetwork?
  }

  /// Whether a layer is wanted that is made of the roads as a network.
  func wantsRoads(_ wanted: LayerSelection) -> Bool {
    let names = plan.units.flatMap { LayerSelection.roadNames($0.name, plan) }
    return
      (names + LayerSelection.villageNames + LayerSelection.pavingNames
      + [TravelTimeLayer.name] + LayerSelection.hazardNames(plan))
      .contains(where: wanted.contains)
  }

  /// The layers about roads and villages that are wanted: one network and one search for all.
  func roadAnswers(of study: Study, wanted: LayerSelection) async throws -> RoadAnswers {
    var answers = RoadAnswers()
    guard let roads = plan.roads, wantsRoads(wanted) else { return answers }
    let placed = try await PlacedNetworkLoader(
      study: study, roads: roads, centres: plan.centres, options: options
    ).load()
    answers.findings = placed.findings
    answers.placed = placed
    if study.villages != nil, plan.centres != nil {
      answers.access = try await VillagesStudy(study: study, placed: placed, options: options)
        .run()
    }
    if let access = answers.access {
      answers.layers += try await villageLayers(of: access, study: study, wanted: wanted)
    }
    let found = try await roadLayers(
      of: study, wanted: wanted, placed: placed, access: answers.access?.access)
    answers.layers += found.layers
    answers.findings += found.findings
    return answers
  }

  /// The layers of roads by unit and of travel times that are wanted.
  private func roadLayers(
    of study: Study, wanted: LayerSelection, placed: PlacedNetwork, access: [VillageAccess]?
  ) async throws -> (layers: [Layer], findings: [Finding]) {
    guard let roads = plan.roads else { return ([], []) }
    let levels = study.levels.filter { level in
      LayerSelection.roadNames(level.name, plan).contains(where: wanted.contains)
    }
    let wantsTimes = wanted.contains(TravelTimeLayer.name)
    guard !levels.isEmpty || wantsTimes else { return ([], []) }
    let result = try await RoadAccessStudy(
      study: study, section: roads, roads: placed.roads, isNarrowed: false, options: options
    ).run(levels: levels) { RoadAccessStudy.Access(placed: placed, villages: access) }
    var layers: [Layer] = []
    for level in result.levels {
      let names = LayerSelection.roadNames(level.level.name, plan)
      layers.append(RoadAccessLayer(plan: plan).layer(of: level, name: names[0]))
      layers.append(
        RoadLengthLayer(plan: plan, classNames: result.classNames).layer(of: level, name: names[1]))
    }
    if wantsTimes { layers.append(TravelTimeLayer(study: study).layer(of: result)) }
    return (layers.filter { wanted.contains($0.name) }, result.findings)
  }
}

extension LayerSelection {
  /// The names of the layers of roads of a level: by unit, and by unit and class.
  static func roadNames(_ level: String, _ plan: Plan) -> [String] {
    let suffix = level == plan.units[0].name ? "" : "-\(level)"
    return ["road-access\(suffix)", "road-lengths\(suffix)"]
  }
}
