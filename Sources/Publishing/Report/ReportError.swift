/// Why a report could not be laid out.
public enum ReportError: Error, Sendable, Hashable {
  /// Raised when a file of the program's own template is not there or not what it should be.
  case template(file: String, reason: String)
  /// Raised when a file of the library that draws the map cannot be used.
  case library(file: String, reason: String)

  /// What has happened, in one line.
  public var message: String {
    switch self {
    case .template(let file, let reason): "the report's template '\(file)': \(reason)"
    case .library(let file, let reason):
      "Leaflet, which draws the report's map, '\(file)': \(reason)"
    }
  }
}
