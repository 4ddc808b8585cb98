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
  /// Villages that may be exposed with households that nobody knows: their exposure or, of an exposed
  /// one, its count is unknown.
  var unsure = 0
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
    switch village.exposure.exposed {
    case .unknown: unsure += 1
    case .yes: if village.households == nil { unsure += 1 }
    case .no: break
    }
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
    unsure += other.unsure
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
    func sure(_ value: Double) -> PropertyValue {
      unsure == 0 ? ExposedCounts.number(value) : .null
    }
    return [
      Property("villages", .integer(villages)),
      Property("households_before", known(before)),
      Property("households_reason", .optionalText(reason)),
      Property("households_exposed", sure(exposed)),
      Property("households_exposed_reason", .optionalText(unsure > 0 ? "exposure_unknown" : nil)),
      Property("households_in_place", .integer(inPlace)),
      Property("households_within", .integer(within)),
      Property("households_out", .integer(out)), Property("households_in", .integer(into)),
      Property("households_short", .integer(short)),
      Property("households_after", known(before - Double(out) + Double(into))),
      Property(
        "households_in_hazard_after",
        sure(max(0, exposed - Double(within + out + inPlace)))),
    ]
  }
}
