/// One row's way through the tiers.
struct RowSearch {
  let key: RowKey
  let search: NameSearch
  let rules: MatchRules

  private var index: UnitIndex { search.index }

  /// What the row finds, before other rows are looked at.
  func match() -> RowMatch {
    let byCode = rules.key != .name
    let byName = rules.key != .code
    guard byCode && key.code != nil || byName && key.name != nil else {
      var match = RowMatch(key.row, .unmatched)
      match.flags = [.noKey]
      if let name = key.name { addNameCandidates(name, to: &match) }
      return match
    }
    if byCode, let code = key.code {
      let match = matchByCode(code)
      if !byName || match.outcome != .unmatched || !match.flags.isEmpty { return match }
    }
    guard byName, let name = key.name else { return RowMatch(key.row, .unmatched) }
    return matchByName(name)
  }

  private func matchByCode(_ code: String) -> RowMatch {
    var match = RowMatch(key.row, .unmatched)
    let found = index.units(code: code)
    let current = found.filter { rules.isSameVintage(as: index.units[$0]) }
    let contradicted = current.filter { unit in
      key.name.flatMap { search.agrees($0, with: unit) } == false
    }
    if current.isEmpty {
      if !found.isEmpty { match.flags.append(.vintageDiffers) }
      match.candidates = found.map { MatchCandidate(unit: $0, why: .sameCode) }
      if found.isEmpty {
        match.candidates = index.units(codeButForZeros: code)
          .map { MatchCandidate(unit: $0, why: .leadingZeros) }
      }
    } else if !contradicted.isEmpty {
      match.flags.append(.staleCode)
      match.candidates = current.map { MatchCandidate(unit: $0, why: .sameCode) }
    } else if current.count > 1 {
      match.outcome = .ambiguous
      match.tier = .code
      match.candidates = current.map { MatchCandidate(unit: $0, why: .sameCode) }
      return match
    } else {
      return RowMatch(key.row, .matched, tier: .code, unit: current[0])
    }
    if let name = key.name { addNameCandidates(name, to: &match) }
    return match
  }

  private func matchByName(_ name: ReadName) -> RowMatch {
    var match = RowMatch(key.row, .unmatched)
    if let type = name.type, !type.isPossible(at: rules.level) { match.flags.append(.otherLevel) }
    let (hits, refused) = search.search(name, parent: key.parent)
    guard let hits else {
      addRefused(refused, to: &match)
      return match
    }
    match.flags = []
    match.tier = hits.tier
    if hits.units.count == 1 {
      match.outcome = .matched
      match.unit = hits.units[0]
      if !rules.isSameVintage(as: index.units[hits.units[0]]) { match.flags.append(.otherVintage) }
    } else {
      match.outcome = .ambiguous
      match.candidates = hits.units.map { MatchCandidate(unit: $0, why: .sameName) }
    }
    return match
  }

  private func addNameCandidates(_ name: ReadName, to match: inout RowMatch) {
    let (hits, refused) = search.search(name, parent: key.parent)
    match.candidates += (hits?.units ?? []).map { MatchCandidate(unit: $0, why: .sameName) }
    addRefused(refused, to: &match)
  }

  private func addRefused(_ refused: NameSearch.Refused, to match: inout RowMatch) {
    match.candidates += refused.otherParent.map { MatchCandidate(unit: $0, why: .otherParent) }
    match.candidates += refused.otherType.map { MatchCandidate(unit: $0, why: .otherType) }
  }
}
