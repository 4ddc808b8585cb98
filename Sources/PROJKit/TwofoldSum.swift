/// A sum kept in two doubles, as `geodesic.h` keeps the area of a polygon (accumulator after
/// J. R. Shewchuk).
struct TwofoldSum {
  private(set) var value = 0.0
  private var rest = 0.0

  mutating func add(_ term: Double) {
    let (low, lowError) = Self.twoSum(term, rest)
    (value, rest) = Self.twoSum(low, value)
    if value == 0 {
      value = lowError
    } else {
      rest += lowError
    }
  }

  /// The sum rounded, and exactly what the rounding took away.
  private static func twoSum(_ one: Double, _ other: Double) -> (sum: Double, error: Double) {
    let sum = one + other
    let upper = sum - other
    let lower = sum - upper
    return (sum, sum == 0 ? sum : 0 - ((upper - one) + (lower - other)))
  }
}
