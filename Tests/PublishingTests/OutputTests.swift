import DigestKit
import Foundation
import GeoModel
import Publishing
import Testing

@Suite("Output")
struct OutputTests {
  @Test("a file appears whole, with its size and digest, and nothing beside it")
  func whole() throws {
    let folder = try TemporaryFolder()
    var file = try AtomicFile(folder.path("a.json"))
    try file.write("ab")
    try file.write([UInt8(ascii: "c")])
    #expect(folder.text("a.json") == nil)
    #expect(folder.names.allSatisfy { $0.hasPrefix(".upland-") && $0.hasSuffix(".json") })
    let digest = try file.commit()
    #expect(folder.names == ["a.json"])
    #expect(folder.text("a.json") == "abc")
    #expect(digest == FileDigest(size: 3, sha256: try SHA256Digest(of: Array("abc".utf8))))
  }

  @Test("a file that is let go leaves what stood there")
  func letGo() throws {
    let folder = try TemporaryFolder()
    try Data("old".utf8).write(to: folder.url.appendingPathComponent("a.json"))
    struct Stop: Error {}
    func writeHalf() throws {
      var file = try AtomicFile(folder.path("a.json"))
      try file.write("half")
      throw Stop()
    }
    #expect(throws: Stop.self) { try writeHalf() }
    #expect(folder.names == ["a.json"])
    #expect(folder.text("a.json") == "old")
  }

