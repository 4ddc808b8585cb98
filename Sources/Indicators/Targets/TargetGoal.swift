/// What is to be reached: one line of a plan's targets.
public struct TargetGoal: Sendable, Hashable {
  /// What is judged, by its name in the plan: `forest_cover`.
  public var indicator: String
  /// When it is to be reached.
  public var period: TargetPeriod
  /// How a value is compared.
  public var comparison: GoalComparison
  /// The level whose units are each judged; `nil`: the study as a whole, which its units are
  /// compared with.
  public var level: String?
  /// The unit as the plan writes it (`percent of households`); `nil` where it writes none. It tells
  /// two goals of one indicator apart: a fall in per cent from a number of units left.
  public var unit: String?

  /// Makes a goal.
  public init(
    indicator: String, period: TargetPeriod, comparison: GoalComparison, level: String? = nil,
    unit: String? = nil
  ) {
    self.indicator = indicator
    self.period = period
    self.comparison = comparison
    self.level = level
    self.unit = unit
  }

  /// Whether it says where things stood and asks for nothing.
  public var isBaseline: Bool {
    guard case .baseline = comparison else { return false }
    return true
  }
}

/// A year, or a span of years over which the mean yearly change is judged.
public struct TargetPeriod: Sendable, Hashable {
  /// The first year of the span; the year itself where there is one only.
  public var first: Int
  /// The last year of the span.
  public var last: Int

  /// Makes a span; it must not run backwards.
  public init(first: Int, last: Int) {
    precondition(first <= last, "a span does not run backwards")
    self.first = first
    self.last = last
  }

  /// Makes a year.
  public init(_ year: Int) { self.init(first: year, last: year) }

  /// Whether it is more than one year.
  public var isSpan: Bool { first < last }

  /// `2025`, or `2021-2025`.
  public var text: String { isSpan ? "\(first)-\(last)" : "\(first)" }
}

/// How a value is compared with a target, both in the unit of the indicator.
public enum GoalComparison: Sendable, Hashable {
  /// As much, or more.
  case atLeast(Double)
  /// As much, or less.
  case atMost(Double)
  /// More, not as much.
  case moreThan(Double)
  /// Less, not as much.
  case lessThan(Double)
  /// As much, to the decimals that the target is written with: 30 is met from 29.5 to 30.5.
  case equal(Double)
  /// Within a tenth of the target; about 0 is at most one unit.
  case about(Double)
  /// Between two values; where more is better the low end is enough, where less is better the
  /// high end.
  case range(low: Double, high: Double)
  /// Where things stood: no target.
  case baseline(Double)

  /// The comparison as the table of targets writes it; `nil` for anything else, or where a range
  /// runs backwards.
  ///
  /// - Parameters:
  ///   - comparator: `at least`, `at most`, `more than`, `less than`, `equal`, `about`, `range`,
  ///     `baseline`, with spaces or underscores.
  ///   - low: the low end of a range, the value itself for the others; in the unit of the indicator.
  ///   - high: the high end of a range, the same as `low` for the others.
  public init?(comparator: String, low: Double, high: Double) {
    guard low.isFinite, high.isFinite, low <= high else { return nil }
    switch comparator.replacing(" ", with: "_") {
    case "at_least": self = .atLeast(low)
    case "at_most": self = .atMost(low)
    case "more_than": self = .moreThan(low)
    case "less_than": self = .lessThan(low)
    case "equal": self = .equal(low)
    case "about": self = .about(low)
    case "range": self = .range(low: low, high: high)
    case "baseline": self = .baseline(low)
    default: return nil
    }
  }

  /// The comparator as layers write it: `at_least`.
  public var comparator: String {
    switch self {
    case .atLeast: "at_least"
    case .atMost: "at_most"
    case .moreThan: "more_than"
    case .lessThan: "less_than"
    case .equal: "equal"
    case .about: "about"
    case .range: "range"
    case .baseline: "baseline"
    }
  }

  /// The target; of a range both ends.
  public var target: ClosedRange<Double> {
    switch self {
    case .atLeast(let value), .atMost(let value), .moreThan(let value), .lessThan(let value),
      .equal(let value), .about(let value), .baseline(let value):
      value...value
    case .range(let low, let high): low...high
    }
  }
}
