import SolverKit

/// The problem as a mixed-integer program over directed cuts, which grows as it is solved.
///
/// `x` says of a link that it is paved, `y` of a demand that it is joined, `z` of a group and a
/// direction of a link that the group's ways go along it. Every set of nodes that holds a demand
/// and no root of its group must be entered: Σ z into the set ≥ y; the two directions of a link are
/// at most x together. There are too many sets to write them down: those that a solution violates
/// are found by least cuts and added. Each program on the way leaves conditions out, so the bound of
/// each holds. Source: S. Chopra, E. R. Gorres, M. R. Rao, "Solving the Steiner tree problem on a
/// graph using branch and cut", ORSA J. Computing 4, 1992, doi:10.1287/ijoc.4.3.320.
struct PavingProgram {
  let problem: PavingProblem
  let graph: PavingGraph
  let goal: PavingGoal
  /// What a unit of cost is in the program, so that its numbers are near 1.
  let scale: Double
  private(set) var model: LinearModel
  private var paved: [Int?]
  private let joined: [Int]
  private var ways: [Way: (forth: Int, back: Int)] = [:]
  private var costRow: [LinearModel.Term] = []

  private var known: Set<Cut> = []

  private struct Cut: Hashable {
    var demand: Int
    var inside: [Bool]
  }

  private struct Way: Hashable {
    var group: Int
    var link: Int
  }

  /// Makes the program without any cut.
  init(_ problem: PavingProblem, _ graph: PavingGraph, goal: PavingGoal) {
    self.problem = problem
    self.graph = graph
    self.goal = goal
    let total = problem.links.reduce(0) { $0 + $1.cost }
    scale = max(1, Double(total) / Double(max(1, problem.links.count)))
    paved = [Int?](repeating: nil, count: problem.links.count)
    switch goal {
    case .reach(let weight):
      var model = LinearModel(.minimise)
      joined = problem.demands.map { _ in model.add(.decision()) }
      model.add(
        LinearModel.Row(
          lower: Double(weight),
          zip(joined, problem.demands).map { LinearModel.Term($0, Double($1.weight)) }))
      self.model = model
    case .budget:
      var model = LinearModel(.maximise)
      joined = problem.demands.map { model.add(.decision(objective: Double($0.weight))) }
      self.model = model
    }
  }

  /// The program as the solver takes it; for a budget with the row of costs.
  var complete: LinearModel {
    guard case .budget(let budget) = goal else { return model }
    var model = model
    model.add(LinearModel.Row(upper: Double(budget) / scale, costRow))
    return model
  }

  /// How large the program is: columns and rows.
  var size: Int { model.columns.count + model.rows.count }

  /// How far each link is paved by `values`, 0 to 1.
  func shares(in values: [Double]) -> [Double] {
    paved.map { column in column.flatMap { values.indices.contains($0) ? values[$0] : nil } ?? 0 }
  }

  /// Demands that are to be joined by `values`, with how far.
  func demands(in values: [Double]) -> [(demand: Int, share: Double)] {
    joined.enumerated().compactMap { values[$1] > 1e-6 ? ($0, values[$1]) : nil }
  }

  /// The links that are paved by `values`, those that cost nothing among them.
  func links(in values: [Double]) -> [Int] {
    problem.links.indices.filter { link in
      paved[link].map { values[$0] > 0.5 } ?? (problem.links[link].cost == 0)
    }
  }

  /// What can flow along each direction of each link for a group by `values` (2 × link, + 1 from its
  /// end). Where no condition names a direction yet, as much as the link is paved.
  func capacities(for group: Int, in values: [Double]) -> [Double] {
    problem.links.indices.flatMap { link -> [Double] in
      if let way = ways[Way(group: group, link: link)] {
        return [values[way.forth], values[way.back]]
      }
      let share = paved[link].map { values[$0] } ?? (problem.links[link].cost == 0 ? 1 : 0)
      return [share, share]
    }
  }

  /// Adds the condition that `inside`, which holds a demand and no root of it, is entered if the
  /// demand is joined; not again where it is there already. Whether it was added.
  @discardableResult
  mutating func add(cut inside: [Bool], for demand: Int) -> Bool {
    guard known.insert(Cut(demand: demand, inside: inside)).inserted else { return false }
    let group = problem.demands[demand].group
    var terms = [LinearModel.Term(joined[demand], -1)]
    for (index, link) in problem.links.enumerated() {
      let ends = (inside[Int(link.from)], inside[Int(link.to)])
      guard ends.0 != ends.1 else { continue }
      let way = way(group, index)
      terms.append(LinearModel.Term(ends.1 ? way.forth : way.back))
    }
    model.add(LinearModel.Row(lower: 0, terms))
    return true
  }

  private mutating func way(_ group: Int, _ link: Int) -> (forth: Int, back: Int) {
    let key = Way(group: group, link: link)
    if let way = ways[key] { return way }
    let column = pavedColumn(link)
    let way = (model.add(LinearModel.Column(upper: 1)), model.add(LinearModel.Column(upper: 1)))
    ways[key] = way
    model.add(
      LinearModel.Row(
        upper: 0,
        [LinearModel.Term(way.0), LinearModel.Term(way.1), LinearModel.Term(column, -1)]))
    return way
  }

  private mutating func pavedColumn(_ link: Int) -> Int {
    if let column = paved[link] { return column }
    let cost = Double(problem.links[link].cost) / scale
    let column: Int
    switch goal {
    case .reach: column = model.add(.decision(objective: cost))
    case .budget:
      column = model.add(.decision())
      costRow.append(LinearModel.Term(column, cost))
    }
    paved[link] = column
    return column
  }
}
