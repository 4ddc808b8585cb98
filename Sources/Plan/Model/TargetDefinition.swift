/// `targets`: what is to be reached.
public enum TargetsSection: Sendable, Hashable {
  /// Written in the plan.
  case list([TargetDefinition])
  /// A table in the form of the resolution's: `id`, `unit`, `year`, `comparator`, `low`, `high`.
  case source(SourceReference)
}

/// One target.
public struct TargetDefinition: Sendable, Hashable {
  /// What is judged: `forest_cover`, `village_hardened_road`, a column of the plan.
  public var indicator: String
  /// When it is to be reached.
  public var year: TargetYear
  /// How the value is compared.
  public var comparison: Comparison
  /// The level of units that it is for; `nil`: the study as a whole.
  public var level: String?
  /// Where the indicator's name stands in the plan.
  public var mark: SourceMark
  /// What part of the plan this is: `targets.forest_cover`.
  public var path: String

  /// How a value is compared with a target, in the unit of the indicator.
  public enum Comparison: Sendable, Hashable {
    /// As much, or more.
    case atLeast(Double)
    /// As much, or less.
    case atMost(Double)
    /// More, not as much.
    case moreThan(Double)
    /// Less, not as much.
    case lessThan(Double)
    /// Just as much.
    case equal(Double)
    /// Within a tenth; about 0 is at most one unit.
    case about(Double)
    /// Between two values, judged at the low end where more is better.
    case range(low: Double, high: Double)
    /// Where things stood: no target.
    case baseline(Double)
  }

  /// Makes a target.
  public init(
    indicator: String, year: TargetYear, comparison: Comparison, level: String? = nil,
    mark: SourceMark, path: String
  ) {
    self.indicator = indicator
    self.year = year
    self.comparison = comparison
    self.level = level
    self.mark = mark
    self.path = path
  }
}

/// A year, or a span of years over which the mean yearly change is judged.
public struct TargetYear: Sendable, Hashable {
  /// The first year of the span; the year itself where there is one only.
  public var first: Int
  /// The last year of the span.
  public var last: Int

  /// Makes a year or a span.
  public init(first: Int, last: Int) {
    self.first = first
    self.last = last
  }

  /// Reads `2025` or `2021-2025`; `nil` for anything else, or where the span runs backwards.
  public init?(text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let years = parts.compactMap { $0.count == 4 ? Int($0) : nil }
    guard years.count == parts.count, (1...2).contains(years.count),
      years.allSatisfy({ (1000...9999).contains($0) }), years[0] <= years[years.count - 1]
    else { return nil }
    self.init(first: years[0], last: years[years.count - 1])
  }
}
