import SolverKit
import TestSupport
import Testing

@Suite("Linear and integer programs")
struct SolverTests {
  /// Two kinds of table, wood and hours: the textbook plane that a reader draws on squared paper.
  @Test("The corner of a plane, and the whole corner")
  func corner() throws {
    var model = LinearModel(.maximise)
    let chairs = model.add(LinearModel.Column(objective: 3, isInteger: true))
    let tables = model.add(LinearModel.Column(objective: 5, isInteger: true))
    model.add(LinearModel.Row(upper: 4, [.init(chairs)]))
    model.add(LinearModel.Row(upper: 12, [.init(tables, 2)]))
    model.add(LinearModel.Row(upper: 17, [.init(chairs, 3), .init(tables, 2)]))
    // Continuous: 3 c + 2 t = 17 and t = 6 meet at c = 5/3, worth 35.
    let relaxed = try #require(try model.relaxed.solve().solution)
    #expect(abs(relaxed.objective - 35) < 1e-9)
    #expect(abs(relaxed.values[0] - 5.0 / 3) < 1e-9)
    // Whole: c = 1, t = 6 is worth 33; c = 2, t = 5 is worth 31.
    let whole = try #require(try model.solve().solution)
    #expect(whole.values == [1, 6])
    #expect(whole.objective == 33 && whole.bound == 33)
  }

  @Test("No values, no limit, nothing asked")
  func statuses() throws {
    var model = LinearModel()
    let column = model.add(LinearModel.Column(upper: 1, objective: 1))
    model.add(LinearModel.Row(lower: 2, [.init(column)]))
    #expect(try model.solve() == .infeasible)
    var free = LinearModel(.maximise)
    free.add(LinearModel.Column(objective: 1))
    free.add(LinearModel.Row(lower: 1, [.init(0)]))
    #expect(try free.solve() == .unbounded)
    free = LinearModel(.maximise)
    free.add(LinearModel.Column(objective: 1, isInteger: true))
    free.add(LinearModel.Row(lower: 1, [.init(0)]))
    #expect(try free.solve() == .unbounded)
    #expect(
      try LinearModel().solve() == .optimal(SolverSolution(values: [], objective: 0, bound: 0)))
    var impossible = LinearModel()
    impossible.add(LinearModel.Column(lower: 2, upper: 1))
    #expect(try impossible.solve() == .infeasible)
  }

  @Test("Bounds below zero, equalities and free columns")
  func bounds() throws {
    var model = LinearModel()
    let x = model.add(LinearModel.Column(lower: -5, upper: 5, objective: 1))
    let y = model.add(LinearModel.Column(lower: -.infinity, upper: .infinity, objective: 2))
    model.add(LinearModel.Row(lower: 1, upper: 1, [.init(x), .init(y)]))
    // x + 2 y with y = 1 − x is 2 − x: least at x = 5.
    let solution = try #require(try model.solve().solution)
    #expect(abs(solution.objective + 3) < 1e-9)
    #expect(abs(solution.values[y] + 4) < 1e-9)
  }

  /// Sixty things with five weights: too many to try, so that a search that is cut short must say so.
  private func knapsack(seed: Int) -> LinearModel {
    var random = SeededGenerator(seed: seed)
    var model = LinearModel(.maximise)
    for _ in 0..<60 {
      model.add(.decision(objective: Double(Int.random(in: 1...100, using: &random))))
    }
    for _ in 0..<5 {
      model.add(
        LinearModel.Row(
          upper: 700,
          (0..<60).map { LinearModel.Term($0, Double(Int.random(in: 1...100, using: &random))) }))
    }
    return model
  }

  @Test("A search that is stopped says how good its answer is", arguments: [1, 2, 3])
  func stopped(seed: Int) throws {
    let model = knapsack(seed: seed)
    let best = try #require(try model.solve().solution).objective
    let outcome = try model.solve(within: SolverLimits(nodes: 5))
    let bound = try #require(outcome.bound)
    #expect(bound >= best - 1e-6, "seed \(seed)")
    if let met = outcome.solution { #expect(met.objective <= best + 1e-6, "seed \(seed)") }
    let near = try #require(try model.solve(within: SolverLimits(relativeGap: 0.05)).solution)
    #expect(near.objective >= 0.95 * best - 1e-6 && near.bound >= best - 1e-6, "seed \(seed)")
  }

  @Test("The same model gives the same values, on whatever thread", arguments: [4, 5])
  func reproducible(seed: Int) async throws {
    let model = knapsack(seed: seed)
    let limits = SolverLimits(nodes: 20)
    let once = try model.solve(within: limits)
    let again = try await withThrowingTaskGroup(of: SolverOutcome.self) { group in
      for _ in 0..<4 { group.addTask { try model.solve(within: limits) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    for outcome in again { #expect(outcome == once, "seed \(seed)") }
  }

  @Test("Twelve decisions against all 4096 choices", arguments: 1...40)
  func fullSearch(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    var model = LinearModel(seed % 2 == 0 ? .minimise : .maximise)
    for _ in 0..<12 {
      model.add(.decision(objective: Double(Int.random(in: -20...20, using: &random))))
    }
    for _ in 0..<4 {
      let terms = (0..<12).map {
        LinearModel.Term($0, Double(Int.random(in: -9...9, using: &random)))
      }
      let low = Int.random(in: -20...5, using: &random)
      model.add(LinearModel.Row(lower: Double(low), upper: Double(low + 15), terms))
    }
    var best: Double?
    for choice in 0..<4096 {
      let values = (0..<12).map { Double(choice >> $0 & 1) }
      let holds = model.rows.allSatisfy { row in
        let sum = row.terms.reduce(0) { $0 + $1.coefficient * values[$1.column] }
        return sum >= row.lower && sum <= row.upper
      }
      guard holds else { continue }
      let objective = model.objective(of: values)
      let isBetter =
        model.direction == .minimise
        ? best.map { objective < $0 } ?? true : best.map { objective > $0 } ?? true
      if isBetter { best = objective }
    }
    let outcome = try model.solve()
    #expect(outcome.solution?.objective == best, "seed \(seed)")
    if best == nil { #expect(outcome == .infeasible, "seed \(seed)") }
  }
}
