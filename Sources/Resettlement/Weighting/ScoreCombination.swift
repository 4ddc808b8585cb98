import RealModule

/// How the scores of criteria become one.
public enum ScoreCombination: Sendable, Hashable {
  /// Σ weight × score: a bad score is made up for by good ones in full.
  case weightedSum
  /// Ordered weighted averaging with the quantifier p^exponent: the scores are put in order, the best
  /// first, and the score at place *j* counts by Q(u₁ + … + uⱼ) − Q(u₁ + … + uⱼ₋₁), u being the weights
  /// in that order. Above 1 the bad scores count for more (towards the worst alone), below 1 the good
  /// ones; at 1 it is the weighted sum. A criterion of weight 0 changes nothing.
  ///
  /// Source: R. R. Yager, "Quantifier guided aggregation using OWA operators", International Journal
  /// of Intelligent Systems 11 (1996); J. Malczewski, "Ordered weighted averaging with fuzzy
  /// quantifiers", Int. J. Applied Earth Observation 8 (2006), doi:10.1016/j.jag.2006.01.003.
  case ordered(exponent: Double)

  /// The combined score, 0 to 1; NaN where a score with a weight above 0 is. `weights` have the sum 1;
  /// no criterion at all scores 1. O(n²) for ordered, for the few criteria that there are.
  public func score(of scores: [Double], weights: [Double]) -> Double {
    guard !weights.isEmpty else { return 1 }
    switch self {
    case .weightedSum:
      var sum = 0.0
      for index in weights.indices where weights[index] > 0 {
        sum += weights[index] * scores[index]
      }
      return min(sum, 1)
    case .ordered(let exponent):
      let places = weights.indices.filter { weights[$0] > 0 }
      if places.contains(where: { scores[$0].isNaN }) { return .nan }
      let order = places.sorted {
        scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1
      }
      var (sum, share, before) = (0.0, 0.0, 0.0)
      for place in order {
        share = min(1, share + weights[place])
        let quantified = Double.pow(share, exponent)
        sum += (quantified - before) * scores[place]
        before = quantified
      }
      return min(sum, 1)
    }
  }
}
