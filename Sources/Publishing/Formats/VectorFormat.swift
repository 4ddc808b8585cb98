internal import GDALKit

/// The formats of layers that GDAL's drivers write; GeoJSON and CSV are our own
/// (``GeoJSONWriter``, ``CSVWriter``).
public enum VectorFormat: String, Sendable, Hashable, CaseIterable {
  /// GeoPackage (OGC 12-128): all layers in one file, with styles.
  case geopackage = "gpkg"
  /// FlatGeobuf: one layer, with a spatial index.
  case flatGeobuf = "fgb"
  /// A workbook: a sheet a layer, without geometry.
  case xlsx
  /// KML 2.2: all layers in one file.
  case kml
  /// Vector tiles (MVT) in one SQLite file.
  case mbtiles
  /// Vector tiles (MVT) in one file for a web server; from GDAL 3.8.
  case pmtiles
  /// Tables of a PostGIS database.
  case postgis

  /// The format of a file or database by its name; `nil` where the ending tells none.
  public init?(ofTarget target: String) {
    let name = target.lowercased()
    if ["pg:", "postgresql:", "postgres:"].contains(where: name.hasPrefix) {
      self = .postgis
      return
    }
    let found = Self.allCases.first { format in
      format.ending.map { name.hasSuffix(".\($0)") } ?? false
    }
    guard let found else { return nil }
    self = found
  }

  /// GDAL's name of the driver.
  public var driver: String {
    switch self {
    case .geopackage: "GPKG"
    case .flatGeobuf: "FlatGeobuf"
    case .xlsx: "XLSX"
    case .kml: "KML"
    case .mbtiles: "MVT"
    case .pmtiles: "PMTiles"
    case .postgis: "PostgreSQL"
    }
  }

  /// The ending of its files, without the dot; `nil` for a database.
  public var ending: String? { self == .postgis ? nil : rawValue }

  /// Whether one file, or the database, holds several layers.
  public var holdsSeveralLayers: Bool { self != .flatGeobuf }

  /// Whether it holds features without a place, and tables.
  public var holdsTables: Bool { ![.flatGeobuf, .mbtiles, .pmtiles].contains(self) }

  /// Whether names of columns that differ by case alone are one there: SQLite does not look at case, and
  /// names in PostGIS become small.
  public var mergesCases: Bool { self == .geopackage || self == .postgis }

  /// Whether it holds geometry.
  public var holdsShapes: Bool { self != .xlsx }

  /// Whether the driver is in this build of GDAL.
  public var isAvailable: Bool { VectorDriver.canWrite(driver) }
}
