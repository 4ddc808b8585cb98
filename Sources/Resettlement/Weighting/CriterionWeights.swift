/// The weights of criteria: shares of the sum 1.
public struct CriterionWeights: Sendable, Hashable {
  /// The weights, 0 or more each, of the sum 1, in the order of the criteria; empty for no criterion.
  public let shares: [Double]
  /// What the comparisons say where the weights follow from some; `nil` for weights that are given.
  public let priorities: PairwiseMatrix.Priorities?

  /// Takes weights as they are given, in any unit.
  ///
  /// - Throws: ``ResettlementError/weights(_:)`` where one is negative or not finite, or all are 0.
  public init(direct weights: [Double]) throws(ResettlementError) {
    for (index, weight) in weights.enumerated() where !(weight.isFinite && weight >= 0) {
      throw .weights("weight \(index + 1) is \(weight); a weight is 0 or more")
    }
    let sum = weights.reduce(0, +)
    guard weights.isEmpty || sum > 0 else { throw .weights("all weights are 0") }
    shares = weights.map { $0 / sum }
    priorities = nil
  }

  /// Takes weights from comparisons by pairs.
  ///
  /// - Parameters:
  ///   - matrix: one row a criterion.
  ///   - acceptsInconsistency: whether a consistency ratio above 0.1 is let pass.
  /// - Throws: ``ResettlementError/inconsistent(ratio:)`` where it is not.
  public init(
    pairwise matrix: PairwiseMatrix, acceptsInconsistency: Bool = false
  ) throws(ResettlementError) {
    let found = matrix.priorities()
    guard acceptsInconsistency || found.ratio <= PairwiseMatrix.greatestRatio else {
      throw .inconsistent(ratio: found.ratio)
    }
    shares = found.weights
    priorities = found
  }

  private init(shares: [Double], priorities: PairwiseMatrix.Priorities?) {
    self.shares = shares
    self.priorities = priorities
  }

  /// The weights with each multiplied by its factor (0 or more), brought to the sum 1 again; the
  /// same where nothing is left.
  public func scaled(by factors: [Double]) -> CriterionWeights {
    precondition(factors.count == shares.count, "one factor for each weight")
    let scaled = zip(shares, factors).map { $0 * max(0, $1) }
    let sum = scaled.reduce(0, +)
    guard sum > 0 else { return self }
    return CriterionWeights(shares: scaled.map { $0 / sum }, priorities: priorities)
  }
}
