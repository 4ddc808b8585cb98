internal import CPROJ

/// What belongs to the library as a whole.
public enum PROJLibrary {
  /// The version in use: `9.1.1`. `proj_info`.
  public static var version: String {
    let info = unsafe proj_info()
    guard let text = unsafe info.version else { return "unknown" }
    return unsafe String(cString: text)
  }
}
