import GeoModel

/// Goals beside what was measured.
public enum Scorecard {
  /// One line for each goal, place and rule, in the order of the goals; within a goal the study
  /// first, then the units by level and code, then the rules in the order of their text.
  ///
  /// A goal without a level is set for the study; all units measured are compared with it. A goal
  /// with a level is set for each unit of that level. A goal that nothing answers has a line that
  /// says so. Of several years the goal's own counts, else a value without a date, else the latest
  /// before it. The order of the measurements does not matter.
  ///
  /// - Parameters:
  ///   - goals: the targets and baselines.
  ///   - measurements: all that is known, of any indicator.
  ///   - levels: the levels of units, largest first; others follow in the order of their names.
  public static func rows(
    _ goals: [TargetGoal], _ measurements: [Measurement], levels: [String] = []
  ) -> [ScorecardRow] {
    let evidence = Evidence(measurements, goals: goals)
    return goals.flatMap { goal in
      rows(goal, evidence.candidates(for: goal), levels: levels)
    }
  }

  private static func rows(
    _ goal: TargetGoal, _ candidates: [Measurement], levels: [String]
  ) -> [ScorecardRow] {
    var wanted = candidates.filter { goal.level == nil || $0.level == goal.level }
    // Where things stood is told by values of that very time, and asks for no others.
    if goal.isBaseline { wanted.removeAll { $0.period != goal.period } }
    var rows: [ScorecardRow] = []
    if goal.level == nil || wanted.isEmpty {
      rows += self.rows(goal, at: nil, wanted.filter { $0.unitCode == nil })
    }
    let units = Dictionary(grouping: wanted.filter { $0.unitCode != nil }) {
      Place(rank: levels.firstIndex(of: $0.level ?? "") ?? levels.count, $0)
    }
    for (place, values) in units.sorted(by: { $0.key < $1.key }) {
      rows += self.rows(goal, at: place, values)
    }
    return rows
  }

  /// A unit, in the order of levels.
  private struct Place: Hashable, Comparable {
    let rank: Int
    let level: String
    let code: String

    init(rank: Int, _ measurement: Measurement) {
      self.rank = rank
      level = measurement.level ?? ""
      code = measurement.unitCode ?? ""
    }

    static func < (left: Place, right: Place) -> Bool {
      (left.rank, left.level, left.code) < (right.rank, right.level, right.code)
    }
  }

  /// The lines of one goal and one place: one for each rule, or series of columns.
  private static func rows(
    _ goal: TargetGoal, at place: Place?, _ values: [Measurement]
  ) -> [ScorecardRow] {
    let indicator = TargetIndicator.named(goal.indicator)
    var row = ScorecardRow(
      indicator: goal.indicator, level: place?.level ?? (place == nil ? goal.level : nil),
      unitCode: place?.code, isJudged: place == nil || goal.level != nil, period: goal.period,
      comparator: goal.comparison.comparator, target: goal.comparison.target,
      unit: goal.unit ?? indicator.unit, met: .unknown)
    if values.isEmpty {
      row.remark = goal.isBaseline ? .baseline : .notAnswered(need: indicator.need)
      return [row]
    }
    let timely = values.filter { isTimely($0, goal) }
    guard !timely.isEmpty else {
      let periods = Set(values.compactMap(\.period))
      row.remark = .measuredOutside(periods.sorted { ($0.last, $0.first) < ($1.last, $1.first) })
      return [row]
    }
    return Dictionary(grouping: timely, by: \.series).sorted { $0.key < $1.key }.map { _, values in
      judge(goal, values, row)
    }
  }

  /// Whether a value can tell how things stand with a goal: it is no later, and of a span within.
  private static func isTimely(_ measurement: Measurement, _ goal: TargetGoal) -> Bool {
    guard let period = measurement.period else { return true }
    return period.last <= goal.period.last
      && (!goal.period.isSpan || period.last >= goal.period.first)
  }

  /// How near in time a value is to a goal; the greatest counts.
  private static func rank(_ measurement: Measurement, _ goal: TargetGoal) -> Int {
    guard let period = measurement.period else { return Int.max - 1 }
    return period.last == goal.period.last ? Int.max : period.last
  }

  /// The line for `values` of one rule or series.
  private static func judge(
    _ goal: TargetGoal, _ values: [Measurement], _ empty: ScorecardRow
  ) -> ScorecardRow {
    var row = empty
    let best = values.map { rank($0, goal) }.max()
    let latest = Set(values.filter { rank($0, goal) == best })
    guard let measurement = latest.first else { return row }
    row.rule = measurement.rule
    guard latest.count == 1 else {
      row.remark = .several(latest.count)
      return row
    }
    row.value = measurement.value
    row.measured = measurement.period
    row.numerator = measurement.numerator
    row.denominator = measurement.denominator
    row.vintage = measurement.vintage
    row.unit = goal.unit ?? measurement.unit
    let direction = Evidence.direction(of: goal, measurement)
    guard let accepted = AcceptedValues(goal.comparison, direction) else {
      row.remark = .baseline
      return row
    }
    if let unit = goal.unit, !Evidence.isSameKind(unit, measurement.unit) {
      row.remark = .otherUnit(measured: measurement.unit, target: unit)
      return row
    }
    guard let value = measurement.value else {
      row.remark = .notKnown(measurement.reason ?? "the value is not known")
      return row
    }
    row.met = accepted.judge(value)
    let gap = Gap(measurement, accepted)
    row.gap = gap?.missing
    row.gapUnit = gap?.unit
    if let period = measurement.period, period.last < goal.period.last {
      row.remark = .measuredBefore(period)
    } else if let reason = measurement.reason {
      row.remark = .knownInPart(reason)
    }
    return row
  }
}
