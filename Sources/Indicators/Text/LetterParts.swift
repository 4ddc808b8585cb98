/// A letter of the alphabet in lower case taken apart, in three bytes: what ``VietnameseLetter`` is
/// to a reader, for work on many names.
struct LetterParts: Hashable, Sendable {
  /// The lower-case Latin letter in ASCII.
  var base: UInt8
  /// The modifier.
  var modifier = VietnameseLetter.Modifier.none
  /// The tone.
  var tone = VietnameseLetter.Tone.level

  /// The parts of `letter`; `nil` where it is no letter of the Latin alphabet in lower case with
  /// Vietnamese marks only.
  init?(_ letter: NameLetter) {
    let value = letter.codePoint
    guard !letter.isContinuation, value < Self.table.parts.count,
      let parts = Self.table.parts[Int(value)]
    else { return nil }
    self = parts
  }

  private init(base: UInt8, modifier: VietnameseLetter.Modifier, tone: VietnameseLetter.Tone) {
    self.base = base
    self.modifier = modifier
    self.tone = tone
  }

  /// Whether the base is a vowel letter, `y` among them.
  var isVowel: Bool {
    switch base {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"):
      true
    default: false
    }
  }

  /// The letter without its tone as one code point; `nil` where there is no such letter.
  var withoutTone: NameLetter? { Self.table.toneless[index] }

  private var index: Int {
    Int(base - UInt8(ascii: "a")) * VietnameseLetter.Modifier.allCases.count + modifier.rawValue
  }

  private struct Table: Sendable {
    /// By code point.
    var parts = [LetterParts?](repeating: nil, count: 0x1F00)
    /// By ``LetterParts/index``.
    var toneless = [NameLetter?](
      repeating: nil, count: 26 * VietnameseLetter.Modifier.allCases.count)
  }

  private static let table: Table = {
    var table = Table()
    for value in UInt32(0)..<0x1F00 {
      guard let scalar = Unicode.Scalar(value), VietnameseLetter.standsAlone(scalar),
        let letter = VietnameseLetter(Character(scalar)), !letter.isUppercase,
        let base = letter.base.asciiValue
      else { continue }
      let parts = LetterParts(base: base, modifier: letter.modifier, tone: letter.tone)
      table.parts[Int(value)] = parts
      if letter.tone == .level { table.toneless[parts.index] = NameLetter(scalar) }
    }
    return table
  }()
}
