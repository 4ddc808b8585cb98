import DigestKit
import Foundation
import TestSupport
import Testing

@Suite("SHA-256")
struct DigestTests {
  /// FIPS 180-4's examples, as published by NIST.
  @Test(
    "published examples",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func examples(text: String, expected: String) throws {
    #expect(try SHA256Digest(of: Array(text.utf8)).hexadecimal == expected)
  }

  @Test("the digest does not depend on how the bytes come", arguments: 1...20)
  func pieces(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let bytes = (0..<5000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    var hasher = try SHA256Hasher()
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Int.random(in: 0...min(700, rest.count), using: &generator)
      try hasher.update(rest.prefix(count))
      rest = rest.dropFirst(count)
    }
    #expect(try hasher.finish() == SHA256Digest(of: bytes), "seed \(seed)")
  }

  @Test("a file has the size and the digest of its bytes")
  func file() throws {
    let folder = try TemporaryFolder()
    let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try Data(bytes).write(to: folder.url.appendingPathComponent("x.bin"))
    let digest = try FileDigest(ofFileAt: folder.path("x.bin"))
    #expect(digest.size == bytes.count)
    #expect(try digest.sha256 == SHA256Digest(of: bytes))
  }

  @Test("a missing file and a folder cannot be read")
  func unreadable() throws {
    let folder = try TemporaryFolder()
    #expect(
      throws: DigestError.unreadable(
        path: folder.path("none"), reason: "No such file or directory")
    ) { try FileDigest(ofFileAt: folder.path("none")) }
    #expect(
      throws: DigestError.unreadable(path: folder.path(""), reason: "Is a directory")
    ) { try FileDigest(ofFileAt: folder.path("")) }
  }
}
