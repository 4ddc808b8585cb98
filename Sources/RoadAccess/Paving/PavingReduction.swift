/// A smaller problem with the same answers.
///
/// Dead ends without a demand or a root go; links in a row become one; of links between the same
/// two nodes the cheapest stays; demands that no root can be reached from go, and those of one place
/// become one. Source of the reductions: C. W. Duin, A. Volgenant, "Reduction tests for the Steiner
/// problem in graphs", Networks 19, 1989, doi:10.1002/net.3230190506 (degree and parallel tests).
struct PavingReduction {
  /// The smaller problem.
  private(set) var problem: PavingProblem
  /// For each of its demands those of the original.
  private(set) var members: [[Int]] = []
  /// The original links under each of its links.
  private(set) var parts: [[Int]] = []

  /// O((nodes + links) log links).
  init(_ original: PavingProblem) {
    problem = PavingProblem(nodeCount: 0, links: [], roots: [], demands: [])
    let demands = Self.demands(of: original)
    members = demands.map(\.members)
    var kept = [Bool](repeating: false, count: original.nodeCount)
    let groups = Self.rootSets(of: original)
    for demand in demands {
      for node in demand.demand.nodes + groups.sets[demand.demand.group] { kept[Int(node)] = true }
    }
    var network = ReducibleNetwork(original, isKept: kept)
    network.reduce()
    // Only what is left is numbered.
    var numbers = [Int32](repeating: -1, count: original.nodeCount)
    var count: Int32 = 0
    func number(_ node: Int32) -> Int32 {
      if numbers[Int(node)] < 0 {
        numbers[Int(node)] = count
        count += 1
      }
      return numbers[Int(node)]
    }
    for link in network.remaining {
      problem.links.append(
        PavingProblem.Link(from: number(link.from), to: number(link.to), cost: link.cost))
      parts.append(network.leaves(of: link.index))
    }
    problem.demands = demands.map {
      PavingProblem.Demand(
        nodes: $0.demand.nodes.map(number), group: $0.demand.group, weight: $0.demand.weight)
    }
    problem.roots = groups.sets.map { $0.map(number) }
    problem.nodeCount = Int(count)
  }

  /// The sets of roots that differ, and the number of its own for each group.
  private static func rootSets(
    of problem: PavingProblem
  ) -> (sets: [[Int32]], numbers: [Int]) {
    var sets: [[Int32]] = []
    var known: [[Int32]: Int] = [:]
    let numbers = problem.roots.map { nodes in
      let set = Set(nodes).sorted()
      if let number = known[set] { return number }
      known[set] = sets.count
      sets.append(set)
      return sets.count - 1
    }
    return (sets, numbers)
  }

  private typealias Merged = (demand: PavingProblem.Demand, members: [Int])

  /// The demands that count and that only paving would join, those of one place and one set of
  /// roots as one.
  private static func demands(of problem: PavingProblem) -> [Merged] {
    let already = problem.joined(by: EmptyCollection())
    let ever = problem.joined(by: problem.links.indices)
    let groups = rootSets(of: problem)
    var known: [PavingProblem.Demand: Int] = [:]
    var merged: [Merged] = []
    for (index, demand) in problem.demands.enumerated()
    where ever[index] && !already[index] && demand.weight > 0 {
      let key = PavingProblem.Demand(
        nodes: Set(demand.nodes).sorted(), group: groups.numbers[demand.group], weight: 0)
      if let place = known[key] {
        merged[place].demand.weight += demand.weight
        merged[place].members.append(index)
      } else {
        known[key] = merged.count
        merged.append((key, [index]))
        merged[merged.count - 1].demand.weight = demand.weight
      }
    }
    return merged
  }
}
