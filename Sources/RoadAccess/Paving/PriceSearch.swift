/// Looks for the price at which dual ascent proves most.
struct PriceSearch {
  private let problem: PavingProblem
  private let graph: PavingGraph

  /// Makes a search for a problem.
  init(_ problem: PavingProblem, _ graph: PavingGraph) {
    self.problem = problem
    self.graph = graph
  }

  /// The best bound from below on what joining the weight `goal` costs.
  func bound(reach goal: Int, steps: [PavingStep]) -> Double {
    prices(steps).reduce(0) { best, price in
      var ascent = DualAscent(problem, graph)
      let shortfall = ascent.shortfall(price: price, rounds: 4)
      let whole = Double(goal) * Double(price)
      // Sums of very many terms are rounded: a little is taken off.
      return max(best, whole - shortfall - 1e-9 * (whole + shortfall))
    }
  }

  /// The best bound from above on the weight that is joined for `budget`.
  func bound(budget: Int, steps: [PavingStep]) -> Double {
    prices(steps).reduce(.infinity) { best, price in
      guard price > 0 else { return best }
      var ascent = DualAscent(problem, graph)
      let shortfall = ascent.shortfall(price: price, rounds: 4)
      return min(best, (Double(budget) + shortfall) / Double(price) + 1e-6)
    }
  }

  /// Prices around that of the last unit of weight that was bought, in whole units of cost.
  private func prices(_ steps: [PavingStep]) -> [Int] {
    let dearest = steps.map { Double($0.cost) / Double(max(1, $0.weight)) }.max() ?? 0
    let total = Double(problem.links.reduce(0) { $0 + $1.cost })
    return [0.6, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2, 3].map { factor in
      Int(min(total, max(1, dearest * factor)))
    }
  }
}
