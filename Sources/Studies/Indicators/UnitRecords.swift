internal import GeoModel
internal import Indicators
internal import Plan

/// The units and villages of a study as tables are matched to them.
struct UnitRecords {
  let study: Study
  /// For each level the positions of its units by their codes, the first of units that share one.
  private let positions: [[String: Int]]

  /// Looks the study's codes up once for all records.
  init(study: Study) {
    self.study = study
    positions = study.levels.map { level in
      Dictionary(
        level.units.enumerated().compactMap { position, unit in unit.code.map { ($0, position) } },
        uniquingKeysWith: { first, _ in first })
    }
  }

  /// The records of every level of the study, by its name.
  func ofLevels() -> [String: [UnitRecord]] {
    Dictionary(
      study.levels.indices.map { (study.levels[$0].name, records(at: $0)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The records of a level, or of the villages.
  func records(level: String) throws(StudyError) -> [UnitRecord] {
    guard level != "village" else { return villages() }
    let name = try study.level(named: level).name
    return records(at: study.levels.firstIndex { $0.name == name } ?? 0)
  }

  private func records(at index: Int) -> [UnitRecord] {
    let level = study.levels[index]
    return level.units.enumerated().map { position, unit in
      UnitRecord(
        index: position, level: level.name, code: unit.code, name: unit.name,
        fullName: unit.fullName, parents: parents(of: unit.parentCode, above: index))
    }
  }

  /// A feature number that stands for a code (the plan names no field of codes) is none: a table's
  /// codes never match it by accident.
  private func villages() -> [UnitRecord] {
    let hasCodes = study.plan.villages?.code != nil
    let finest = study.levels.count - 1
    return (study.villages ?? []).enumerated().map { index, village in
      let unit = village.unit.flatMap { positions[finest][$0] }.map { study.finest.units[$0] }
      var parents: [UnitRecord.Parent] = []
      if let unit {
        parents =
          [UnitRecord.Parent(code: unit.code, name: unit.fullName ?? unit.name)]
          + self.parents(of: unit.parentCode, above: finest)
      }
      return UnitRecord(
        index: index, level: "village", code: hasCodes ? village.code : nil, name: village.name,
        parents: parents)
    }
  }

  /// The chain of units above the level at `index`, the nearest first.
  private func parents(of code: String?, above index: Int) -> [UnitRecord.Parent] {
    guard let code, index > 0, let position = positions[index - 1][code] else { return [] }
    let unit = study.levels[index - 1].units[position]
    return [UnitRecord.Parent(code: code, name: unit.fullName ?? unit.name)]
      + parents(of: unit.parentCode, above: index - 1)
  }
}
