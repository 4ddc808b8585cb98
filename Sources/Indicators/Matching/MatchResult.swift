/// The step at which a row found its unit, the strongest first.
public enum MatchTier: String, Sendable, Hashable, CaseIterable, Comparable {
  /// A pair that a person confirmed.
  case confirmed
  /// The code, of one vintage.
  case code
  /// Name, type and parent.
  case fullNameWithParent = "full_name_with_parent"
  /// Name and type; the parent is not known on one side.
  case fullName = "full_name"
  /// Name and parent; the type is not known on one side.
  case shortNameWithParent = "short_name_with_parent"
  /// The name; neither type nor parent is known on both sides.
  case shortName = "short_name"
  /// The name in another spelling (hoà, hòa; Kỳ, Kì; Đăk, Dak; 01, 1).
  case orthographic

  /// Whether `one` is the stronger.
  public static func < (one: MatchTier, other: MatchTier) -> Bool { one.rank < other.rank }

  /// 0 of the strongest.
  private var rank: Int {
    switch self {
    case .confirmed: 0
    case .code: 1
    case .fullNameWithParent: 2
    case .fullName: 3
    case .shortNameWithParent: 4
    case .shortName: 5
    case .orthographic: 6
    }
  }
}

/// What became of a row.
public enum RowOutcome: String, Sendable, Hashable, CaseIterable {
  /// It belongs to one unit.
  case matched
  /// More than one unit answers at its tier; nothing is chosen.
  case ambiguous
  /// No unit answers.
  case unmatched
  /// Its unit is claimed by other rows as well.
  case doubled
  /// A total or a title, set aside by rule before matching.
  case setAside = "set_aside"
  /// Outside the study, which `scope: subset` allows.
  case outsideStudy = "outside_study"

  /// Whether the join is wrong until a person has settled it.
  public var isError: Bool { self == .ambiguous || self == .unmatched || self == .doubled }
}

/// What became of a unit.
public enum UnitOutcome: String, Sendable, Hashable, CaseIterable {
  /// It has its row, or several that confirmed pairs add up.
  case matched
  /// No row belongs to it.
  case missing
  /// Several rows claim it, and no confirmed pair says that they add up.
  case doubled

  /// Whether the join is wrong until a person has settled it.
  public var isError: Bool { self != .matched }
}

/// Something about a row that its outcome does not say.
public enum MatchFlag: String, Sendable, Hashable, CaseIterable {
  /// The code is the unit's, the name is another's: a code of another vintage.
  case staleCode = "stale_code"
  /// The code is a unit's, but table and units are of different vintages.
  case vintageDiffers = "vintage_differs"
  /// Matched by name across vintages: the unit may have had another territory then.
  case otherVintage = "other_vintage"
  /// The name's type stands at another level than the units.
  case otherLevel = "other_level"
  /// A confirmed pair sends the row elsewhere than its own name would.
  case overridesName = "overrides_name"
  /// A confirmed pair names the row, but no single unit.
  case pairWithoutUnit = "pair_without_unit"
  /// The row has neither code nor name to be found by.
  case noKey = "no_key"
}

/// A unit that a row may mean; only ever a suggestion.
public struct MatchCandidate: Sendable, Hashable {
  /// Why it is suggested, the strongest reason first.
  public enum Why: String, Sendable, Hashable, CaseIterable {
    /// The same name, among others with it.
    case sameName = "same_name"
    /// The same code, refused.
    case sameCode = "same_code"
    /// The code but for leading zeros.
    case leadingZeros = "leading_zeros"
    /// The same name with another parent.
    case otherParent = "other_parent"
    /// The same name with another type.
    case otherType = "other_type"
    /// The same letters with other diacritics or none.
    case diacritics
    /// One or two letters added, dropped, changed or swapped.
    case spelling
  }

  /// The unit's position in the units that were matched.
  public var unit: Int
  /// Why it is suggested.
  public var why: Why
  /// The number of edits where `why` is ``Why/spelling``, else 0.
  public var distance: Int

  /// Makes a candidate.
  public init(unit: Int, why: Why, distance: Int = 0) {
    self.unit = unit
    self.why = why
    self.distance = distance
  }
}

/// One row and what became of it.
public struct RowMatch: Sendable, Hashable {
  /// The row.
  public var row: RowRecord
  /// What became of it.
  public var outcome: RowOutcome
  /// The tier that decided, also of an ambiguous or doubled row; `nil` where none did.
  public var tier: MatchTier?
  /// The position of its unit; `nil` where it has no single one.
  public var unit: Int?
  /// What else is to be known, in the order of ``MatchFlag``.
  public var flags: [MatchFlag]
  /// Units that it may mean: strongest reason first, then fewest edits, then name and code.
  public var candidates: [MatchCandidate]
}

/// One unit and what became of it.
public struct UnitMatch: Sendable, Hashable {
  /// The unit.
  public var unit: UnitRecord
  /// What became of it.
  public var outcome: UnitOutcome
  /// The positions of its rows, in the order of their numbers in the file.
  public var rows: [Int]
  /// The positions of the unmatched and ambiguous rows that may mean it.
  public var suggestions: [Int]
}

/// A confirmed pair that did nothing, or could not.
public struct PairFault: Sendable, Hashable {
  /// What is wrong with it.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// No row has that name or code.
    case unused
    /// No unit has that name or code.
    case unknownUnit = "unknown_unit"
    /// More than one unit has that name.
    case ambiguousUnit = "ambiguous_unit"
    /// Another pair sends the same row to another unit.
    case contradicted
  }

  /// The pair.
  public var pair: MatchRules.ConfirmedPair
  /// What is wrong with it.
  public var kind: Kind
}

/// Every row and every unit of a join, and what became of each.
public struct MatchResult: Sendable, Hashable {
  /// The rules.
  public var rules: MatchRules
  /// The rows, in the order they were given.
  public var rows: [RowMatch]
  /// The units, in the order they were given.
  public var units: [UnitMatch]
  /// The confirmed pairs that did nothing, in the order they were given.
  public var pairFaults: [PairFault]

  /// Whether every row is accounted for, every unit has its figures once, and every pair served.
  public var isComplete: Bool {
    pairFaults.isEmpty && !rows.contains { $0.outcome.isError }
      && !units.contains { $0.outcome.isError }
  }

  /// The number of rows of each outcome.
  public var rowCounts: [RowOutcome: Int] {
    rows.reduce(into: [:]) { $0[$1.outcome, default: 0] += 1 }
  }

  /// The number of units of each outcome.
  public var unitCounts: [UnitOutcome: Int] {
    units.reduce(into: [:]) { $0[$1.outcome, default: 0] += 1 }
  }

  /// The number of matched rows at each tier.
  public var tierCounts: [MatchTier: Int] {
    rows.reduce(into: [:]) { counts, match in
      if match.outcome == .matched, let tier = match.tier { counts[tier, default: 0] += 1 }
    }
  }
}
