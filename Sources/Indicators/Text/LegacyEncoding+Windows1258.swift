/// Windows-1258: Latin letters in one byte, the five tones as combining bytes behind them.
///
/// Positions: the vendor's table as published by the Unicode consortium (CP1258.TXT). What is
/// decoded is composed again, so that "ê" + acute comes out as "ế".
enum Windows1258 {
  /// Positions 0x80…0x9F; U+0000 where there is none.
  private static let controls: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0, 0x2039, 0x0152,
    0, 0, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0, 0x203A,
    0x0153, 0, 0, 0x0178,
  ]

  /// Where the upper quarters differ from ISO 8859-1.
  private static let differing: [UInt8: UInt16] = [
    0xC3: 0x0102, 0xCC: 0x0300, 0xD0: 0x0110, 0xD2: 0x0309, 0xD5: 0x01A0, 0xDD: 0x01AF,
    0xDE: 0x0303, 0xE3: 0x0103, 0xEC: 0x0301, 0xF0: 0x0111, 0xF2: 0x0323, 0xF5: 0x01A1,
    0xFD: 0x01B0, 0xFE: 0x20AB,
  ]

  private static let bytes: [UInt32: UInt8] = {
    var bytes: [UInt32: UInt8] = [:]
    for byte in UInt8.min...UInt8.max {
      if let scalar = scalar(of: byte) { bytes[scalar.value] = byte }
    }
    return bytes
  }()

  private static func scalar(of byte: UInt8) -> Unicode.Scalar? {
    if (0x80...0x9F).contains(byte) {
      let value = controls[Int(byte) - 0x80]
      return value == 0 ? nil : Unicode.Scalar(value)
    }
    return differing[byte].map { Unicode.Scalar($0) } ?? Unicode.Scalar(byte)
  }

  static func decode(_ bytes: [UInt8]) throws(LegacyTextError) -> String {
    var scalars = String.UnicodeScalarView()
    for (offset, byte) in bytes.enumerated() {
      guard let scalar = scalar(of: byte) else {
        throw LegacyTextError(encoding: .windows1258, offset: offset, value: UInt32(byte))
      }
      scalars.append(scalar)
    }
    return String(String(scalars).map { VietnameseLetter($0)?.character ?? $0 })
  }

  static func encode(_ text: String) throws(LegacyTextError) -> [UInt8] {
    var encoded: [UInt8] = []
    for (offset, character) in text.enumerated() {
      var scalars = Array(character.unicodeScalars)
      if let letter = VietnameseLetter(character), let bare = letter.withoutTone.character {
        scalars = Array(bare.unicodeScalars)
        if let mark = mark(of: letter.tone) { scalars.append(mark) }
      }
      for scalar in scalars {
        guard let byte = bytes[scalar.value] else {
          throw LegacyTextError(encoding: .windows1258, offset: offset, value: scalar.value)
        }
        encoded.append(byte)
      }
    }
    return encoded
  }

  private static func mark(of tone: VietnameseLetter.Tone) -> Unicode.Scalar? {
    switch tone {
    case .level: nil
    case .grave: "\u{0300}"
    case .hook: "\u{0309}"
    case .tilde: "\u{0303}"
    case .acute: "\u{0301}"
    case .dot: "\u{0323}"
    }
  }
}
