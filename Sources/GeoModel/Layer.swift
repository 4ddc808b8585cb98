/// A value that a layer's feature carries.
public enum PropertyValue: Sendable, Hashable {
  /// Not known; the reason stands in a property of its own.
  case null
  /// True or false.
  case flag(Bool)
  /// A whole number.
  case integer(Int)
  /// A real number, written with at most the given number of decimals, trailing zeros dropped.
  case real(Double, decimals: Int)
  /// Text.
  case text(String)
  /// Several texts, in order.
  case list([String])

  /// An area in hectares, to 9 decimals (10 mm²), so that parts still add up to their whole.
  public static func hectares(_ value: Double?) -> PropertyValue {
    value.map { .real($0, decimals: 9) } ?? .null
  }

  /// A share in per cent, to 9 decimals.
  public static func percent(_ value: Double?) -> PropertyValue {
    value.map { .real($0, decimals: 9) } ?? .null
  }

  /// A length in metres, to the millimetre.
  public static func metres(_ value: Double?) -> PropertyValue {
    value.map { .real($0, decimals: 3) } ?? .null
  }

  /// A length in kilometres, to the millimetre.
  public static func kilometres(_ value: Double?) -> PropertyValue {
    value.map { .real($0, decimals: 6) } ?? .null
  }

  /// A text, or not known.
  public static func optionalText(_ value: String?) -> PropertyValue {
    value.map { .text($0) } ?? .null
  }

  /// A whole number, or not known.
  public static func optionalInteger(_ value: Int?) -> PropertyValue {
    value.map { .integer($0) } ?? .null
  }
}

/// A named value of a feature; the order of properties is the order in which they are written.
public struct Property: Sendable, Hashable {
  /// The name: snake_case with the unit as suffix (`_ha`, `_km`, `_m`, `_pct`).
  public var name: String
  /// The value.
  public var value: PropertyValue

  /// Makes a named value.
  public init(_ name: String, _ value: PropertyValue) {
    self.name = name
    self.value = value
  }
}

/// One feature of a layer: geometry in longitude and latitude (WGS 84) and its properties.
public struct LayerFeature: Sendable, Hashable {
  /// The stable identifier, `level/code`.
  public var identifier: String
  /// The geometry in longitude and latitude; `nil` where the feature has no place.
  public var geometry: Geometry?
  /// The properties, in order; every feature of a layer has the same names.
  public var properties: [Property]

  /// Makes a feature.
  public init(identifier: String, geometry: Geometry?, properties: [Property]) {
    self.identifier = identifier
    self.geometry = geometry
    self.properties = properties
  }

  /// The value called `name`; `nil` where the feature has no such property.
  public subscript(name: String) -> PropertyValue? {
    properties.first { $0.name == name }?.value
  }
}

/// A layer as it is published: features in a fixed order, and totals that belong to the whole
/// study and are no feature.
public struct Layer: Sendable, Hashable {
  /// The layer's name, also the name of its file: `forest-cover`, `villages`, …
  public var name: String
  /// The features.
  public var features: [LayerFeature]
  /// The row of the whole study (`level: study`) for tables and run.json; empty where none.
  public var studyTotals: [Property]

  /// Makes a layer.
  public init(name: String, features: [LayerFeature], studyTotals: [Property] = []) {
    self.name = name
    self.features = features
    self.studyTotals = studyTotals
  }
}
