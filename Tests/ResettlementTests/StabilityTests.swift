import Resettlement
import TestSupport
import Testing

/// What hangs on the weights.
@Suite struct StabilityTests {
  @Test func changesByHand() throws {
    let scenarios = WeightScenarios(
      try CriterionWeights(direct: [3, 1, 0]), draws: 0, seed: 1)
    // The criterion of weight 0 stays at 0 and is not tried.
    #expect(scenarios.changes.map(\.criterion) == [0, 0, 0, 0, 1, 1, 1, 1])
    #expect(scenarios.changes.map(\.percent) == [-20, -10, 10, 20, -20, -10, 10, 20])
    // 0.75 × 1.2 = 0.9 beside 0.25: 0.9 / 1.15.
    #expect(abs(scenarios.changes[3].weights[0] - 0.9 / 1.15) < 1e-15)
    #expect(abs(scenarios.changes[3].weights[1] - 0.25 / 1.15) < 1e-15)
    #expect(scenarios.changes[3].weights[2] == 0)
  }

  @Test func drawsAreSeededAndStayWithinReach() throws {
    let weights = try CriterionWeights(direct: [0.5, 0.3, 0.2])
    let one = WeightScenarios(weights, draws: 200, seed: 7)
    #expect(one.draws == WeightScenarios(weights, draws: 200, seed: 7).draws)
    #expect(one.draws != WeightScenarios(weights, draws: 200, seed: 8).draws)
    for draw in one.draws {
      #expect(abs(draw.reduce(0, +) - 1) < 1e-12)
      // Each by a factor from 0.8 to 1.2, then all by one from 1/1.2 to 1/0.8.
      for (weight, base) in zip(draw, weights.shares) {
        #expect(weight >= base * 0.8 / 1.2 - 1e-12 && weight <= base * 1.2 / 0.8 + 1e-12)
      }
    }
  }

  /// Two sites that trade places as soon as the first weight falls.
  @Test func aNarrowLeadIsLost() throws {
    let weights = try CriterionWeights(direct: [0.5, 0.5])
    let scenarios = WeightScenarios(weights, draws: 1000, seed: 1)
    let stability = RankStability(
      scores: [[1, 0.001], [0, 1], [0.2, 0.2]], combination: .weightedSum, scenarios: scenarios,
      top: 1)
    #expect(stability.top == [0])
    // −20, −10, +10, +20 per cent of the first weight, then of the second.
    #expect(stability.outcomes.map(\.first) == [1, 1, 0, 0, 0, 0, 1, 1])
    #expect(stability.outcomes[0].entering == [1])
    #expect(stability.outcomes[0].leaving == [0])
    #expect(stability.outcomes[2].entering == [])
    let (one, two) = (stability.topShares[0] ?? 0, stability.topShares[1] ?? 0)
    #expect(abs(one - 0.5) < 0.06 && abs(one + two - 1) < 1e-12)
    #expect(stability.topShares[2] == 0)
  }

  /// A site that is best by every criterion is first whatever the weights.
  @Test(arguments: 0..<30)
  func dominanceNeverFalls(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let criteria = Int.random(in: 1...5, using: &random)
    var scores = (0..<8).map { _ in
      (0..<criteria).map { _ in Double.random(in: 0...0.9, using: &random) }
    }
    scores[3] = scores[3].map { _ in 0.95 }
    let weights = try CriterionWeights(
      direct: (0..<criteria).map { _ in Double.random(in: 0.1...1, using: &random) })
    let stability = RankStability(
      scores: scores, combination: seed.isMultiple(of: 2) ? .weightedSum : .ordered(exponent: 2),
      scenarios: WeightScenarios(weights, draws: 50, seed: seed), top: 2)
    #expect(stability.firstShares[3] == 1, "seed \(seed)")
    #expect(stability.outcomes.allSatisfy { $0.first == 3 }, "seed \(seed)")
  }

  @Test func withoutSitesOrDrawsThereIsNothingToSay() throws {
    let weights = try CriterionWeights(direct: [1])
    let none = RankStability(
      scores: [], combination: .weightedSum,
      scenarios: WeightScenarios(weights, draws: 5, seed: 1), top: 3)
    #expect(none.top == [])
    #expect(none.outcomes.allSatisfy { $0.first == nil })
    let undrawn = RankStability(
      scores: [[0.5]], combination: .weightedSum,
      scenarios: WeightScenarios(weights, draws: 0, seed: 1), top: 3)
    #expect(undrawn.topShares == [nil])
  }
}
