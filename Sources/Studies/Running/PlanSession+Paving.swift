internal import GeoModel
internal import Plan
internal import RoadAccess

extension PlanSession {
  /// The sections of road to harden, in order: all of the study, or for the villages in the unit
  /// `code`.
  ///
  /// - Throws: ``StudyError``.
  public func paving(_ request: PavingRequest, in code: String?) async throws -> LayerResult {
    let (study, paving) = try await pavingStudy(request, in: code)
    let layer = PavingLayer(
      study: study, placed: paving.placed, request: request, result: try paving.run()
    ).layer()
    return LayerResult(layer: layer, warnings: study.ledger.warnings)
  }

  /// The shortest list of roads of unknown surface whose survey would settle whether the share of
  /// `request` is reached.
  ///
  /// - Throws: ``StudyError``.
  public func surveys(_ request: PavingRequest, in code: String?) async throws -> LayerResult {
    let (study, paving) = try await pavingStudy(request, in: code)
    let layer = SurveyLayer(
      study: study, placed: paving.placed, result: try SurveyStudy(paving: paving).run()
    ).layer()
    return LayerResult(layer: layer, warnings: study.ledger.warnings)
  }

  func pavingStudy(
    _ request: PavingRequest, in code: String?
  ) async throws -> (Study, PavingStudy) {
    let sections = try accessSections()
    let study = try await StudyLoader(plan: plan, options: options, readsRoads: true).load()
    let codes = try code.map { try study.finestCodes(in: $0) }
    let placed = try await PlacedNetworkLoader(
      study: study, roads: sections.roads, centres: sections.centres, options: options
    ).load()
    let wanted = codes.map { codes in
      Set(
        (study.villages ?? []).enumerated().compactMap { index, village in
          codes.contains(village.unit ?? "") ? index : nil
        })
    }
    return (
      study,
      PavingStudy(
        study: study, placed: placed, roads: sections.roads, request: request, wanted: wanted)
    )
  }

  /// The layers of paving that are wanted, by the plan's own target.
  func paving(of study: Study, access: VillagesStudy.Result?, wanted: LayerSelection) throws
    -> [Layer]
  {
    guard let access, let roads = plan.roads else { return [] }
    let request = PavingRequest()
    let paving = PavingStudy(study: study, placed: access.placed, roads: roads, request: request)
    var layers: [Layer] = []
    if wanted.contains(PavingLayer.name) {
      layers.append(
        PavingLayer(
          study: study, placed: access.placed, request: request, result: try paving.run()
        ).layer())
    }
    if wanted.contains(SurveyLayer.name) {
      layers.append(
        SurveyLayer(
          study: study, placed: access.placed, result: try SurveyStudy(paving: paving).run()
        ).layer())
    }
    return layers
  }
}

extension Plan {
  /// Whether a run tells what to harden first: the plan has targets, or says what hardening costs.
  /// Otherwise the question is asked of `pave` or of `export`, since every road of a country is much.
  var asksForPaving: Bool { targets != nil || roads?.costs.isEmpty == false }
}
