/// Bounds from below what it costs to join demands, without solving anything.
///
/// Around each demand that is not joined grows a set of nodes: every way from a root must enter it,
/// so something must be paid at its border. What is paid is taken from the links there; a demand
/// pays at most its weight times a price. Whatever the order of growing, Σ of what was paid bounds
/// the cost: with weight `w` of a demand, price μ and payments `U`, joining the weight `K` costs at
/// least K μ − Σ (w μ − U).
///
/// Of each link the two directions are paid for apart, and of the demands of one group the greater of
/// both counts; groups share what the link costs. Source: R. T. Wong, "A dual ascent approach for
/// Steiner tree problems on a directed graph", Mathematical Programming 28, 1984,
/// doi:10.1007/BF02612335; the price is the multiplier of the quota.
struct DualAscent {
  private let problem: PavingProblem
  private let graph: PavingGraph
  private var isRoot: [Set<Int32>]
  /// What is left of the cost of each link, over all groups.
  private var left: [Int]
  /// What each group has paid for each direction of a link (2 × link, + 1 from its end).
  private var paid: [[Int32: Int]]
  private var distances: [Int]
  private var isSettled: [Bool]
  private var settled: [Int32] = []
  private var touched: [Int32] = []
  private var queue = DistanceQueue()
  private let workLimit: Int
  /// The nodes that were settled.
  private(set) var work = 0

  /// Makes an ascent that has paid nothing, and that pays nothing more once it has settled `workLimit`
  /// nodes: what was paid until then proves what it proves.
  init(_ problem: PavingProblem, _ graph: PavingGraph, workLimit: Int = .max) {
    self.problem = problem
    self.graph = graph
    self.workLimit = workLimit
    isRoot = problem.roots.map(Set.init)
    left = problem.links.map(\.cost)
    paid = problem.roots.map { _ in [:] }
    distances = [Int](repeating: .max, count: problem.nodeCount)
    isSettled = [Bool](repeating: false, count: problem.nodeCount)
  }

  /// Lets every demand pay up to its weight times `price` and returns Σ (w μ − U), what was not paid:
  /// joining the weight K costs at least K μ less this, and for a budget B at most (B + this) ÷ μ can
  /// be joined.
  ///
  /// - Parameter rounds: in how many equal parts each demand pays; more are fairer and slower.
  mutating func shortfall(price: Int, rounds: Int) -> Double {
    var payments = [Int](repeating: 0, count: problem.demands.count)
    var sides = [Side](repeating: .demand, count: problem.demands.count)
    for round in 1...rounds {
      for (index, demand) in problem.demands.enumerated() where sides[index] != .none {
        let (most, overflow) = demand.weight.multipliedReportingOverflow(by: price)
        let limit = overflow ? Int.max / 4 : min(most, Int.max / 4)
        let share = limit / rounds * round + (round == rounds ? limit % rounds : 0)
        // One side may end at the hub with something left for the other.
        while payments[index] < share, sides[index] != .none, work < workLimit {
          let grown = grow(demand, from: sides[index], by: share - payments[index])
          payments[index] += grown.paid
          if !grown.isMet { break }
          let meetsRoot = sides[index] == .demand && grown.isRoot
          sides[index] = sides[index] == .demand && !meetsRoot ? .roots : .none
        }
      }
    }
    return zip(problem.demands, payments).reduce(0) { sum, pair in
      sum + max(0, Double(pair.0.weight) * Double(price) - Double(pair.1))
    }
  }

  /// Where a set grows from: around the demand, or around the roots. A demand that meets the hub
  /// before its roots goes on from theirs, so that no set reaches beyond the hub.
  private enum Side {
    case demand, roots, none
  }

  /// Grows the set around a demand, or the one around its roots, by paying at most `limit`; whether it
  /// met the other end or the hub, and whether that was a root.
  private mutating func grow(
    _ demand: PavingProblem.Demand, from side: Side, by limit: Int
  ) -> (paid: Int, isMet: Bool, isRoot: Bool) {
    defer { forget() }
    let isOutwards = side == .roots
    for node in isOutwards ? problem.roots[demand.group] : demand.nodes { reach(node, at: 0) }
    var end = limit
    var met: Int32?
    while let entry = queue.removeNearest(), entry.distance < limit || entry.distance == 0 {
      guard !isSettled[Int(entry.node)] else { continue }
      let isEnd =
        isOutwards
        ? demand.nodes.contains(entry.node) : isRoot[demand.group].contains(entry.node)
      if isEnd || entry.node == graph.hub {
        end = entry.distance
        met = entry.node
        break
      }
      isSettled[Int(entry.node)] = true
      settled.append(entry.node)
      work += 1
      for half in graph.halfLinks(of: entry.node) where !isSettled[Int(half.head)] {
        let key = direction(half, into: entry.node) ^ (isOutwards ? 1 : 0)
        let distance = entry.distance + slack(key, for: demand.group)
        if distance <= limit { reach(half.head, at: distance) }
      }
    }
    for node in settled where distances[Int(node)] < end {
      for half in graph.halfLinks(of: node) {
        let amount = min(end, distances[Int(half.head)]) - distances[Int(node)]
        guard amount > 0 else { continue }
        pay(amount, direction(half, into: node) ^ (isOutwards ? 1 : 0), for: demand.group)
      }
    }
    return (end, met != nil, met.map { isRoot[demand.group].contains($0) } ?? false)
  }

  private mutating func reach(_ node: Int32, at distance: Int) {
    guard distance < distances[Int(node)] else { return }
    if distances[Int(node)] == .max { touched.append(node) }
    distances[Int(node)] = distance
    queue.insert(node, at: distance)
  }

  private mutating func forget() {
    for node in touched {
      distances[Int(node)] = .max
      isSettled[Int(node)] = false
    }
    touched.removeAll(keepingCapacity: true)
    settled.removeAll(keepingCapacity: true)
    queue.removeAll()
  }

  /// The direction of a half link from its head into `node`, as a key of ``paid``.
  private func direction(_ half: PavingGraph.HalfLink, into node: Int32) -> Int32 {
    2 * half.link + (problem.links[Int(half.link)].from == node ? 1 : 0)
  }

  /// What a group can still pay for a direction.
  private func slack(_ key: Int32, for group: Int) -> Int {
    let rest = left[Int(key / 2)]
    guard !paid[group].isEmpty else { return rest }
    let own = paid[group][key] ?? 0
    let other = paid[group][key ^ 1] ?? 0
    return rest + max(0, other - own)
  }

  private mutating func pay(_ amount: Int, _ key: Int32, for group: Int) {
    let own = paid[group][key] ?? 0
    let other = paid[group][key ^ 1] ?? 0
    paid[group][key] = own + amount
    left[Int(key / 2)] -= max(0, own + amount - max(own, other))
  }
}
