import GeoModel

extension Measurement {
  /// The number of units that still have a status, and by how many per cent there are fewer of
  /// them, both counted in the units of the base year.
  ///
  /// What is not known of units makes both intervals. Where the rule changed between the years,
  /// measure once by each rule: the scorecard prints both.
  ///
  /// - Parameters:
  ///   - indicator: the indicator's key, the same for both measurements.
  ///   - units: all units of the base year, with or without the status.
  ///   - place: what the units are together, and the time that it is for.
  ///   - rule: the rule that the status was judged by; where it changed, both.
  /// - Returns: the fall in per cent, then the number left.
  public static func fewerUnits(
    _ indicator: String, _ units: [BaseUnit], at place: MeasuredPlace, rule: String
  ) -> [Measurement] {
    let before = units.count { $0.before == .yes }...units.count { $0.before != .no }
    let after = units.count { $0.after == .yes }...units.count { $0.after != .no }
    let counted = CountedThing("units of the base year")
    var fall = Measurement(
      indicator: indicator, level: place.level, unitCode: place.unitCode, period: place.period,
      value: nil, counted: counted, unit: "percent", rule: rule, vintage: place.vintage)
    var left = fall
    left.unit = "units"
    left.value = Double(after.lowerBound)...Double(after.upperBound)
    if before.lowerBound > 0 {
      let least = Double(before.lowerBound - after.upperBound) / Double(before.lowerBound)
      let most = Double(before.upperBound - after.lowerBound) / Double(before.upperBound)
      fall.value = 100 * least...max(100 * least, 100 * most)
    }
    if before.lowerBound == before.upperBound {
      fall.numerator = Double(before.lowerBound - after.upperBound)
      fall.denominator = Double(before.lowerBound)
    }
    if before.lowerBound == 0 {
      fall.reason =
        before.upperBound == 0
        ? "no unit had the status in the base year" : "the status in the base year is not known"
    } else if before.lowerBound < before.upperBound || after.lowerBound < after.upperBound {
      fall.reason = "of some units the status is not known"
      left.reason = after.lowerBound < after.upperBound ? fall.reason : nil
    }
    return [fall, left]
  }

  /// How many more units have a status than had it in the base year, counted in the units of that
  /// year: a commune that three have become is three.
  ///
  /// - Parameters:
  ///   - indicator: the indicator's key.
  ///   - units: all units of the base year, with or without the status.
  ///   - unit: what they are called, in the plural: `communes`.
  ///   - place: what the units are together, and the time that it is for.
  ///   - rule: the rule that the status was judged by.
  public static func moreUnits(
    _ indicator: String, _ units: [BaseUnit], unit: String, at place: MeasuredPlace, rule: String
  ) -> Measurement {
    let low = units.reduce(0) { $0 + ($1.after == .yes ? 1 : 0) - ($1.before != .no ? 1 : 0) }
    let high = units.reduce(0) { $0 + ($1.after != .no ? 1 : 0) - ($1.before == .yes ? 1 : 0) }
    return Measurement(
      indicator: indicator, level: place.level, unitCode: place.unitCode, period: place.period,
      value: Double(low)...Double(high), counted: CountedThing("units of the base year"),
      unit: unit, rule: rule, vintage: place.vintage,
      reason: low < high ? "of some units the status is not known" : nil)
  }
}
