/// How a table writes its numbers.
public enum NumberStyle: String, Sendable, Hashable, CaseIterable {
  /// Groups of three by full stops, decimals behind a comma: 2.161.755; 1.137,56.
  case vi
  /// Groups of three by commas, decimals behind a full stop: 2,161,755; 1,137.56.
  case plain
}

/// What a cell says where a number is expected.
public enum NumberReading: Sendable, Hashable {
  /// A number; `isPercent` where a per cent sign stands behind it (the value of 25 % is 25).
  case number(Double, isPercent: Bool)
  /// Nothing, by the mark that says so ("-", "…", "" …). It is not 0.
  case nothing(mark: String)

  /// The number; `nil` where there is none.
  public var value: Double? {
    if case .number(let value, _) = self { return value }
    return nil
  }

  /// The marks that stand for nothing, in lower case.
  private static let nothingMarks: Set<String> = [
    "", "-", "…", "...", "..", "n/a", "na", "null",
  ]

  /// Reads a cell.
  ///
  /// Spaces and no-break spaces may part groups of three in either style. A minus sign or
  /// parentheses make a number negative.
  ///
  /// - Parameters:
  ///   - text: the cell.
  ///   - style: the style that the plan states; `nil` where it states none, and then a text that
  ///     says two different numbers is refused.
  /// - Throws: ``NumberReadingError``.
  public static func read(
    _ text: String, style: NumberStyle?
  ) throws(NumberReadingError) -> NumberReading {
    if let value = quickInteger(text) { return .number(value, isPercent: false) }
    if let style, let value = quickNumber(text[...], style: style) {
      return .number(value, isPercent: false)
    }
    let cleaned = NameCleaning.cleaned(text)
    if nothingMarks.contains(cleaned.lowercased()) { return .nothing(mark: cleaned) }
    var digits = Substring(cleaned)
    var isPercent = false
    if digits.hasSuffix("%") {
      isPercent = true
      digits = trimmed(digits.dropLast())
    }
    var isNegative = false
    if digits.hasPrefix("("), digits.hasSuffix(")") {
      isNegative = true
      digits = trimmed(digits.dropFirst().dropLast())
    } else if digits.hasPrefix("-") || digits.hasPrefix("+") {
      isNegative = digits.hasPrefix("-")
      digits = trimmed(digits.dropFirst())
    }
    if let style {
      if let value = number(digits, isNegative, style) {
        return .number(value, isPercent: isPercent)
      }
      let other = number(digits, isNegative, style == .vi ? .plain : .vi)
      throw .notANumber(text: text, style: style, otherwise: other)
    }
    let vi = number(digits, isNegative, .vi)
    let plain = number(digits, isNegative, .plain)
    if let vi, let plain, vi != plain { throw .twoReadings(text: text, vi: vi, plain: plain) }
    guard let value = vi ?? plain else {
      throw .notANumber(text: text, style: nil, otherwise: nil)
    }
    return .number(value, isPercent: isPercent)
  }

  /// The number with its sign; 0 has none.
  private static func number(
    _ digits: Substring, _ isNegative: Bool, _ style: NumberStyle
  ) -> Double? {
    magnitude(digits, style: style).map { isNegative && $0 != 0 ? -$0 : $0 }
  }

  /// The number that up to fifteen digits without any mark say, by far the most frequent cell.
  private static func quickInteger(_ text: String) -> Double? {
    var value = 0
    var count = 0
    for byte in text.utf8 {
      guard isDigit(byte), count < 15 else { return nil }
      value = value * 10 + Int(byte - 0x30)
      count += 1
    }
    return count == 0 ? nil : Double(value)
  }

