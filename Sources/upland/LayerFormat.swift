internal import ArgumentParser
internal import Publishing
internal import Studies

/// The forms of a layer on the command line.
enum LayerFormat: String, ExpressibleByArgument, CaseIterable {
  case geojson, geojsonseq, table, gpkg, fgb, csv, xlsx, kml, mbtiles, pmtiles, postgis

  /// The endings of files of GeoJSON.
  private static let collectionEndings = [".geojson", ".json"]

  /// The endings of files that hold a feature a line.
  private static let sequenceEndings = [".geojsonl", ".geojsonseq", ".ndjson"]

  /// The form that the name of a file or database tells; `nil` where it tells none.
  init?(ofTarget target: String) {
    if let format = VectorFormat(ofTarget: target) {
      self.init(rawValue: format.rawValue)
    } else if Self.collectionEndings.contains(where: target.lowercased().hasSuffix) {
      self = .geojson
    } else if Self.sequenceEndings.contains(where: target.lowercased().hasSuffix) {
      self = .geojsonseq
    } else if target.lowercased().hasSuffix(".csv") {
      self = .csv
    } else {
      return nil
    }
  }

  /// The usual endings of files that hold a layer, for people.
  static var endings: [String] {
    [".geojson", ".geojsonl", ".csv"]
      + VectorFormat.allCases.compactMap { $0.ending.map { ".\($0)" } }
  }

  /// The format of GDAL's that it is; `nil` for those of our own.
  var vectorFormat: VectorFormat? { VectorFormat(rawValue: rawValue) }

  /// The form of the files in a folder of layers; `nil` for a table and a database.
  var fileForm: FileForm? {
    switch self {
    case .geojson: .geojson(.collection)
    case .geojsonseq: .geojson(.sequence)
    case .csv: .csv
    case .table, .postgis: nil
    default: vectorFormat.map { .vector($0) }
    }
  }
}
