/// What is taken from a name before it is read: invisible characters, spaces, ordinals.
public enum NameCleaning {
  /// `text` without zero-width characters and soft hyphens, every run of white space (no-break
  /// spaces and line breaks among it) one space, none at the ends; typographic apostrophes and
  /// dashes are made plain ones and trailing footnote asterisks are taken off.
  public static func cleaned(_ text: String) -> String {
    if isClean(text) { return text }
    var scalars = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x200B...0x200F, 0x2060, 0xFEFF, 0x00AD: continue
      default: break
      }
      if scalar.properties.isWhitespace {
        pendingSpace = !scalars.isEmpty
        continue
      }
      if pendingSpace { scalars.append(" ") }
      pendingSpace = false
      scalars.append(plainMark(scalar))
    }
    while let last = scalars.last, last == "*" || last == " " { scalars.removeLast() }
    return String(scalars)
  }

  /// Whether `text` is ASCII in which there is nothing to clean: most cells of most tables.
  private static func isClean(_ text: String) -> Bool {
    var isAfterSpace = true
    for byte in text.utf8 {
      guard byte >= 0x20, byte < 0x7F, byte != 0x60, byte != 0x2A else { return false }
      if byte == 0x20 && isAfterSpace { return false }
      isAfterSpace = byte == 0x20
    }
    return text.isEmpty || !isAfterSpace
  }

  private static func plainMark(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x2018, 0x2019, 0x02BC, 0x02BB, 0x0060, 0x00B4, 0x2032: "'"
    case 0x2010...0x2015, 0x2212: "-"
    default: scalar
    }
  }

  /// The letters of `text` in lower case, each composed (NFC).
  static func lowercasedLetters(_ text: String) -> [Character] {
    var letters: [Character] = []
    letters.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      guard VietnameseLetter.standsAlone(scalar) else { return lowercasedClusters(text) }
      if let lower = VietnameseLetter.lowercased(scalar) {
        letters.append(lower)
      } else {
        letters.append(contentsOf: Character(scalar).lowercased())
      }
    }
    return letters
  }

  /// The same for text in which a letter may be several code points.
  private static func lowercasedClusters(_ text: String) -> [Character] {
    var letters: [Character] = []
    letters.reserveCapacity(text.utf8.count)
    for character in text {
      if let letter = VietnameseLetter(character), let lower = letter.lowercased.character {
        letters.append(lower)
      } else {
        letters.append(contentsOf: character.lowercased())
      }
    }
    return letters
  }

  /// The length of the ordinal in front of a name, its punctuation and spaces: `13. `, `II.`,
  /// `1) `, `1.2. `, `a) `, `- `; 0 where there is none or nothing would follow.
  ///
  /// `X.` is xã unless a type follows it, and `P.`, `H.`, `Q.` are types; a number without
  /// punctuation is an ordinal only before a type (`12 Huyện Ba Tơ`).
  static func ordinalLength(_ name: [Character]) -> Int {
    let marker = name.prefix { character in
      guard let ascii = character.singleByte else { return character.isNumber }
      switch ascii {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2E, 0x29: return true
      default: return false
      }
    }
    var length = 0
    if let first = name.first, "-+•·".contains(first) {
      length = 1
    } else if let fused = fusedOrdinalLength(name) {
      return fused
    } else if isDigits(marker) {
      guard
        marker.last == "." || marker.last == ")" || followsDash(name, marker.count)
          || isTyped(name[marker.count...])
      else { return 0 }
      length = marker.count
    } else if let last = marker.last, last == "." || last == ")", marker.count > 1 {
      let word = marker.dropLast()
      let isRoman = word.allSatisfy { "ivxlc".contains($0) }
      let isLetter = word.count == 1 && word.allSatisfy { "abcdefg".contains($0) }
      guard isRoman || isLetter else { return 0 }
      let rest = name[marker.count...].drop { $0 == " " }
      guard last == ")" || word != ["x"] || isTyped(rest) else { return 0 }
      length = marker.count
    } else if !marker.isEmpty && marker.allSatisfy({ "ivxlc".contains($0) })
      && (followsDash(name, marker.count) || isTyped(name[marker.count...]))
    {
      length = marker.count
    }
    guard length > 0 else { return 0 }
    let rest = name[length...].drop { " -.)/".contains($0) }
    return rest.isEmpty ? 0 : name.count - rest.count
  }

  /// `1.Ba Tơ`: no space behind the full stop, so the marker runs into the name.
  private static func fusedOrdinalLength(_ name: [Character]) -> Int? {
    let digits = name.prefix { $0.isNumber }
    guard !digits.isEmpty, let mark = name[digits.count...].first, mark == "." || mark == ")",
      let next = name.dropFirst(digits.count + 1).first, next.isLetter
    else { return nil }
    return digits.count + 1
  }

  private static func isDigits(_ marker: ArraySlice<Character>) -> Bool {
    guard marker.first?.isNumber == true else { return false }
    return marker.allSatisfy { $0.isNumber || $0 == "." || $0 == ")" }
  }

  private static func followsDash(_ name: [Character], _ position: Int) -> Bool {
    let rest = name[position...]
    return rest.starts(with: " - ") || rest.starts(with: "/")
  }

  private static func isTyped(_ rest: ArraySlice<Character>) -> Bool {
    let name = Array(rest.drop { $0 == " " })
    return UnitType.split(name, settlements: true) != nil
  }
}
