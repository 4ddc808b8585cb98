internal import CCbc

/// What belongs to the library as a whole.
public enum SolverLibrary {
  /// The version of CBC in use: `2.10.8`. `Cbc_getVersion`.
  public static var version: String {
    guard let text = unsafe Cbc_getVersion() else { return "unknown" }
    return unsafe String(cString: text)
  }
}
