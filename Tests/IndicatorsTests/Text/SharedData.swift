import Foundation
import Testing

/// The real files beside the repository, which a checkout alone does not have.
enum SharedData {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "../shared/data/quang-ngai").standardized

  static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path()) }

  static let absence: Comment = "the folder ../shared with the real tables is not there"

  static func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }
}
