public import SolverKit

/// Why a question about resettlement has no answer.
public enum ResettlementError: Error, Sendable, Hashable {
  /// Raised where weights are negative, not finite, all 0, or fewer or more than the criteria; the
  /// text says which.
  case weights(String)
  /// Raised where a matrix of comparisons is not square, not positive or not reciprocal; the text says
  /// where.
  case matrix(String)
  /// Raised where comparisons contradict each other: the consistency ratio is above 0.1.
  case inconsistent(ratio: Double)
  /// Raised where the solver fails.
  case solver(SolverError)
  /// Raised where the solver's answer does not keep the conditions that it was given.
  case unproven(String)

  /// One line for people.
  public var message: String {
    switch self {
    case .weights(let text), .matrix(let text): text
    case .inconsistent(let ratio):
      "the comparisons contradict each other: the consistency ratio is "
        + "\(Self.rounded(ratio)), above \(PairwiseMatrix.greatestRatio)"
    case .solver(let error): error.message
    case .unproven(let text): text
    }
  }

  private static func rounded(_ value: Double) -> Double { (value * 1e4).rounded() / 1e4 }
}
