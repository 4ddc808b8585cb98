/// The confirmed pairs, each resolved to the one unit that it names.
struct ConfirmedPairs {
  /// What a pair says about a row.
  enum Answer {
    case unit(Int)
    case noUnit
  }

  private struct NameKey: Hashable {
    var type: UnitType?
    var exact: String
  }

  private var byName: [NameKey: [Int]] = [:]
  private var byCode: [String: [Int]] = [:]
  private var targets: [Int?] = []
  private(set) var faults: [PairFault] = []
  private let pairs: [MatchRules.ConfirmedPair]

  init(_ rules: MatchRules, search: NameSearch) {
    pairs = rules.confirmed
    for (position, pair) in pairs.enumerated() {
      let name = FoldedName(pair.row, settlements: rules.level == "village")
      byName[NameKey(type: name.type, exact: name.exact), default: []].append(position)
      byCode[NameCleaning.cleaned(pair.row), default: []].append(position)
      let units = Self.units(pair.unit, rules: rules, search: search)
      targets.append(units.count == 1 ? units[0] : nil)
      if units.count != 1 {
        faults.append(
          PairFault(pair: pair, kind: units.isEmpty ? .unknownUnit : .ambiguousUnit))
      }
    }
    for same in byName.values where Set(same.map { targets[$0] }).count > 1 {
      for position in same {
        targets[position] = nil
        faults.append(PairFault(pair: pairs[position], kind: .contradicted))
      }
    }
  }

  private static func units(_ text: String, rules: MatchRules, search: NameSearch) -> [Int] {
    let coded = search.index.units(code: NameCleaning.cleaned(text))
    guard coded.isEmpty else { return coded }
    return search.search(ReadName(text, type: nil, level: rules.level), parent: nil).hits?.units
      ?? []
  }

  /// The pairs that name this row; empty where none does.
  func pairs(name: FoldedName?, type: UnitType?, code: String?) -> [Int] {
    var found: [Int] = []
    if let name {
      found = byName[NameKey(type: name.type ?? type, exact: name.exact)] ?? []
      if found.isEmpty && name.type == nil && type != nil {
        found = byName[NameKey(type: nil, exact: name.exact)] ?? []
      }
    }
    if found.isEmpty, let code { found = byCode[code] ?? [] }
    return found
  }

  /// What the pairs at `positions` say together.
  func answer(_ positions: [Int]) -> Answer {
    if let first = positions.first, let unit = targets[first] { return .unit(unit) }
    return .noUnit
  }

  /// All faults, those of pairs that no row used among them, in the order of the pairs.
  func faults(used: Set<Int>) -> [PairFault] {
    let unused = pairs.indices.filter { !used.contains($0) }
      .map { PairFault(pair: pairs[$0], kind: .unused) }
    let all = faults + unused
    return pairs.indices.flatMap { position in
      PairFault.Kind.allCases.compactMap { kind in
        all.first { $0.pair == pairs[position] && $0.kind == kind }
      }
    }
  }
}
