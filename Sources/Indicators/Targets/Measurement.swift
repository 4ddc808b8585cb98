/// A value of an indicator for the study or for one unit, with what it was made of.
public struct Measurement: Sendable, Hashable {
  /// The indicator: `forest_cover`.
  public var indicator: String
  /// The level of the unit; `nil` for the study as a whole.
  public var level: String?
  /// The code of the unit; `nil` for the study as a whole.
  public var unitCode: String?
  /// When it was measured, or the span that it is the mean yearly change over; `nil` where the
  /// source tells no date.
  public var period: TargetPeriod?
  /// The value, lowest to highest, in the unit of the indicator; `nil` where it is not known.
  public var value: ClosedRange<Double>?
  /// What the low end of a quotient is made of; `nil` where it is not known, or no quotient.
  public var numerator: Double?
  /// What the quotient is of; `nil` where it is not known, or no quotient.
  public var denominator: Double?
  /// What numerator and denominator count; `nil` where there are none.
  public var counted: CountedThing?
  /// What the quotient is multiplied by: `value = scale × numerator ÷ denominator`; 100 for per
  /// cent.
  public var scale: Double
  /// The unit of the value: `percent of households`.
  public var unit: String
  /// The rule that it was made by: a formula, a decree.
  public var rule: String
  /// What it belongs to over time: values of one series can be compared from year to year, and the
  /// one nearest to a goal's year counts. The rule itself where nothing else is said.
  public var series: String
  /// The vintage of the units that it was counted in, as an ISO date; `nil` where none is known.
  public var vintage: String?
  /// Why the value is not known, or is an interval; `nil` where there is nothing to say.
  public var reason: String?

  /// Makes a measurement.
  public init(
    indicator: String, level: String? = nil, unitCode: String? = nil,
    period: TargetPeriod? = nil, value: ClosedRange<Double>?, numerator: Double? = nil,
    denominator: Double? = nil, counted: CountedThing? = nil, scale: Double = 100,
    unit: String, rule: String, series: String? = nil, vintage: String? = nil,
    reason: String? = nil
  ) {
    self.indicator = indicator
    self.level = level
    self.unitCode = unitCode
    self.period = period
    self.value = value
    self.numerator = numerator
    self.denominator = denominator
    self.counted = counted
    self.scale = scale
    self.unit = unit
    self.rule = rule
    self.series = series ?? rule
    self.vintage = vintage
    self.reason = reason
  }
}

/// What numerators and denominators count.
public struct CountedThing: Sendable, Hashable {
  /// Its name, in the plural: `households`, `ha`.
  public var name: String
  /// Whether there are only whole ones: no half village.
  public var isWhole: Bool

  /// Makes a thing.
  public init(_ name: String, isWhole: Bool = true) {
    self.name = name
    self.isWhole = isWhole
  }

  /// Hectares.
  public static let hectares = CountedThing("ha", isWhole: false)
  /// Villages (thôn).
  public static let villages = CountedThing("villages")
  /// Households.
  public static let households = CountedThing("households")
  /// Communes and townships.
  public static let communes = CountedThing("communes")
  /// People.
  public static let people = CountedThing("people")
}

/// Whom and when a measurement is for.
public struct MeasuredPlace: Sendable, Hashable {
  /// The level of the unit; `nil` for the study as a whole.
  public var level: String?
  /// The code of the unit; `nil` for the study as a whole.
  public var unitCode: String?
  /// When; `nil` where the source tells no date.
  public var period: TargetPeriod?
  /// The vintage of the units that it was counted in, as an ISO date; `nil` where none is known.
  public var vintage: String?

  /// Makes a place; without level and code it is the study as a whole.
  public init(
    level: String? = nil, unitCode: String? = nil, period: TargetPeriod? = nil,
    vintage: String? = nil
  ) {
    self.level = level
    self.unitCode = unitCode
    self.period = period
    self.vintage = vintage
  }
}
