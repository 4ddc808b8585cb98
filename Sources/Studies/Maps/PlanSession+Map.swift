internal import Cartography
internal import GeoModel
internal import Plan
internal import Publishing

extension PlanSession {
  /// The map of a layer.
  ///
  /// - Throws: ``StudyError``; ``StudyError/usage(_:)`` for a layer, level, code or property that the
  ///   plan does not have, or a layer that has no place.
  public func map(_ request: MapRequest) async throws -> MapPicture {
    var request = request
    try settleLevel(of: &request)
    if request.byYear { return try await seriesMap(request) }
    if request.layer == PavingLayer.name { return try await pavingMap(request) }
    if request.layer == "resettlement" { return try await resettlementMap(request) }
    return try await drawnMap(request).picture
  }

  /// The map of villages, of units, or of a figure; the level of `request` is settled.
  func drawnMap(_ request: MapRequest) async throws -> DrawnMap {
    if request.layer == "villages" { return try await villageMap(request) }
    // Villages are loaded where they are drawn or looked at.
    let hasVillages = ["join", "findings", "road-access"].contains(request.layer)
    let study = try await StudyLoader(plan: plan, jobs: options.jobs)
      .load(villages: hasVillages)
    let ground = try MapGround(
      study, level: groundLevel(request), in: request.place, language: request.language)
    let document: MapDocument
    var drawn: Layer?
    if request.layer == "units" {
      document = try unitMap(of: ground, request)
    } else {
      let layer = try await layer(request, of: study, ground: ground)
      document = try FigureMap(ground: ground, layer: layer, request: request).document()
      drawn = layer
    }
    return DrawnMap(document: document, ground: ground, layer: drawn)
  }

  /// The level that is drawn: that of the figures, else the finest.
  func groundLevel(_ request: MapRequest) -> String? {
    if let level = request.level { return level == "village" ? nil : level }
    return ["forest-cover", "join", "road-access"].contains(request.layer)
      ? plan.units[0].name : nil
  }

  /// The layer of figures, from the study that the map is drawn of.
  func layer(
    _ request: MapRequest, of study: Study, ground: MapGround
  ) async throws -> Layer {
    try study.requireSoundUnits()
    let units = try request.place.map { try study.finestCodes(in: $0) }
    switch request.layer {
    case "forest-cover":
      guard let section = plan.forest else {
        throw StudyError.plan([missing("forest", "name a raster or polygons under forest")])
      }
      let forest = try ForestCoverStudy(study: study, section: section, options: options)
      let results = try await forest.run(levels: [ground.level])
      return try ForestLayers(study: study, section: section, rule: forest.rule)
        .layers(of: results)[0]
    case "join":
      guard !plan.indicators.isEmpty || !plan.classifications.isEmpty else {
        throw StudyError.plan([missing("indicators", "name the tables to be joined")])
      }
      let tables = try await IndicatorStudy(study: study, options: options).run()
      let statuses = try await ClassificationStudy(study: study, options: options)
        .run(tables: tables)
      let builder = JoinLayer(study: study, tables: tables, statuses: statuses)
      if request.level == "village" {
        return builder.villageLayer(name: LayerSelection.villageJoinName, in: units)
      }
      return try await builder.layer(
        of: ground.level, name: LayerSelection.joinName(ground.level.name, plan),
        jobs: options.jobs)
    case "road-access":
      guard let roads = plan.roads else {
        throw StudyError.plan([missing("roads", "name the source of roads")])
      }
      return try await roadAccessLayer(
        of: study, roads: roads, level: ground.level, isNarrowed: request.place != nil)
    case "forest-restoration":
      guard let section = plan.forest, let restoration = section.restoration else {
        throw StudyError.plan([missing("forest.restoration", "add 'restoration: {}' under forest")])
      }
      let result = try await RestorationStudy(
        study: study, section: section, restoration: restoration, options: options
      ).run()
      return RestorationLayers(study: study, restoration: restoration, result: result)
        .sites(in: units)
    default:
      return FindingList(try await PlanCheck(study: study, options: options).findings()).layer
    }
  }

  /// The layers that can be drawn where the plan has data for them.
  static let mapLayers = [
    "villages", "road-access", "pave", "units", "forest-cover", "join", "forest-restoration",
    "resettlement", "findings",
  ]

  /// Takes `forest-cover-commune` as the layer `forest-cover` by commune.
  func settleLevel(of request: inout MapRequest) throws(StudyError) {
    guard !Self.mapLayers.contains(request.layer) else { return }
    for name in Self.mapLayers {
      for level in plan.units.map(\.name) + ["village"] where request.layer == "\(name)-\(level)" {
        request.layer = name
        if request.level == nil { request.level = level }
        return
      }
    }
    throw unknownLayer(request.layer)
  }

  private func unknownLayer(_ name: String) -> StudyError {
    if name == "targets" {
      return .usage("map targets: the layer has no geometry to draw; see upland targets")
    }
    let nearest = NameSuggestion.nearest(to: name, among: Self.mapLayers)
    return .usage(
      "map \(name): there is no such map; "
        + (nearest.map { "did you mean '\($0)'?" }
          ?? "there are \(Self.mapLayers.joined(separator: ", "))"))
  }

  private func villageMap(_ request: MapRequest) async throws -> DrawnMap {
    let sections = try accessSections()
    let study = try await StudyLoader(plan: plan, options: options, readsRoads: true).load()
    let ground = try MapGround(
      study, level: request.level, in: request.place, language: request.language)
    let units = try request.place.map { try study.finestCodes(in: $0) }
    let placed = try await PlacedNetworkLoader(
      study: study, roads: sections.roads, centres: sections.centres, options: options
    ).load()
    let result = try await VillagesStudy(study: study, placed: placed, options: options).run()
    let map = VillageMap(
      ground: ground, result: result, tier: request.tier, units: units,
      showsCounts: !request.isAtlas, language: request.language)
    let layer = map.layer()
    return DrawnMap(document: try map.document(of: layer), ground: ground, layer: layer)
  }

  private func pavingMap(_ request: MapRequest) async throws -> MapPicture {
    let asked = PavingRequest()
    let (study, paving) = try await pavingStudy(asked, in: request.place)
    let ground = try MapGround(
      study, level: request.level, in: request.place, language: request.language)
    let layer = PavingLayer(
      study: study, placed: paving.placed, request: asked, result: try paving.run()
    ).layer()
    let document = try PavingMap(
      ground: ground, placed: paving.placed, layer: layer, language: request.language
    ).document()
    return MapPicture(warnings: study.ledger.warnings, document: document)
  }

  /// The map of the units alone.
  func unitMap(
    of ground: MapGround, _ request: MapRequest
  ) throws(StudyError) -> MapDocument {
    let relief = try ground.relief()
    return MapDocument(
      heading: ground.heading,
      title: request.language == .vietnamese ? "Đơn vị hành chính" : "Administrative units",
      subtitle: "", language: request.language, extent: try ground.extent(),
      layers: ground.land + ground.borders, layersBelowRelief: 1, relief: relief,
      labels: ground.labels, legend: [ground.legend],
      notes: MapNotes(study: ground.study, language: request.language).lines,
      date: plan.vintage?.description)
  }
}
