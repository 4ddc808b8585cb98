/// The SHA-256 digest of some bytes: 32 bytes by which the very same content is known again.
/// Source: FIPS 180-4 (doi:10.6028/NIST.FIPS.180-4), section 6.2.
public struct SHA256Digest: Hashable, Sendable, CustomStringConvertible {
  /// The digest's length in bytes.
  public static let byteCount = 32

  /// The 32 bytes.
  public let bytes: [UInt8]

  init(bytes: [UInt8]) {
    precondition(bytes.count == SHA256Digest.byteCount)
    self.bytes = bytes
  }

  /// The digest of `bytes`; no bytes have a digest too (e3b0c442…).
  ///
  /// - Throws: ``DigestError/library(function:reason:)`` where OpenSSL fails. O(n).
  public init(of bytes: [UInt8]) throws(DigestError) {
    var hasher = try SHA256Hasher()
    try hasher.update(bytes)
    self = try hasher.finish()
  }

  /// The digest as 64 hexadecimal digits in lower case, as `sha256sum` prints it.
  public var hexadecimal: String {
    let digits = Array("0123456789abcdef")
    var text = ""
    text.reserveCapacity(2 * bytes.count)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return text
  }

  /// The digest as 64 hexadecimal digits.
  public var description: String { hexadecimal }
}
