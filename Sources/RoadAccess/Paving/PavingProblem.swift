import GeoAlgorithms

/// Which links to pave so that demands are joined to their roots: the question in plain values.
///
/// The hardened network is contracted before: what it connects is one node. A link joins two nodes
/// once it is paved, whichever demand pays for it, so what several demands share counts once.
public struct PavingProblem: Sendable, Hashable {
  /// A stretch of road that is paved as a whole or not at all.
  public struct Link: Sendable, Hashable {
    /// The node at one end.
    public var from: Int32
    /// The node at the other end.
    public var to: Int32
    /// What it costs to pave, in whole units, 0 or more; the sum of all is below 2⁵⁰.
    public var cost: Int

    /// Makes a link.
    public init(from: Int32, to: Int32, cost: Int) {
      self.from = from
      self.to = to
      self.cost = cost
    }
  }

  /// What wants to be joined: a village.
  public struct Demand: Sendable, Hashable {
    /// Where it enters; to be joined by any of these nodes is enough.
    public var nodes: [Int32]
    /// Whose roots it wants, an index of ``PavingProblem/roots``.
    public var group: Int
    /// What it counts, 0 or more: 1 for villages, or households.
    public var weight: Int

    /// Makes a demand.
    public init(nodes: [Int32], group: Int, weight: Int) {
      self.nodes = nodes
      self.group = group
      self.weight = weight
    }
  }

  /// The number of nodes.
  public var nodeCount: Int
  /// The links.
  public var links: [Link]
  /// For each group the nodes that its demands are led to, any of them: the centres of a unit.
  public var roots: [[Int32]]
  /// The demands.
  public var demands: [Demand]

  /// Makes a problem. Nodes are numbered from 0 to below `nodeCount`.
  public init(nodeCount: Int, links: [Link], roots: [[Int32]], demands: [Demand]) {
    self.nodeCount = nodeCount
    self.links = links
    self.roots = roots
    self.demands = demands
  }

  /// What a choice of links costs.
  public func cost(of chosen: some Sequence<Int>) -> Int {
    chosen.reduce(0) { $0 + links[$1].cost }
  }

  /// The demands that are joined to a root of theirs once the links `chosen` are paved.
  /// Almost O(nodes + links + demands).
  public func joined(by chosen: some Sequence<Int>) -> [Bool] {
    var sets = DisjointSets(count: nodeCount)
    for link in chosen { sets.unite(links[link].from, links[link].to) }
    let rootSets = roots.map { nodes in Set(nodes.map { sets.root(of: $0) }) }
    return demands.map { demand in
      demand.nodes.contains { rootSets[demand.group].contains(sets.root(of: $0)) }
    }
  }

  /// The weight of the demands that are joined once the links `chosen` are paved.
  public func weight(joinedBy chosen: some Sequence<Int>) -> Int {
    zip(demands, joined(by: chosen)).reduce(0) { $0 + ($1.1 ? $1.0.weight : 0) }
  }
}

/// What paving is to achieve.
public enum PavingGoal: Sendable, Hashable {
  /// Demands of at least this weight are joined, at the least cost. What is joined without paving
  /// counts.
  case reach(Int)
  /// The greatest weight is joined for at most this cost; among equals the least cost.
  case budget(Int)
}
