/// What to pave, in which order, and how far from the best it can be at most.
public struct PavingPlan: Sendable, Hashable {
  /// Links that are paved one after another because only together they gain.
  public struct Step: Sendable, Hashable {
    /// The links, from the hardened road outwards; indices of the problem's.
    public var links: [Int]
    /// The demands that are joined once these are paved, in order; indices of the problem's.
    public var demands: [Int]
    /// What the links cost.
    public var cost: Int
    /// What the demands weigh.
    public var weight: Int
  }

  /// How the bound was proven.
  public enum Proof: String, Sendable, Hashable {
    /// Nothing is better than the plan: proven by the solver, or there was nothing to choose.
    case exact
    /// By the solver, stopped by a limit of work before it knew the best.
    case solver
    /// By dual ascent alone: the problem is too large for the solver.
    case ascent
  }

  /// The steps, those that gain most for their cost first as far as what comes before allows.
  public var steps: [Step]
  /// The weight of the demands that are joined without paving.
  public var initialWeight: Int
  /// The weight of all that could be joined by paving everything.
  public var greatestWeight: Int
  /// The weight of the demands that are joined in the end.
  public var weight: Int
  /// What all steps cost.
  public var cost: Int
  /// For a reach, what every choice that meets it costs at least; for a budget, the weight that no
  /// choice within it passes.
  public var bound: Double
  /// How the bound was proven.
  public var proof: Proof
}
