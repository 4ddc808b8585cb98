/// How much work is spent on a proof. Counts, not seconds: the result is the same on any machine.
public struct PavingEffort: Sendable, Hashable {
  /// The greatest number of links of the reduced problem that is given to the solver.
  public var links: Int
  /// The greatest number of demands of the reduced problem that is given to the solver.
  public var demands: Int
  /// The greatest number of linear programs in a row.
  public var linearRounds: Int
  /// The columns and rows of all linear programs together, after which no other is begun.
  public var linearWork: Int
  /// The columns and rows of the greatest mixed-integer program that is tried.
  public var integerSize: Int
  /// The columns and rows of a mixed-integer program times the nodes of its search, at most.
  public var integerWork: Int
  /// The greatest number of mixed-integer programs in a row.
  public var integerRounds: Int
  /// The greatest number of nodes of each one's search tree.
  public var nodes: Int

  /// Makes an effort; what is left out is right for a laptop and a minute.
  public init(
    links: Int = 4000, demands: Int = 1200, linearRounds: Int = 40, linearWork: Int = 1_500_000,
    integerSize: Int = 20_000, integerWork: Int = 5_000_000, integerRounds: Int = 25,
    nodes: Int = 3000
  ) {
    self.links = links
    self.demands = demands
    self.linearRounds = linearRounds
    self.linearWork = linearWork
    self.integerSize = integerSize
    self.integerWork = integerWork
    self.integerRounds = integerRounds
    self.nodes = nodes
  }

  /// No program: the bound is the ascent's.
  public static let none = PavingEffort(links: 0, demands: 0)
}
