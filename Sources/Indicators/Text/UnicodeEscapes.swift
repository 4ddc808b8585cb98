/// Text in which characters are written out as `\u00e0`, four hexadecimal digits a UTF-16 unit.
enum UnicodeEscapes {
  /// Replaces each escape by its character; surrogate pairs are joined. A backslash that begins no
  /// escape stays.
  ///
  /// - Throws: ``LegacyTextError`` at a `\u` without four digits, or at half a surrogate pair.
  static func decode(_ text: String) throws(LegacyTextError) -> String {
    let source = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var position = 0
    while position < source.count {
      guard source[position] == "\\", position + 1 < source.count, source[position + 1] == "u"
      else {
        result.append(source[position])
        position += 1
        continue
      }
      let start = position
      guard let unit = unit(in: source, at: position) else {
        throw LegacyTextError(encoding: .escapes, offset: start, value: 0x5C)
      }
      position += 6
      var value = unit
      if (0xD800..<0xDC00).contains(unit), let low = self.unit(in: source, at: position),
        (0xDC00..<0xE000).contains(low)
      {
        value = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
        position += 6
      }
      guard let scalar = Unicode.Scalar(value) else {
        throw LegacyTextError(encoding: .escapes, offset: start, value: value)
      }
      result.append(scalar)
    }
    return String(result)
  }

  /// Writes every character above U+007E as escapes.
  static func encode(_ text: String) -> String {
    var result = ""
    for unit in text.utf16 {
      if unit <= 0x7E, let scalar = Unicode.Scalar(unit) {
        result.unicodeScalars.append(scalar)
      } else {
        let digits = String(unit, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return result
  }

  private static func unit(in source: [Unicode.Scalar], at position: Int) -> UInt32? {
    guard position + 6 <= source.count, source[position] == "\\", source[position + 1] == "u"
    else { return nil }
    var value: UInt32 = 0
    for scalar in source[(position + 2)..<(position + 6)] {
      guard let digit = Character(scalar).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
