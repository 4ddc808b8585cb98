/// Joins the rows of a table to units, in tiers, and accounts for every row and every unit.
///
/// Nothing is guessed: a row that more than one unit answers at its tier stays ambiguous, whatever
/// their order; text without diacritics and edit distance only ever suggest.
public enum Matcher {
  /// Matches `rows` to `units`.
  ///
  /// The result does not depend on the order of `rows`, nor on case, Unicode form or spaces of the
  /// names on either side.
  ///
  /// - Parameters:
  ///   - rows: the rows of the table, those set aside included.
  ///   - units: all units that rows can be of.
  ///   - rules: what rows are found by, the pairs that a person confirmed, and whether rows may lie outside
  ///     the study.
  ///   - progress: called now and then with how many of the rows that match nothing have their suggestions,
  ///     and how many such rows there are: all else takes no time beside them. `nil`: never.
  /// - Returns: rows and units in the order given, each with what became of it.
  /// - Complexity: O(r + u) but for rows that match nothing, each of which is compared with every
  ///   unit that has no row.
  public static func match(
    rows: [RowRecord], units: [UnitRecord], rules: MatchRules,
    progress: ((_ done: Int, _ total: Int) -> Void)? = nil
  ) -> MatchResult {
    match(
      NamedRows(rows, level: rules.level), to: NamedUnits(units, level: rules.level), rules: rules,
      progress: progress)
  }

  /// The same of names that were read before, on both sides with the level of `rules`.
  public static func match(
    _ named: NamedRows, to units: NamedUnits, rules: MatchRules,
    progress: ((_ done: Int, _ total: Int) -> Void)? = nil
  ) -> MatchResult {
    let (search, units, names) = (units.search, units.units, named.names)
    let pairs = ConfirmedPairs(rules, search: search)
    var usedPairs: Set<Int> = []
    var parents: [String: ReadParent] = [:]
    var matches = zip(named.rows, names).map { row, name in
      guard row.setAside == nil else { return RowMatch(row, .setAside) }
      let key = RowKey(row, name: name, parents: &parents, search: search)
      let used = pairs.pairs(name: name?.folded, type: name?.type, code: key.code)
      usedPairs.formUnion(used)
      if !used.isEmpty { return confirmed(key, pairs.answer(used), search: search) }
      return RowSearch(key: key, search: search, rules: rules).match()
    }
    let claims = Claims(matches, unitCount: units.count)
    claims.markDoubled(&matches)
    let missing = claims.rows.indices.filter { claims.rows[$0].isEmpty }
    Suggestions.complete(
      &matches, names: names, index: search.index, missing: missing, progress: progress)
    if rules.scope == .subset {
      Scope.leaveOut(&matches, names: names, missing: Set(missing))
    }
    for position in matches.indices {
      matches[position].flags = MatchFlag.allCases.filter(matches[position].flags.contains)
    }
    return MatchResult(
      rules: rules, rows: matches, units: claims.unitMatches(units, matches),
      pairFaults: pairs.faults(used: usedPairs))
  }

  private static func confirmed(
    _ key: RowKey, _ answer: ConfirmedPairs.Answer, search: NameSearch
  ) -> RowMatch {
    guard case .unit(let unit) = answer else {
      var match = RowMatch(key.row, .unmatched)
      match.flags = [.pairWithoutUnit]
      return match
    }
    var match = RowMatch(key.row, .matched, tier: .confirmed, unit: unit)
    let own = key.name.flatMap { search.search($0, parent: key.parent).hits?.units } ?? []
    if !own.isEmpty && own != [unit] { match.flags = [.overridesName] }
    return match
  }
}

/// What a row is found by.
struct RowKey {
  var row: RowRecord
  var name: ReadName?
  /// The code without spaces around it; `nil` where it is empty.
  var code: String?
  var parent: ReadParent?

  /// - Parameter parents: those read before: a parent has many rows.
  init(
    _ row: RowRecord, name: ReadName?, parents: inout [String: ReadParent], search: NameSearch
  ) {
    self.row = row
    self.name = name
    let code = row.code.map(NameCleaning.cleaned) ?? ""
    self.code = code.isEmpty ? nil : code
    let parent = row.parent.map(NameCleaning.cleaned) ?? ""
    guard !parent.isEmpty else { return }
    let read = parents[parent] ?? search.parent(parent)
    parents[parent] = read
    self.parent = read
  }
}

extension RowMatch {
  /// Makes a match without flags and candidates.
  init(_ row: RowRecord, _ outcome: RowOutcome, tier: MatchTier? = nil, unit: Int? = nil) {
    self.init(row: row, outcome: outcome, tier: tier, unit: unit, flags: [], candidates: [])
  }
}
