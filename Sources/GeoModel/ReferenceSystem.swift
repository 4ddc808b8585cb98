/// A coordinate reference system as a value: what PROJ needs to find it again, and what a message
/// calls it.
public struct ReferenceSystem: Hashable, Sendable {
  /// The definition that PROJ reads: an authority's code (`EPSG:32649`) where there is one, else
  /// WKT 2.
  public var definition: String
  /// The name for people, for example `WGS 84 / UTM zone 49N`.
  public var name: String
  /// Whether the coordinates are longitude and latitude in degrees.
  public var isGeographic: Bool

  /// Makes a value from a definition, its name and its kind.
  public init(definition: String, name: String, isGeographic: Bool) {
    self.definition = definition
    self.name = name
    self.isGeographic = isGeographic
  }

  /// WGS 84, longitude before latitude (OGC:CRS84): the system of all working geometry.
  public static let longitudeLatitude = ReferenceSystem(
    definition: "OGC:CRS84", name: "WGS 84 (CRS84)", isGeographic: true)
}

/// The ellipsoid of WGS 84, on which all areas and lengths are taken.
/// Source: NGA.STND.0036_1.0.0_WGS84 (2014), table 3.1.
public enum Ellipsoid {
  /// The equatorial radius in metres.
  public static let equatorialRadius = 6_378_137.0
  /// The flattening.
  public static let flattening = 1 / 298.257_223_563
}
