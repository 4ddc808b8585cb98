/// What the plan says about how a table is joined.
public struct MatchRules: Sendable, Hashable {
  /// What a row is found by.
  public enum Key: String, Sendable, Hashable, CaseIterable {
    /// By code alone; a name at hand only contradicts or suggests.
    case code
    /// By name alone.
    case name
    /// By code, and where the code is none of a unit's by name.
    case codeThenName = "code_then_name"
  }

  /// Whether the table may hold more than the study.
  public enum Scope: String, Sendable, Hashable, CaseIterable {
    /// Every row belongs to a unit.
    case all
    /// Rows outside the study are left out and listed.
    case subset
  }

  /// A pair that a person confirmed (`names:` in the plan).
  public struct ConfirmedPair: Sendable, Hashable {
    /// The row's name (ordinals, case and Unicode form do not matter) or its code.
    public var row: String
    /// The unit's name or code.
    public var unit: String

    /// Makes a pair.
    public init(row: String, unit: String) {
      self.row = row
      self.unit = unit
    }
  }

  /// The level of the units.
  public var level: String
  /// What rows are found by.
  public var key: Key
  /// The confirmed pairs.
  public var confirmed: [ConfirmedPair]
  /// Whether rows may lie outside the study.
  public var scope: Scope
  /// The date (ISO 8601) of the units in which the table counts; `nil` where it is not stated.
  public var tableVintage: String?
  /// The date from which the units are valid; `nil` where it is not stated.
  public var unitVintage: String?

  /// Makes rules.
  public init(
    level: String, key: Key, confirmed: [ConfirmedPair] = [], scope: Scope = .all,
    tableVintage: String? = nil, unitVintage: String? = nil
  ) {
    self.level = level
    self.key = key
    self.confirmed = confirmed
    self.scope = scope
    self.tableVintage = tableVintage
    self.unitVintage = unitVintage
  }

  /// Whether the table and `unit` are of one vintage as far as is stated: equal dates, and the unit
  /// not younger than the table. Codes mean something only then, because a code outlives its unit.
  func isSameVintage(as unit: UnitRecord) -> Bool {
    guard let tableVintage else { return true }
    if let unitVintage, unitVintage != tableVintage { return false }
    if let validFrom = unit.validFrom, validFrom > tableVintage { return false }
    return true
  }
}
