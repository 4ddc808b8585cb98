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
    max(
      0,
      best(around: steps) { price, shortfall in
        let whole = Double(goal) * price
        // Sums of very many terms are rounded: a little is taken off.
        return whole - shortfall - 1e-9 * (whole + shortfall)
      })
  }

  /// The best bound from above on the weight that is joined for `budget`.
  func bound(budget: Int, steps: [PavingStep]) -> Double {
    -best(around: steps) { price, shortfall in
      -((Double(budget) + shortfall) / price * (1 + 1e-9))
    }
  }

  /// The greatest value of `value` over prices for a unit of weight: first far apart around the
  /// dearest weight that was bought, then twice between the best and its neighbours.
  private func best(around steps: [PavingStep], _ value: (Double, Double) -> Double) -> Double {
    let dearest = steps.map { Double($0.cost) / Double(max(1, $0.weight)) }.max() ?? 0
    let total = Double(problem.links.reduce(0) { $0 + $1.cost })
    func evaluate(_ price: Double) -> Double {
      let whole = Int(min(total, max(1, price)))
      var ascent = DualAscent(problem, graph)
      return value(Double(whole), ascent.shortfall(price: whole, rounds: 4))
    }
    var tried = [0.05, 0.15, 0.3, 0.5, 0.75, 1, 1.5, 3].map { factor in
      (price: dearest * factor, value: evaluate(dearest * factor))
    }
    for _ in 0..<2 {
      let top = tried.indices.max { tried[$0].value < tried[$1].value } ?? 0
      let neighbours = [top - 1, top + 1].filter(tried.indices.contains)
      let between = neighbours.map { (tried[$0].price * tried[top].price).squareRoot() }
      tried += between.map { ($0, evaluate($0)) }
      tried.sort { $0.price < $1.price }
    }
    return tried.map(\.value).max() ?? 0
  }
}
