/// How much work is spent on a proof. Counts, not seconds: the result is the same on any machine.
public struct PavingEffort: Sendable, Hashable {
  /// The greatest number of links of the reduced problem that is given to the solver.
  public var links: Int
  /// The greatest number of demands of the reduced problem that is given to the solver.
  public var demands: Int
  /// The greatest number of linear programs in a row.
  public var linearRounds: Int
  /// The greatest number of mixed-integer programs in a row.
  public var integerRounds: Int
  /// The greatest number of nodes of each one's search tree.
  public var nodes: Int

  /// Makes an effort; what is left out is right for a laptop and a minute.
  public init(
    links: Int = 4000, demands: Int = 1200, linearRounds: Int = 40, integerRounds: Int = 25,
    nodes: Int = 3000
  ) {
    self.links = links
    self.demands = demands
    self.linearRounds = linearRounds
    self.integerRounds = integerRounds
    self.nodes = nodes
  }

  /// No program: the bound is the ascent's.
  public static let none = PavingEffort(links: 0, demands: 0)
}
