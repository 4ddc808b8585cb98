internal import GeoModel
internal import Resettlement

/// How many of some villages, of their households and people are exposed: the unknown counted as safe, and
/// as exposed.
struct ExposedCounts {
  let villages: [ExposedVillage]
  var prefix = ""
  var isExposed: (ExposedVillage) -> Ternary = { $0.exposure.exposed }

  init(
    _ villages: [ExposedVillage], prefix: String = "",
    isExposed: @escaping (ExposedVillage) -> Ternary = { $0.exposure.exposed }
  ) {
    self.villages = villages
    self.prefix = prefix
    self.isExposed = isExposed
  }

  /// All counts.
  var properties: [Property] {
    let households = Self.sum(villages.map(\.households))
    let people = Self.sum(villages.map { $0.village.population.map(Double.init) })
    return [
      Property("villages", .integer(villages.count)), Property("households", households),
      Property("households_reason", Self.reason(households, "households_unknown")),
      Property("people", people), Property("people_reason", Self.reason(people, "people_unknown")),
      Property("villages_exposure_unknown", .integer(villages.count { isExposed($0) == .unknown })),
    ] + exposedProperties
  }

  /// Those that are exposed.
  var exposedProperties: [Property] {
    let low = villages.filter { isExposed($0) == .yes }
    let high = villages.filter { isExposed($0) != .no }
    func people(_ villages: [ExposedVillage]) -> PropertyValue {
      Self.sum(villages.map { $0.village.population.map(Double.init) })
    }
    return [
      Property("\(prefix)villages_exposed_low", .integer(low.count)),
      Property("\(prefix)villages_exposed_high", .integer(high.count)),
      Property("\(prefix)households_exposed_low", Self.sum(low.map(\.households))),
      Property("\(prefix)households_exposed_high", Self.sum(high.map(\.households))),
      Property("\(prefix)people_exposed_low", people(low)),
      Property("\(prefix)people_exposed_high", people(high)),
    ]
  }

  /// The sum; not known where one of them is not.
  static func sum(_ counts: [Double?]) -> PropertyValue {
    let known = counts.compactMap(\.self)
    return known.count == counts.count ? number(known.reduce(0, +)) : .null
  }

  /// A count, mostly whole.
  static func number(_ value: Double) -> PropertyValue {
    Int(exactly: value).map { .integer($0) } ?? .real(value, decimals: 3)
  }

  private static func reason(_ value: PropertyValue, _ reason: String) -> PropertyValue {
    value == .null ? .text(reason) : .null
  }
}
