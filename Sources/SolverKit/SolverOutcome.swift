/// What the solver found.
public enum SolverOutcome: Sendable, Hashable {
  /// A solution, and its objective is proven to be the best within the gap that was allowed.
  case optimal(SolverSolution)
  /// A limit was reached: the best solution met so far, if any, and a bound that no solution passes
  /// (from below where the least is wanted, from above where the greatest is).
  case stopped(incumbent: SolverSolution?, bound: Double)
  /// No values meet all conditions.
  case infeasible
  /// The objective has no limit.
  case unbounded

  /// The solution, where there is one.
  public var solution: SolverSolution? {
    switch self {
    case .optimal(let solution): solution
    case .stopped(let incumbent, _): incumbent
    case .infeasible, .unbounded: nil
    }
  }

  /// The proven bound on the objective, where there is one.
  public var bound: Double? {
    switch self {
    case .optimal(let solution): solution.bound
    case .stopped(_, let bound): bound
    case .infeasible, .unbounded: nil
    }
  }
}

/// Values that meet all conditions of a model.
public struct SolverSolution: Sendable, Hashable {
  /// The value of each column, in their order; whole numbers are rounded to the very whole.
  public var values: [Double]
  /// The objective of these values.
  public var objective: Double
  /// What the objective of no solution passes: equal to ``objective`` where it is the very best.
  public var bound: Double

  /// Makes a solution.
  public init(values: [Double], objective: Double, bound: Double) {
    self.values = values
    self.objective = objective
    self.bound = bound
  }
}
