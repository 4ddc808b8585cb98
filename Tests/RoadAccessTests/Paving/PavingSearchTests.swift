import RoadAccess
import SolverKit
import TestSupport
import Testing

/// Small random networks, each answered by trying every choice of links.
@Suite("What to harden, against full search")
struct PavingSearchTests {
  /// Every choice of links of a problem, with its cost and what it joins.
  private struct AllChoices {
    var choices: [(cost: Int, weight: Int)] = []

    init(_ problem: PavingProblem) {
      for mask in 0..<(1 << problem.links.count) {
        let chosen = (0..<problem.links.count).filter { mask >> $0 & 1 == 1 }
        choices.append((problem.cost(of: chosen), problem.weight(joinedBy: chosen)))
      }
    }

    func leastCost(reaching weight: Int) -> Int? {
      choices.filter { $0.weight >= weight }.map(\.cost).min()
    }

    func greatestWeight(within budget: Int) -> Int {
      choices.filter { $0.cost <= budget }.map(\.weight).max() ?? 0
    }
  }

  /// Up to nine nodes, twelve links, three units with one or two centres, seven villages of one or two
  /// entries; doubled links, loops, links for nothing and villages that nothing reaches among them.
  static func problem(seed: Int, hasHouseholds: Bool) -> PavingProblem {
    var random = SeededGenerator(seed: seed)
    let nodes = Int.random(in: 4...9, using: &random)
    func node() -> Int32 { Int32.random(in: 0..<Int32(nodes), using: &random) }
    let links = (0..<Int.random(in: 6...11, using: &random)).map { _ in
      PavingProblem.Link(from: node(), to: node(), cost: Int.random(in: 0...1000, using: &random))
    }
    let roots = (0..<Int.random(in: 1...3, using: &random)).map { _ in
      (0..<Int.random(in: 1...2, using: &random)).map { _ in node() }
    }
    let demands = (0..<Int.random(in: 2...7, using: &random)).map { _ in
      PavingProblem.Demand(
        nodes: (0..<Int.random(in: 1...2, using: &random)).map { _ in node() },
        group: Int.random(in: roots.indices, using: &random),
        weight: hasHouseholds ? Int.random(in: 0...50, using: &random) : 1)
    }
    return PavingProblem(nodeCount: nodes, links: links, roots: roots, demands: demands)
  }

  @Test("A reach costs the least that any choice costs", arguments: 1...200)
  func reach(seed: Int) throws {
    for hasHouseholds in [false, true] {
      let problem = Self.problem(seed: seed, hasHouseholds: hasHouseholds)
      let all = AllChoices(problem)
      let most = all.greatestWeight(within: .max)
      for percent in [35, 70, 100] {
        let name: Comment = "seed \(seed), households \(hasHouseholds), \(percent) %"
        let goal = (most * percent + 99) / 100
        let least = try #require(all.leastCost(reaching: goal))
        let plan = try PavingSolver().plan(for: problem, goal: .reach(goal))
        let links = plan.steps.flatMap(\.links)
        #expect(plan.cost == least && plan.proof == .exact && plan.bound == Double(least), name)
        #expect(problem.cost(of: links) == plan.cost, name)
        #expect(problem.weight(joinedBy: links) == plan.weight && plan.weight >= goal, name)
        #expect(Set(links).count == links.count, name)
        // Without the solver the choice may cost more, but its bound must hold.
        for effort in [PavingEffort.none, .least] {
          let weak = try PavingSolver(effort: effort).plan(for: problem, goal: .reach(goal))
          let links = weak.steps.flatMap(\.links)
          #expect(weak.weight >= goal && weak.cost >= least, name)
          #expect(problem.cost(of: links) == weak.cost && Set(links).count == links.count, name)
          #expect(problem.weight(joinedBy: links) == weak.weight, name)
          #expect(weak.bound <= Double(least), name)
        }
      }
    }
  }

  @Test("A budget gains the most that any choice gains, at the least cost", arguments: 1...200)
  func budget(seed: Int) throws {
    for hasHouseholds in [false, true] {
      let problem = Self.problem(seed: seed, hasHouseholds: hasHouseholds)
      let all = AllChoices(problem)
      let top = try #require(all.leastCost(reaching: all.greatestWeight(within: .max)))
      for share in [0, 40, 80] {
        let name: Comment = "seed \(seed), households \(hasHouseholds), \(share) % of the money"
        let budget = top * share / 100
        let most = all.greatestWeight(within: budget)
        let plan = try PavingSolver().plan(for: problem, goal: .budget(budget))
        #expect(plan.weight == most && plan.proof == .exact, name)
        #expect(plan.cost == all.leastCost(reaching: most), name)
        #expect(plan.bound == Double(most), name)
        for effort in [PavingEffort.none, .least] {
          let weak = try PavingSolver(effort: effort).plan(for: problem, goal: .budget(budget))
          #expect(weak.cost <= budget && weak.weight <= most, name)
          #expect(weak.bound >= Double(most) - 1e-6, name)
        }
      }
    }
  }

  @Test("More costs no less; ten times the cost is the same choice", arguments: 1...60)
  func laws(seed: Int) throws {
    let problem = Self.problem(seed: seed, hasHouseholds: seed % 2 == 0)
    let most = problem.weight(joinedBy: problem.links.indices)
    var last = 0
    for goal in 0...most {
      let plan = try PavingSolver().plan(for: problem, goal: .reach(goal))
      #expect(plan.cost >= last, "seed \(seed), \(goal)")
      last = plan.cost
    }
    var dear = problem
    for index in dear.links.indices { dear.links[index].cost *= 10 }
    let plan = try PavingSolver().plan(for: problem, goal: .reach(most / 2))
    let ten = try PavingSolver().plan(for: dear, goal: .reach(most / 2))
    #expect(ten.cost == 10 * plan.cost, "seed \(seed)")
    #expect(ten.steps.map(\.demands) == plan.steps.map(\.demands), "seed \(seed)")
  }

  @Test("Each step gains what it says, and no more at once than it must", arguments: 1...100)
  func steps(seed: Int) throws {
    let problem = Self.problem(seed: seed, hasHouseholds: false)
    let plan = try PavingSolver()
      .plan(for: problem, goal: .reach(problem.weight(joinedBy: problem.links.indices)))
    var paved: [Int] = []
    var joined = problem.joined(by: paved)
    for step in plan.steps {
      paved += step.links
      let now = problem.joined(by: paved)
      let gained = joined.indices.filter { now[$0] && !joined[$0] }
      #expect(step.demands == gained, "seed \(seed)")
      #expect(
        step.weight == gained.count && step.cost == problem.cost(of: step.links), "seed \(seed)")
      joined = now
    }
  }
}
