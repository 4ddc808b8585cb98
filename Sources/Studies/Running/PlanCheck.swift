internal import ForestCover
internal import GEOSKit
internal import GeoModel
internal import Plan

/// Everything that `check` looks at: the study's own findings, and those of the subjects' sources.
struct PlanCheck {
  let study: Study
  let options: StudyOptions

  /// All findings, in no particular order.
  func findings() async throws -> [Finding] {
    var findings = study.findings
    findings += try accessFindings()
    findings += try forestFindings()
    for omission in study.ledger.omissions {
      findings.append(
        Finding(
          severity: .note, kind: "left-out", layer: omission.path, amount: "\(omission.count)",
          message: "\(omission.count) left out: \(omission.reason)",
          remedy: "see whether they should count"))
    }
    for name in NotComputed.sections(of: study.plan) {
      findings.append(
        Finding(
          severity: .note, kind: "not-computed", layer: name,
          message: "this version validates the section and does not compute it", remedy: "none"))
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
      let held = Set(placed.centres.map(\.unit))
      for (index, unit) in level.units.enumerated() where !held.contains(index) {
        findings.append(
          Finding(
            severity: .warning, kind: "no-centre", layer: "centres", feature: unit.label,
            message: "\(unit.label) (\(unit.name ?? "")) has no centre",
            remedy: "add its centre; its villages are unknown until then"))
      }
    }
    let loader = RoadsLoader(section: roads, plan: study.plan, ledger: study.ledger)
    return findings + RoadFindings.findings(of: try loader.network())
  }

  private func forestFindings() throws -> [Finding] {
    guard let cover = study.plan.forest?.cover else { return [] }
    if case .everything = cover.definition, !FileProbe.opensAsRaster(cover.source.location) {
      let table = try VectorLoader(plan: study.plan, ledger: study.ledger)
        .load(cover.source, fields: []).table
      return try ForestPolygons(plan: study.plan, cover: cover, ledger: study.ledger)
        .read(table).findings
    }
    if case .types = cover.definition { return [] }
    _ = try ForestRaster(cover, plan: study.plan, ledger: study.ledger)
    return []
  }
}
