public import SolverKit

/// Chooses the links to pave, orders them, and proves how good the choice is.
public struct PavingSolver: Sendable {
  /// How much work is spent on a proof.
  public var effort: PavingEffort

  /// Makes a solver.
  public init(effort: PavingEffort = PavingEffort()) { self.effort = effort }

  /// The plan for a goal. A reach that no paving meets is taken as everything that can be joined.
  ///
  /// A greedy choice comes first; small problems then go to the solver, whose choice replaces it
  /// where it is better. The choice is put in order by the same greedy rule, over its own links.
  ///
  /// - Throws: `SolverError`.
  public func plan(for problem: PavingProblem, goal: PavingGoal) throws(SolverError) -> PavingPlan {
    let already = problem.weight(joinedBy: EmptyCollection())
    let reduction = PavingReduction(problem)
    let most = reduction.problem.demands.reduce(0) { $0 + $1.weight }
    let graph = PavingGraph(reduction.problem)
    let choice: Choice
    switch goal {
    case .reach(let weight):
      choice = try choose(reach: min(most, max(0, weight - already)), reduction.problem, graph)
    case .budget(let budget):
      choice = try choose(budget: budget, most: most, reduction.problem, graph)
    }
    var costs = [Int](repeating: .max, count: reduction.problem.links.count)
    for link in choice.links { costs[link] = reduction.problem.links[link].cost }
    var order = GreedyPaving(
      reduction.problem, graph, regions: PavingRegion.regions(of: reduction.problem, graph),
      costs: costs, workLimit: effort.searchWork)
    order.run(until: .max)
    var sequence = PavingSequence(problem)
    let steps = order.steps.compactMap { step -> PavingPlan.Step? in
      let links = step.links.flatMap { reduction.parts[$0] }
      let demands = sequence.pave(links)
      guard !links.isEmpty else { return nil }
      return PavingPlan.Step(
        links: links, demands: demands, cost: problem.cost(of: links),
        weight: demands.reduce(0) { $0 + problem.demands[$1].weight })
    }
    let isBudget = if case .budget = goal { true } else { false }
    return PavingPlan(
      steps: steps, initialWeight: already, greatestWeight: already + most,
      weight: steps.reduce(already) { $0 + $1.weight }, cost: steps.reduce(0) { $0 + $1.cost },
      bound: isBudget ? Double(already) + choice.bound : choice.bound, proof: choice.proof)
  }

  private struct Choice {
    var links: [Int]
    var bound: Double
    var proof: PavingPlan.Proof
  }

  private func choose(
    reach goal: Int, _ problem: PavingProblem, _ graph: PavingGraph
  ) throws(SolverError) -> Choice {
    guard goal > 0 else { return Choice(links: [], bound: 0, proof: .exact) }
    let regions = PavingRegion.regions(of: problem, graph)
    var greedy = GreedyPaving(
      problem, graph, regions: regions, workLimit: effort.searchWork)
    greedy.run(until: goal)
    let links = PavingPruning(problem: problem).pruned(greedy.steps.flatMap(\.links), goal: goal)
    let ascent = PriceSearch(problem, graph, workLimit: effort.ascentWork)
      .bound(reach: goal, steps: greedy.steps)
    guard isSmall(problem) else { return Choice(links: links, bound: ascent, proof: .ascent) }
    var proof = PavingProof(
      problem, graph, goal: .reach(goal), effort: effort, best: links, bound: ascent)
    try proof.run()
    let best = proof.best ?? links
    return Choice(
      links: best, bound: proof.isExact ? Double(problem.cost(of: best)) : proof.bound,
      proof: proof.isExact ? .exact : .solver)
  }

  private func choose(
    budget: Int, most: Int, _ problem: PavingProblem, _ graph: PavingGraph
  ) throws(SolverError) -> Choice {
    guard most > 0 else { return Choice(links: [], bound: 0, proof: .exact) }
    var greedy = GreedyPaving(
      problem, graph, regions: PavingRegion.regions(of: problem, graph),
      workLimit: effort.searchWork)
    greedy.run(until: most, budget: budget)
    let links = greedy.steps.flatMap(\.links)
    let ascent = min(
      Double(most),
      PriceSearch(problem, graph, workLimit: effort.ascentWork)
        .bound(budget: budget, steps: greedy.steps))
    guard isSmall(problem) else { return Choice(links: links, bound: ascent, proof: .ascent) }
    var proof = PavingProof(
      problem, graph, goal: .budget(budget), effort: effort, best: links, bound: ascent)
    try proof.run()
    let best = proof.best ?? links
    let weight = problem.weight(joinedBy: best)
    // Of the choices that gain as much, the cheapest.
    let cheapest = try choose(reach: weight, problem, graph)
    let isExact = proof.isExact && cheapest.proof == .exact
    return Choice(
      links: problem.cost(of: cheapest.links) <= budget ? cheapest.links : best,
      bound: proof.isExact ? Double(weight) : proof.bound.rounded(.down),
      proof: isExact ? .exact : .solver)
  }

  private func isSmall(_ problem: PavingProblem) -> Bool {
    problem.links.count <= effort.links && problem.demands.count <= effort.demands
  }
}
