internal import GeoAlgorithms
internal import GeoModel
internal import Plan
public import Publishing

extension PlanSession {
  /// Computes everything that the plan has data for and writes it to `folder`: a layer a file,
  /// flat, the report and the maps where they are wanted, `datapackage.json`, and `run.json` last, all
  /// together or not at all. Titles and sentences are those of `vocabulary`.
  ///
  /// - Parameters:
  ///   - folder: The path of the folder.
  ///   - writesReport: Whether `report.html` is wanted.
  ///   - sheet: The paper and form of the maps in `maps/`; `nil` for none. Their bytes depend on the fonts of
  ///     the machine, those of all else do not.
  ///   - vocabulary: What layers and properties are called.
  /// - Throws: ``StudyError``.
  public func run(
    to folder: String, writesReport: Bool = false, mapsOn sheet: MapSheet? = nil,
    vocabulary: ReportVocabulary = .plain
  ) async throws -> RunResult {
    try await write(
      layers: nil, to: folder, as: .geojson(.collection), writesReport: writesReport,
      mapsOn: sheet, vocabulary: vocabulary)
  }

  /// Writes the layers called `names` (all where `nil`) to `folder`, one file a layer in the form `form`.
  ///
  /// - Parameters:
  ///   - names: The layers' names: `villages`, `forest-cover-commune`.
  ///   - folder: The path of the folder.
  ///   - form: The format; layers without geometry are left out, with a warning, where it holds no tables.
  ///   - metres: How far borders of units may lie from where they are, in **metres**, to have fewer
  ///     positions; `nil` leaves them. Figures are those of the full outlines.
  ///   - vocabulary: What layers and properties are called in the files.
  /// - Throws: ``StudyError``; ``StudyError/usage(_:)`` where the plan has no such layer, or this build
  ///   of GDAL cannot write the form.
  public func export(
    layers names: [String]?, to folder: String, as form: FileForm = .geojson(.collection),
    simplifiedBy metres: Double? = nil, vocabulary: ReportVocabulary = .plain
  ) async throws -> RunResult {
    try await write(
      layers: names, to: folder, as: form, simplifiedBy: metres, writesReport: false,
      vocabulary: vocabulary)
  }

  private func write(
    layers names: [String]?, to folder: String, as form: FileForm,
    simplifiedBy metres: Double? = nil, writesReport: Bool, mapsOn sheet: MapSheet? = nil,
    vocabulary: ReportVocabulary
  ) async throws -> RunResult {
    // Before the work, as all that would stop the writing.
    try await RunWriter.typingErrors(of: folder) {
      for name in try LayerSelection(names, of: plan).names.sorted() {
        try InputFiles.requireOther(than: "\(folder)/\(name).\(form.ending)")
      }
    }
    if case .geojson(let form) = form, metres == nil, !writesReport,
      let selection = try StreamedSelection(names, of: plan)
    {
      return try await write(selection, to: folder, as: form, vocabulary: vocabulary)
    }
    if case .vector(let format) = form {
      // Before the work, so that nobody waits for files that cannot be.
      _ = try LayerFiles(format, vocabulary: vocabulary, levels: [])
    }
    var computed = try await compute(layers: names)
    if let metres { try computed.simplify(by: metres) }
    var warnings: [String] = []
    if case .vector(let format) = form { warnings += computed.leaveOut(whatIsNotIn: format) }
    let writer = RunWriter(
      study: computed.study, findings: computed.findings, jobs: options.jobs, form: form,
      vocabulary: vocabulary, tallies: computed.tallies)
    let record = try writer.record()
    var report: [UInt8]?
    if writesReport {
      report = try writer.report(of: computed, record: record) { warnings.append($0) }
    }
    var maps: [RunFolder.Map] = []
    if let sheet {
      let drawn = RunMaps(session: self, computed: computed, language: vocabulary.language)
      for (name, picture) in try await drawn.pictures() {
        maps.append(
          RunFolder.Map(name: name, form: sheet.form, bytes: try picture.bytes(on: sheet)))
      }
    }
    let files = try await writer.write(
      computed.layers, rasters: computed.rasters, report: report, maps: maps, record: record,
      to: folder)
    return result(of: computed, files: files, warnings: warnings)
  }

