/// How much work is spent on a choice and its proof. Counts, not seconds: the result is the same on any
/// machine.
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
  /// The nodes that the searches of the greedy choice settle, after which each region is searched once
  /// more at most.
  public var searchWork: Int
  /// The nodes that the dual ascents settle together, after which nothing more is paid and no other
  /// price is tried.
  public var ascentWork: Int

  /// Makes an effort; what is left out is right for a laptop and a minute.
  public init(
    links: Int = 4000, demands: Int = 1200, linearRounds: Int = 40, linearWork: Int = 1_500_000,
    integerSize: Int = 20_000, integerWork: Int = 5_000_000, integerRounds: Int = 25,
    nodes: Int = 3000, searchWork: Int = 400_000_000, ascentWork: Int = 200_000_000
  ) {
    self.links = links
    self.demands = demands
    self.linearRounds = linearRounds
    self.linearWork = linearWork
    self.integerSize = integerSize
    self.integerWork = integerWork
    self.integerRounds = integerRounds
    self.nodes = nodes
    self.searchWork = searchWork
    self.ascentWork = ascentWork
  }

  /// No program: the bound is the ascent's.
  public static let none = PavingEffort(links: 0, demands: 0)
  /// As little as there can be: each region is searched once or twice, and nothing is proven.
  public static let least = PavingEffort(links: 0, demands: 0, searchWork: 0, ascentWork: 0)
}
