/// The spellings of one name that readers of Vietnamese take for the same.
enum Orthography {
  /// A word in its one spelling: its letters without tones, and the tone apart.
  struct Word {
    var letters: String
    var tone = VietnameseLetter.Tone.level

    /// The word with its tone as a digit behind it, as in the VNI way of typing.
    var text: String { tone == .level ? letters : letters + tone.suffix }
  }

  /// The words of `core` (lower case, composed), each in its one spelling.
  static func words(_ core: ArraySlice<Character>) -> [Word] {
    var words: [Word] = []
    var word: [Character] = []
    func end() {
      if !word.isEmpty { words.append(unified(word)) }
      word.removeAll(keepingCapacity: true)
    }
    for character in core {
      switch character.singleByte {
      case UInt8(ascii: "'"): continue
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ","): end()
      default: word.append(character)
      }
    }
    end()
    return words
  }

  /// `text` (in lower case) without diacritics.
  static func plain(_ text: String) -> String {
    var plain = ""
    for character in text {
      plain.append(VietnameseLetter(character)?.base ?? character)
    }
    return plain
  }

  /// One word: letters and tone apart, so that it does not matter over which vowel the tone
  /// stands. Words of the highland languages that end in k, which no
  /// Vietnamese word does, lose ă against a, sắc, and initial đ against d (Đăk, Đắk, Đak, Dak).
  private static func unified(_ word: [Character]) -> Word {
    if word.allSatisfy(\.isDigitOrNumber) {
      let digits = String(word.drop { $0 == "0" })
      return Word(letters: digits.isEmpty ? "0" : digits)
    }
    var letters: [VietnameseLetter] = []
    var tone = VietnameseLetter.Tone.level
    for character in word {
      guard let letter = VietnameseLetter(character) else { return Word(letters: String(word)) }
      // Two tones in one word belong to no syllable: nothing is known of it, so nothing is moved.
      guard letter.tone == .level || tone == .level else { return Word(letters: String(word)) }
      if letter.tone != .level { tone = letter.tone }
      letters.append(letter.withoutTone)
    }
    unifyFinalK(&letters, &tone)
    unifyIAndY(&letters)
    var text = String(letters.compactMap(\.character))
    if text == "krong" { text = "krông" }
    return Word(letters: text, tone: tone)
  }

  private static func unifyFinalK(
    _ letters: inout [VietnameseLetter], _ tone: inout VietnameseLetter.Tone
  ) {
    guard letters.count > 1, letters.last?.base == "k" else { return }
    if tone == .acute { tone = .level }
    for index in letters.indices {
      if letters[index].modifier == .breve { letters[index].modifier = .none }
    }
    if letters.map(\.base) == ["d", "a", "k"] { letters[0].modifier = .stroke }
  }

  /// y alone behind one consonant (or alone, or behind qu) is written i as well: Kỳ, Kì; Mỹ, Mĩ;
  /// Quý, Quí. Behind a vowel the two are different words (Thuý, Thúi; Tay, Tai).
  private static func unifyIAndY(_ letters: inout [VietnameseLetter]) {
    guard let last = letters.last, last.base == "y" else { return }
    let onset = letters.dropLast().map(\.base)
    let isQu = onset == ["q", "u"]
    guard isQu || !letters.dropLast().contains(where: \.isVowel) else { return }
    letters[letters.count - 1].base = "i"
  }
}

extension VietnameseLetter.Tone {
  /// The digit that types the tone in VNI.
  fileprivate var suffix: String {
    switch self {
    case .level: ""
    case .acute: "1"
    case .grave: "2"
    case .hook: "3"
    case .tilde: "4"
    case .dot: "5"
    }
  }
}

extension Character {
  /// The byte of an ASCII character; `nil` of all else. Comparing characters costs ten times as
  /// much where one of them is accented.
  var singleByte: UInt8? { utf8.count == 1 ? utf8.first : nil }

  /// ``isNumber``, found without a look into the tables of Unicode where it is ASCII.
  fileprivate var isDigitOrNumber: Bool {
    singleByte.map { (0x30...0x39).contains($0) } ?? isNumber
  }
}
