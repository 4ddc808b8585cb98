import GeoModel

/// What is missing to a goal, in the unit of those who have to bring it about: hectares, villages,
/// households; where there is nothing to count, in the unit of the value.
struct Gap: Hashable {
  /// From what is missing if all that is unknown turns out well to what is missing if it does not.
  var missing: ClosedRange<Double>
  /// What it is counted in.
  var unit: String

  /// What `measurement` misses to be in `accepted`; `nil` where its value is not known.
  init?(_ measurement: Measurement, _ accepted: AcceptedValues) {
    guard let value = measurement.value else { return nil }
    var counting = Counting(scale: 1, whole: 1, isWhole: measurement.counted?.isWhole ?? false)
    unit = measurement.counted?.name ?? measurement.unit
    var low = value.lowerBound
    var high = value.upperBound
    // What a rate is made of are two kinds of things: only the value itself can be missed.
    if measurement.counted != nil, let numerator = measurement.numerator,
      let whole = measurement.denominator, whole > 0
    {
      counting.scale = measurement.scale
      counting.whole = whole
      low = numerator
      high = max(low, high / measurement.scale * whole)
    } else if measurement.unit.hasPrefix("percent") {
      // A share of an unknown number of things: there is nothing to count.
      counting.isWhole = false
      unit = measurement.unit.hasPrefix("percentage") ? measurement.unit : "percentage points"
    }
    let ends = [counting.missing(at: low, accepted), counting.missing(at: high, accepted)].sorted()
    missing = (accepted.judge(value) == .no ? ends[0] : 0)...ends[1]
  }

  /// How amounts of things make values.
  private struct Counting {
    /// A value is `scale × amount ÷ whole`.
    var scale: Double
    var whole: Double
    /// Whether there are only whole things.
    var isWhole: Bool

    /// The least change of `amount` after which its value is accepted.
    func missing(at amount: Double, _ accepted: AcceptedValues) -> Double {
      if accepted.contains(scale * amount / whole) { return 0 }
      if let least = accepted.least.map({ $0 / scale * whole }), amount <= least {
        return up(least, accepted, step: 1) - amount.rounded(isWhole, .down)
      }
      if let greatest = accepted.greatest.map({ $0 / scale * whole }), amount >= greatest {
        return amount.rounded(isWhole, .up) - up(greatest, accepted, step: -1)
      }
      return 0
    }

    /// The first amount from `bound` inwards that is accepted, whole where there are only whole
    /// things; `bound` itself where they are not.
    private func up(_ bound: Double, _ accepted: AcceptedValues, step: Double) -> Double {
      guard isWhole else { return bound }
      let slack = 1e-9 * max(1, abs(bound))
      let first = step > 0 ? (bound - slack).rounded(.up) : (bound + slack).rounded(.down)
      // An end that does not meet the goal itself needs one thing more.
      let isEnd = abs(first - bound) <= slack
      return isEnd && !accepted.includesEnds ? first + step : first
    }
  }
}

extension Double {
  /// Rounded to a whole number where `isWhole`; 99.9999999999 households are 100.
  fileprivate func rounded(_ isWhole: Bool, _ rule: FloatingPointRoundingRule) -> Double {
    guard isWhole else { return self }
    let nearest = rounded()
    return abs(self - nearest) <= 1e-9 * Swift.max(1, abs(self)) ? nearest : rounded(rule)
  }
}
