internal import Foundation

/// The name under which a source is published: the same on every machine.
public enum SourceName {
  /// `source` as it may stand in an output.
  ///
  /// A path below or beside `folder` becomes relative to it (`../data/x.gpkg`), with and without one
  /// of GDAL's prefixes (`/vsizip/`); a relative path stays. `source` holds no password any more.
  public static func published(_ source: String, relativeTo folder: String) -> String {
    if source.hasPrefix("/vsi") {
      let end = source.dropFirst().firstIndex(of: "/") ?? source.endIndex
      guard end < source.endIndex else { return source }
      let rest = String(source[source.index(after: end)...])
      if rest.hasPrefix("/vsi") {
        return source[...end] + published(rest, relativeTo: folder)
      }
      return rest.hasPrefix("/") ? source[...end] + relative(rest, to: folder) : source
    }
    return source.hasPrefix("/") ? relative(source, to: folder) : source
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
}
