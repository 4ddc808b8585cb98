internal import DigestKit
internal import GDALKit
internal import GeoModel
internal import Plan
internal import Publishing

/// Writes the layers of a run and the record of how they came about.
struct RunWriter {
  let study: Study
  let findings: [Finding]
  let jobs: Int
  /// The form of the layers' files.
  var form = FileForm.geojson(.collection)
  /// What layers and properties are called in them and in `datapackage.json`.
  let vocabulary: ReportVocabulary
  /// The plan's tables in numbers, where they were joined.
  var tallies: [JoinTally] = []

  /// Writes each layer and raster, the report, the maps, `datapackage.json` and then `run.json`, which is `record`
  /// with the files written, to `folder`; all get their names together.
  func write(
    _ layers: [Layer], rasters: [RasterOutput] = [], report: [UInt8]? = nil,
    maps: [RunFolder.Map] = [], record: RunRecord, to folder: String
  ) async throws -> [WrittenFile] {
    try await RunWriter.typingErrors(of: folder) {
      var output = try RunFolder(folder, record: record)
      for layer in layers { try await write(layer, to: &output) }
      for raster in rasters {
        try await output.write(raster, jobs: jobs)
      }
      if let report { try output.write(report: report) }
      for map in maps { try output.write(map) }
      return try output.finish()
    }
  }

  /// What `body` does, errors of writing to `folder` as those of a study.
  static func typingErrors<Result>(
    of folder: String, _ body: () async throws -> Result
  ) async throws -> Result {
    do {
      return try await body()
    } catch let error as OutputError {
      throw StudyError.output(error)
    } catch let error as GeoJSONError {
      throw StudyError.internalFailure("\(error)")
    } catch let error as GDALError where error.level == .output {
      throw StudyError.output(
        .failed(path: folder, action: "write a raster", reason: error.message))
    }
  }

  /// Writes a layer, and how it came about, to `output`.
  func write(_ layer: Layer, to output: inout RunFolder) async throws {
    let name = "\(layer.name).\(form.ending)"
    let written = try await write(layer, named: name, to: &output.files)
    output.add(
      RunFolder.LayerFile(
        name: layer.name, path: name, digest: written.digest, report: written.report,
        studyTotals: layer.studyTotals, form: form, title: titles.layer(layer.name),
        schema: form.schema(of: layer, title: titles.property),
        references: CodeReferences(study: study).references(of: layer)))
  }

  /// What layers and properties are called.
  var titles: LayerTitles { LayerTitles(vocabulary, levels: study.levels.map(\.name)) }

  /// Writes a layer in the form.
  private func write(
    _ layer: Layer, named name: String, to output: inout OutputFolder
  ) async throws -> (digest: FileDigest, report: GeoJSONReport) {
    switch form {
    case .geojson(let form):
      let writer = GeoJSONWriter(form: form, mender: GEOSMender())
      let written = try await output.write(
        name, by: { file in try await writer.write(layer, jobs: jobs, to: &file) })
      return (written.digest, written.result)
    case .csv:
      var report = GeoJSONReport()
      report.features = layer.features.count
      let digest = try output.write(name) { file in
        try CSVWriter().write(layer) { try file.write($0) }
      }.digest
      return (digest, report)
    case .vector(let format):
      let files = try LayerFiles(
        format, vocabulary: vocabulary, levels: study.levels.map(\.name))
      var report = GeoJSONReport()
      let digest = try output.writeExternally(name) { path in
        report = try files.put([layer], nil, to: path, named: name).first ?? report
      }
      for line in files.warnings([(layer, report)]) { study.ledger.warn(line) }
      return (digest, report)
    }
  }

  /// The report of a run; `nil`, with a warning, where what it is laid out with is not installed: a run
  /// has its layers all the same.
  func report(
    of computed: ComputedLayers, record: RunRecord, warn: (String) -> Void
  ) throws(StudyError) -> [UInt8]? {
    do throws(StudyError) {
      return try ReportBuilder(computed: computed, record: record, vocabulary: vocabulary).html()
    } catch {
      guard case .input(let lines) = error else { throw error }
      warn("report.html is not written: \(lines.joined(separator: "; "))")
      return nil
    }
  }

  /// How layers came about, without the files that they are written to.
  func record() throws(StudyError) -> RunRecord {
    let plan = study.plan
    var record = RunRecord(
      version: UplandVersion.current,
      plan: RunRecord.PlanRecord(
        path: FileProbe.lastPart(plan.file), digest: try digest(ofPlan: plan.file),
        title: plan.title, vintage: plan.vintage?.description))
    record.libraries = LibraryVersions.members
    let vintages = SourceVintages(of: plan)
    record.sources = study.ledger.sources.map { source in
      RunRecord.SourceRecord(
        section: section(source.path),
        source: SourceFiles(plan: plan).publishedName(of: source.reference.location),
        layer: source.layer, referenceSystem: source.referenceSystem.map(describe),
        referenceSystemBy: source.referenceSystem == nil
          ? nil
          : source.referenceSystemNote
            ?? (source.reference.referenceSystem == nil ? "source" : "plan"),
        vintage: vintages[source.path],
        files: SourceFiles(plan: plan).records(of: source.reference, files: source.files))
    }
    let read = Set(study.ledger.sources.map(\.path))
    record.sources += try RuleFiles(plan: plan, read: read).records()
    record.operations = study.ledger.operations.map {
      RunRecord.OperationRecord(
        section: section($0.path), from: $0.from, to: $0.to, operation: $0.name,
        accuracyMetres: $0.accuracyMetres)
    }
    record.rules = try RunRules(of: study).members
    record.assumptions = study.ledger.assumptions.map {
      RunRecord.AssumptionRecord(
        section: $0.path, assumption: $0.text, count: $0.count, of: $0.total)
    }
    record.reads = reads()
    record.notComputed = NotComputed.sections(of: plan).map {
      RunRecord.NotComputedRecord(section: $0, reason: "validated; comes with a later version")
    }
    record.findings = findings
    return record
  }

  private func digest(ofPlan path: String) throws(StudyError) -> FileDigest {
    do throws(DigestError) {
      return try FileDigest(ofFileAt: path)
    } catch {
      throw .input(["\(path): \(error.message)"])
    }
  }

  private func describe(_ system: ReferenceSystem) -> String {
    // WKT is long; a system without a code is told by its name.
    system.definition.count < 40 ? "\(system.name) (\(system.definition))" : system.name
  }

  /// `units.commune.source` → `units.commune`.
  private func section(_ path: String) -> String {
    path.hasSuffix(".source") ? String(path.dropLast(7)) : path
  }

  private func reads() -> [RunRecord.ReadRecord] {
    study.ledger.sources.compactMap { source in
      guard let features = source.features else { return nil }
      let name = section(source.path)
      var leftOut = study.ledger.omissions.filter { section($0.path) == name }
        .map { RunRecord.ReadRecord.LeftOut(reason: $0.reason, count: $0.count) }
      var read = features
      if let tally = tallies.first(where: { "indicators.\($0.table)" == name }) {
        // Rows that are blank are none.
        read = tally.rowCount
        leftOut += tally.leftOut.map { .init(reason: $0.reason, count: $0.count) }
      }
      return RunRecord.ReadRecord(
        section: name, read: read, used: max(0, read - leftOut.reduce(0) { $0 + $1.count }),
        leftOut: leftOut)
    }
  }
}
