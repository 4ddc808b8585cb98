/// The units that the names of properties end in.
public enum PropertyUnit {
  private static let endings = [
    ("_pct", "%"), ("_ha", "ha"), ("_km2", "km²"), ("_km", "km"), ("_m2", "m²"), ("_m", "m"),
    ("_min", "min"), ("_kmh", "km/h"),
  ]

  /// The unit of a property, with or without `_low` and `_high`; `nil` for a count, a text or a year.
  public static func unit(of property: String) -> String? {
    let base =
      ["_low", "_high"].first(where: property.hasSuffix)
      .map { property.dropLast($0.count) } ?? property[...]
    return endings.first { base.hasSuffix($0.0) }?.1
  }
}
