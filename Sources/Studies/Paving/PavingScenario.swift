internal import GeoAlgorithms
internal import GeoModel
internal import Plan
internal import RoadAccess

/// What to harden under one assumption on roads of unknown surface.
struct PavingScenario {
  let network: PavingNetwork
  let costs: SectionCosts
  let plan: PavingPlan
  /// What each village of the network counts.
  let weights: [Int]
  /// What all of them count together: the denominator of shares.
  let total: Int

  /// The weight that a share in per cent of `total` asks for.
  static func weight(of percent: Double, total: Int) -> Int {
    // A share that is met to the last digit is met: 70 % of 10 is 7.
    Int((percent * Double(total) / 100 - 1e-9).rounded(.up))
  }

  /// A weight as a share of all in per cent; `nil` where nothing counts.
  func percent(_ weight: Int) -> Double? {
    total == 0 ? nil : 100 * Double(weight) / Double(total)
  }

  /// The cost of the plan in money or metres.
  var cost: Double {
    plan.steps.flatMap(\.links).reduce(0) { $0 + costs.costs[$1] }
  }

  /// A cost in whole units in money or metres.
  func amount(_ whole: Double) -> Double { whole / costs.unitsOfOne }
}
