import Foundation

/// Real data and plans beside the project: no part of it, and not everywhere. Tests on them are
/// skipped, and say so, where they are absent.
enum Shared {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared")

  /// The whole path of a file there.
  static func path(_ name: String) -> String { root.appending(path: name).standardized.path() }

  /// Whether it is there.
  static func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }
}
