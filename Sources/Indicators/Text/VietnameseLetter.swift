/// One letter of the Vietnamese alphabet taken apart: base letter, modifier, tone and case.
///
/// Letters are looked up by `Character`, whose equality is canonical equivalence (Unicode UAX #15),
/// so a letter is found whether it is written composed (NFC) or decomposed (NFD). Where the marks
/// stand in an order that is not canonically equivalent (`a` + acute + circumflex, as old keyboard
/// drivers wrote it), the marks themselves decide.
public struct VietnameseLetter: Sendable, Hashable {
  /// The mark that makes another letter of the base: ă, â, ơ, đ.
  public enum Modifier: Int, Sendable, Hashable, CaseIterable {
    /// The plain letter.
    case none
    /// ă
    case breve
    /// â ê ô
    case circumflex
    /// ơ ư
    case horn
    /// đ
    case stroke
  }

  /// The six tones, by the mark that writes them.
  public enum Tone: Int, Sendable, Hashable, CaseIterable {
    /// ngang: no mark.
    case level
    /// huyền: à
    case grave
    /// hỏi: ả
    case hook
    /// ngã: ã
    case tilde
    /// sắc: á
    case acute
    /// nặng: ạ
    case dot
  }

  /// The lower-case Latin letter, `a`…`z`.
  public var base: Character
  /// The modifier.
  public var modifier: Modifier
  /// The tone.
  public var tone: Tone
  /// Whether it is a capital.
  public var isUppercase: Bool

  /// Makes a letter of its parts; not every combination exists (see ``character``).
  public init(
    base: Character, modifier: Modifier = .none, tone: Tone = .level, isUppercase: Bool = false
  ) {
    self.base = base
    self.modifier = modifier
    self.tone = tone
    self.isUppercase = isUppercase
  }

  /// The letter that `character` is; `nil` where it is no letter of the Latin alphabet with
  /// Vietnamese marks only.
  public init?(_ character: Character) {
    if let ascii = character.singleByte {
      guard let letter = Self.ascii(ascii) else { return nil }
      self = letter
    } else if let known = Self.known(character) {
      self = known
    } else if let letter = Self.letter(ofMarks: character) {
      self = letter
    } else {
      return nil
    }
  }

  /// The letter as one composed (NFC) character; `nil` where no such letter is in the alphabet
  /// (a tone on a consonant, a breve on `e`).
  public var character: Character? {
    if modifier == .none && tone == .level {
      return isUppercase ? base.uppercased().first : base
    }
    return Self.table.characters[tableIndex]
  }

  /// Where the composed letter stands in the table of letters; 0 for a base beyond a to z.
  private var tableIndex: Int {
    guard let ascii = base.singleByte, (0x61...0x7A).contains(ascii) else { return 0 }
    let kind = Int(ascii - 0x61) * Modifier.allCases.count + modifier.rawValue
    return 1 + (kind * Tone.allCases.count + tone.rawValue) * 2 + (isUppercase ? 1 : 0)
  }

  /// Whether a code point of cleaned text is a character by itself, whatever stands beside it:
  /// nothing up to U+02FF, nor among the composed Latin letters, joins its neighbours (UAX #29) but
  /// CR and LF, which cleaned text has not.
  static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x300 || (0x1E00...0x1EFF).contains(scalar.value)
  }

  /// The letter of one code point in lower case, composed; `nil` where it is no letter of the
  /// alphabet.
  static func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x61...0x7A: return scalar
    case 0x41...0x5A: return Unicode.Scalar(scalar.value + 0x20)
    case 0x80..<0x1F00: return table.lowercased[Int(scalar.value)]
    default: return nil
    }
  }

  /// Whether the base is a vowel letter, `y` among them.
  public var isVowel: Bool { "aeiouy".contains(base) }

  /// The letter without its tone.
  public var withoutTone: VietnameseLetter {
    VietnameseLetter(base: base, modifier: modifier, tone: .level, isUppercase: isUppercase)
  }

  /// The letter in lower case.
  public var lowercased: VietnameseLetter {
    VietnameseLetter(base: base, modifier: modifier, tone: tone)
  }
}

