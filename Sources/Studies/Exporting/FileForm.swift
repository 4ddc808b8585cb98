internal import GeoModel
public import Publishing

/// The form of the files in a folder of layers.
public enum FileForm: Sendable, Hashable {
  /// GeoJSON, written by Upland itself.
  case geojson(GeoJSONForm)
  /// Comma-separated text, written by Upland itself.
  case csv
  /// A format of GDAL's drivers.
  case vector(VectorFormat)

  /// The ending of a layer's file, without the dot.
  var ending: String {
    switch self {
    case .geojson(.collection): "geojson"
    case .geojson(.sequence): "geojsonl"
    case .csv: "csv"
    case .vector(let format): format.ending ?? format.rawValue
    }
  }

  /// The columns of a layer's file.
  func schema(of layer: Layer, title: (String) -> String) -> LayerSchema {
    let schema = LayerSchema(of: layer, title: title)
    return switch self {
    case .geojson: schema
    case .csv: schema.flat(withPositions: CSVWriter.writesPositions(of: layer))
    case .vector: schema.flat()
    }
  }

  /// The media type of a layer's file, as registered; `nil` where none is.
  var mediaType: String? {
    switch self {
    case .geojson(.collection): "application/geo+json"
    case .geojson(.sequence): "application/geo+json-seq"
    case .vector(.geopackage): "application/geopackage+sqlite3"
    case .csv: "text/csv"
    case .vector(.xlsx): "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case .vector(.kml): "application/vnd.google-earth.kml+xml"
    case .vector(.pmtiles): "application/vnd.pmtiles"
    case .vector: nil
    }
  }
}
