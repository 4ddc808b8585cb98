internal import Boundaries
internal import GEOSKit
internal import GeoModel
internal import Indicators
internal import Plan

/// What `check` has to say of the plan's units beside those of earlier dates: codes that name other
/// ground now, and boundaries that stayed as they were although the unit changed.
struct EarlierFindings {
  let study: Study

  /// Findings of each level with boundaries of its own, for each date of which older ones are at
  /// hand; the oldest date first.
  func findings() throws(StudyError) -> [Finding] {
    let loader = EarlierUnitsLoader(plan: study.plan, ledger: study.ledger)
    var findings: [Finding] = []
    for (index, level) in study.levels.enumerated() {
      guard case .source = study.plan.units[index].origin else { continue }
      for vintage in loader.vintages(of: level.name) {
        guard let earlier = try loader.boundaries(of: level.name, on: vintage) else { continue }
        findings += try compare(earlier, with: level)
      }
    }
    return findings
  }

  private func compare(
    _ earlier: EarlierBoundaries, with level: Study.Level
  ) throws(StudyError) -> [Finding] {
    let pairs: [CodeContinuity]
    do throws(GEOSError) {
      pairs = try CodeContinuity.compare(old: earlier.units, new: level.units)
    } catch {
      throw .internalFailure(error.message)
    }
    let comparison = CodeContinuity.Comparison(
      oldVintage: earlier.vintage.description,
      changed: try changedCodes(since: earlier, at: level))
    return CodeContinuity.findings(
      from: pairs, new: level.units, by: comparison, level: level.name)
  }

  /// The codes whose units are not what the old unit of that code was, alone and as a whole; `nil`
  /// where no crosswalk leads here. A crosswalk is about the finest level.
  private func changedCodes(
    since earlier: EarlierBoundaries, at level: Study.Level
  ) throws(StudyError) -> Set<String>? {
    guard level.name == study.finest.name, !study.plan.crosswalk.isEmpty,
      let vintage = study.plan.vintage
    else { return nil }
    let steps = try CrosswalkLoader(plan: study.plan, ledger: study.ledger).steps()
    guard
      let chain = try? CrosswalkChain(
        steps, from: earlier.vintage.description, to: vintage.description)
    else { return nil }
    let listed = chain.steps.flatMap(\.rows).map(\.oldCode)
    var origins: [String: Set<String>] = [:]
    var targets: [String: [String]] = [:]
    for code in Set(earlier.units.compactMap(\.code) + listed) {
      // A unit that the crosswalk does not know is for `join` to report.
      guard let reach = try? chain.reach(of: code, name: nil, isSameName: ==) else { continue }
      targets[code] = reach.targets
      for target in reach.targets { origins[target, default: []].insert(code) }
    }
    return Set(
      level.units.compactMap(\.code).filter { code in
        guard let origins = origins[code] else { return false }
        return origins != [code] || targets[code] != [code]
      })
  }
}
