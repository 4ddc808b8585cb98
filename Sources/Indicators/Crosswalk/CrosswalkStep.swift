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

/// What is wrong with a crosswalk. Each case names the rows, so that they can be mended.
public enum CrosswalkProblem: Error, Sendable, Hashable {
  /// Raised when no sequence of steps leads from one vintage to the other.
  case noChain(from: String, to: String)
  /// Raised when an old unit has no row and the step does not keep unlisted units.
  case unlisted(code: String, name: String?, step: String)
  /// Raised when a row calls the code by another name than the unit has: another vintage's code.
  case otherName(code: String, unit: String, crosswalk: String, row: Int)
  /// Raised when a unit goes over in full twice, or in full and in part.
  case contradictory(code: String, rows: [Int])
  /// Raised when a unit has one partial row alone: the rest went nowhere.
  case lonePart(code: String, row: Int)
  /// Raised when the weights of a unit do not add up to 1.
  case weightsNotOne(code: String, sum: Double, rows: [Int])
  /// Raised when a weight is no share: below 0, above 1, or not a number.
  case weightOutOfRange(code: String, weight: Double, row: Int)
  /// Raised when some parts of a unit have a weight and others have none.
  case weightMissing(code: String, rows: [Int])
  /// Raised when parts without weight would need a geometry that is not at hand.
  case noGeometry(code: String, targets: [String])

  /// One line for people.
  public var message: String {
    func list(_ rows: [Int]) -> String { rows.map(String.init).joined(separator: ", ") }
    switch self {
    case .noChain(let from, let to):
      return "no crosswalk leads from \(from) to \(to)"
    case .unlisted(let code, let name, let step):
      return "\(code) \(name ?? "") has no row in the crosswalk \(step); add it, or say unlisted:"
        + " unchanged"
    case .otherName(let code, let unit, let crosswalk, let row):
      return "\(code) is '\(unit)' in the table and '\(crosswalk)' in row \(row) of the crosswalk:"
        + " a code of another vintage"
    case .contradictory(let code, let rows):
      return "\(code) goes over in full and again (rows \(list(rows)))"
    case .lonePart(let code, let row):
      return "\(code) has one partial row alone (row \(row)); where did the rest go?"
    case .weightsNotOne(let code, let sum, let rows):
      return "the weights of \(code) add up to \(sum), not 1 (rows \(list(rows)))"
    case .weightOutOfRange(let code, let weight, let row):
      return "the weight \(weight) of \(code) is no share between 0 and 1 (row \(row))"
    case .weightMissing(let code, let rows):
      return "some parts of \(code) have a weight and others have none (rows \(list(rows)))"
    case .noGeometry(let code, let targets):
      return "the parts of \(code) (to \(targets.joined(separator: ", "))) have no weight, and no"
        + " geometry of \(code) is at hand to settle them by overlay"
    }
  }
}
