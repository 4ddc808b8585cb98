internal import GDALKit

extension VectorFormat {
  /// Options of the driver for the whole file, `NAME=VALUE`.
  var datasetOptions: [String] {
    switch self {
    // The name would be that of the temporary file.
    case .mbtiles, .pmtiles: ["NAME=upland", "MINZOOM=5", "MAXZOOM=12"]
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
    case .kml: ["NAME=\(title)"]
    case .xlsx, .mbtiles, .pmtiles: []
    }
  }

  /// The name of a layer in this format: a sheet has at most 31 letters.
  func layerName(_ name: String) -> String {
    self == .xlsx ? String(name.prefix(31)) : name
  }
}
