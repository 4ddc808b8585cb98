internal import GeoAlgorithms
internal import GeoModel
internal import Plan
internal import RoadAccess
internal import SolverKit

/// What to harden first, and how good that choice is.
struct PavingStudy {
  /// What was found.
  struct Result {
    /// The answer under the assumption that was asked for.
    var asked: PavingScenario
    /// The answer under the other assumption; `nil` where no surface is unknown.
    var other: PavingScenario?
    /// The share in per cent that was to be reached; `nil` for a budget.
    var percent: Double?
    /// The villages that are judged and whose households are not known.
    var withoutHouseholds: Int
  }

  let study: Study
  let placed: PlacedNetwork
  let roads: RoadsSection
  let request: PavingRequest
  /// Which villages count, an index of the study's; all where `nil`.
  var wanted: Set<Int>?

  /// The answer under both assumptions on roads of unknown surface.
  func run() throws -> Result {
    try study.requireSoundUnits()
    try study.requireSoundVillages()
    let percent = try percent()
    let asked = try scenario(isUnknownHardened: request.isUnknownHardened, percent)
    let hasUnknown = placed.roads.surfaceTiers.contains(.unknown)
    let other =
      hasUnknown ? try scenario(isUnknownHardened: !request.isUnknownHardened, percent) : nil
    let villages = study.villages ?? []
    return Result(
      asked: asked, other: other, percent: percent,
      withoutHouseholds: asked.network.villages.count { villages[$0].households == nil })
  }

  /// The share to be reached: as asked, else the plan's target for villages with a hardened road, else
  /// all.
  func percent() throws(StudyError) -> Double? {
    guard case .reach(let percent) = request.goal else { return nil }
    if let percent { return percent }
    return try TargetsLoader(plan: study.plan, ledger: study.ledger).roadTarget() ?? 100
  }

  /// What each village of a network counts.
  func weights(of network: PavingNetwork) -> [Int] {
    let villages = study.villages ?? []
    return network.villages.map { village in
      request.weight == .villages ? 1 : villages[village].households ?? 0
    }
  }

  private func scenario(
    isUnknownHardened: Bool, _ percent: Double?
  ) throws -> PavingScenario {
    let network = PavingNetwork(
      placed.network, isUnknownHardened: isUnknownHardened,
      isWanted: { wanted?.contains($0) ?? true })
    let costs = try SectionCosts(network, roads: roads, study: study)
    let weights = weights(of: network)
    let total = weights.reduce(0, +)
    let goal: PavingGoal =
      switch request.goal {
      case .reach: .reach(PavingScenario.weight(of: percent ?? 100, total: total))
      case .budget(let budget):
        .budget(Int(min(budget * costs.unitsOfOne, 4e18).rounded(.down)))
      }
    do throws(SolverError) {
      let plan = try PavingSolver()
        .plan(for: network.problem(costs: costs.whole, weights: weights), goal: goal)
      return PavingScenario(
        network: network, costs: costs, plan: plan, weights: weights, total: total)
    } catch {
      throw StudyError.internalFailure(error.message)
    }
  }
}
