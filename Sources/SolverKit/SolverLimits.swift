/// When the solver may stop before it has proved the best.
///
/// The limits that are meant to be used count work, not seconds, so that a result is the same on a
/// slow machine and on a fast one.
public struct SolverLimits: Sendable, Hashable {
  /// The relative distance between solution and bound that counts as proven, 0 for the very best.
  public var relativeGap: Double
  /// The greatest number of nodes of the search tree; `nil` for no limit.
  public var nodes: Int?
  /// The seed of the solver's random choices.
  public var seed: Int
  /// An emergency brake in seconds; where it is drawn the result depends on the machine. `nil` for
  /// none.
  public var seconds: Double?

  /// Makes limits; by default none, with a fixed seed.
  public init(
    relativeGap: Double = 0, nodes: Int? = nil, seed: Int = 1, seconds: Double? = nil
  ) {
    self.relativeGap = relativeGap
    self.nodes = nodes
    self.seed = seed
    self.seconds = seconds
  }
}