extension VietnameseLetter {
  private static func ascii(_ value: UInt8) -> VietnameseLetter? {
    switch value {
    case 0x61...0x7A: VietnameseLetter(base: Character(Unicode.Scalar(value)))
    case 0x41...0x5A:
      VietnameseLetter(base: Character(Unicode.Scalar(value + 0x20)), isUppercase: true)
    default: nil
    }
  }

  private struct Table: Sendable {
    var letters: [Character: VietnameseLetter] = [:]
    /// The composed letters by ``VietnameseLetter/tableIndex``.
    var characters: [Character?] = Array(
      repeating: nil, count: 1 + 26 * Modifier.allCases.count * Tone.allCases.count * 2)
    /// The composed letters by code point: hashing a character costs ten times as much.
    var byScalar: [VietnameseLetter?] = Array(repeating: nil, count: 0x1F00)
    /// The composed letters in lower case by code point of either case.
    var lowercased: [Unicode.Scalar?] = Array(repeating: nil, count: 0x1F00)
  }

  private static func known(_ character: Character) -> VietnameseLetter? {
    let scalars = character.unicodeScalars
    guard let first = scalars.first, scalars.count == 1 else { return table.letters[character] }
    return first.value < 0x1F00 ? table.byScalar[Int(first.value)] : nil
  }

  /// The accented letters, each row in the order of ``Tone``.
  private static let rows: [(Character, Modifier, String)] = [
    ("a", .none, "aàảãáạ"), ("a", .breve, "ăằẳẵắặ"), ("a", .circumflex, "âầẩẫấậ"),
    ("e", .none, "eèẻẽéẹ"), ("e", .circumflex, "êềểễếệ"), ("i", .none, "iìỉĩíị"),
    ("o", .none, "oòỏõóọ"), ("o", .circumflex, "ôồổỗốộ"), ("o", .horn, "ơờởỡớợ"),
    ("u", .none, "uùủũúụ"), ("u", .horn, "ưừửữứự"), ("y", .none, "yỳỷỹýỵ"), ("d", .stroke, "đ"),
  ]

  private static let table: Table = {
    var table = Table()
    for (base, modifier, characters) in rows {
      for (tone, lower) in zip(Tone.allCases, characters) {
        guard let upper = lower.uppercased().first else { continue }
        for (character, isUppercase) in [(lower, false), (upper, true)] {
          let letter = VietnameseLetter(
            base: base, modifier: modifier, tone: tone, isUppercase: isUppercase)
          table.letters[character] = letter
          for scalar in character.unicodeScalars {
            table.byScalar[Int(scalar.value)] = letter
            table.lowercased[Int(scalar.value)] = lower.unicodeScalars.first
          }
          table.characters[letter.tableIndex] = character
        }
      }
    }
    return table
  }()

  private static func letter(ofMarks character: Character) -> VietnameseLetter? {
    let scalars = character.unicodeScalars
    guard scalars.count > 1, let first = scalars.first else { return nil }
    let start = Character(first)
    let found = start.asciiValue.flatMap { ascii($0) } ?? table.letters[start]
    guard var letter = found else { return nil }
    for scalar in scalars.dropFirst() {
      switch scalar.value {
      case 0x0302 where letter.modifier == .none: letter.modifier = .circumflex
      case 0x0306 where letter.modifier == .none: letter.modifier = .breve
      case 0x031B where letter.modifier == .none: letter.modifier = .horn
      default:
        guard letter.tone == .level, let tone = Tone(combining: scalar.value) else { return nil }
        letter.tone = tone
      }
    }
    return letter.character == nil ? nil : letter
  }
}

extension VietnameseLetter.Tone {
  /// The tone that a combining mark writes; `nil` for any other code point.
  init?(combining value: UInt32) {
    switch value {
    case 0x0300, 0x0340: self = .grave
    case 0x0309: self = .hook
    case 0x0303: self = .tilde
    case 0x0301, 0x0341: self = .acute
    case 0x0323: self = .dot
    default: return nil
    }
  }
}
