internal import CCairo
internal import Glibc

/// What belongs to the library as a whole.
public enum CairoLibrary {
  /// The versions of Cairo and Pango at run time: `1.16.0`, `1.50.12`.
  public static var versions: (cairo: String, pango: String) {
    (
      unsafe cairo_version_string().map { unsafe String(cString: $0) } ?? "unknown",
      unsafe pango_version_string().map { unsafe String(cString: $0) } ?? "unknown"
    )
  }

  static func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

  /// The words for a status.
  static func reason(_ status: cairo_status_t) -> String {
    guard let text = unsafe cairo_status_to_string(status) else { return "no reason given" }
    return unsafe String(cString: text)
  }
}
