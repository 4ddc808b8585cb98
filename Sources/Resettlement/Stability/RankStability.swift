/// How often each of the top sites stays among the top when weights change.
///
/// A site's score under other weights is that of its mean scores: for the weighted sum that is the
/// mean of its cells' scores to the last digit, for ordered averaging it comes near to it.
public struct RankStability: Sendable {
  /// What one set of weights changes.
  public struct Outcome: Sendable, Hashable {
    /// The site that is the first then; `nil` without sites.
    public var first: Int?
    /// The sites that come into the top.
    public var entering: [Int]
    /// The sites that fall out of it.
    public var leaving: [Int]
  }

  /// The sites at the top under the plan's weights, the first first.
  public let top: [Int]
  /// For each site the share of the draws, 0 to 1, in which it is among the top; `nil` without draws.
  public let topShares: [Double?]
  /// For each site the share of the draws in which it is the first; `nil` without draws.
  public let firstShares: [Double?]
  /// What each change of one weight does; parallel to ``WeightScenarios/changes``.
  public let outcomes: [Outcome]

  /// Tries all sets of weights. O(sets × sites × (criteria + log sites)).
  ///
  /// - Parameters:
  ///   - scores: for each site its mean score by each criterion, NaN where it is not known, which may
  ///     be for criteria of weight 0 only.
  ///   - combination: how scores become one.
  ///   - scenarios: the sets of weights.
  ///   - count: how many sites are the top.
  public init(
    scores: [[Double]], combination: ScoreCombination, scenarios: WeightScenarios, top count: Int
  ) {
    func top(_ weights: [Double]) -> [Int] {
      let combined = scores.map { combination.score(of: $0, weights: weights) }
      // Equal scores keep the order of the sites, which is that of the plan's weights.
      return Array(
        combined.indices.sorted {
          combined[$0] != combined[$1] ? combined[$0] > combined[$1] : $0 < $1
        }.prefix(count))
    }
    let base = top(scenarios.base)
    self.top = base
    let isTop = Set(base)
    outcomes = scenarios.changes.map { change in
      let other = top(change.weights)
      let others = Set(other)
      return Outcome(
        first: other.first, entering: other.filter { !isTop.contains($0) },
        leaving: base.filter { !others.contains($0) })
    }
    var inTop = [Int](repeating: 0, count: scores.count)
    var first = inTop
    for weights in scenarios.draws {
      let other = top(weights)
      for site in other { inTop[site] += 1 }
      if let best = other.first { first[best] += 1 }
    }
    let draws = scenarios.draws.count
    topShares = inTop.map { draws > 0 ? Double($0) / Double(draws) : nil }
    firstShares = first.map { draws > 0 ? Double($0) / Double(draws) : nil }
  }
}
