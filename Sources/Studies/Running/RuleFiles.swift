internal import DigestKit
internal import Plan
internal import Publishing

/// The files that a plan names beside its sources and that change figures: the rule of forest, tables of
/// codes, confirmed names.
struct RuleFiles {
  let plan: Plan
  /// The sources that were read, as the plan names them: what goes with another was of no use.
  let read: Set<String>

  /// A record for each, in the order of the plan; none twice.
  ///
  /// - Throws: ``StudyError`` where the plan's rule of forest is no file.
  func records() throws(StudyError) -> [RunRecord.SourceRecord] {
    var records: [RunRecord.SourceRecord] = []
    for file in try files() {
      guard let digest = try? FileDigest(ofFileAt: file.location) else { continue }
      let record = RunRecord.SourceRecord(
        section: file.section, source: file.name,
        files: [RunRecord.FileRecord(path: file.name, digest: digest)])
      if !records.contains(record) { records.append(record) }
    }
    return records
  }

  /// Where they are, whichever sources are read; none where the plan's rule of forest is no file, which whoever
  /// reads it tells.
  static func locations(of plan: Plan) -> [String] {
    let all = Set(PlanSources(plan).entries.map(\.reference.path))
    return ((try? RuleFiles(plan: plan, read: all).files()) ?? []).map(\.location)
  }

  private struct File {
    var section: String
    var name: String
    var location: String
  }

  private func files() throws(StudyError) -> [File] {
    var files: [File] = []
    if let forest = plan.forest {
      let loader = ForestRuleLoader(plan: plan, section: forest, ledger: SourceLedger())
      if let file = try loader.file() {
        files.append(
          self.file(at: file.path, of: "forest.rule", installed: !file.isPlanners))
      }
      for cover in ([forest.cover] + forest.years.map(\.cover)).compactMap(\.self)
      where read.contains(cover.source.path) {
        guard case .types(let types) = cover.definition else { continue }
        if case .file(let table) = types.table {
          let own = try ForestTypeTable.installedPath(of: table)
          files.append(
            file(at: own ?? table.location, of: table.path, installed: own != nil))
        }
        files += named(by: types.function?.table)
      }
      for functions in forest.functions where read.contains(functions.source.path) {
        guard case .field(let field) = functions.meaning else { continue }
        files += named(by: field.table)
      }
    }
    for table in plan.indicators where read.contains(table.source.path) {
      files += named(by: table.names)
    }
    return files
  }

  private func named(by table: PairTable?) -> [File] {
    guard case .file(let file) = table else { return [] }
    return [self.file(at: file.location, of: file.path, installed: false)]
  }

  private func file(at path: String, of section: String, installed: Bool) -> File {
    File(
      section: section,
      name: installed
        ? InstalledData.publishedName(of: path) : SourceFiles(plan: plan).publishedName(of: path),
      location: path)
  }
}
