internal import Glibc

/// What a file holds, as its size and its SHA-256: enough to know the same file again.
public struct FileDigest: Hashable, Sendable {
  /// The number of bytes read.
  public let size: Int
  /// The digest of these bytes.
  public let sha256: SHA256Digest

  /// Makes a value of a size in bytes and a digest, where both were taken while writing.
  public init(size: Int, sha256: SHA256Digest) {
    self.size = size
    self.sha256 = sha256
  }

  /// Reads the file at `path` from start to end, in pieces of 1 MiB. O(size), flat in memory.
  ///
  /// - Throws: ``DigestError/unreadable(path:reason:)`` where it is missing, a folder, or cannot
  ///   be read; ``DigestError/library(function:reason:)`` where OpenSSL fails.
  public init(ofFileAt path: String) throws(DigestError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw DigestError.lastSystemError(reading: path) }
    defer { close(descriptor) }
    var hasher = try SHA256Hasher()
    var piece = [UInt8](repeating: 0, count: 1 << 20)
    var size = 0
    while true {
      let count = unsafe read(descriptor, &piece, piece.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw DigestError.lastSystemError(reading: path)
      }
      if count == 0 { break }
      try hasher.update(piece[..<count])
      size += count
    }
    self.init(size: size, sha256: try hasher.finish())
  }
}
