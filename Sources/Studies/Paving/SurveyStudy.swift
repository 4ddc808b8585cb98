internal import GeoAlgorithms
internal import GeoModel
internal import RoadAccess
internal import SolverKit

/// The shortest list of roads of unknown surface whose survey would settle a target.
///
/// The target is open where enough villages are joined if every unknown road is hardened, and too few
/// if none is. The list is then the choice of unknown sections of the least length that reaches the
/// target over roads that are hardened for sure and the sections of the list alone: found hardened,
/// they prove the target met, whatever the others are.
struct SurveyStudy {
  /// What was found.
  struct Result {
    var network: PavingNetwork
    var plan: PavingPlan
    var weights: [Int]
    var total: Int
    var percent: Double
    /// Whether the target is met, by what is known.
    var met: Ternary
  }

  let paving: PavingStudy

  /// The list; empty where the target is settled.
  func run() throws -> Result {
    let network = PavingNetwork(
      paving.placed.network, isUnknownHardened: false, isHardeningAllowed: false,
      isWanted: { paving.wanted?.contains($0) ?? true })
    let weights = paving.weights(of: network)
    let total = weights.reduce(0, +)
    let percent = try paving.percent() ?? 100
    let goal = PavingScenario.weight(of: percent, total: total)
    let problem = network.problem(
      costs: network.sections.map { Int($0.length / 1000) }, weights: weights)
    do throws(SolverError) {
      var plan = try PavingSolver().plan(for: problem, goal: .reach(goal))
      let met: Ternary =
        plan.initialWeight >= goal ? .yes : plan.greatestWeight < goal ? .no : .unknown
      // No survey helps where even all unknown roads hardened would not do.
      if met != .unknown {
        plan.steps = []
        plan.cost = 0
        plan.bound = 0
        plan.proof = .exact
        plan.weight = plan.initialWeight
      }
      return Result(
        network: network, plan: plan, weights: weights, total: total, percent: percent, met: met)
    } catch {
      throw StudyError.internalFailure(error.message)
    }
  }
}
