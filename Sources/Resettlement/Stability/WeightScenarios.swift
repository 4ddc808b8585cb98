/// Other sets of weights, to see what hangs on those of the plan.
public struct WeightScenarios: Sendable {
  /// One weight changed, the others kept in proportion.
  public struct Change: Sendable, Hashable {
    /// The criterion whose weight is changed.
    public var criterion: Int
    /// By how many per cent: −20, −10, 10 or 20.
    public var percent: Int
    /// The weights, of the sum 1.
    public var weights: [Double]
  }

  /// The weights of the plan.
  public let base: [Double]
  /// Each weight above 0 by ±10 and ±20 per cent, by criterion and then from the least.
  public let changes: [Change]
  /// Random weights: each of the plan's times a number between 0.8 and 1.2, all equally likely.
  public let draws: [[Double]]

  /// The per cent by which weights are changed one at a time.
  public static let steps = [-20, -10, 10, 20]
  /// How far a draw may be from the plan's weight, as a share of it.
  public static let reach = 0.2

  /// Makes the sets. O(draws × criteria).
  public init(_ weights: CriterionWeights, draws: Int, seed: Int) {
    base = weights.shares
    changes = weights.shares.indices.filter { weights.shares[$0] > 0 }.flatMap { criterion in
      Self.steps.map { percent in
        var factors = [Double](repeating: 1, count: weights.shares.count)
        factors[criterion] = 1 + Double(percent) / 100
        return Change(
          criterion: criterion, percent: percent, weights: weights.scaled(by: factors).shares)
      }
    }
    var random = SeededDraws(seed: seed)
    self.draws = (0..<draws).map { _ in
      weights.scaled(
        by: weights.shares.map { _ in 1 - Self.reach + 2 * Self.reach * random.next() }
      ).shares
    }
  }
}

/// Numbers that a seed fixes: SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, "Fast splittable
/// pseudorandom number generators", OOPSLA 2014, doi:10.1145/2660193.2660195).
struct SeededDraws {
  private var state: UInt64

  init(seed: Int) { state = UInt64(bitPattern: Int64(seed)) }

  /// The next number, from 0 to 1, with 53 bits.
  mutating func next() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    return Double(mixed >> 11) / Double(UInt64(1) << 53)
  }
}