  /// Computes the layers called `names`; all that the plan has data for where `nil`.
  ///
  /// - Throws: ``StudyError``; ``StudyError/usage(_:)`` where the plan has no such layer.
  func compute(layers names: [String]?) async throws -> ComputedLayers {
    let wanted = try LayerSelection(names, of: plan)
    let study = try await StudyLoader(
      plan: plan, options: options, readsRoads: wantsRoads(wanted)
    ).load()
    try study.requireSoundUnits()
    var layers: [Layer] = []
    for level in study.levels where wanted.contains("units-\(level.name)") {
      layers.append(UnitLayer.layer(of: level, plan: plan))
    }
    if let section = plan.forest, section.isComputed {
      let levels = study.levels.filter { wanted.contains(LayerSelection.forestName($0.name, plan)) }
      if !levels.isEmpty {
        let forest = try ForestCoverStudy(study: study, section: section, options: options)
        let results = try await forest.run(levels: levels)
        layers += try ForestLayers(study: study, section: section, rule: forest.rule)
          .layers(of: results)
      }
    }
    layers += try await restoration(of: study, wanted: wanted)
    if let section = plan.forest, section.hasChange {
      let levels = study.levels.filter {
        wanted.contains(LayerSelection.changeName($0.name, plan))
      }
      let transitions = wanted.contains(LayerSelection.transitionsName)
      if !levels.isEmpty || transitions {
        let change = try ForestChangeStudy(study: study, section: section, options: options)
        let result = try await change.run(levels: transitions ? study.levels : levels)
        layers += levels.map { change.layer(of: result, level: $0.name) }
        if transitions { layers.append(change.transitionsLayer(of: result)) }
      }
    }
    let roads = try await roadAnswers(of: study, wanted: wanted)
    layers += roads.layers
    let access = roads.access
    layers += try paving(of: study, access: access, wanted: wanted)
    var isComplete = true
    var tables: [JoinedTable]?
    let joined = study.levels.filter { wanted.contains(LayerSelection.joinName($0.name, plan)) }
    let joinsVillages = wanted.contains(LayerSelection.villageJoinName)
    if !joined.isEmpty || joinsVillages {
      let found = try await IndicatorStudy(study: study, options: options).run()
      let statuses = try await ClassificationStudy(study: study, options: options)
        .run(tables: found)
      let builder = JoinLayer(study: study, tables: found, statuses: statuses)
      for level in joined {
        layers.append(
          try await builder.layer(
            of: level, name: LayerSelection.joinName(level.name, plan), jobs: options.jobs))
      }
      if joinsVillages { layers.append(builder.villageLayer(name: LayerSelection.villageJoinName)) }
      isComplete = found.allSatisfy(\.isComplete)
      tables = found
    }
    let tallies = (tables ?? []).map { JoinTally($0) }
    for tally in tallies { tally.assume(in: study.ledger) }
    if wanted.contains("targets"), plan.targets != nil {
      let rows = try await TargetStudy(study: study, options: options, access: access)
        .run()
      layers.append(TargetLayer(study: study, rows: rows).layer())
    }
    let exposed = try await exposure(
      of: study, placed: roads.placed, access: access, wanted: wanted)
    let travel = try await accessibility(of: study, wanted: wanted)
    let ground = try await terrain(of: study, wanted: wanted)
    layers += exposed.layers + travel.layers + ground.layers
    var findings = study.findings + roads.findings + (tables ?? []).flatMap(\.findings)
    if wanted.contains("findings") {
      // Who runs a plan must not be told less than who checks it.
      findings = try await PlanCheck(study: study, options: options).findings(
        roads: plan.roads == nil ? nil : roads.findings, tables: tables, readsHazards: false)
      layers.append(FindingList(findings).layer)
    }
    return ComputedLayers(
      study: study, layers: layers, findings: findings,
      rasters: travel.rasters + ground.rasters + exposed.rasters, isComplete: isComplete,
      tallies: tallies, access: access, placed: roads.placed)
  }
}

extension PlanSession {
  /// The layers of villages and of the roads that they depend on that are wanted.
  func villageLayers(
    of access: VillagesStudy.Result, study: Study, wanted: LayerSelection
  ) async throws -> [Layer] {
    let roads = VillageRoads(access)
    var layers: [Layer] = []
    if wanted.contains("villages") {
      layers.append(VillagesLayer(roads: roads, unitNames: study.finestNames).layer())
    }
    if wanted.contains(SectionLayers.criticalName) {
      layers.append(SectionLayers(roads: roads).critical())
    }
    if wanted.contains(SectionLayers.allName) { layers.append(SectionLayers(roads: roads).all()) }
    if wanted.contains(VillagePathsLayer.name) {
      let paths = try await roads.paths(jobs: options.jobs)
      layers.append(VillagePathsLayer(roads: roads).layer(of: paths))
    }
    return layers
  }

  /// The layers of where new forest could come from that are wanted.
  private func restoration(of study: Study, wanted: LayerSelection) async throws -> [Layer] {
    guard let section = plan.forest, let restoration = section.computedRestoration,
      RestorationLayers.names.contains(where: wanted.contains)
    else { return [] }
    let result = try await RestorationStudy(
      study: study, section: section, restoration: restoration, options: options
    ).run()
    let layers = RestorationLayers(study: study, restoration: restoration, result: result)
    return [layers.sites(), layers.potential(), layers.gaps()].filter { wanted.contains($0.name) }
  }
}
