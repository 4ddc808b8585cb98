/// The least cut between the roots of a group and a demand, by augmenting flows.
///
/// Source: E. A. Dinic's algorithm of level graphs (1970), as in S. Even, R. E. Tarjan, "Network flow
/// and testing graph connectivity", SIAM J. Comput. 4, 1975, doi:10.1137/0204043.
struct MinimumCut {
  /// The least cuts nearest the demand and nearest the roots: the nodes on the demand's side.
  struct Cuts {
    var nearDemand: [Bool]
    var nearRoots: [Bool]
  }

  private let problem: PavingProblem
  private let graph: PavingGraph
  /// What can flow along each link from its first end, and from its second.
  private var capacities: [Double]
  private var levels: [Int32]
  private var next: [Int]

  /// Makes a network whose links carry `capacities` (2 × link, + 1 from its end).
  init(_ problem: PavingProblem, _ graph: PavingGraph, capacities: [Double]) {
    self.problem = problem
    self.graph = graph
    self.capacities = capacities
    levels = [Int32](repeating: -1, count: problem.nodeCount)
    next = [Int](repeating: 0, count: problem.nodeCount)
  }

  /// Less than this is no flow.
  static let tolerance = 1e-9

  /// The least cuts for a demand, or `nil` where `wanted` can flow. The flow stays in the network: use
  /// a network for one demand.
  mutating func cuts(for demand: PavingProblem.Demand, wanted: Double) -> Cuts? {
    let sources = problem.roots[demand.group]
    var isSink = [Bool](repeating: false, count: problem.nodeCount)
    for node in demand.nodes { isSink[Int(node)] = true }
    var flow = 0.0
    while flow < wanted - Self.tolerance, label(from: sources, isSink) {
      for node in next.indices { next[node] = 0 }
      for source in sources {
        while flow < wanted, case let pushed = push(source, wanted - flow, isSink),
          pushed > Self.tolerance
        {
          flow += pushed
        }
      }
    }
    guard flow < wanted - Self.tolerance else { return nil }
    return Cuts(
      nearDemand: reachingBack(from: demand.nodes),
      // What the roots still reach has a level; the last labelling found no way through.
      nearRoots: levels.map { $0 < 0 })
  }

  private func direction(_ half: PavingGraph.HalfLink, from node: Int32) -> Int {
    2 * Int(half.link) + (problem.links[Int(half.link)].from == node ? 0 : 1)
  }

  private mutating func label(from sources: [Int32], _ isSink: [Bool]) -> Bool {
    for node in levels.indices { levels[node] = -1 }
    for source in sources { levels[Int(source)] = 0 }
    var front = sources
    var isReached = false
    while !front.isEmpty, !isReached {
      var following: [Int32] = []
      for node in front {
        for half in graph.halfLinks(of: node)
        where levels[Int(half.head)] < 0 && capacities[direction(half, from: node)] > Self.tolerance
        {
          levels[Int(half.head)] = levels[Int(node)] + 1
          if isSink[Int(half.head)] { isReached = true }
          following.append(half.head)
        }
      }
      front = following
    }
    return isReached
  }

  private mutating func push(_ node: Int32, _ amount: Double, _ isSink: [Bool]) -> Double {
    if isSink[Int(node)] { return amount }
    let halves = graph.halfLinks(of: node)
    while next[Int(node)] < halves.count {
      let half = halves[halves.startIndex + next[Int(node)]]
      let key = direction(half, from: node)
      if levels[Int(half.head)] == levels[Int(node)] + 1, capacities[key] > Self.tolerance {
        let pushed = push(half.head, min(amount, capacities[key]), isSink)
        if pushed > Self.tolerance {
          capacities[key] -= pushed
          capacities[key ^ 1] += pushed
          return pushed
        }
      }
      next[Int(node)] += 1
    }
    return 0
  }

  /// The nodes from which something can still flow to the demand.
  private func reachingBack(from nodes: [Int32]) -> [Bool] {
    var inside = [Bool](repeating: false, count: problem.nodeCount)
    var pending = nodes
    for node in nodes { inside[Int(node)] = true }
    while let node = pending.popLast() {
      for half in graph.halfLinks(of: node) where !inside[Int(half.head)] {
        if capacities[direction(half, from: node) ^ 1] > Self.tolerance {
          inside[Int(half.head)] = true
          pending.append(half.head)
        }
      }
    }
    return inside
  }
}
