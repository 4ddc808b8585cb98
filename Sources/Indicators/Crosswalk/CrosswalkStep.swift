/// One row of a crosswalk: what became of an old unit, or of a part of it.
public struct CrosswalkRow: Sendable, Hashable {
  /// Whether the whole old unit went over or a part of it.
  public enum Extent: String, Sendable, Hashable, CaseIterable {
    /// The whole unit.
    case full
    /// A part; the other parts have rows of their own.
    case partial
  }

  /// The code of the old unit.
  public var oldCode: String
  /// Its name; `nil` where the table has none.
  public var oldName: String?
  /// The code of the new unit.
  public var newCode: String
  /// Its name; `nil` where the table has none.
  public var newName: String?
  /// Whether the whole old unit went over or a part of it.
  public var extent: Extent
  /// The part as a share of the old unit, 0 to 1; `nil` where it is not published.
  public var weight: Double?
  /// The row in its file, for messages.
  public var row: Int

  /// Makes a row.
  public init(
    oldCode: String, oldName: String? = nil, newCode: String, newName: String? = nil,
    extent: Extent, weight: Double? = nil, row: Int
  ) {
    self.oldCode = oldCode
    self.oldName = oldName
    self.newCode = newCode
    self.newName = newName
    self.extent = extent
    self.weight = weight
    self.row = row
  }
}

/// One step in time: all that changed between two vintages of units.
public struct CrosswalkStep: Sendable, Hashable {
  /// The vintage that it starts from, as an ISO date.
  public var from: String
  /// The vintage that it leads to, as an ISO date.
  public var to: String
  /// What changed.
  public var rows: [CrosswalkRow]
  /// Whether a unit without a row keeps its code and name; else it is an error.
  public var keepsUnlisted: Bool

  /// Makes a step.
  public init(from: String, to: String, rows: [CrosswalkRow], keepsUnlisted: Bool) {
    self.from = from
    self.to = to
    self.rows = rows
    self.keepsUnlisted = keepsUnlisted
  }
}
