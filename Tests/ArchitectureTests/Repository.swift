import Foundation
import Synchronization

/// The files that these tests read.
enum Repository {
  /// The folder with Package.swift.
  static let root: URL = {
    let here = URL(filePath: #filePath).resolvingSymlinksInPath()
    return here.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  }()

  struct File: Sendable {
    /// From ``Repository/root``.
    var path: String

    var url: URL { Repository.root.appending(path: path) }
    /// The first folder below the folder that was listed.
    var room: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

    func text() throws -> String { try String(contentsOf: url, encoding: .utf8) }
    func lineCount() throws -> Int { try text().count { $0 == "\n" } }
    func tokens() throws -> [SwiftToken] { try Repository.tokens(of: self) }
  }

  /// Each file is read and cut once, whatever the number of rules that look at it.
  private static let cache = Mutex<[String: [SwiftToken]]>([:])

  private static func tokens(of file: File) throws -> [SwiftToken] {
    if let known = cache.withLock({ $0[file.path] }) { return known }
    let tokens = SwiftLexer.tokens(of: try file.text())
    cache.withLock { $0[file.path] = tokens }
    return tokens
  }

  /// What no one commits; see .gitignore.
  private static let built: Set<String> = [
    ".git", ".build", ".venv", ".swiftpm", "out", "work", "__pycache__", ".ipynb_checkpoints",
  ]

  /// The files under `folder` whose name ends in `suffix`, by path; built folders left out.
  static func files(under folder: String = "", suffix: String = "") throws -> [File] {
    let start = folder.isEmpty ? root : root.appending(path: folder)
    let keys: [URLResourceKey] = [.isRegularFileKey, .isDirectoryKey]
    guard
      let walk = FileManager.default.enumerator(at: start, includingPropertiesForKeys: keys)
    else { throw CocoaError(.fileReadNoSuchFile) }
    var found: [File] = []
    for case let url as URL in walk {
      let name = url.lastPathComponent
      let values = try url.resourceValues(forKeys: Set(keys))
      if values.isDirectory == true, built.contains(name) || name.hasPrefix(".build") {
        walk.skipDescendants()
      } else if values.isRegularFile == true, name.hasSuffix(suffix), name != ".DS_Store" {
        let path = url.standardizedFileURL.path(percentEncoded: false)
        found.append(File(path: String(path.dropFirst(root.path(percentEncoded: false).count))))
      }
    }
    return found.map { File(path: $0.path.hasPrefix("/") ? String($0.path.dropFirst()) : $0.path) }
      .sorted { $0.path < $1.path }
  }

  /// The folders right under `folder`.
  static func folders(under folder: String) throws -> [String] {
    let url = root.appending(path: folder)
    return try FileManager.default.contentsOfDirectory(
      at: url, includingPropertiesForKeys: [.isDirectoryKey]
    )
    .filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }
    .map(\.lastPathComponent).sorted()
  }
}
