import Indicators
import Testing

/// The one line for a goal and one value.
func judged(
  _ comparison: GoalComparison, _ measurement: Measurement, year: Int = 2025, unit: String? = nil
) throws -> ScorecardRow {
  let goal = TargetGoal(
    indicator: measurement.indicator, period: TargetPeriod(year), comparison: comparison,
    unit: unit)
  let rows = Scorecard.rows([goal], [measurement])
  #expect(rows.count == 1)
  return try #require(rows.first)
}

/// A figure without denominator.
func figure(
  _ indicator: String, _ value: ClosedRange<Double>?, unit: String = "percent",
  level: String? = nil, code: String? = nil, year: Int? = nil, rule: String = "counted"
) -> Measurement {
  Measurement(
    indicator: indicator, level: level, unitCode: code, period: year.map { TargetPeriod($0) },
    value: value, unit: unit, rule: rule)
}
