import GeoModel

/// The values that meet a goal: an interval, open or closed at either end.
struct AcceptedValues: Hashable {
  /// The least value; `nil` where there is none.
  var least: Double?
  /// The greatest value; `nil` where there is none.
  var greatest: Double?
  /// Whether the ends themselves meet the goal.
  var includesEnds = true

  /// The values that meet `comparison`; `nil` for a baseline, which asks for nothing.
  ///
  /// - Parameter direction: which way the indicator gets better, for ranges.
  init?(_ comparison: GoalComparison, _ direction: TargetIndicator.Direction) {
    switch comparison {
    case .atLeast(let value): self.init(least: value)
    case .atMost(let value): self.init(greatest: value)
    case .moreThan(let value): self.init(least: value, includesEnds: false)
    case .lessThan(let value): self.init(greatest: value, includesEnds: false)
    case .equal(let value):
      let half = Self.lastDecimal(of: value) / 2
      self.init(least: value - half, greatest: value + half)
    case .about(let value):
      let tenth = value == 0 ? 1 : abs(value) / 10
      self.init(least: value - tenth, greatest: value + tenth)
    case .range(let low, let high):
      switch direction {
      case .moreIsBetter: self.init(least: low)
      case .lessIsBetter: self.init(greatest: high)
      case .neither: self.init(least: low, greatest: high)
      }
    case .baseline: return nil
    }
  }

  init(least: Double? = nil, greatest: Double? = nil, includesEnds: Bool = true) {
    self.least = least
    self.greatest = greatest
    self.includesEnds = includesEnds
  }

  /// The size of the last decimal that `value` is written with: 1 for 30, 0.1 for 0.5.
  private static func lastDecimal(of value: Double) -> Double {
    var size = 1.0
    // Decimals beyond the ninth are below what a figure is compared to.
    for _ in 0..<9 {
      let scaled = value / size
      if abs(scaled - scaled.rounded()) <= 1e-9 * max(1, abs(scaled)) { break }
      size /= 10
    }
    return size
  }

  /// What counts as the same: figures are sums and differences of decimals, which miss an end by
  /// rounding alone.
  private static func slack(_ end: Double) -> Double { 1e-9 * max(1, abs(end)) }

  /// Whether `value` meets the goal.
  func contains(_ value: Double) -> Bool {
    if let least {
      let slack = Self.slack(least)
      guard includesEnds ? value >= least - slack : value > least + slack else { return false }
    }
    if let greatest {
      let slack = Self.slack(greatest)
      guard includesEnds ? value <= greatest + slack : value < greatest - slack else {
        return false
      }
    }
    return true
  }

  /// Yes where all of `values` meets the goal, no where nothing of it does.
  func judge(_ values: ClosedRange<Double>) -> Ternary {
    let low = contains(values.lowerBound)
    let high = contains(values.upperBound)
    if low && high { return .yes }
    if low || high { return .unknown }
    // Neither end meets the goal; what lies between may, where the goal lies within.
    let isBelow = least.map { values.upperBound < $0 + Self.slack($0) } ?? false
    let isAbove = greatest.map { values.lowerBound > $0 - Self.slack($0) } ?? false
    return isBelow || isAbove ? .no : .unknown
  }

  /// How far `value` is from meeting the goal; 0 where it does.
  func distance(of value: Double) -> Double {
    if contains(value) { return 0 }
    return max(0, least.map { $0 - value } ?? 0, greatest.map { value - $0 } ?? 0)
  }
}
