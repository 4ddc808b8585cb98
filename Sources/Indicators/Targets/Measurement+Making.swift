extension Measurement {
  /// Forest cover: forest ÷ natural area. What is not known is put on either side in turn; where
  /// all is known that is forest ÷ known land.
  ///
  /// - Parameters:
  ///   - forest: forest that meets `rule`, in **hectares**.
  ///   - other: other known land, in **hectares**.
  ///   - unknown: land without data or outside the source, in **hectares**.
  ///   - place: the unit, or the study as a whole, and the time that it is for.
  ///   - rule: the rule by which land is forest.
  public static func forestCover(
    forest: Double, other: Double, unknown: Double, at place: MeasuredPlace, rule: String
  ) -> Measurement {
    share(
      "forest_cover", yes: forest, unknown: unknown, of: forest + other + unknown,
      counted: .hectares, unit: "percent of natural area", at: place, rule: rule)
  }

  /// The share of villages with a road to the centre that is hardened all the way, among those
  /// that were judged.
  ///
  /// - Parameters:
  ///   - hardened: the villages that have one.
  ///   - unknown: those of which unknown surface leaves it open.
  ///   - judged: the villages with a unit and a centre.
  ///   - place: the unit, or the study as a whole, and the time that it is for.
  ///   - rule: the rule by which a road is hardened.
  public static func hardenedRoads(
    hardened: Int, unknown: Int, judged: Int, at place: MeasuredPlace, rule: String
  ) -> Measurement {
    share(
      "village_hardened_road", yes: Double(hardened), unknown: Double(unknown), of: Double(judged),
      counted: .villages, at: place, rule: rule)
  }

  /// A share in per cent of things of which some are known to count and of some it is not known.
  ///
  /// - Parameters:
  ///   - indicator: the indicator's key: `forest_cover`.
  ///   - yes: what is known to count; the numerator.
  ///   - unknown: what may count.
  ///   - whole: all of it; the denominator. 0 has no share.
  ///   - counted: what numerator and denominator count.
  ///   - unit: the unit of the value; per cent of what is counted where it is left out.
  ///   - place: the unit, or the study as a whole, and the time that it is for.
  ///   - rule: the rule that says what counts.
  public static func share(
    _ indicator: String, yes: Double, unknown: Double = 0, of whole: Double,
    counted: CountedThing, unit: String? = nil, at place: MeasuredPlace, rule: String
  ) -> Measurement {
    var measurement = Measurement(
      indicator: indicator, level: place.level, unitCode: place.unitCode, period: place.period,
      value: nil, numerator: yes, denominator: whole, counted: counted,
      unit: unit ?? "percent of \(counted.name)", rule: rule, vintage: place.vintage)
    guard yes.isFinite, unknown.isFinite, whole.isFinite else {
      measurement.numerator = nil
      measurement.denominator = nil
      measurement.reason = "not every figure is a number"
      return measurement
    }
    guard whole > 0 else {
      measurement.reason = "there are no \(counted.name)"
      return measurement
    }
    let low = 100 * yes / whole
    measurement.value = low...max(low, 100 * (yes + unknown) / whole)
    if unknown > 0 { measurement.reason = "of some \(counted.name) it is not known" }
    return measurement
  }

  /// The share of several units together: Σ numerator ÷ Σ denominator, never the mean of shares.
  ///
  /// A unit of which only the numerator is not known may have any, from none to all, which makes
  /// the share an interval. A unit without a denominator leaves the share unknown.
  ///
  /// - Parameters:
  ///   - indicator: the indicator's key: `poverty_rate`.
  ///   - parts: numerator and denominator of each unit, `nil` where not known; without parts the share is
  ///     unknown.
  ///   - counted: what numerators and denominators count.
  ///   - place: what the units are together, and the time that it is for.
  ///   - rule: the rule that says what counts, the same for all units.
  public static func share(
    _ indicator: String, parts: [(numerator: Double?, denominator: Double?)],
    counted: CountedThing, at place: MeasuredPlace, rule: String
  ) -> Measurement {
    var yes = CompensatedSum()
    var unknown = CompensatedSum()
    var whole = CompensatedSum()
    var missing = 0
    for part in parts {
      guard let denominator = part.denominator, denominator.isFinite else {
        missing += 1
        continue
      }
      whole.add(denominator)
      if let numerator = part.numerator, numerator.isFinite {
        yes.add(numerator)
      } else {
        unknown.add(denominator)
      }
    }
    var measurement = share(
      indicator, yes: yes.value, unknown: unknown.value, of: whole.value, counted: counted,
      at: place, rule: rule)
    if missing > 0 || parts.isEmpty {
      measurement.value = nil
      measurement.numerator = nil
      measurement.denominator = nil
      measurement.reason =
        parts.isEmpty
        ? "no unit has a figure"
        : "of \(missing) of \(parts.count) units the number of \(counted.name) is not known"
    }
    return measurement
  }

  /// A number of things, or any other figure that is no quotient; `nil` where it is not known.
  public static func figure(
    _ indicator: String, _ value: Double?, unit: String, counted: CountedThing? = nil,
    at place: MeasuredPlace, rule: String
  ) -> Measurement {
    let value = value.flatMap { $0.isFinite ? $0...$0 : nil }
    return Measurement(
      indicator: indicator, level: place.level, unitCode: place.unitCode, period: place.period,
      value: value, counted: counted, unit: unit, rule: rule, vintage: place.vintage,
      reason: value == nil ? "not every figure is known" : nil)
  }
}
