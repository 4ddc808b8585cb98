import RoadAccess
import SolverKit
import Testing

/// Networks that a reader checks without a computer.
@Suite("What to harden, by hand")
struct PavingExampleTests {
  ///     root 0 ──10── 1 ──4── 2 village A
  ///                   │
  ///                   └──5── 3 village B        root 0 ──12── 4 village C
  ///
  /// A alone costs 14, B alone 15, C 12; A and B share the ten, so both cost 19.
  private let shared = PavingProblem(
    nodeCount: 5,
    links: [
      .init(from: 0, to: 1, cost: 10), .init(from: 1, to: 2, cost: 4),
      .init(from: 1, to: 3, cost: 5), .init(from: 0, to: 4, cost: 12),
    ], roots: [[0]],
    demands: [2, 3, 4].map { .init(nodes: [$0], group: 0, weight: 1) })

  @Test("A gap that two villages share is paved once, and for both")
  func sharedGap() throws {
    // Two for 19 gain more for their cost than one for 12.
    let plan = try PavingSolver().plan(for: shared, goal: .reach(2))
    #expect(plan.steps.map(\.links) == [[0, 1, 2]])
    #expect(plan.steps.map(\.demands) == [[0, 1]])
    #expect(plan.cost == 19 && plan.bound == 19 && plan.proof == .exact)
    let one = try PavingSolver().plan(for: shared, goal: .reach(1))
    #expect(one.steps.map(\.links) == [[3]] && one.cost == 12)
    let all = try PavingSolver().plan(for: shared, goal: .reach(3))
    #expect(all.steps.map(\.cost) == [19, 12] && all.weight == 3)
  }

  @Test("A budget buys what fits, no more")
  func budget() throws {
    for (budget, weight, cost) in [(11, 0, 0), (12, 1, 12), (18, 1, 12), (19, 2, 19), (31, 3, 31)] {
      let plan = try PavingSolver().plan(for: shared, goal: .budget(budget))
      #expect(plan.weight == weight && plan.cost == cost, "budget \(budget)")
      #expect(plan.bound == Double(weight), "budget \(budget)")
    }
  }

  @Test("A border road serves the villages of two units, and counts once")
  func border() throws {
    // Unit 0 has its centre at 0, unit 1 at 3; each has a village on the other's side of the gap 1–2.
    let problem = PavingProblem(
      nodeCount: 4,
      links: [
        .init(from: 0, to: 1, cost: 1), .init(from: 1, to: 2, cost: 10),
        .init(from: 2, to: 3, cost: 1),
      ], roots: [[0], [3]],
      demands: [
        .init(nodes: [2], group: 0, weight: 1), .init(nodes: [1], group: 1, weight: 1),
      ])
    let plan = try PavingSolver().plan(for: problem, goal: .reach(2))
    #expect(plan.cost == 12 && plan.bound == 12)
    #expect(Set(plan.steps.flatMap(\.links)) == [0, 1, 2])
  }

  @Test("A root is not passed on: the other unit's centre does not help")
  func ownCentre() throws {
    let problem = PavingProblem(
      nodeCount: 3, links: [.init(from: 0, to: 1, cost: 1), .init(from: 0, to: 2, cost: 9)],
      roots: [[1], [2]], demands: [.init(nodes: [0], group: 1, weight: 1)])
    let plan = try PavingSolver().plan(for: problem, goal: .reach(1))
    #expect(plan.steps.map(\.links) == [[1]] && plan.cost == 9)
  }

  @Test("What no paving joins stays out, and the plan says how far it gets")
  func unreachable() throws {
    let problem = PavingProblem(
      nodeCount: 3, links: [.init(from: 0, to: 1, cost: 5)], roots: [[0]],
      demands: [
        .init(nodes: [0], group: 0, weight: 1), .init(nodes: [1], group: 0, weight: 1),
        .init(nodes: [2], group: 0, weight: 1), .init(nodes: [], group: 0, weight: 1),
      ])
    let plan = try PavingSolver().plan(for: problem, goal: .reach(4))
    #expect(plan.initialWeight == 1 && plan.greatestWeight == 2)
    #expect(plan.weight == 2 && plan.cost == 5)
  }

  @Test("Nothing to do, nothing to choose")
  func nothing() throws {
    let empty = PavingProblem(nodeCount: 0, links: [], roots: [], demands: [])
    for goal in [PavingGoal.reach(0), .reach(3), .budget(0), .budget(7)] {
      let plan = try PavingSolver().plan(for: empty, goal: goal)
      #expect(plan.steps.isEmpty && plan.cost == 0 && plan.proof == .exact)
    }
  }
}
