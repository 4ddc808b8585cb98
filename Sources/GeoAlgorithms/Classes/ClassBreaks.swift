/// The bounds of classes of a figure, for maps.
///
/// A value belongs to the class whose lower bound it reaches and whose upper bound it does not; the
/// greatest bound itself belongs to the last class.
public struct ClassBreaks: Sendable, Hashable {
  /// The bounds in ascending order, one more than classes; two equal ones where all values are the
  /// same.
  public let bounds: [Double]

  /// Makes classes from bounds in ascending order; `nil` where there are fewer than two, one is not
  /// finite or they do not ascend.
  public init?(bounds: [Double]) {
    guard bounds.count > 1, bounds.allSatisfy(\.isFinite),
      zip(bounds, bounds.dropFirst()).allSatisfy(<) || (bounds.count == 2 && bounds[0] == bounds[1])
    else { return nil }
    self.bounds = bounds
  }

  /// The number of classes.
  public var count: Int { bounds.count - 1 }

  /// The class of `value`; `nil` outside the bounds. O(log n).
  public func index(of value: Double) -> Int? {
    guard value >= bounds[0], value <= bounds[count] else { return nil }
    var low = 0
    var high = count
    while high - low > 1 {
      let middle = (low + high) / 2
      if bounds[middle] <= value { low = middle } else { high = middle }
    }
    return low
  }

  /// Whether there is one class, of values that are one but for what sums of binary numbers leave.
  public var isOneValue: Bool { count == 1 && Self.isOneValue(bounds[0], bounds[1]) }

  /// Whether values from `least` to `greatest` are one: they differ by less than a part in 10⁹.
  static func isOneValue(_ least: Double, _ greatest: Double) -> Bool {
    greatest - least <= max(abs(least), abs(greatest)) * 1e-9
  }

  /// At most `count` classes of one width, a round number, with round bounds around `values`; those
  /// that are not finite do not count. `nil` without values. O(n).
  ///
  /// 31 … 84 in at most 6 classes: 30, 40, …, 90. Values that are all one are one class from it to itself.
  public static func rounded(_ values: [Double], count: Int) -> ClassBreaks? {
    rounded(values, count: count, through: 0)
  }

  /// The same with `anchor`, such as a target, as one of the bounds or in step with them; with
  /// `isWhole`, for whole numbers, in whole steps, so that no class is without one.
  public static func rounded(
    _ values: [Double], count: Int, through anchor: Double, isWhole: Bool = false
  ) -> ClassBreaks? {
    let finite = values.lazy.filter(\.isFinite)
    guard let least = finite.min(), let greatest = finite.max(), count > 0 else { return nil }
    if isOneValue(least, greatest) { return ClassBreaks(bounds: [least, greatest]) }
    let span = greatest - least
    var power = 1.0
    while power > span { power /= 10 }
    while power * 10 <= span { power *= 10 }
    // The narrowest round width that needs no more classes than allowed.
    for width in [0.1, 0.2, 0.25, 0.5, 1, 2, 2.5, 5, 10, 20, 50].map({ $0 * power }) {
      if isWhole, width != width.rounded() || width < 1 { continue }
      let first = ((least - anchor) / width + 1e-9).rounded(.down)
      let last = max(((greatest - anchor) / width - 1e-9).rounded(.up), first + 1)
      let needed = last - first
      if needed <= Double(count) {
        return ClassBreaks(
          bounds: (0...Int(needed)).map { tidy(anchor + (first + Double($0)) * width) })
      }
    }
    return ClassBreaks(bounds: [least, greatest])
  }

  /// `value` without the dust of binary sums: to 12 significant digits.
  private static func tidy(_ value: Double) -> Double {
    guard value != 0 else { return 0 }
    var power = 1.0
    while abs(value) * power < 1e11 { power *= 10 }
    return (value * power).rounded() / power
  }

  /// At most `count` classes with as nearly as may be the same number of `values` each. Equal values
  /// are in one class, so there may be fewer. `nil` without finite values. O(n log n).
  public static func quantiles(_ values: [Double], count: Int) -> ClassBreaks? {
    let sorted = values.filter(\.isFinite).sorted()
    guard let least = sorted.first, let greatest = sorted.last, count > 0 else { return nil }
    if isOneValue(least, greatest) { return ClassBreaks(bounds: [least, greatest]) }
    var bounds = [least]
    for part in 1..<max(count, 1) {
      let value = sorted[min((part * sorted.count + count - 1) / count, sorted.count - 1)]
      if let last = bounds.last, value > last, value < greatest { bounds.append(value) }
    }
    return ClassBreaks(bounds: bounds + [greatest])
  }
}
