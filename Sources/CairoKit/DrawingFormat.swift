/// What a drawing is written as.
public enum DrawingFormat: Sendable, Hashable {
  /// Pixels, with the resolution in the file so that it prints at its true size.
  case png(dotsPerInch: Double)
  /// Vectors for screens. Text becomes outlines, so that it looks the same where the font is not
  /// installed; the words stand in the file's title and description.
  case svg
  /// Vectors for print. Text stays text that can be searched and copied, its font is embedded.
  case pdf
}

/// What a file says of itself.
public struct DrawingInformation: Sendable, Hashable {
  /// The title.
  public var title: String
  /// A sentence on what is shown.
  public var description: String
  /// The day that a PDF gives as that of its making, as ISO 8601 writes it (`2025-07-01`); the epoch
  /// of Unix where it is `nil`, because the time of day would make two runs differ.
  public var date: String?

  /// Makes the information.
  public init(title: String, description: String = "", date: String? = nil) {
    self.title = title
    self.description = description
    self.date = date
  }
}
