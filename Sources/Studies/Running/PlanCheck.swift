internal import ForestCover
internal import GEOSKit
internal import GeoModel
internal import Plan
internal import Publishing
internal import RoadAccess

/// Everything that `check` looks at, and `run` tells too: the study's own findings, and those of the
/// subjects' sources.
struct PlanCheck {
  let study: Study
  let options: StudyOptions

  /// All findings, in no particular order. What a run has found already it hands over, so that nothing is
  /// read twice.
  ///
  /// - Parameters:
  ///   - roads: what was found about roads and centres; `nil` where they were not read.
  ///   - tables: the plan's tables joined; `nil` where they were not.
  ///   - readsHazards: whether hazards are still to be read.
  func findings(
    roads: [Finding]? = nil, tables: [JoinedTable]? = nil, readsHazards: Bool = true
  ) async throws -> [Finding] {
    var findings = study.findings
    findings += try roads ?? accessFindings()
    findings += try forestFindings()
    if readsHazards {
      // What is wrong with a hazard is told as the error that it is; the rest goes to the ledger.
      _ = try await HazardLoader(study: study, options: options).load()
    }
    let coverage = CoverageFindings(study: study)
    findings += try coverage.findings()
    if !study.plan.indicators.isEmpty {
      var joined = tables ?? []
      if tables == nil {
        joined = try await IndicatorStudy(study: study, options: options).run()
      }
      findings += joined.flatMap(\.findings)
      findings += try coverage.implausible(joined)
    }
    for omission in study.ledger.omissions {
      findings.append(
        Finding(
          severity: .note, kind: "left-out", layer: omission.path, amount: "\(omission.count)",
          message: "\(omission.count) left out: \(omission.reason)",
          remedy: "see whether they should count",
          vietnamese: Finding.Wording(
            "\(OutputLanguage.vietnamese.number(omission.count)) đối tượng bị loại"
              + " (\(omission.reason))",
            remedy: "xem có nên tính chúng không",
            amount: OutputLanguage.vietnamese.number(omission.count))))
    }
    let notComputed = NotComputed.sections(of: study.plan)
    if !notComputed.isEmpty {
      let list = notComputed.joined(separator: ", ")
      findings.append(
        Finding(
          severity: .note, kind: "not-computed", layer: "plan",
          message: "validated, and not computed by this version: \(list)",
          remedy: "nothing; the other sections do not depend on it",
          vietnamese: Finding.Wording(
            "đã kiểm tra, phiên bản này chưa tính: \(list)",
            remedy: "không cần làm gì; các phần khác không phụ thuộc")))
    }
    return findings
  }

  private func accessFindings() throws -> [Finding] {
    guard let roads = study.plan.roads else { return [] }
    var findings: [Finding] = []
    if let centres = study.plan.centres {
      let level = try study.level(named: centres.level)
      let placed = try CentresLoader(section: centres, study: study).load(level: level)
      findings += placed.findings
    }
    let loader = RoadsLoader(section: roads, plan: study.plan, ledger: study.ledger)
    let loaded = try loader.load()
    let network = RoadNetwork(loaded.table, rules: loader.rules(for: loaded))
    return findings
      + RoadFindings.findings(of: network, identifiers: loaded.identifiers(in: network))
  }

  private func forestFindings() throws -> [Finding] {
    guard let section = study.plan.forest else { return [] }
    let rule = try ForestRuleLoader(plan: study.plan, section: section, ledger: study.ledger).load()
    var findings: [Finding] = []
    for cover in [section.cover].compactMap(\.self) + section.years.map(\.cover) {
      findings += try forestFindings(of: cover, section: section, rule: rule)
    }
    let functions = ForestFunctionsLoader(plan: study.plan, ledger: study.ledger)
    return findings + (try functions.read(section.functions).findings)
  }

  private func forestFindings(
    of cover: ForestCoverSource, section: ForestSection, rule: ForestRule
  ) throws -> [Finding] {
    if case .everything = cover.definition, !FileProbe.opensAsRaster(cover.source.location) {
      let table = try VectorLoader(plan: study.plan, ledger: study.ledger)
        .load(cover.source, fields: []).table
      return try ForestPolygons(plan: study.plan, cover: cover, ledger: study.ledger)
        .read(table).findings
    }
    if case .types(let types) = cover.definition {
      return try ForestInventory(
        plan: study.plan, cover: cover, types: types, rule: rule, ledger: study.ledger
      ).findings()
    }
    _ = try ForestCoverStudy(study: study, section: section, options: options).raster(of: cover)
    return []
  }
}
