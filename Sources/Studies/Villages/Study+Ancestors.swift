internal import GeoModel

extension Study {
  /// The index in `level` of the unit that each unit of the finest level belongs to.
  func ancestors(of codes: [String?], at level: Level) -> [Int?] {
    let target = levels.firstIndex { $0.name == level.name } ?? levels.count - 1
    var parents: [[String: String]] = []
    for level in levels.dropFirst(target + 1).reversed() {
      parents.append(
        Dictionary(
          level.units.compactMap { unit in
            unit.code.flatMap { code in unit.parentCode.map { (code, $0) } }
          }, uniquingKeysWith: { first, _ in first }))
    }
    let index = Dictionary(
      level.units.enumerated().compactMap { index, unit in unit.code.map { ($0, index) } },
      uniquingKeysWith: { first, _ in first })
    return codes.map { code in
      parents.reduce(code) { child, table in child.flatMap { table[$0] } }.flatMap { index[$0] }
    }
  }
}
