extension Measurement {
  /// The mean yearly fall between two values of a share, in percentage points a year: a fall from
  /// 22 % to 2 % in five years is 4 a year.
  ///
  /// The span of the result begins in the year after the first value: what falls from the end of
  /// 2020 to the end of 2025 falls in 2021-2025.
  ///
  /// - Parameters:
  ///   - indicator: the name of the fall: `poverty_reduction`.
  ///   - before: the share at the beginning, with its year.
  ///   - after: the share at the end, with a later year; of the same unit.
  /// - Returns: `nil` where either has no single year, or they are not in this order.
  public static func yearlyFall(
    _ indicator: String, from before: Measurement, to after: Measurement
  ) -> Measurement? {
    guard let first = before.period, let last = after.period, !first.isSpan, !last.isSpan,
      first.last < last.last
    else { return nil }
    let years = Double(last.last - first.last)
    var fall: ClosedRange<Double>?
    if let high = before.value, let low = after.value {
      let least = (high.lowerBound - low.upperBound) / years
      fall = least...max(least, (high.upperBound - low.lowerBound) / years)
    }
    var rule = "mean yearly fall from \(first.text) to \(last.text)"
    rule += before.rule == after.rule ? "; \(after.rule)" : "; \(before.rule), \(after.rule)"
    return Measurement(
      indicator: indicator, level: after.level, unitCode: after.unitCode,
      period: TargetPeriod(first: first.last + 1, last: last.last), value: fall,
      unit: "percentage points per year", rule: rule,
      // Of falls from one year the one that ends nearest to the goal counts.
      series: "mean yearly fall from \(first.text); \(after.series)", vintage: after.vintage,
      reason: [before.reason, after.reason].compactMap { $0 }.first)
  }
}
