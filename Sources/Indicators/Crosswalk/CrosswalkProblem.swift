/// What is wrong with a crosswalk. Each case names the rows, so that they can be mended.
public enum CrosswalkProblem: Error, Sendable, Hashable {
  /// Raised when no sequence of steps leads from one vintage to the other.
  case noChain(from: String, to: String)
  /// Raised when several steps lead on from a vintage, so that there are two ways to the last one.
  case severalChains(from: String, to: String, branches: [String])
  /// Raised when an old unit stands twice in the table: its figures would count twice.
  case doubledUnit(code: String)
  /// Raised when an old unit has no row and the step does not keep unlisted units.
  case unlisted(code: String, name: String?, step: String)
  /// Raised when a row calls the code by another name than the unit has at that vintage, in the
  /// table, in another row or after the step before: another vintage's code.
  case otherName(code: String, unit: String, crosswalk: String, row: Int)
  /// Raised when a unit goes over in full twice, or in full and in part.
  case contradictory(code: String, rows: [Int])
  /// Raised when a unit has one partial row alone, or no other than to the same unit: the rest went
  /// nowhere.
  case lonePart(code: String, row: Int)
  /// Raised when the weights of a unit do not add up to 1.
  case weightsNotOne(code: String, sum: Double, rows: [Int])
  /// Raised when a weight is no share: below 0, above 1, or not a number.
  case weightOutOfRange(code: String, weight: Double, row: Int)
  /// Raised when some parts of a unit have a weight and others have none.
  case weightMissing(code: String, rows: [Int])
  /// Raised when parts without weight would need a geometry that is not at hand.
  case noGeometry(code: String, targets: [String])
  /// Raised when the geometry of a unit is at hand and cannot be used; `reason` says why.
  case overlayFailed(code: String, reason: String)
  /// Raised when a unit has no area in common with any of the units that it went over to.
  case nothingInCommon(code: String, targets: [String])

  /// One line for people.
  public var message: String {
    func list(_ rows: [Int]) -> String { rows.map(String.init).joined(separator: ", ") }
    switch self {
    case .noChain(let from, let to):
      return "no crosswalk leads from \(from) to \(to)"
    case .severalChains(let from, let to, let branches):
      return "from \(from) several crosswalks lead towards \(to):"
        + " \(branches.joined(separator: ", ")); keep one of them"
    case .doubledUnit(let code):
      return "\(code) stands twice in the table"
    case .unlisted(let code, let name, let step):
      let unit = name.map { "\(code) \($0)" } ?? code
      return "\(unit) has no row in the crosswalk \(step); add it, or say unlisted: unchanged"
    case .otherName(let code, let unit, let crosswalk, let row):
      return "\(code) is '\(unit)' before the crosswalk and '\(crosswalk)' in row \(row) of it:"
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
    case .overlayFailed(let code, let reason):
      return "\(code) cannot be laid over today's units: \(reason)"
    case .nothingInCommon(let code, let targets):
      return "the parts of \(code) have no weight, and it has no area in common with"
        + " \(targets.joined(separator: ", "))"
    }
  }
}

/// All problems of a crosswalk at once.
public struct CrosswalkProblems: Error, Sendable, Hashable {
  /// The problems, in the order of the units.
  public var problems: [CrosswalkProblem]

  /// Makes a list of problems.
  public init(problems: [CrosswalkProblem]) { self.problems = problems }
}
