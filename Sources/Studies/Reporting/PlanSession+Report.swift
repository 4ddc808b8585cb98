internal import Publishing

extension PlanSession {
  /// Computes everything that the plan has data for, as ``run(to:writesReport:mapsOn:vocabulary:)`` does, and writes the report
  /// of it to the file at `path`, or hands it to `sink` where `path` is `nil`.
  ///
  /// - Returns: Whether every row and unit of the plan's tables is accounted for, and what is worth a
  ///   line on standard error.
  /// - Throws: ``StudyError``; ``StudyError/input(_:)`` where Leaflet is not there, before anything is
  ///   computed.
  public func report(
    to path: String?, vocabulary: ReportVocabulary, sink: ([UInt8]) throws -> Void
  ) async throws -> (isComplete: Bool, warnings: [String]) {
    // Before the work, so that nobody waits for a report that cannot be.
    _ = try ReportFiles.library()
    let computed = try await compute(layers: nil)
    let writer = RunWriter(
      study: computed.study, findings: computed.findings, jobs: options.jobs,
      vocabulary: vocabulary, tallies: computed.tallies)
    let html = try ReportBuilder(
      computed: computed, record: writer.record(), vocabulary: vocabulary
    ).html()
    if let path {
      do throws(OutputError) {
        var file = try AtomicFile(path)
        try file.write(html)
        try file.commit()
      } catch {
        throw StudyError.output(error)
      }
    } else {
      try sink(html)
    }
    return (computed.isComplete, computed.study.ledger.warnings)
  }
}
