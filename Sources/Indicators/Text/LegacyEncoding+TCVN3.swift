/// TCVN 5712:1993, variant VN3: one byte a letter, ASCII below 0x80.
///
/// The positions are those of the standard (glibc's `TCVN5712-1` has the same ones and more). VN3
/// has the capitals Ă Â Ê Ô Ơ Ư Đ only; what VN1 adds above (0x80–0x9F, 0xAF, 0xB0–0xB4, …) no
/// `.Vn…` font shows, and Windows programs put dashes and quotation marks there: it is refused.
enum TCVN3 {
  /// Positions 0xA1…0xFE; a point where VN3 has none.
  private static let upperHalf = Array(
    "ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ......." + "ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù."
      + "ủũúụừửữứựỳỷỹýỵ")

  private static let bytes: [Character: UInt8] = {
    var bytes: [Character: UInt8] = [:]
    for (index, character) in upperHalf.enumerated() where character != "." {
      bytes[character] = UInt8(0xA1 + index)
    }
    return bytes
  }()

  static func decode(_ bytes: [UInt8]) throws(LegacyTextError) -> String {
    var text = ""
    text.reserveCapacity(bytes.count * 2)
    for (offset, byte) in bytes.enumerated() {
      switch byte {
      case ..<0x80: text.unicodeScalars.append(Unicode.Scalar(byte))
      case 0xA0: text.append("\u{A0}")
      case 0xA1...0xFE where upperHalf[Int(byte) - 0xA1] != ".":
        text.append(upperHalf[Int(byte) - 0xA1])
      default:
        throw LegacyTextError(encoding: .tcvn3, offset: offset, value: UInt32(byte))
      }
    }
    return text
  }

  static func encode(_ text: String) throws(LegacyTextError) -> [UInt8] {
    var encoded: [UInt8] = []
    for (offset, character) in text.enumerated() {
      if let ascii = character.asciiValue {
        encoded.append(ascii)
      } else if character == "\u{A0}" {
        encoded.append(0xA0)
      } else if let byte = bytes[character] {
        encoded.append(byte)
      } else if let lower = character.lowercased().first, let byte = bytes[lower] {
        encoded.append(byte)
      } else {
        throw LegacyTextError(
          encoding: .tcvn3, offset: offset, value: character.unicodeScalars.first?.value ?? 0)
      }
    }
    return encoded
  }
}
