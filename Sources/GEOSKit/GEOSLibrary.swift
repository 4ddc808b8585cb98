internal import CGEOS

/// What belongs to the library as a whole.
public enum GEOSLibrary {
  /// The version in use, with that of its C interface: `3.11.1-CAPI-1.17.1`. `GEOSversion`.
  public static var version: String {
    guard let text = unsafe GEOSversion() else { return "unknown" }
    return unsafe String(cString: text)
  }
}
