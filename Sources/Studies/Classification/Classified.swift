internal import GeoModel
internal import Plan

/// A status of all units of a level, or of all villages.
struct Classified {
  /// The plan's section.
  var definition: ClassificationDefinition
  /// The level, or `village`.
  var level: String
  /// The rule as figures cite it.
  var rule: String
  /// The statuses by code.
  var statuses: [String: UnitStatus]
  /// Whether ``UnitStatus/high`` and ``UnitStatus/steep`` were looked at.
  var hasTerrain: Bool
}

/// The status of one unit or village.
struct UnitStatus {
  /// Whether it has the status.
  var status: Ternary
  /// Why that is not known; `nil` where it is.
  var reason: String?
  /// The share of its area, 0 to 1, that is high; `nil` where it has no area.
  var high: ClosedRange<Double>?
  /// The share of its area, 0 to 1, that is steep; `nil` where it has no area.
  var steep: ClosedRange<Double>?
}

extension Classified {
  /// The status of a unit with its reason and rule, as layers have it.
  func properties(of code: String?) -> [Property] {
    let name = definition.name
    let status = code.flatMap { statuses[$0] } ?? UnitStatus(status: .unknown, reason: "no_code")
    var properties = [
      Property(name, .text(status.status.rawValue)),
      Property("\(name)_reason", .optionalText(status.reason)),
      Property("\(name)_rule", .text(rule)),
    ]
    guard hasTerrain else { return properties }
    for (part, share) in [("high", status.high), ("steep", status.steep)] {
      properties.append(
        Property("\(name)_\(part)_pct_low", .percent(share.map { 100 * $0.lowerBound })))
      properties.append(
        Property("\(name)_\(part)_pct_high", .percent(share.map { 100 * $0.upperBound })))
    }
    return properties
  }
}
