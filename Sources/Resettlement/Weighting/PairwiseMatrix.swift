/// Weights from comparisons by pairs: the analytic hierarchy process.
///
/// The entry in row *i* and column *j* says how many times as important criterion *i* is as criterion
/// *j*. The weights are the principal eigenvector of the matrix, scaled to the sum 1; its eigenvalue
/// λ ≥ n tells how far the comparisons contradict each other: CI = (λ − n) / (n − 1), and the
/// consistency ratio CR = CI / RI, with RI the mean CI of random matrices of that size.
///
/// Source: T. L. Saaty, "A scaling method for priorities in hierarchical structures", Journal of
/// Mathematical Psychology 15 (1977), doi:10.1016/0022-2496(77)90033-5; RI from his *The Analytic
/// Hierarchy Process*, McGraw-Hill 1980.
public struct PairwiseMatrix: Sendable, Hashable {
  /// The ratio above which comparisons are refused.
  public static let greatestRatio = 0.1
  /// The greatest number of criteria: no random index is published for more.
  public static let greatestSize = 15

  /// RI for 1, 2, … criteria.
  static let randomIndices = [
    0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59,
  ]
  /// How far the product of two opposite entries may be from 1: 0.33 and 3, 0.14 and 7 are reciprocal.
  static let reciprocity = 0.03

  /// What a matrix says.
  public struct Priorities: Sendable, Hashable {
    /// The weights, of the sum 1, in the order of the rows.
    public let weights: [Double]
    /// The principal eigenvalue λ.
    public let eigenvalue: Double
    /// The consistency ratio; 0 for one or two criteria, which cannot contradict each other.
    public let ratio: Double
  }

  /// The entries, row by row.
  public let rows: [[Double]]

  /// Takes a matrix.
  ///
  /// - Throws: ``ResettlementError/matrix(_:)`` where it is empty, larger than ``greatestSize``, not
  ///   square, not positive or not reciprocal within 3 %.
  public init(_ rows: [[Double]]) throws(ResettlementError) {
    let size = rows.count
    guard size > 0 else { throw .matrix("the matrix of comparisons is empty") }
    guard size <= Self.greatestSize else {
      throw .matrix(
        "the matrix compares \(size) criteria; up to \(Self.greatestSize) can be judged")
    }
    for (index, row) in rows.enumerated() where row.count != size {
      throw .matrix("row \(index + 1) of the matrix has \(row.count) numbers, not \(size)")
    }
    for row in rows.indices {
      for column in rows.indices {
        let value = rows[row][column]
        guard value.isFinite, value > 0 else {
          throw .matrix("row \(row + 1), column \(column + 1) of the matrix is not above 0")
        }
        guard abs(value * rows[column][row] - 1) <= Self.reciprocity else {
          throw .matrix(
            "rows \(min(row, column) + 1) and \(max(row, column) + 1) of the matrix are not"
              + " reciprocal")
        }
      }
    }
    self.rows = rows
  }

  /// The weights, the eigenvalue and the consistency ratio, by the power method: a positive matrix
  /// has one greatest eigenvalue, and every positive start leads to its vector (Perron). O(n²) a step;
  /// ends where no weight changes by more than 1e-15, after 10,000 steps at the latest.
  public func priorities() -> Priorities {
    let size = rows.count
    var weights = [Double](repeating: 1 / Double(size), count: size)
    var eigenvalue = Double(size)
    for _ in 0..<10_000 {
      let image = rows.map { row in zip(row, weights).reduce(0) { $0 + $1.0 * $1.1 } }
      eigenvalue = image.reduce(0, +)
      let next = image.map { $0 / eigenvalue }
      let change = zip(next, weights).reduce(0) { max($0, abs($1.0 - $1.1)) }
      weights = next
      if change <= 1e-15 { break }
    }
    let index = Self.randomIndices[size - 1]
    let excess = max(0, eigenvalue - Double(size))
    let ratio = index > 0 ? excess / Double(size - 1) / index : 0
    return Priorities(weights: weights, eigenvalue: eigenvalue, ratio: ratio)
  }
}
