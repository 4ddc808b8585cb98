/// How many metres on the ground a metre on paper stands for, as maps give it: 1:125,000.
public enum MapScale {
  /// The first figures of scales that read well.
  private static let figures = [1, 1.25, 1.5, 1.75, 2, 2.5, 3, 3.5, 4, 4.5, 5, 6, 7, 8, 9]

  /// The largest readable scale whose denominator is at least `denominator`; at least 100.
  public static func readable(atLeast denominator: Double) -> Double {
    var power = 100.0
    while power * 10 <= denominator { power *= 10 }
    // A figure that is a hair under is meant to be the same.
    let wanted = denominator / power * (1 - 1e-9)
    return power * (figures.first { $0 >= wanted } ?? 10)
  }

  /// The length of a scale bar in metres: the largest of 1, 2 or 5 times a power of ten that is at most
  /// `greatest`; and into how many parts it is divided.
  public static func bar(atMost greatest: Double) -> (metres: Double, parts: Int) {
    var power = 1e-3
    while power * 10 <= greatest * (1 + 1e-9) { power *= 10 }
    for (figure, parts) in [(5.0, 5), (2.0, 4)] where power * figure <= greatest * (1 + 1e-9) {
      return (power * figure, parts)
    }
    return (power, 4)
  }
}
