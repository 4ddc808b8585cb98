import Testing

@testable import Publishing

@Suite("Paths of outputs")
struct PathTests {
  /// `deletingLastPathComponent` of swift-corelibs-foundation ends the process for "s".
  @Test(
    "The folder part of a path",
    arguments: [
      ("s", "."), ("./s", "."), ("a/b", "a"), ("a/b/", "a"), ("/s", "/"), ("/", "/"),
      ("a//b", "a"), ("../s", ".."), ("/a/b/c.json", "/a/b"), ("", "."),
    ])
  func parent(path: String, expected: String) {
    #expect(FileSystem.parent(of: path) == expected)
  }

  @Test(
    "A name in a folder",
    arguments: [
      (".", "x.json", "./x.json"), ("out", "x.json", "out/x.json"), ("out/", "x", "out/x"),
      ("/", "x", "/x"), ("s", "maps/a.png", "s/maps/a.png"),
    ])
  func path(folder: String, name: String, expected: String) {
    #expect(FileSystem.path(name, in: folder) == expected)
  }
}
