import Foundation

/// A fresh folder for one test, removed with it.
final class Scratch {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appending(path: "upland-commands-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appending(path: name).filePath }

  /// Writes a file, with the folders that it needs.
  func write(_ bytes: [UInt8], to name: String) throws {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  /// All that the folder holds now.
  func contents() throws -> FolderContents { try FolderContents(of: url) }
}

/// Every file and folder below a folder, hidden ones too: what a command left there.
struct FolderContents: Equatable {
  /// The bytes of each file by its path from the folder; a folder ends in `/` and has none.
  var files: [String: Data] = [:]

  /// The paths, sorted.
  var names: [String] { files.keys.sorted() }

  init() {}

  init(of folder: URL) throws {
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.filePath) {
      let file = folder.appending(path: name)
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: file.filePath, isDirectory: &isFolder)
      if isFolder.boolValue {
        files["\(name)/"] = Data()
      } else {
        files[name] = try Data(contentsOf: file)
      }
    }
  }

  /// Writes everything into `folder`.
  func write(to folder: URL) throws {
    for name in names {
      let file = folder.appending(path: name)
      if name.hasSuffix("/") {
        try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
      } else if let bytes = files[name] {
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: file)
      }
    }
  }

  /// What is different in `other`, one line a file; empty where nothing is.
  func differences(from other: FolderContents) -> [String] {
    Set(files.keys).union(other.files.keys).sorted().compactMap { name in
      switch (files[name], other.files[name]) {
      case (nil, _): "\(name) is missing"
      case (_, nil): "\(name) should not be there"
      case (let mine, let others): mine == others ? nil : "\(name) has other bytes"
      }
    }
  }
}

extension URL {
  /// The path as the file system knows it, not percent-encoded, without a slash at the end.
  var filePath: String {
    let path = path(percentEncoded: false)
    return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }
}
