/// What Cairo does not write into the beginning of a file.
enum FileHeaders {
  /// Puts the resolution behind the header of a PNG: the chunk `pHYs` in dots a metre.
  ///
  /// Source: Portable Network Graphics (third edition), W3C 2025, 11.3.4.3 and annex D (CRC).
  static func addResolution(_ dotsPerInch: Double) -> OutputStream.Edit {
    { bytes in
      // Signature 8, length 4, type 4, header 13, check 4.
      let end = 33
      guard bytes.count >= end else { return nil }
      let dots = bigEndian(UInt32((dotsPerInch / 0.0254).rounded()))
      let body = Array("pHYs".utf8) + dots + dots + [1]
      let chunk = bigEndian(UInt32(body.count - 4)) + body + bigEndian(checksum(body))
      return bytes[..<end] + chunk + bytes[end...]
    }
  }

  /// Puts title and description into an SVG, where screen readers and searches look for them, and
  /// gives its outer group a name that does not count the surfaces of the process.
  static func addWords(_ information: DrawingInformation) -> OutputStream.Edit {
    { bytes in
      // The end of the tag that the name of the format opens.
      guard let start = bytes.firstRange(of: Array("<svg".utf8)),
        let end = bytes[start.upperBound...].firstIndex(of: UInt8(ascii: ">"))
      else { return nil }
      let words =
        "\n<title>\(escaped(information.title))</title>"
        + (information.description.isEmpty
          ? "" : "\n<desc>\(escaped(information.description))</desc>")
      return bytes[...end] + Array(words.utf8) + bytes[(end + 1)...]
    }
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  private static func bigEndian(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var remainder: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      remainder ^= UInt32(byte)
      for _ in 0..<8 {
        remainder = remainder & 1 == 1 ? 0xEDB8_8320 ^ (remainder >> 1) : remainder >> 1
      }
    }
    return ~remainder
  }
}
