internal import GDALKit

extension VectorFormat {
  /// The most bytes and features of a tile, far beyond what 10,000 communes at zoom 5 need: at GDAL's own
  /// limits it leaves features out and coarsens the others without a word.
  private static let tileLimits = ["MAX_SIZE=50000000", "MAX_FEATURES=10000000"]

  /// Options of the driver for the whole file, `NAME=VALUE`.
  var datasetOptions: [String] {
    switch self {
    // The name would be that of the temporary file.
    case .mbtiles, .pmtiles: ["NAME=upland", "MINZOOM=5", "MAXZOOM=12"] + Self.tileLimits
    case .geopackage: ["VERSION=1.3"]
    default: []
    }
  }

  /// Options of the driver for one layer, `NAME=VALUE`.
  func layerOptions(title: String) -> [String] {
    switch self {
    case .geopackage: ["GEOMETRY_NAME=geom", "FID=fid", "DESCRIPTION=\(title)"]
    case .flatGeobuf: ["TITLE=\(title)"]
    case .postgis:
      // Names as PostgreSQL likes them: small letters, `-` as `_`. A table of the same name is replaced.
      ["GEOMETRY_NAME=geom", "FID=fid", "LAUNDER=YES", "OVERWRITE=YES"]
    case .xlsx, .kml, .mbtiles, .pmtiles: []
    }
  }

  /// The name of a layer in this format: a sheet has at most 31 letters, and a folder of KML is named by
  /// what XML takes as an element's name.
  func layerName(_ name: String) -> String {
    switch self {
    case .xlsx: String(name.prefix(31))
    case .kml: name.replacing("-", with: "_")
    default: name
    }
  }
}
