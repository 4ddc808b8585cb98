/// How features stand in a file of GeoJSON.
public enum GeoJSONForm: Sendable, Hashable {
  /// One feature collection (RFC 7946), a feature a line.
  case collection
  /// A feature a line and nothing else, as `ogr2ogr` writes GeoJSONSeq: what is written can be read
  /// before the end is there, and files can be joined. RFC 8142 without its record separators, which few
  /// readers expect; no name and no `bbox` of the whole.
  case sequence

  /// What parts one feature from the next.
  var separator: String {
    switch self {
    case .collection: ",\n"
    case .sequence: "\n"
    }
  }
}
