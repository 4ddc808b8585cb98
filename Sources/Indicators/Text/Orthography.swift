/// The spellings of one name that readers of Vietnamese take for the same.
enum Orthography {
  /// A word in its one spelling: its letters without tones, and the tone apart.
  struct Word {
    var letters: String
    var tone = VietnameseLetter.Tone.level
  }

  /// The words of `core` (lower case, composed), each in its one spelling.
  static func words(_ core: ArraySlice<NameLetter>) -> [Word] {
    var words: [Word] = []
    var word: [NameLetter] = []
    func end() {
      if !word.isEmpty { words.append(unified(word)) }
      word.removeAll(keepingCapacity: true)
    }
    for (index, letter) in zip(core.indices, core) {
      let isMarked = index + 1 < core.endIndex && core[index + 1].isContinuation
      switch letter {
      case "'" where !isMarked: continue
      case " " where !isMarked, "-" where !isMarked, "." where !isMarked, "," where !isMarked: end()
      default: word.append(letter)
      }
    }
    end()
    return words
  }

  /// The words as text, parted by spaces, the tone of each as a digit behind it as in the VNI way of
  /// typing.
  static func text(_ words: [Word]) -> String {
    var text = ""
    for word in words {
      if !text.isEmpty { text += " " }
      text += word.letters
      if word.tone != .level { text += word.tone.suffix }
    }
    return text
  }

  /// The words as text without diacritics, parted by spaces.
  static func plainText(_ words: [Word]) -> String {
    var plain: [NameLetter] = []
    for word in words {
      if !plain.isEmpty { plain.append(" ") }
      let letters = NameLetter.lowercased(word.letters)
      for (index, letter) in letters.enumerated() {
        let isMarked = index + 1 < letters.count && letters[index + 1].isContinuation
        if !isMarked, let parts = LetterParts(letter) {
          plain.append(NameLetter(Unicode.Scalar(parts.base)))
        } else {
          plain.append(letter)
        }
      }
    }
    return String(plain)
  }

  /// One word: letters and tone apart, so that it does not matter over which vowel the tone
  /// stands. Words of the highland languages that end in k, which no
  /// Vietnamese word does, lose ă against a, sắc, and initial đ against d (Đăk, Đắk, Đak, Dak).
  private static func unified(_ word: [NameLetter]) -> Word {
    if word.allSatisfy(\.isNumber) {
      let digits = String(word.drop { $0 == "0" })
      return Word(letters: digits.isEmpty ? "0" : digits)
    }
    var letters: [LetterParts] = []
    letters.reserveCapacity(word.count)
    var tone = VietnameseLetter.Tone.level
    for letter in word {
      guard let parts = LetterParts(letter) else { return Word(letters: String(word)) }
      // Two tones in one word belong to no syllable: nothing is known of it, so nothing is moved.
      guard parts.tone == .level || tone == .level else { return Word(letters: String(word)) }
      if parts.tone != .level { tone = parts.tone }
      letters.append(parts)
    }
    unifyFinalK(&letters, &tone)
    unifyIAndY(&letters)
    var text = String(letters.lazy.compactMap(\.withoutTone))
    if text == "krong" { text = "krông" }
    return Word(letters: text, tone: tone)
  }

  private static func unifyFinalK(
    _ letters: inout [LetterParts], _ tone: inout VietnameseLetter.Tone
  ) {
    guard letters.count > 1, letters.last?.base == UInt8(ascii: "k") else { return }
    if tone == .acute { tone = .level }
    for index in letters.indices {
      if letters[index].modifier == .breve { letters[index].modifier = .none }
    }
    if letters.map(\.base) == Array("dak".utf8) { letters[0].modifier = .stroke }
  }

  /// y alone behind one consonant (or alone, or behind qu) is written i as well: Kỳ, Kì; Mỹ, Mĩ;
  /// Quý, Quí. Behind a vowel the two are different words (Thuý, Thúi; Tay, Tai).
  private static func unifyIAndY(_ letters: inout [LetterParts]) {
    guard let last = letters.last, last.base == UInt8(ascii: "y") else { return }
    let onset = letters.dropLast()
    let isQu = onset.count == 2 && onset.map(\.base) == Array("qu".utf8)
    guard isQu || !onset.contains(where: \.isVowel) else { return }
    letters[letters.count - 1].base = UInt8(ascii: "i")
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
}
