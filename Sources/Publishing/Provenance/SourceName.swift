internal import Foundation

/// The name under which a source is published: the same on every machine, and without secrets.
public enum SourceName {
  /// `source` as it may stand in an output.
  ///
  /// A path below or beside `folder` becomes relative to it (`../data/x.gpkg`), with and without one
  /// of GDAL's prefixes (`/vsizip/`); a relative path stays. Passwords, in connection strings
  /// (`PG:… password=…`) and in addresses (`https://user:word@host`), become `***`.
  public static func published(_ source: String, relativeTo folder: String) -> String {
    let shown = withoutSecrets(source)
    if shown.hasPrefix("/vsi") {
      let end = shown.dropFirst().firstIndex(of: "/") ?? shown.endIndex
      guard end < shown.endIndex else { return shown }
      let rest = String(shown[shown.index(after: end)...])
      if rest.hasPrefix("/vsi") {
        return shown[...end] + published(rest, relativeTo: folder)
      }
      return rest.hasPrefix("/") ? shown[...end] + relative(rest, to: folder) : shown
    }
    return shown.hasPrefix("/") ? relative(shown, to: folder) : shown
  }

  /// The path from `folder` to `path`, both made absolute first.
  static func relative(_ path: String, to folder: String) -> String {
    let target = URL(fileURLWithPath: path).standardizedFileURL.pathComponents
    let base = URL(fileURLWithPath: folder).standardizedFileURL.pathComponents
    let shared = zip(target, base).prefix { $0.0 == $0.1 }.count
    let steps =
      [String](repeating: "..", count: base.count - shared) + target.dropFirst(shared)
    return steps.isEmpty ? "." : steps.joined(separator: "/")
  }

  // No word boundary in front: what ends in "password" (`sslpassword=`) is a secret too.
  private static func withoutSecrets(_ source: String) -> String {
    source
      .replacing(/(?i)(password|passwd|pwd)=('[^']*'|"[^"]*"|[^\s;&,]*)/) { "\($0.output.1)=***" }
      .replacing(/:\/\/([^\/\s:@]*):([^\/\s]*)@/) { "://\($0.output.1):***@" }
  }
}
