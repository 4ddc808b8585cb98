internal import GeoModel
internal import Resettlement

/// Households of a unit before and after the moves.
struct Balance {
  var code: String?
  var name: String?
  var villages = 0
  /// Households before; those of villages without a count are not in it.
  var before = 0.0
  /// Villages without a count.
  var uncounted = 0
  var exposed = 0.0
  var inPlace = 0
  var within = 0
  var out = 0
  var into = 0
  var short = 0

  init(code: String?, name: String?) {
    self.code = code
    self.name = name
  }

  mutating func add(_ village: ExposedVillage) {
    villages += 1
    guard let households = village.households else {
      uncounted += 1
      return
    }
    before += households
    if village.exposure.exposed == .yes { exposed += households }
  }

  mutating func add(_ other: Balance) {
    villages += other.villages
    before += other.before
    uncounted += other.uncounted
    exposed += other.exposed
    inPlace += other.inPlace
    within += other.within
    out += other.out
    into += other.into
    short += other.short
  }

  /// The row; what follows from a count that a village lacks is not known.
  var properties: [Property] {
    let reason: String? = uncounted > 0 ? "households_unknown" : nil
    func known(_ value: Double) -> PropertyValue {
      reason == nil ? ExposedCounts.number(value) : .null
    }
    return [
      Property("villages", .integer(villages)),
      Property("households_before", known(before)),
      Property("households_reason", .optionalText(reason)),
      Property("households_exposed", ExposedCounts.number(exposed)),
      Property("households_in_place", .integer(inPlace)),
      Property("households_within", .integer(within)),
      Property("households_out", .integer(out)), Property("households_in", .integer(into)),
      Property("households_short", .integer(short)),
      Property("households_after", known(before - Double(out) + Double(into))),
      Property(
        "households_in_hazard_after",
        ExposedCounts.number(max(0, exposed - Double(within + out + inPlace)))),
    ]
  }
}
