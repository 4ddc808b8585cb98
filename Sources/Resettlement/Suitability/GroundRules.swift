/// What makes ground fit: constraints exclude it, criteria score the rest.
///
/// Constraints and criteria look at subjects, which are the caller's: slope, distance to a road,
/// within a forest or not (1 or 0). A subject is a number for each cell, NaN where it is not known,
/// +∞ for the distance to something that is nowhere.
public struct GroundRules: Sendable {
  /// What excludes ground.
  public struct Constraint: Sendable, Hashable {
    /// The subject that it looks at.
    public var subject: Int
    /// The values that are fit, both ends included; may reach to ±∞.
    public var fit: ClosedRange<Double>

    /// Makes a constraint.
    public init(subject: Int, fit: ClosedRange<Double>) {
      self.subject = subject
      self.fit = fit
    }
  }

  /// What scores ground.
  public struct Criterion: Sendable, Hashable {
    /// The subject that it looks at.
    public var subject: Int
    /// How its value becomes a score.
    public var standard: Standardisation

    /// Makes a criterion.
    public init(subject: Int, standard: Standardisation) {
      self.subject = subject
      self.standard = standard
    }
  }

  /// The constraints, in the order in which they are reasons.
  public var constraints: [Constraint]
  /// The criteria.
  public var criteria: [Criterion]
  /// Their weights, of the sum 1.
  public var weights: [Double]
  /// How the scores become one.
  public var combination: ScoreCombination

  /// Makes rules; one weight a criterion, and at most ``greatestCount`` constraints and criteria.
  public init(
    constraints: [Constraint], criteria: [Criterion], weights: [Double],
    combination: ScoreCombination = .weightedSum
  ) {
    precondition(weights.count == criteria.count, "one weight for each criterion")
    precondition(constraints.count + criteria.count <= Self.greatestCount, "codes are bytes")
    self.constraints = constraints
    self.criteria = criteria
    self.weights = weights
    self.combination = combination
  }

  /// The greatest number of constraints and criteria together.
  public static let greatestCount = 100

  // MARK: Codes

  /// What became of a cell.
  public enum Verdict: Sendable, Hashable {
    /// It has a score.
    case scored
    /// The constraint of this index excludes it.
    case excluded(Int)
    /// No constraint surely excludes it, and what this one looks at is not known there.
    case unknownConstraint(Int)
    /// It is fit, and what this criterion looks at is not known there.
    case unknownCriterion(Int)
    /// It was not looked at.
    case beyond
  }

  /// The number of codes: 0 scored, then a code a constraint that excludes, a constraint that is not
  /// known, a criterion that is not known, and the last for what was not looked at.
  public var codeCount: Int { 2 + 2 * constraints.count + criteria.count }

  /// The code of a verdict.
  public func code(of verdict: Verdict) -> UInt8 {
    let code =
      switch verdict {
      case .scored: 0
      case .excluded(let index): 1 + index
      case .unknownConstraint(let index): 1 + constraints.count + index
      case .unknownCriterion(let index): 1 + 2 * constraints.count + index
      case .beyond: codeCount - 1
      }
    return UInt8(truncatingIfNeeded: code)
  }

  /// The verdict that a code stands for; ``Verdict/beyond`` for any other number.
  public func verdict(of code: UInt8) -> Verdict {
    let (number, count) = (Int(code), constraints.count)
    if number == 0 { return .scored }
    if number <= count { return .excluded(number - 1) }
    if number <= 2 * count { return .unknownConstraint(number - 1 - count) }
    if number < codeCount - 1 { return .unknownCriterion(number - 1 - 2 * count) }
    return .beyond
  }
}
