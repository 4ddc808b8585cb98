internal import FoundationEssentials
internal import GDALKit
internal import Plan

/// A target for forest cover, as the layer shows it.
struct ForestTarget: Sendable, Hashable {
  /// The share of forest to be reached, in per cent.
  var percent: Double
  /// The year.
  var year: Int

  /// The name of the indicator in plans and in the resolution's table.
  static let indicator = "forest_cover"

  /// The target that the plan is next measured by: the earliest year that is not before the plan's
  /// vintage, else the last; of a plan without vintage the earliest. `nil` where there is none.
  static func next(in targets: [TargetDefinition], vintage: CalendarDate?) -> ForestTarget? {
    let known = all(in: targets)
    guard let vintage else { return known.first }
    return known.first { $0.year >= vintage.year } ?? known.last
  }

  /// Every target for forest cover, by year and, in one year, as they stand.
  static func all(in targets: [TargetDefinition]) -> [ForestTarget] {
    targets.compactMap { target -> ForestTarget? in
      guard target.indicator == indicator, let percent = target.comparison.leastValue else {
        return nil
      }
      return ForestTarget(percent: percent, year: target.year.last)
    }.enumerated().sorted { ($0.element.year, $0.offset) < ($1.element.year, $1.offset) }
      .map(\.element)
  }
}

extension TargetDefinition.Comparison {
  /// The value from which a target is met where more is better; `nil` for other comparisons.
  var leastValue: Double? {
    switch self {
    case .atLeast(let value), .moreThan(let value), .equal(let value), .about(let value): value
    case .range(let low, _): low
    case .atMost, .lessThan, .baseline: nil
    }
  }
}
