/// Why layers cannot be written in a format.
public enum FormatError: Error, Sendable, Hashable {
  /// Raised when GDAL cannot write the file or the database; gives its words, empty where it has none.
  case failed(target: String, reason: String)
  /// Raised when a workbook is no ZIP archive as it should be.
  case notAnArchive(path: String)

  /// Why, in one line. It may hold what the target is called, and that a password: the caller hides it.
  public var reason: String {
    switch self {
    case .failed(_, let reason): reason.isEmpty ? "GDAL gives no reason" : reason
    case .notAnArchive: "the workbook is not whole"
    }
  }
}
