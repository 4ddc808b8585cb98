/// Looks for the price at which dual ascent proves most.
struct PriceSearch {
  private let problem: PavingProblem
  private let graph: PavingGraph
  private let workLimit: Int

  /// Makes a search for a problem, whose ascents settle `workLimit` nodes together at most.
  init(_ problem: PavingProblem, _ graph: PavingGraph, workLimit: Int) {
    self.problem = problem
    self.graph = graph
    self.workLimit = workLimit
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
  /// dearest weight that was bought, the likeliest first, then twice between the best and its
  /// neighbours; the least possible where no work may be done.
  private func best(around steps: [PavingStep], _ value: (Double, Double) -> Double) -> Double {
    let dearest = steps.map { Double($0.cost) / Double(max(1, $0.weight)) }.max() ?? 0
    let total = Double(problem.links.reduce(0) { $0 + $1.cost })
    var work = 0
    var tried: [(price: Double, value: Double)] = []
    func evaluate(_ price: Double) {
      guard work < workLimit else { return }
      let whole = Int(min(total, max(1, price)))
      var ascent = DualAscent(problem, graph, workLimit: workLimit - work)
      let shortfall = ascent.shortfall(price: whole, rounds: 4)
      work += ascent.work
      tried.append((price, value(Double(whole), shortfall)))
    }
    for factor in [1, 0.75, 0.5, 1.5, 0.3, 0.15, 3, 0.05] { evaluate(dearest * factor) }
    for _ in 0..<2 {
      tried.sort { $0.price < $1.price }
      let top = tried.indices.max { tried[$0].value < tried[$1].value } ?? 0
      let neighbours = [top - 1, top + 1].filter(tried.indices.contains)
      for price in neighbours.map({ (tried[$0].price * tried[top].price).squareRoot() }) {
        evaluate(price)
      }
    }
    return tried.map(\.value).max() ?? -.infinity
  }
}
