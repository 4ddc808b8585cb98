extension ByteBuffer {
  /// Appends `text` as a JSON string (RFC 8259, section 7): UTF-8 as it is, with only the quotation
  /// mark, the backslash and control characters escaped. Not normalised: NFD stays NFD.
  mutating func append(jsonString text: String) {
    append(UInt8(ascii: "\""))
    // Almost no text has anything to escape.
    guard text.utf8.contains(where: ByteBuffer.isEscaped) else {
      append(text)
      append(UInt8(ascii: "\""))
      return
    }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case 0x08: append("\\b")
      case 0x09: append("\\t")
      case 0x0A: append("\\n")
      case 0x0C: append("\\f")
      case 0x0D: append("\\r")
      case 0..<0x20, 0x7F:
        append("\\u00")
        append(ByteBuffer.hexadecimalDigit(byte >> 4))
        append(ByteBuffer.hexadecimalDigit(byte & 15))
      default: append(byte)
      }
    }
    append(UInt8(ascii: "\""))
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
  }

  private static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
