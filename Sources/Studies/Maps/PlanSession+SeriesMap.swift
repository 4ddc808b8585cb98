internal import Cartography
internal import GeoModel
internal import Plan
internal import Publishing

extension PlanSession {
  /// The layers whose figures have years.
  private static let layersWithYears = ["forest-cover", "join"]

  /// The most years that a sheet has room for.
  private static let greatestYearCount = 24

  /// The map of a layer with a panel for each year.
  ///
  /// - Throws: ``StudyError/usage(_:)`` for a layer or a figure without years, ``StudyError/plan(_:)``
  ///   for a plan with forest of fewer than two.
  func seriesMap(_ request: MapRequest) async throws -> MapPicture {
    guard Self.layersWithYears.contains(request.layer) else {
      throw StudyError.usage(
        "map \(request.layer) --years: the layer has no years; those that have are"
          + " \(Self.layersWithYears.joined(separator: ", "))")
    }
    let study = try await StudyLoader(plan: plan, jobs: options.jobs)
      .load(villages: request.layer == "join")
    let ground = try MapGround(
      study, level: groundLevel(request), in: request.place, language: request.language)
    var request = request
    let years: [YearLayer]
    if request.layer == "join" {
      let layer = try await layer(request, of: study, ground: ground)
      let columns = try YearColumns(of: layer, property: request.property)
      request.property = columns.property
      years = columns.layers
    } else {
      years = try await forestYears(of: ground)
    }
    guard years.count <= Self.greatestYearCount else {
      throw StudyError.usage(
        "--years: \(years.count) years, of which a sheet has room for \(Self.greatestYearCount)")
    }
    let document = try SeriesMap(ground: ground, years: years, request: request).document()
    return MapPicture(warnings: study.ledger.warnings, document: document)
  }

  /// Forest cover of the units of `ground` in each year of the plan.
  private func forestYears(of ground: MapGround) async throws -> [YearLayer] {
    guard let section = plan.forest else {
      throw StudyError.plan([missing("forest", "name a raster or polygons under forest")])
    }
    guard section.years.count > 1, let first = section.years.first else {
      throw StudyError.plan([
        plan.problem(
          at: section.mark, path: "forest", "a series needs two years",
          suggestion: "name a source for each under years: [{year: 2020, source: …}, …]")
      ])
    }
    try ground.study.requireSoundUnits()
    var layers: [YearLayer] = []
    for year in section.years {
      if year.cover.definition != first.cover.definition {
        // Part of what differs between two ways of telling forest is the way.
        ground.study.ledger.warn(
          "forest: \(first.year) and \(year.year) tell forest in different ways; part of the change"
            + " may be the method")
      }
      var alone = section
      alone.cover = nil
      alone.years = [year]
      let forest = try ForestCoverStudy(study: ground.study, section: alone, options: options)
      let results = try await forest.run(levels: [ground.level])
      let layer = try ForestLayers(study: ground.study, section: alone, rule: forest.rule)
        .layers(of: results)[0]
      layers.append(YearLayer(year: year.year, layer: layer))
    }
    return layers
  }
}
