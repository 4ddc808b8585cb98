/// A figure that the plan states itself: one that no map and no table of units has.
public struct MeasuredDefinition: Sendable, Hashable {
  /// The indicator that it answers.
  public var indicator: String
  /// The year, or the span of years that it is the mean of.
  public var year: TargetYear
  /// The figure, in the unit of the indicator; of a share in per cent.
  public var value: Double
  /// Where the figure comes from, printed beside it.
  public var source: String?
  /// Where it stands in the plan.
  public var mark: SourceMark
  /// What part of the plan this is: `measured.production_growth`.
  public var path: String

  /// Makes a figure.
  public init(
    indicator: String, year: TargetYear, value: Double, source: String? = nil, mark: SourceMark,
    path: String
  ) {
    self.indicator = indicator
    self.year = year
    self.value = value
    self.source = source
    self.mark = mark
    self.path = path
  }
}
