internal import GeoModel
internal import Plan

extension TargetsLoader {
  /// The name of the indicator of hardened roads in plans and in the resolution's table.
  private static let roadIndicator = "village_hardened_road"

  /// The share in per cent of villages that the plan wants to have a hardened road: its target of the
  /// earliest year that is not before the plan's vintage, else of the last; `nil` where it has none.
  func roadTarget() throws(StudyError) -> Double? {
    Self.roadTarget(in: try targets().map(\.definition), vintage: plan.vintage)
  }

  /// The same, of targets that were read.
  static func roadTarget(in targets: [TargetDefinition], vintage: CalendarDate?) -> Double? {
    let known =
      targets
      .filter { $0.indicator == roadIndicator && $0.comparison.leastValue != nil }
      .enumerated().sorted { ($0.element.year.last, $0.offset) < ($1.element.year.last, $1.offset) }
      .map(\.element)
    let next = vintage.flatMap { vintage in known.first { $0.year.last >= vintage.year } }
    let target = vintage == nil ? known.first : next ?? known.last
    return target?.comparison.leastValue
  }
}
