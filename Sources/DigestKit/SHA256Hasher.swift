internal import CDigest

/// SHA-256 over bytes that come in pieces; owns one digest context of OpenSSL.
///
/// The digest depends on the bytes only, not on how they were cut into pieces.
public struct SHA256Hasher: ~Copyable {
  private let context: DigestContext

  /// Makes a hasher that has seen no bytes (`EVP_MD_CTX_new`, `EVP_DigestInit_ex`).
  ///
  /// - Throws: ``DigestError/library(function:reason:)``.
  public init() throws(DigestError) {
    context = try DigestContext()
  }

  /// Takes in `piece` (`EVP_DigestUpdate`). O(n).
  ///
  /// - Throws: ``DigestError/library(function:reason:)``.
  public mutating func update(_ piece: [UInt8]) throws(DigestError) {
    try update(piece[...])
  }

  /// Takes in `piece` (`EVP_DigestUpdate`). O(n).
  ///
  /// - Throws: ``DigestError/library(function:reason:)``.
  public mutating func update(_ piece: ArraySlice<UInt8>) throws(DigestError) {
    let accepted = unsafe piece.withUnsafeBytes { buffer in
      unsafe EVP_DigestUpdate(context.handle, buffer.baseAddress, buffer.count)
    }
    guard accepted == 1 else { throw DigestError.drained(from: "EVP_DigestUpdate") }
  }

  /// The digest of all bytes taken in (`EVP_DigestFinal_ex`); the hasher begins anew.
  ///
  /// - Throws: ``DigestError/library(function:reason:)``.
  public mutating func finish() throws(DigestError) -> SHA256Digest {
    var bytes = [UInt8](repeating: 0, count: SHA256Digest.byteCount)
    var length: UInt32 = 0
    guard unsafe EVP_DigestFinal_ex(context.handle, &bytes, &length) == 1,
      Int(length) == SHA256Digest.byteCount
    else { throw DigestError.drained(from: "EVP_DigestFinal_ex") }
    try context.begin()
    return SHA256Digest(bytes: bytes)
  }
}
