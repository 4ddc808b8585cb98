import Resettlement
import TestSupport
import Testing

/// Values become scores, scores become one.
@Suite struct ScoreTests {
  @Test func linearRunsFromWorstToBest() {
    let road = Standardisation.linear(best: 0, worst: 2000)
    #expect(road.score(of: -5) == 1)
    #expect(road.score(of: 0) == 1)
    #expect(road.score(of: 500) == 0.75)
    #expect(road.score(of: 2000) == 0)
    #expect(road.score(of: .infinity) == 0)
    #expect(road.score(of: .nan).isNaN)
    #expect(Standardisation.linear(best: 1000, worst: 0).score(of: .infinity) == 1)
  }

  @Test func sigmoidIsHalfInTheMiddleAndLevelAtTheEnds() {
    let slope = Standardisation.sigmoid(best: 0, worst: 20)
    #expect(slope.score(of: 0) == 1)
    #expect(slope.score(of: 20) == 0)
    #expect(abs(slope.score(of: 10) - 0.5) < 1e-15)
    // cos²(π/2 · ¼) = (1 + cos 45°) / 2.
    #expect(abs(slope.score(of: 5) - 0.853553390593) < 1e-12)
    #expect(slope.score(of: 30) == 0)
  }

  @Test func pointsAreJoinedByStraightLines() {
    let height = Standardisation.piecewise([
      .init(value: 100, score: 0), .init(value: 200, score: 1), .init(value: 400, score: 0.5),
    ])
    #expect(height.score(of: 50) == 0)
    #expect(height.score(of: 150) == 0.5)
    #expect(height.score(of: 300) == 0.75)
    #expect(height.score(of: 1000) == 0.5)
    #expect(height.score(of: .nan).isNaN)
  }

  @Test func orderedAveragingByHand() {
    let weights = [0.5, 0.3, 0.2]
    let scores = [0.2, 1, 0.6]
    #expect(abs(ScoreCombination.weightedSum.score(of: scores, weights: weights) - 0.52) < 1e-15)
    // In order 1, 0.6, 0.2 with weights 0.3, 0.2, 0.5: quantified by p² to 0.09, 0.16, 0.75.
    let careful = ScoreCombination.ordered(exponent: 2)
    #expect(abs(careful.score(of: scores, weights: weights) - 0.336) < 1e-15)
  }

  /// 1 is the weighted sum; the higher the exponent, the lower the score, never below the worst.
  @Test(arguments: 0..<100)
  func exponentsLeadFromBestToWorst(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...6, using: &random)
    let weights = try CriterionWeights(
      direct: (0..<count).map { _ in Double.random(in: 0.01...1, using: &random) }
    ).shares
    let scores = (0..<count).map { _ in Double.random(in: 0...1, using: &random) }
    func score(_ exponent: Double) -> Double {
      ScoreCombination.ordered(exponent: exponent).score(of: scores, weights: weights)
    }
    let sum = ScoreCombination.weightedSum.score(of: scores, weights: weights)
    #expect(abs(score(1) - sum) < 1e-14, "seed \(seed)")
    let falling = [0.1, 0.5, 1, 2, 8].map(score)
    for (one, next) in zip(falling, falling.dropFirst()) {
      #expect(next <= one + 1e-14, "seed \(seed)")
    }
    #expect(falling[4] >= (scores.min() ?? 0) - 1e-14, "seed \(seed)")
    #expect(falling[0] <= (scores.max() ?? 1) + 1e-14, "seed \(seed)")
  }

  /// A criterion of weight 0 changes nothing, even where it is not known.
  @Test(arguments: [ScoreCombination.weightedSum, .ordered(exponent: 0.5), .ordered(exponent: 3)])
  func weightOfNothingChangesNothing(combination: ScoreCombination) {
    let with = combination.score(of: [0.3, .nan, 0.8], weights: [0.4, 0, 0.6])
    #expect(with == combination.score(of: [0.3, 0.8], weights: [0.4, 0.6]))
    #expect(combination.score(of: [0.3, .nan], weights: [0.4, 0.6]).isNaN)
  }
}
