/// What GDAL could not do, and at which level of a source.
public struct GDALError: Error, Sendable, Hashable {
  /// The part of a source that an error is about.
  public enum Level: String, Sendable, Hashable {
    /// Raised when a source cannot be opened at all.
    case source
    /// Raised when a layer is missing or cannot be read.
    case layer
    /// Raised when a filter or a field does not fit the layer.
    case field
    /// Raised when a feature or its geometry cannot be read.
    case feature
    /// Raised when a raster or a block of it cannot be read.
    case raster
    /// Raised when a cell of a raster holds what no figure can be made of.
    case cell
    /// Raised when text cannot be decoded from the stated encoding.
    case encoding
    /// Raised when a file cannot be written.
    case output
  }

  /// Where in the source it happened.
  public var level: Level
  /// The C function that failed.
  public var function: String
  /// What it was doing it to: a path, a layer, a field.
  public var subject: String
  /// What GDAL said, first to last; empty where it said nothing.
  public var messages: [String]

  /// Makes an error.
  public init(level: Level, function: String, subject: String, messages: [String]) {
    self.level = level
    self.function = function
    self.subject = subject
    self.messages = messages
  }

  /// One line for people.
  public var message: String {
    let words = messages.isEmpty ? "GDAL gave no reason" : messages.joined(separator: "; ")
    return "\(subject): \(words.replacing("\n", with: " ")) (\(function))"
  }
}
