internal import GeoModel
internal import Indicators
internal import Plan

/// The units and villages of a study as tables are matched to them.
struct UnitRecords {
  let study: Study

  /// The records of a level, or of the villages.
  func records(level: String) throws(StudyError) -> [UnitRecord] {
    guard level != "village" else { return villages() }
    let found = try study.level(named: level)
    return found.units.enumerated().map { index, unit in
      UnitRecord(
        index: index, level: level, code: unit.code, name: unit.name, fullName: unit.fullName,
        parents: parents(of: unit.parentCode, above: level))
    }
  }

  /// A feature number that stands for a code (the plan names no field of codes) is none: a table's
  /// codes never match it by accident.
  private func villages() -> [UnitRecord] {
    let hasCodes = study.plan.villages?.code != nil
    return (study.villages ?? []).enumerated().map { index, village in
      let unit = study.finest.units.first { $0.code == village.unit && $0.code != nil }
      var parents: [UnitRecord.Parent] = []
      if let unit {
        parents =
          [UnitRecord.Parent(code: unit.code, name: unit.fullName ?? unit.name)]
          + self.parents(of: unit.parentCode, above: study.finest.name)
      }
      return UnitRecord(
        index: index, level: "village", code: hasCodes ? village.code : nil, name: village.name,
        parents: parents)
    }
  }

  /// The chain of units above, the nearest first.
  private func parents(of code: String?, above level: String) -> [UnitRecord.Parent] {
    guard let code, let index = study.levels.firstIndex(where: { $0.name == level }), index > 0,
      let unit = study.levels[index - 1].units.first(where: { $0.code == code })
    else { return [] }
    return [UnitRecord.Parent(code: code, name: unit.fullName ?? unit.name)]
      + parents(of: unit.parentCode, above: study.levels[index - 1].name)
  }
}
