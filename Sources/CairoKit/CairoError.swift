/// What went wrong in drawing.
public struct CairoError: Error, Sendable, Hashable {
  /// The C function that failed.
  public var function: String
  /// Cairo's own words, or what was wrong with the input.
  public var reason: String

  /// Makes an error.
  public init(function: String, reason: String) {
    self.function = function
    self.reason = reason
  }

  /// One line for people.
  public var message: String { "\(function) failed: \(reason)" }
}
