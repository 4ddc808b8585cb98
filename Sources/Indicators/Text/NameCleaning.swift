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
      if isSpace(scalar) {
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

  /// Whether there is nothing to clean in `text`: most cells of most tables, and most names.
  private static func isClean(_ text: String) -> Bool {
    var isAfterSpace = true
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x20:
        if isAfterSpace { return false }
        isAfterSpace = true
        continue
      case 0x21..<0x7F where scalar.value != 0x60 && scalar.value != 0x2A: break
      // Latin letters, the Vietnamese ones among them.
      case 0xC0...0x24F, 0x1E00...0x1EFF: break
      default: return false
      }
      isAfterSpace = false
    }
    return text.isEmpty || !isAfterSpace
  }

  /// White space as Unicode has it (`White_Space`), without a look into its tables where there is
  /// none.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21..<0x7F, 0xC0...0x24F, 0x300...0x36F, 0x1E00...0x1EFF: false
    default: scalar.properties.isWhitespace
    }
  }

  private static func plainMark(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x2018, 0x2019, 0x02BC, 0x02BB, 0x0060, 0x00B4, 0x2032: "'"
    case 0x2010...0x2015, 0x2212: "-"
    default: scalar
    }
  }

  private static let romanDigits: [NameLetter] = ["i", "v", "x", "l", "c"]
  private static let letterOrdinals: [NameLetter] = ["a", "b", "c", "d", "e", "f", "g"]
  private static let marks: [NameLetter] = ["-", "+", "•", "·"]
  private static let punctuation: [NameLetter] = [" ", "-", ".", ")", "/"]

  /// The length of the ordinal in front of a name, its punctuation and spaces: `13. `, `II.`,
  /// `1) `, `1.2. `, `a) `, `- `; 0 where there is none or nothing would follow.
  ///
  /// `X.` is xã unless a type follows it, and `P.`, `H.`, `Q.` are types; a number without
  /// punctuation is an ordinal only before a type (`12 Huyện Ba Tơ`).
  static func ordinalLength(_ name: [NameLetter]) -> Int {
    let marker = name.prefix { letter in
      letter.isASCII
        ? letter.isLetter || letter.isNumber || letter == "." || letter == ")"
        : letter.isNumber
    }
    var length = 0
    if let first = name.first, marks.contains(first) {
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
      let isRoman = word.allSatisfy(romanDigits.contains)
      let isLetter = word.count == 1 && word.allSatisfy(letterOrdinals.contains)
      guard isRoman || isLetter else { return 0 }
      let rest = name[marker.count...].drop { $0 == " " }
      guard last == ")" || word != ["x"][...] || isTyped(rest) else { return 0 }
      length = marker.count
    } else if !marker.isEmpty && marker.allSatisfy(romanDigits.contains)
      && (followsDash(name, marker.count) || isTyped(name[marker.count...]))
    {
      length = marker.count
    }
    guard length > 0 else { return 0 }
    let rest = name[length...].drop { punctuation.contains($0) }
    return rest.isEmpty ? 0 : name.count - rest.count
  }

  /// `1.Ba Tơ`: no space behind the full stop, so the marker runs into the name.
  private static func fusedOrdinalLength(_ name: [NameLetter]) -> Int? {
    let digits = name.prefix { $0.isNumber }
    guard !digits.isEmpty, let mark = name[digits.count...].first, mark == "." || mark == ")",
      let next = name.dropFirst(digits.count + 1).first, next.isLetter
    else { return nil }
    return digits.count + 1
  }

  private static func isDigits(_ marker: ArraySlice<NameLetter>) -> Bool {
    guard marker.first?.isNumber == true else { return false }
    return marker.allSatisfy { $0.isNumber || $0 == "." || $0 == ")" }
  }

  private static func followsDash(_ name: [NameLetter], _ position: Int) -> Bool {
    let rest = name[position...]
    return rest.starts(with: [" ", "-", " "]) || rest.first == "/"
  }

  private static func isTyped(_ rest: ArraySlice<NameLetter>) -> Bool {
    let name = Array(rest.drop { $0 == " " })
    return UnitType.split(name, settlements: true) != nil
  }
}
