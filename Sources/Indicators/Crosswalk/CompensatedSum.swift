/// A sum that keeps the digits that plain addition loses, so that totals are conserved to 1e-9
/// whatever the order and the number of parts.
///
/// Source: A. Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen,
/// ZAMM 54 (1974), doi:10.1002/zamm.19740540106.
public struct CompensatedSum: Sendable, Hashable {
  private var sum = 0.0
  private var lost = 0.0

  /// A sum of nothing: 0.
  public init() {}

  /// The sum of `values`.
  public init(of values: some Sequence<Double>) {
    for value in values { add(value) }
  }

  /// Adds `value`.
  public mutating func add(_ value: Double) {
    let next = sum + value
    lost += abs(sum) >= abs(value) ? (sum - next) + value : (value - next) + sum
    sum = next
  }

  /// The sum.
  public var value: Double { sum + lost }
}