  @Test("a symbolic link stays a link, permissions stay")
  func linkAndPermissions() throws {
    let folder = try TemporaryFolder()
    let real = folder.path("real.json")
    try Data("old".utf8).write(to: URL(fileURLWithPath: real))
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: real)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link.json"), withDestinationPath: "real.json")
    var file = try AtomicFile(folder.path("link.json"))
    try file.write("new")
    try file.commit()
    #expect(folder.text("real.json") == "new")
    let attributes = try FileManager.default.attributesOfItem(atPath: real)
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o640)
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("link.json"))
        == "real.json")
  }

  @Test("faults of a file, each typed, with message and remedy")
  func fileFaults() throws {
    let folder = try TemporaryFolder()
    try Data("x".utf8).write(to: folder.url.appendingPathComponent("file"))
    func begin(_ path: String) throws(OutputError) { _ = try AtomicFile(path).path }
    #expect(throws: OutputError.targetIsFolder(path: folder.path(""))) {
      try begin(folder.path(""))
    }
    let missing = folder.path("none/a.json")
    #expect(throws: OutputError.parentMissing(path: missing)) { try begin(missing) }
    #expect(throws: OutputError.notAFolder(path: folder.path("file"))) {
      try begin(folder.path("file/a.json"))
    }
    #expect(folder.names == ["file"])
    #expect(
      OutputError.parentMissing(path: "none/a.json").message
        == "'none/a.json' cannot be written: its folder does not exist")
  }

  /// `/dev/full` answers every write with "no space left".
  @Test("a full disk")
  func fullDisk() throws {
    var file = try AtomicFile("/dev/full")
    let error = #expect(throws: OutputError.self) { try file.write("x") }
    #expect(error == .diskFull(path: "/dev/full", reason: "no space left on device"))
    #expect(error?.remedy.contains("-o") == true)
    #expect(FileManager.default.fileExists(atPath: "/dev/full"))
  }

  @Test("a device is written through and stays a device")
  func device() throws {
    var file = try AtomicFile("/dev/null")
    try file.write("x")
    #expect(try file.commit().size == 1)
    let type = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type]
    #expect(type as? FileAttributeType == .typeCharacterSpecial)
  }

  /// Root may write anywhere, except where the kernel itself answers: `/proc` makes no files.
  @Test("a folder that cannot be written in")
  func unwritable() throws {
    let folder = try TemporaryFolder()
    let error: OutputError?
    if getuid() == 0 {
      error = #expect(throws: OutputError.self) { _ = try OutputFolder("/proc/upland-out").path }
    } else {
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o555], ofItemAtPath: folder.url.path)
      error = #expect(throws: OutputError.self) {
        _ = try AtomicFile(folder.path("a.json")).path
      }
      guard case .notPermitted = error else {
        Issue.record("\(String(describing: error))")
        return
      }
    }
    #expect(error?.message.contains("cannot be written") == true)
    #expect(folder.names.isEmpty)
  }

  @Test("files of a folder get their names together")
  func together() throws {
    let folder = try TemporaryFolder()
    var output = try OutputFolder(folder.path("deep/out"))
    let first = try output.write("a.geojson") { file in
      try file.write("A")
      return 7
    }
    #expect(first.result == 7)
    try output.write("maps/b.png") { file in try file.write("B") }
    let external = try output.writeExternally("c.gpkg") { path in
      #expect(path.hasSuffix(".gpkg"))
      try Data("CC".utf8).write(to: URL(fileURLWithPath: path))
    }
    #expect(external.size == 2)
    #expect(folder.text("deep/out/a.geojson") == nil)
    try output.commit()
    #expect(
      folder.names == [
        "deep", "deep/out", "deep/out/a.geojson", "deep/out/c.gpkg", "deep/out/maps",
        "deep/out/maps/b.png",
      ])
  }

  @Test("a layer goes into a file of a folder, with the digest of its bytes")
  func layer() throws {
    let folder = try TemporaryFolder()
    let layer = Layer(
      name: "x",
      features: (0..<3000).map { index in
        LayerFeature(
          identifier: "x/\(index)", geometry: .point(Coordinate(x: 108, y: Double(index) / 100)),
          properties: [])
      })
    var output = try OutputFolder(folder.url.path)
    let written = try output.write("x.geojson") { file in
      try GeoJSONWriter().write(layer, to: &file)
    }
    try output.commit()
    let bytes = try GeoJSONWriter().bytes(of: layer).bytes
    #expect(folder.text("x.geojson") == String(decoding: bytes, as: UTF8.self))
    #expect(try written.digest == FileDigest(size: bytes.count, sha256: SHA256Digest(of: bytes)))
    #expect(written.result.bytes == bytes.count)
    #expect(written.result.features == 3000)
  }

  @Test("a run that fails leaves the old files, and no folder that it made")
  func failedRun() throws {
    let folder = try TemporaryFolder()
    try Data("old".utf8).write(to: folder.url.appendingPathComponent("a.json"))
    struct Stop: Error {}
    func run(_ path: String) throws {
      var output = try OutputFolder(path)
      try output.write("a.json") { file in try file.write("new") }
      try output.write("sub/b.json") { file in
        try file.write("half")
        throw Stop()
      }
      try output.commit()
    }
    #expect(throws: Stop.self) { try run(folder.url.path) }
    #expect(folder.names == ["a.json"])
    #expect(folder.text("a.json") == "old")
    #expect(throws: Stop.self) { try run(folder.path("x/y")) }
    #expect(folder.names == ["a.json"])
  }

  @Test("faults of a folder")
  func folderFaults() throws {
    let folder = try TemporaryFolder()
    try Data("x".utf8).write(to: folder.url.appendingPathComponent("file"))
    #expect(throws: OutputError.notAFolder(path: folder.path("file"))) {
      _ = try OutputFolder(folder.path("file")).path
    }
    #expect(throws: OutputError.notAFolder(path: folder.path("file"))) {
      _ = try OutputFolder(folder.path("file/sub")).path
    }
    func twice() throws {
      var output = try OutputFolder(folder.url.path)
      try output.write("a") { file in try file.write("1") }
      try output.write("a") { file in try file.write("2") }
    }
    #expect(throws: OutputError.nameTakenTwice(path: folder.path("a"))) { try twice() }
    func blocked() throws {
      var output = try OutputFolder(folder.url.path)
      try output.write("a") { file in try file.write("1") }
      try output.write("b") { file in try file.write("1") }
      try FileManager.default.createDirectory(
        atPath: folder.path("b"), withIntermediateDirectories: false)
      try output.commit()
    }
    #expect(throws: OutputError.targetIsFolder(path: folder.path("b"))) { try blocked() }
    #expect(folder.names == ["b", "file"])
    func nothingWritten() throws {
      var output = try OutputFolder(folder.url.path)
      _ = try output.writeExternally("c") { _ in }
    }
    #expect(throws: OutputError.self) { try nothingWritten() }
    #expect(folder.names == ["b", "file"])
  }
}
