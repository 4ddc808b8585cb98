internal import Boundaries
internal import GeoModel
internal import Plan
internal import Publishing

extension PlanSession {
  /// Writes the units of levels, and nothing beside them, to `folder`; the outlines of the finest level are
  /// never all in memory. The files are those of ``export(layers:to:as:simplifiedBy:vocabulary:)``
  /// for the same layers, to the byte.
  ///
  /// Nothing else of the plan is read: no villages, and of the other levels those that parents need.
  func write(
    _ selection: StreamedSelection, to folder: String, as form: GeoJSONForm,
    vocabulary: ReportVocabulary
  ) async throws -> RunResult {
    var study = try await StudyLoader(
      plan: plan, options: options, shown: selection.levels, streamsFinest: true
    ).load(villages: false)
    guard let outlines = study.streamed else {
      throw StudyError.internalFailure("the outlines of units have no source")
    }
    let units = StreamedUnits(
      plan: plan, level: study.finest, outlines: outlines, options: options)
    var layers = study.levels.dropLast().filter { selection.levels.contains($0.name) }
      .map { UnitLayer.layer(of: $0, plan: plan) }
    func writer() -> RunWriter {
      RunWriter(
        study: study, findings: study.findings, jobs: options.jobs, form: .geojson(form),
        vocabulary: vocabulary)
    }
    let record = try writer().record()
    let files = try await RunWriter.typingErrors(of: folder) {
      var output = try RunFolder(folder, record: record)
      for layer in layers { try await writer().write(layer, to: &output) }
      let (layer, findings) = try await writer().write(units, form: form, to: &output)
      layers.append(layer)
      study.findings += findings
      try study.requireSoundUnits()
      output.record.findings = study.findings
      return try output.finish()
    }
    return RunResult(
      files: files, layers: layers, notComputed: NotComputed.sections(of: plan),
      findings: FindingList(study.findings).findings, warnings: study.ledger.warnings,
      isComplete: true)
  }
}

extension RunWriter {
  /// Writes the layer of `units` to `output`; tells it without its features, and what is wrong with them.
  ///
  /// - Throws: ``StudyError``; ``OutputError``.
  func write(
    _ units: StreamedUnits, form: GeoJSONForm, to output: inout RunFolder
  ) async throws -> (layer: Layer, findings: [Finding]) {
    let layerName = UnitLayer.name(of: units.level.name)
    let path = "\(layerName).\(self.form.ending)"
    let spool = try FeatureSpool(
      name: layerName, count: units.level.units.count,
      writer: GeoJSONWriter(form: form, mender: GEOSMender()), in: output.files.path)
    let outcome = try await units.fill(spool)
    let findings =
      outcome.findings
      + UnitCheck.codeFindings(for: units.level.units, level: units.level.name)
    let written = try output.files.write(path) { file in try spool.write(to: &file) }
    let totals = UnitLayer.studyProperties(plan: units.plan, area: outcome.area)
    let survey = spool.survey
    output.add(
      RunFolder.LayerFile(
        name: layerName, path: path, digest: written.digest, report: written.result,
        studyTotals: totals, form: self.form, title: titles.layer(layerName),
        schema: LayerSchema(of: survey, title: titles.property),
        references: CodeReferences(study: study).references(
          of: layerName, level: units.level.name, properties: Set(survey.names))))
    return (Layer(name: layerName, features: [], studyTotals: totals), findings)
  }
}

/// The choice of layers that can be written without all outlines in memory: units alone.
struct StreamedSelection {
  /// The levels whose units are wanted.
  let levels: Set<String>

  /// `nil` where the layers called `names` (all where `nil`) need more of `plan` than fields and outlines one
  /// by one, as findings do: they tell how outlines meet.
  init?(_ names: [String]?, of plan: Plan) throws(StudyError) {
    let wanted = try LayerSelection(names, of: plan)
    guard let finest = plan.units.last, case .source(let source) = finest.origin,
      source.source.coordinates == nil, wanted.contains(UnitLayer.name(of: finest.name)),
      wanted.isWithin(plan.units.map { UnitLayer.name(of: $0.name) })
    else { return nil }
    let levels = Set(plan.units.map(\.name).filter { wanted.contains(UnitLayer.name(of: $0)) })
    // A level that is drawn from the finest one needs its outlines.
    for definition in plan.units.dropLast().reversed() {
      guard case .dissolve = definition.origin else { break }
      if levels.contains(definition.name) { return nil }
    }
    self.levels = levels
  }
}
