internal import CGDAL

/// Turns the bytes of a whole text file into text.
public enum TextRecoding {
  /// The text that `bytes` are in `encoding`, or, where none is named, what a mark at their
  /// beginning says, else UTF-8. The mark is no part of the text.
  ///
  /// - Throws: an error of level ``GDALError/Level/encoding`` where the bytes are no such text;
  ///   nothing is replaced in silence. `CPLRecode` for all but UTF-8 and UTF-16.
  public static func text(
    of bytes: [UInt8], encoding: String?, subject: String
  ) throws(GDALError) -> String {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return try utf8(bytes.dropFirst(3), subject: subject)
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return try utf16(bytes.dropFirst(2), bigEndian: bytes[0] == 0xFE, subject: subject)
    }
    switch encoding?.lowercased() {
    case nil, "utf-8", "utf8": return try utf8(bytes[...], subject: subject)
    case "utf-16le", "utf-16": return try utf16(bytes[...], bigEndian: false, subject: subject)
    case "utf-16be": return try utf16(bytes[...], bigEndian: true, subject: subject)
    default: return try recoded(bytes, from: encoding ?? "", subject: subject)
    }
  }

  /// Whether `bytes` begin with the mark of UTF-8 or UTF-16.
  public static func hasMark(_ bytes: [UInt8]) -> Bool {
    marks.contains { bytes.starts(with: $0) }
  }

  private static let marks: [[UInt8]] = [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]]

  private static func utf8(
    _ bytes: ArraySlice<UInt8>, subject: String
  ) throws(GDALError) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    throw failure(subject, "the file is not UTF-8; name its encoding, for example CP1258 or tcvn3")
  }

  private static func utf16(
    _ bytes: ArraySlice<UInt8>, bigEndian: Bool, subject: String
  ) throws(GDALError) -> String {
    let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return bigEndian ? first << 8 | second : second << 8 | first
    }
    if bytes.count % 2 == 0, let text = String(validating: units, as: UTF16.self) { return text }
    throw failure(subject, "the file is marked as UTF-16 and is not")
  }

  /// By iconv, line by line because the C function ends at a zero byte.
  private static func recoded(
    _ bytes: [UInt8], from encoding: String, subject: String
  ) throws(GDALError) -> String {
    guard !bytes.contains(0) else {
      throw failure(subject, "the file has zero bytes; is it UTF-16, or no text?")
    }
    let terminated = bytes.map { CChar(bitPattern: $0) } + [0]
    return try unsafe TextDecoding.text(terminated, encoding: encoding, subject: subject)
  }

  private static func failure(_ subject: String, _ reason: String) -> GDALError {
    GDALError(
      level: .encoding, function: "CPLRecode", subject: subject, messages: [reason])
  }
}
