/// VNI for Windows: an ASCII letter, and behind it one byte for its marks; ơ, ư, đ, and i and ỵ with
/// tones, are bytes of their own.
///
/// The marks have a capital and a small form; either is read behind either case, the letter decides
/// ("Ñoäc laäp" is Độc lập).
enum VNI {
  private typealias Letter = VietnameseLetter

  /// The bytes that stand for a whole letter, in lower case; capitals are 0x20 below.
  private static let singles: [UInt8: Letter] = [
    0xF4: Letter(base: "o", modifier: .horn), 0xF6: Letter(base: "u", modifier: .horn),
    0xF1: Letter(base: "d", modifier: .stroke), 0xED: Letter(base: "i", tone: .acute),
    0xEC: Letter(base: "i", tone: .grave), 0xE6: Letter(base: "i", tone: .hook),
    0xF3: Letter(base: "i", tone: .tilde), 0xF2: Letter(base: "i", tone: .dot),
    0xEE: Letter(base: "y", tone: .dot),
  ]

  /// The bytes that stand for marks, in lower case; capitals are 0x20 below.
  private static let marks: [UInt8: (Letter.Modifier, Letter.Tone)] = [
    0xF8: (.none, .grave), 0xFB: (.none, .hook), 0xF5: (.none, .tilde), 0xF9: (.none, .acute),
    0xEF: (.none, .dot), 0xEA: (.breve, .level), 0xE8: (.breve, .grave), 0xFA: (.breve, .hook),
    0xFC: (.breve, .tilde), 0xE9: (.breve, .acute), 0xEB: (.breve, .dot),
    0xE2: (.circumflex, .level), 0xE0: (.circumflex, .grave), 0xE5: (.circumflex, .hook),
    0xE3: (.circumflex, .tilde), 0xE1: (.circumflex, .acute), 0xE4: (.circumflex, .dot),
  ]

  private static let bytes: [Letter: [UInt8]] = {
    var bytes: [Letter: [UInt8]] = [:]
    for (byte, letter) in singles {
      bytes[letter] = [byte]
      bytes[capital(letter)] = [byte - 0x20]
    }
    let bases = "aeiouy".map { Letter(base: $0) } + singles.values.filter { $0.modifier == .horn }
    for (mark, (modifier, tone)) in marks {
      for base in bases {
        guard let letter = combined(base, modifier, tone), bytes[letter] == nil else { continue }
        let prefix = bytes[base]?.first ?? base.base.asciiValue ?? 0
        let upper = bytes[capital(base)]?.first ?? prefix - 0x20
        bytes[letter] = [prefix, mark]
        bytes[capital(letter)] = [upper, mark - 0x20]
      }
    }
    return bytes
  }()

  private static func capital(_ letter: Letter) -> Letter {
    var capital = letter
    capital.isUppercase = true
    return capital
  }

  private static func combined(
    _ letter: Letter, _ modifier: Letter.Modifier, _ tone: Letter.Tone
  ) -> Letter? {
    guard letter.tone == .level, letter.modifier == .none || modifier == .none else { return nil }
    var result = letter
    if modifier != .none { result.modifier = modifier }
    result.tone = tone
    return result.character == nil ? nil : result
  }

  static func decode(_ bytes: [UInt8]) throws(LegacyTextError) -> String {
    var text = ""
    var previous: Letter?
    for (offset, byte) in bytes.enumerated() {
      let small = byte >= 0xC0 && byte < 0xE0 ? byte + 0x20 : byte
      if byte < 0x80 || byte == 0xA0 {
        let character = Character(Unicode.Scalar(byte))
        text.append(character)
        previous = Letter(character)
      } else if var letter = singles[small] {
        letter.isUppercase = small != byte
        if let character = letter.character { text.append(character) }
        previous = letter
      } else if let (modifier, tone) = marks[small],
        let letter = previous.flatMap({ combined($0, modifier, tone) }),
        let character = letter.character
      {
        text.removeLast()
        text.append(character)
        previous = nil
      } else {
        throw LegacyTextError(encoding: .vni, offset: offset, value: UInt32(byte))
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
      } else if let letter = Letter(character), let known = bytes[letter] {
        encoded += known
      } else {
        throw LegacyTextError(
          encoding: .vni, offset: offset, value: character.unicodeScalars.first?.value ?? 0)
      }
    }
    return encoded
  }
}
