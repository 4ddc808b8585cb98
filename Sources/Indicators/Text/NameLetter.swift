/// A code point of a name as it is compared: in lower case, composed where a composed letter exists.
///
/// Names are compared millions of times, and a whole number is compared in a tenth of the time that
/// a `Character` takes. Marks that have no composed letter stand behind theirs as continuations, so
/// that a letter with such a mark is neither the letter alone nor a letter more.
struct NameLetter: Hashable, Sendable {
  private static let continuation: UInt32 = 1 << 31
  private let value: UInt32

  /// Makes a letter of a code point.
  init(_ scalar: Unicode.Scalar) { value = scalar.value }

  private init(continuing scalar: Unicode.Scalar) { value = scalar.value | Self.continuation }

  /// Whether it is a mark of the letter before it.
  var isContinuation: Bool { value & Self.continuation != 0 }

  /// The code point; of a continuation its mark's.
  var codePoint: UInt32 { value & ~Self.continuation }

  /// Whether it is an ASCII character.
  var isASCII: Bool { value < 0x80 }

  /// Whether it is an ASCII digit, or a number in any script as Unicode has it.
  var isNumber: Bool {
    if value < 0x80 { return (0x30...0x39).contains(value) }
    if isCommon || isContinuation { return false }
    return scalar?.properties.numericType != nil
  }

  /// Whether it is a letter as Unicode has it.
  var isLetter: Bool {
    if value < 0x80 { return (0x61...0x7A).contains(value | 0x20) }
    if isCommon { return true }
    return !isContinuation && scalar?.properties.isAlphabetic == true
  }

  /// The letters of Vietnamese and its neighbours, of which nothing needs to be looked up.
  private var isCommon: Bool {
    (0x1E00...0x1EFF).contains(value) || (0xF8...0x24F).contains(value)
      || (0xC0...0xF6).contains(value) && value != 0xD7
  }

  private var scalar: Unicode.Scalar? { Unicode.Scalar(codePoint) }

  /// The letters of `text` in lower case, each composed (NFC) where it can be. O(n).
  static func lowercased(_ text: String) -> [NameLetter] {
    var letters: [NameLetter] = []
    letters.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      guard VietnameseLetter.standsAlone(scalar) else { return lowercasedClusters(text) }
      if let lower = VietnameseLetter.lowercased(scalar) {
        letters.append(NameLetter(lower))
      } else {
        append(scalar.properties.lowercaseMapping, to: &letters)
      }
    }
    return letters
  }

  /// The same for text in which a letter may be several code points.
  private static func lowercasedClusters(_ text: String) -> [NameLetter] {
    var letters: [NameLetter] = []
    for character in text {
      if let letter = VietnameseLetter(character), let lower = letter.lowercased.character {
        append(String(lower), to: &letters)
      } else {
        append(character.lowercased(), to: &letters)
      }
    }
    return letters
  }

  private static func append(_ text: String, to letters: inout [NameLetter]) {
    for character in text {
      for (index, scalar) in character.unicodeScalars.enumerated() {
        letters.append(index == 0 ? NameLetter(scalar) : NameLetter(continuing: scalar))
      }
    }
  }
}

extension NameLetter: ExpressibleByUnicodeScalarLiteral {
  init(unicodeScalarLiteral scalar: Unicode.Scalar) { self.init(scalar) }
}

extension String {
  /// The text that `letters` write. O(n).
  init(_ letters: some Sequence<NameLetter>) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(letters.underestimatedCount * 3)
    for letter in letters {
      let value = letter.codePoint
      func tail(_ shift: UInt32) -> UInt8 {
        UInt8(truncatingIfNeeded: value >> shift & 0x3F | 0x80)
      }
      switch value {
      case 0..<0x80: bytes.append(UInt8(truncatingIfNeeded: value))
      case 0x80..<0x800:
        bytes.append(UInt8(truncatingIfNeeded: value >> 6 | 0xC0))
        bytes.append(tail(0))
      case 0x800..<0x1_0000:
        bytes.append(UInt8(truncatingIfNeeded: value >> 12 | 0xE0))
        bytes.append(tail(6))
        bytes.append(tail(0))
      default:
        bytes.append(UInt8(truncatingIfNeeded: value >> 18 | 0xF0))
        bytes.append(tail(12))
        bytes.append(tail(6))
        bytes.append(tail(0))
      }
    }
    self.init(decoding: bytes, as: UTF8.self)
  }
}
