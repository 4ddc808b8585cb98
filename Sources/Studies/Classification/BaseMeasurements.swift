internal import GeoModel
internal import Indicators
internal import Plan

/// What the comparison of a classification with its base year answers.
struct BaseMeasurements {
  let study: Study
  let classified: Classified
  let base: ClassificationDefinition.Base
  let indicator: ClassificationDefinition.Indicator

  /// The figures of the study, and of each unit above those that are counted.
  func measurements() throws(StudyError) -> [Measurement] {
    warnOfRule()
    let members = try BaseComparison(study: study, classified: classified, base: base).members()
    var found = measurements(of: members.map(\.unit), place(nil, nil))
    for level in study.levels where level.name != classified.level {
      let homes = members.map { home(of: $0, at: level) }
      for (index, unit) in level.units.enumerated() {
        guard let code = unit.code else { continue }
        let own = zip(members, homes).filter { $0.1.contains(index) }
        var figures = measurements(of: own.map(\.0.unit), place(level.name, code))
        if own.contains(where: { $0.1.count > 1 }) {
          for position in figures.indices {
            figures[position].value = nil
            figures[position].reason = "a unit of \(base.year) lies in several units of today"
          }
        }
        found += figures
      }
    }
    return found
  }

  private func place(_ level: String?, _ code: String?) -> MeasuredPlace {
    let date = classified.definition.date ?? study.plan.vintage
    return MeasuredPlace(
      level: level, unitCode: code, period: date.map { TargetPeriod($0.year) },
      vintage: (base.vintage ?? study.plan.vintage)?.description)
  }

  private func measurements(of units: [BaseUnit], _ place: MeasuredPlace) -> [Measurement] {
    switch indicator {
    case .extremelyDifficultUnits:
      Measurement.fewerUnits(indicator.rawValue, units, at: place, rule: rule)
    case .newRuralCommunesAdded:
      [
        Measurement.moreUnits(
          indicator.rawValue, units, unit: "communes", at: place, rule: rule)
      ]
    }
  }

  /// Which rule judged which year, and what was counted.
  private var rule: String {
    let earlier = base.rule.map { ", then by \($0)" } ?? ""
    return "\(classified.rule); \(classified.level) of \(base.year)\(earlier)"
  }

  /// The units of `level` that a unit of the base year lies in today.
  private func home(of member: BaseComparison.Member, at level: Study.Level) -> Set<Int> {
    var codes: [String?] = member.targets
    if classified.level == "village" {
      let wanted = Set(member.targets)
      codes = (study.villages ?? []).filter { $0.code.map(wanted.contains) ?? false }.map(\.unit)
    }
    return Set(study.ancestors(of: codes, at: level).compactMap(\.self))
  }

  private func warnOfRule() {
    guard base.rule == nil, let validity = classified.definition.rule.validity,
      !validity.contains("\(base.year)-12-31")
    else { return }
    study.ledger.warn(
      "\(classified.definition.path).base: \(classified.rule) was not in force at the end of"
        + " \(base.year); name the rule of that year with rule, so that both are printed")
  }
}
