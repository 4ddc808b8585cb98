import GeoAlgorithms
import SolverKit

/// Solves a problem by programs that grow cut by cut, and keeps what is proven on the way.
struct PavingProof {
  private let problem: PavingProblem
  private let graph: PavingGraph
  private let effort: PavingEffort
  private var program: PavingProgram
  /// The bound: on cost from below, or on weight from above.
  private(set) var bound: Double
  /// The best choice that meets the goal, if any was met.
  private(set) var best: [Int]?
  /// Whether no choice is better than ``best``.
  private(set) var isExact = false

  /// Makes a proof that begins with a choice and a bound from elsewhere.
  init(
    _ problem: PavingProblem, _ graph: PavingGraph, goal: PavingGoal, effort: PavingEffort,
    best: [Int]?, bound: Double
  ) {
    self.problem = problem
    self.graph = graph
    self.effort = effort
    self.best = best
    self.bound = bound
    program = PavingProgram(problem, graph, goal: goal)
  }

  /// Linear programs until no cut is violated, then mixed-integer ones until the choice is joined.
  mutating func run() throws(SolverError) {
    for (index, demand) in problem.demands.enumerated() {
      var inside = [Bool](repeating: false, count: problem.nodeCount)
      for node in demand.nodes { inside[Int(node)] = true }
      program.add(cut: inside, for: index)
    }
    try solveLinear()
    try solveInteger()
  }

  private mutating func solveLinear() throws(SolverError) {
    var values: [Double] = []
    var work = 0
    for _ in 0..<effort.linearRounds where work < effort.linearWork {
      work += program.size
      guard let solution = try program.complete.relaxed.solve().solution else { return }
      tighten(solution.objective)
      values = solution.values
      if addCuts(for: values) == 0 { break }
    }
    consider([], favouring: values)
  }

  private mutating func solveInteger() throws(SolverError) {
    for _ in 0..<effort.integerRounds {
      guard program.size <= effort.integerSize else { return }
      let nodes = min(effort.nodes, effort.integerWork / max(1, program.size))
      let outcome = try program.complete.solve(within: SolverLimits(nodes: max(1, nodes)))
      if let bound = outcome.bound { tighten(bound) }
      guard let solution = outcome.solution else { return }
      let links = program.links(in: solution.values)
      consider(links)
      let joined = problem.joined(by: links)
      let missing = program.demands(in: solution.values).map(\.demand).filter { !joined[$0] }
      if isSettled { return }
      // A search that was stopped may have joined everything and still not know the best.
      if missing.isEmpty { return }
      for demand in missing { addCut(around: demand, chosen: links) }
    }
  }

  /// Whether the bound leaves nothing to gain; notes it.
  private var isSettled: Bool {
    mutating get {
      guard let best else { return false }
      switch program.goal {
      case .reach: isExact = bound >= Double(problem.cost(of: best)) * (1 - 1e-6) - 1e-6
      case .budget: isExact = bound < Double(problem.weight(joinedBy: best)) + 1 - 1e-6
      }
      return isExact
    }
  }

  private mutating func tighten(_ objective: Double) {
    switch program.goal {
    case .reach: bound = max(bound, objective * program.scale * (1 - 1e-8))
    case .budget: bound = min(bound, objective + 1e-6)
    }
  }

  /// Takes a choice that meets the goal and is better than the best, with what it lacks added; links
  /// that `values` pave in part are cheaper for what is added.
  private mutating func consider(_ links: [Int], favouring values: [Double] = []) {
    switch program.goal {
    case .reach(let goal):
      var costs = problem.links.map(\.cost)
      for (link, share) in program.shares(in: values).enumerated() where share > 0 {
        costs[link] = Int(Double(costs[link]) * max(0, 1 - share))
      }
      for link in links { costs[link] = 0 }
      var greedy = GreedyPaving(
        problem, graph, regions: PavingRegion.regions(of: problem, graph), costs: costs,
        workLimit: effort.searchWork)
      greedy.run(until: goal)
      guard greedy.weight >= goal else { return }
      let choice = PavingPruning(problem: problem).pruned(
        Set(links + greedy.steps.flatMap(\.links)).sorted(), goal: goal)
      if best.map({ problem.cost(of: choice) < problem.cost(of: $0) }) ?? true { best = choice }
    case .budget(let budget):
      guard problem.cost(of: links) <= budget else { return }
      let weight = problem.weight(joinedBy: links)
      if best.map({ weight > problem.weight(joinedBy: $0) }) ?? true { best = links }
    }
  }

  /// Adds the least cuts that `values` violate, some behind one another, and returns their number.
  private mutating func addCuts(for values: [Double]) -> Int {
    var count = 0
    var group = -1
    var capacities: [Double] = []
    let wanted = program.demands(in: values).sorted {
      let (left, right) = (problem.demands[$0.demand].group, problem.demands[$1.demand].group)
      return left != right ? left < right : $0.demand < $1.demand
    }
    let snapshot = program
    for (demand, share) in wanted {
      if problem.demands[demand].group != group {
        group = problem.demands[demand].group
        // A little flows everywhere, so that of equal cuts the one over the fewest links is least.
        capacities = snapshot.capacities(for: group, in: values).map { $0 + Self.creep }
      }
      var widened = capacities
      for _ in 0..<Self.nestedCuts {
        var network = MinimumCut(problem, graph, capacities: widened)
        guard let cuts = network.cuts(for: problem.demands[demand], wanted: share) else { break }
        var found = false
        for inside in [cuts.nearDemand, cuts.nearRoots]
        where capacity(of: inside, widened) < share - 1e-4 {
          if program.add(cut: inside, for: demand) {
            count += 1
            found = true
          }
          widen(&widened, across: inside)
        }
        if !found { break }
      }
    }
    return count
  }

  /// How many cuts are taken behind one another for a demand.
  private static let nestedCuts = 5
  /// What flows over links that are not paved at all.
  private static let creep = 1e-5

  /// What can flow into `inside`.
  private func capacity(of inside: [Bool], _ capacities: [Double]) -> Double {
    problem.links.enumerated().reduce(0) { sum, entry in
      let ends = (inside[Int(entry.element.from)], inside[Int(entry.element.to)])
      if ends.1 && !ends.0 { return sum + capacities[2 * entry.offset] }
      if ends.0 && !ends.1 { return sum + capacities[2 * entry.offset + 1] }
      return sum
    }
  }

  /// Opens the border of a cut, so that the next one lies elsewhere.
  private func widen(_ capacities: inout [Double], across inside: [Bool]) {
    for (index, link) in problem.links.enumerated() {
      let ends = (inside[Int(link.from)], inside[Int(link.to)])
      if ends.1 && !ends.0 { capacities[2 * index] = 1 }
      if ends.0 && !ends.1 { capacities[2 * index + 1] = 1 }
    }
  }

  /// Adds the cut around what a demand is joined with by the links chosen.
  private mutating func addCut(around demand: Int, chosen: [Int]) {
    var sets = DisjointSets(count: problem.nodeCount)
    for link in chosen { sets.unite(problem.links[link].from, problem.links[link].to) }
    let own = Set(problem.demands[demand].nodes.map { sets.root(of: $0) })
    program.add(
      cut: (0..<Int32(problem.nodeCount)).map { own.contains(sets.root(of: $0)) }, for: demand)
  }
}
