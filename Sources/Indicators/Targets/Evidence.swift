/// What was measured, by indicator, with what follows from it.
struct Evidence {
  private let byIndicator: [String: [Measurement]]
  private let goals: [TargetGoal]

  init(_ measurements: [Measurement], goals: [TargetGoal]) {
    byIndicator = Dictionary(grouping: measurements, by: \.indicator)
    self.goals = goals
  }

  /// All that may answer `goal`.
  func candidates(for goal: TargetGoal) -> [Measurement] {
    let own = byIndicator[goal.indicator] ?? []
    switch TargetIndicator.named(goal.indicator).answer {
    case .forestCover, .hardenedRoads, .column, .addedUnits:
      return own
    case .baseline(let other):
      return own + (byIndicator[other] ?? [])
    case .baseUnits:
      return own.filter { Self.isShare($0.unit) != Self.wantsUnitsLeft(goal) }
    case .yearlyFall(let other):
      // A fall that the plan states itself comes before one that follows from two values.
      let places = Set(own.map { [$0.level, $0.unitCode] })
      return own
        + falls(of: other, for: goal).filter { !places.contains([$0.level, $0.unitCode]) }
    }
  }

  /// The mean yearly falls of the indicator `other` over the span of `goal`, at each place and by
  /// each rule that has a value at its beginning and one after.
  private func falls(of other: String, for goal: TargetGoal) -> [Measurement] {
    guard let base = baseYear(of: goal, other) else { return [] }
    let stated = self.stated(other, base)
    let values = byIndicator[other] ?? []
    var falls: [Measurement] = []
    for values in Dictionary(grouping: values, by: { [$0.level, $0.unitCode] }).values {
      let measured = values.filter { $0.period == TargetPeriod(base) }
      let isStudy = values.allSatisfy { $0.unitCode == nil }
      for before in measured.isEmpty && isStudy ? stated : measured {
        // A stated baseline goes with any rule; the fall's own rule says where it comes from.
        for after in values where measured.isEmpty || before.series == after.series {
          let fall = Measurement.yearlyFall(goal.indicator, from: before, to: after)
          if let fall { falls.append(fall) }
        }
      }
    }
    return falls
  }

  /// The year that a goal's fall is counted from: the one before its span, else the end of the goal
  /// before it, else the year of the baseline.
  private func baseYear(of goal: TargetGoal, _ other: String) -> Int? {
    if goal.period.isSpan { return goal.period.first - 1 }
    let earlier = goals.filter {
      $0.indicator == goal.indicator && $0.level == goal.level
        && $0.period.last < goal.period.last
    }
    if let year = earlier.map(\.period.last).max() { return year }
    return baselines(of: other).map(\.period.last).filter { $0 < goal.period.last }.max()
  }

  private func baselines(of other: String) -> [TargetGoal] {
    goals.filter { goal in
      guard goal.isBaseline, goal.level == nil else { return false }
      return goal.indicator == other
        || TargetIndicator.named(goal.indicator).answer == .baseline(of: other)
    }
  }

  /// The values that the targets state themselves for the study in `year`.
  private func stated(_ other: String, _ year: Int) -> [Measurement] {
    baselines(of: other).filter { $0.period == TargetPeriod(year) }.map { goal in
      Measurement(
        indicator: other, period: goal.period, value: goal.comparison.target,
        unit: goal.unit ?? TargetIndicator.named(other).unit, rule: "stated with the targets")
    }
  }

  /// Whether a goal of base units asks for the number left, and not for the fall.
  static func wantsUnitsLeft(_ goal: TargetGoal) -> Bool {
    if let unit = goal.unit { return !isShare(unit) }
    switch goal.comparison {
    case .atLeast, .moreThan, .range, .baseline: return false
    case .atMost, .lessThan, .equal, .about: return true
    }
  }

  /// Which way the value that `goal` asks for gets better.
  static func direction(
    of goal: TargetGoal, _ measurement: Measurement
  ) -> TargetIndicator.Direction {
    let indicator = TargetIndicator.named(goal.indicator)
    guard indicator.answer == .baseUnits else { return indicator.direction }
    return isShare(measurement.unit) ? .moreIsBetter : .lessIsBetter
  }

  /// Whether a unit is per cent.
  static func isShare(_ unit: String) -> Bool { unit == "percent" || unit.hasPrefix("percent ") }

  /// Whether two units are both per cent, or both not: plans word their units as they like.
  static func isSameKind(_ one: String, _ other: String) -> Bool {
    isShare(one) == isShare(other)
  }
}