  /// The number of at most fifteen digits in groups by the style's own mark, with decimals or
  /// without; `nil` where it is written otherwise, which ``magnitude(_:style:)`` then judges.
  ///
  /// Digits and power of ten are exact as doubles, so their quotient is rounded once and is the
  /// double nearest to the decimal number.
  private static func quickNumber(_ text: Substring, style: NumberStyle) -> Double? {
    let (decimal, group): (UInt8, UInt8) = style == .vi ? (0x2C, 0x2E) : (0x2E, 0x2C)
    var value = 0
    var digits = 0
    var sinceMark = 0
    var isGrouped = false
    var scale: Double?
    for byte in text.utf8 {
      if isDigit(byte) {
        guard digits < 15 else { return nil }
        value = value * 10 + Int(byte - 0x30)
        digits += 1
        sinceMark += 1
        if let known = scale { scale = known * 10 }
      } else if byte == group, scale == nil, value > 0 {
        // A group after a leading 0 is no group: 0.123 is not 123.
        guard isGrouped ? sinceMark == 3 : (1...3).contains(sinceMark), text.utf8.first != 0x30
        else { return nil }
        isGrouped = true
        sinceMark = 0
      } else if byte == decimal, scale == nil, digits > 0 {
        guard !isGrouped || sinceMark == 3 else { return nil }
        scale = 1
        sinceMark = 0
      } else {
        return nil
      }
    }
    guard sinceMark > 0, scale != nil || !isGrouped || sinceMark == 3 else { return nil }
    return Double(value) / (scale ?? 1)
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0 == " " }
    while text.last == " " { text = text.dropLast() }
    return text
  }

  /// The number that `text` (digits and marks, no sign) says in `style`; `nil` where it says none.
  private static func magnitude(_ text: Substring, style: NumberStyle) -> Double? {
    if let value = quickNumber(text, style: style) { return value }
    let decimal: Character = style == .vi ? "," : "."
    let group: Character = style == .vi ? "." : ","
    let parts = text.split(separator: decimal, omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count <= 2 else { return nil }
    let marks = Set(whole.filter { $0 == group || $0 == " " })
    guard marks.count <= 1 else { return nil }
    var number = ""
    if let mark = marks.first {
      let groups = whole.split(separator: mark, omittingEmptySubsequences: false)
      guard let head = groups.first, (1...3).contains(head.count), head.first != "0",
        groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { return nil }
      number = groups.joined()
    } else {
      number = String(whole)
    }
    guard !number.isEmpty, number.utf8.allSatisfy(isDigit) else {
      return style == .plain ? scientific(text) : nil
    }
    if parts.count == 2 {
      guard !parts[1].isEmpty, parts[1].utf8.allSatisfy(isDigit) else {
        return style == .plain ? scientific(text) : nil
      }
      number += "." + parts[1]
    }
    return Double(number)
  }

  /// Numbers as programs write very large and small ones: 1.5e+07.
  private static func scientific(_ text: Substring) -> Double? {
    guard text.utf8.first.map(isDigit) == true, text.contains("e") || text.contains("E"),
      text.allSatisfy({ "0123456789.eE+-".contains($0) })
    else { return nil }
    return Double(text).flatMap { $0.isFinite ? $0 : nil }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

/// Raised when a cell that should hold a number holds none, or two.
public enum NumberReadingError: Error, Hashable, CustomStringConvertible {
  /// It reads as two different numbers, and the plan states no style.
  case twoReadings(text: String, vi: Double, plain: Double)
  /// It is no number in the style stated (`nil`: in none); `otherwise` what it says in the other.
  case notANumber(text: String, style: NumberStyle?, otherwise: Double?)

  /// One line for the user.
  public var description: String {
    switch self {
    case .twoReadings(let text, let vi, let plain):
      return "'\(text)' is \(vi) with 'numbers: vi' and \(plain) with 'numbers: plain'; say which"
    case .notANumber(let text, let style, let otherwise):
      let how = style.map { " with 'numbers: \($0.rawValue)'" } ?? ""
      let hint = otherwise.map { "; in the other style it is \($0)" } ?? ""
      return "'\(text)' is no number\(how)\(hint)"
    }
  }
}
