internal import GeoModel

/// One figure of a feature out of its properties: the value, or its bounds, and why it is not known.
struct FigureGroup {
  /// The property without `_low` and `_high`.
  var name: String
  /// The value; `nil` where it is not known, or told by its bounds alone.
  var value: Double?
  var low: Double?
  var high: Double?
  /// Why there is no value; `nil` where there is one.
  var reason: String?

  /// The figures of `feature` in the order of its properties. Texts, names and what only others are made
  /// of (numerators, denominators, cells) are none.
  static func groups(of feature: LayerFeature) -> [FigureGroup] {
    // What is beyond a target is told where its gap would be.
    let left: Set = [
      "code", "name", "level", "parent", "vintage", "year", "target_year", "surplus_ha",
    ]
    let parts = ["_reason", "_numerator", "_denominator", "_cells"]
    var places: [String: Int] = [:]
    var groups: [FigureGroup] = []
    for property in feature.properties {
      guard !left.contains(property.name), !parts.contains(where: property.name.hasSuffix) else {
        continue
      }
      let reasons = ["\(property.name)_reason", "\(base(property.name))_reason"]
      let reason = reasons.lazy.compactMap { name -> String? in
        if case .text(let text)? = feature[name] { text } else { nil }
      }.first
      switch property.value {
      case .integer, .real, .null: break
      case .flag, .text, .list: continue
      }
      let number = property.value.number
      // Nothing known and nothing said of why: a text that is not there.
      guard number != nil || reason != nil else { continue }
      let name = base(property.name)
      let place = places[name] ?? groups.count
      if place == groups.count {
        places[name] = place
        groups.append(FigureGroup(name: name))
      }
      if property.name.hasSuffix("_low"), property.name != name {
        groups[place].low = number
      } else if property.name.hasSuffix("_high"), property.name != name {
        groups[place].high = number
      } else {
        groups[place].value = number
      }
      if number == nil { groups[place].reason = reason }
    }
    return groups
  }

  /// The name of the figure that a property is a bound of; else its own.
  static func base(_ name: String) -> String {
    for ending in ["_low", "_high"] where name.hasSuffix(ending) {
      return String(name.dropLast(ending.count))
    }
    return name
  }
}
