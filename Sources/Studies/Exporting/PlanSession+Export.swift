internal import DigestKit
internal import GeoModel
internal import Plan
public import Publishing

extension PlanSession {
  /// Writes the layers called `names` (all where `nil`) in `format` to `target`: one file, or a database,
  /// with all of them, the sources beside them where there is room.
  ///
  /// - Returns: What was written; of a database the layers and no file.
  /// - Throws: ``StudyError``; ``StudyError/usage(_:)`` where the plan has no such layer, or the format
  ///   does not hold them.
  public func export(
    layers names: [String]?, as format: VectorFormat, to target: String,
    simplifiedBy metres: Double? = nil, vocabulary: ReportVocabulary = .plain
  ) async throws -> RunResult {
    let files = try LayerFiles(format, vocabulary: vocabulary, levels: plan.units.map(\.name))
    let count = names?.count ?? LayerSelection.available(in: plan).count
    // Before the work, so that nobody waits for a file that cannot be.
    try files.requireRoom(for: count)
    try files.requireDistinct(plan.indicators.flatMap(\.columns).map(\.name), in: "indicators")
    var computed = try await compute(layers: names)
    if let metres { try computed.simplify(by: metres) }
    var warnings = computed.leaveOut(whatIsNotIn: format)
    if !computed.rasters.isEmpty {
      warnings.append(
        "not written, because one file holds no rasters: "
          + computed.rasters.map(\.name).joined(separator: ", ") + "; a folder gets them")
    }
    let record = try RunWriter(
      study: computed.study, findings: computed.findings, jobs: options.jobs,
      vocabulary: vocabulary, tallies: computed.tallies
    ).record()
    warnings += try await files.write(computed.layers, record: record, to: target)
    let written =
      format == .postgis
      ? [] : [WrittenFile(path: target, bytes: (try? FileDigest(ofFileAt: target).size) ?? 0)]
    return result(of: computed, files: written, warnings: warnings)
  }

  /// What a run computed and wrote, for a summary.
  func result(
    of computed: ComputedLayers, files: [WrittenFile], warnings: [String] = []
  ) -> RunResult {
    RunResult(
      files: files, layers: computed.layers, notComputed: NotComputed.sections(of: plan),
      findings: FindingList(computed.findings).findings,
      warnings: computed.study.ledger.warnings + warnings, isComplete: computed.isComplete)
  }
}

extension ComputedLayers {
  /// Leaves out layers without a place where `format` holds nothing but geometry; the warnings that say so.
  mutating func leaveOut(whatIsNotIn format: VectorFormat) -> [String] {
    guard !format.holdsTables else { return [] }
    let left = layers.filter { !$0.hasPlaces }.map(\.name)
    // What has nothing to write is refused by name.
    guard !left.isEmpty, left.count < layers.count else { return [] }
    layers.removeAll { left.contains($0.name) }
    return [
      "not written, because \(format.rawValue) holds geometry and these have none: "
        + left.joined(separator: ", ")
    ]
  }

  /// Gives units outlines with fewer positions, and says so.
  mutating func simplify(by metres: Double) throws(StudyError) {
    let outlines = try SimplifiedOutlines(of: study.levels, by: metres)
    layers = outlines.applied(to: layers)
    let (before, after) = outlines.positions
    let limit = DecimalText.text(metres, decimals: 3) ?? ""
    study.ledger.assume(
      "positions of outlines left out in these files, borders off by at most \(limit) m; figures are"
        + " those of the full outlines", in: "units", count: before - after, of: before)
    study.ledger.warn(
      "--simplify \(limit): \(after) of \(before) positions of outlines are written; figures are those"
        + " of the full outlines")
  }
}
