/// The ways in which Vietnamese text of before Unicode, or text that was escaped, lies in files.
///
/// The first three are 8-bit; their text comes to us as bytes, or as the characters U+0000…U+00FF
/// that a reader made of the bytes (ISO 8859-1), often inside a file that is otherwise true UTF-8.
/// The encoding is a column's, not the file's. Text must be decoded before anything is trimmed:
/// in TCVN3 the soft hyphen U+00AD is "ư".
public enum LegacyEncoding: String, Sendable, Hashable, CaseIterable {
  /// TCVN 5712:1993 VN3, the encoding of the `.Vn…` fonts ("Ba T¬" is Ba Tơ).
  case tcvn3
  /// VNI for Windows, a letter and its marks in one or two bytes ("Ba Tô" is Ba Tơ).
  case vni
  /// Windows-1258, letters with tones as combining marks behind them.
  case windows1258 = "windows-1258"
  /// Unicode written out as `\u00e0`.
  case escapes

  /// The names of those that iconv does not know.
  public static let ofFonts: Set<String> = [tcvn3.rawValue, vni.rawValue, escapes.rawValue]

  /// Decodes `bytes`.
  ///
  /// - Throws: ``LegacyTextError`` at the first byte that means nothing in this encoding.
  public func decode(_ bytes: [UInt8]) throws(LegacyTextError) -> String {
    switch self {
    case .tcvn3: try TCVN3.decode(bytes)
    case .vni: try VNI.decode(bytes)
    case .windows1258: try Windows1258.decode(bytes)
    case .escapes: try UnicodeEscapes.decode(String(decoding: bytes, as: UTF8.self))
    }
  }

  /// Decodes text that a reader made of the bytes, a character U+0000…U+00FF for each.
  ///
  /// - Throws: ``LegacyTextError`` at the first character that means nothing in this encoding; one
  ///   above U+00FF says that the text is Unicode already.
  public func decode(_ text: String) throws(LegacyTextError) -> String {
    if self == .escapes { return try UnicodeEscapes.decode(text) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for (offset, scalar) in text.unicodeScalars.enumerated() {
      guard let byte = UInt8(exactly: scalar.value) else {
        throw LegacyTextError(encoding: self, offset: offset, value: scalar.value)
      }
      bytes.append(byte)
    }
    return try decode(bytes)
  }

  /// Encodes `text`, the inverse of decoding as far as the encoding can say it: VN3 has no capital
  /// letters with tones, they become small ones, as typists in those fonts did.
  ///
  /// - Throws: ``LegacyTextError`` at the first character that the encoding has no bytes for.
  public func encode(_ text: String) throws(LegacyTextError) -> [UInt8] {
    switch self {
    case .tcvn3: try TCVN3.encode(text)
    case .vni: try VNI.encode(text)
    case .windows1258: try Windows1258.encode(text)
    case .escapes: Array(UnicodeEscapes.encode(text).utf8)
    }
  }

  /// Encodes `text` and shows each byte as the character U+0000…U+00FF: what stands in a UTF-8 file
  /// that was filled with bytes of this encoding.
  public func encodedAsLatin(_ text: String) throws(LegacyTextError) -> String {
    var scalars = String.UnicodeScalarView()
    for byte in try encode(text) { scalars.append(Unicode.Scalar(byte)) }
    return String(scalars)
  }
}

/// Raised when text does not belong to the encoding that was named for it.
public struct LegacyTextError: Error, Hashable, CustomStringConvertible {
  /// The encoding that was asked for.
  public var encoding: LegacyEncoding
  /// Where: the number of the byte or Unicode scalar, from 0.
  public var offset: Int
  /// The byte or Unicode scalar that has no meaning there.
  public var value: UInt32

  /// Makes the error.
  public init(encoding: LegacyEncoding, offset: Int, value: UInt32) {
    self.encoding = encoding
    self.offset = offset
    self.value = value
  }

  /// One line for the user.
  public var description: String {
    let digits = String(value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    let hint =
      value > 0xFF && encoding != .escapes ? "; the text is Unicode already, or in another one" : ""
    return "character \(offset + 1), \(code), means nothing in \(encoding.rawValue)\(hint)"
  }
}
