import Foundation
import Testing

/// Nothing that is committed knows the machine on which it was written.
@Suite struct CommittedFilesTests {
  /// Beginnings of paths that exist on one machine only. Cut in two, so that this file passes.
  static let machinePaths = [
    "/" + "home/", "/" + "Users/", "/" + "root/", "/" + "work/", "/" + "tmp/", "/" + "opt/",
    "file:" + "///", "C:" + "\\Users",
  ]

  /// The machine paths that stand in `bytes`, each where nothing of a longer path precedes it.
  static func machinePaths(in bytes: Data) -> [String] {
    machinePaths.filter { path in
      let wanted = Data(path.utf8)
      var start = bytes.startIndex
      while let range = bytes.range(of: wanted, in: start..<bytes.endIndex) {
        if range.lowerBound == bytes.startIndex { return true }
        let previous = bytes[range.lowerBound - 1]
        let isWithinAPath =
          previous >= 0x80 || UnicodeScalar(previous).properties.isAlphabetic
          || "0123456789._-)}~*/".utf8.contains(previous)
        if !isWithinAPath { return true }
        start = range.upperBound
      }
      return false
    }
  }

  @Test func noFileNamesAMachinesPath() throws {
    // Data in foreign formats may hold any bytes; only what people write is read.
    let written: Set = [
      "swift", "md", "py", "sh", "ipynb", "yaml", "yml", "json", "txt", "h", "modulemap", "toml",
      "", "gitignore", "editorconfig", "csv", "geojson",
    ]
    let files = try Repository.files()
    #expect(files.contains { $0.path == "Package.swift" })
    for file in files where written.contains(file.url.pathExtension) {
      let found = Self.machinePaths(in: try Data(contentsOf: file.url))
      #expect(found == [], "\(file.path)")
    }
  }

  /// What a package manager or a build leaves behind.
  static let fetched: Set = [
    "whl", "egg", "deb", "rpm", "gz", "xz", "bz2", "zst", "tar", "zip", "jar", "o", "so", "a",
    "pyc",
  ]

  @Test func noFetchedPackageIsCommitted() throws {
    let files = try Repository.files().filter {
      Self.fetched.contains($0.url.pathExtension) && !$0.path.contains("/Fixtures/")
    }
    #expect(files.map(\.path) == [])
  }

  @Test(arguments: [
    ("see /" + "home/someone/plan.yaml", 1),
    ("\"/" + "Users/someone\"", 1),
    ("https://example.org/" + "home/page", 0),
    ("out/" + "work/x and ${DIR}/" + "tmp/x", 0),
    ("a/b, out/demo, ../shared", 0),
  ])
  func pathsAreTold(text: String, count: Int) {
    #expect(Self.machinePaths(in: Data(text.utf8)).count == count)
  }
}
