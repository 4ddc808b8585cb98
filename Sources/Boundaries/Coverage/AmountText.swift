/// An amount as messages show it: `1177.5 ha` in English, `1.177,5 ha` in Vietnamese.
struct Amount {
  /// With a decimal point and without groups: stable for programs that read it.
  let english: String
  /// With a decimal comma and the digits before it in groups of three.
  let vietnamese: String

  /// `number` as ``AmountText/rounded(_:decimals:)`` writes it, with what stands behind it.
  fileprivate init(_ number: String, unit: String = "") {
    english = number + unit
    vietnamese = Self.grouped(number) + unit
  }

  /// A plain decimal number with points between groups and a comma before the decimals; anything
  /// else (an exponent, "inf") as it is.
  private static func grouped(_ number: String) -> String {
    guard number.allSatisfy({ $0.isNumber || $0 == "." || $0 == "-" }) else { return number }
    let parts = number.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let digits = parts[0].drop { $0 == "-" }
    var whole = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { whole += "." }
      whole.append(digit)
    }
    let sign = parts[0].hasPrefix("-") ? "-" : ""
    return sign + whole + (parts.count > 1 ? "," + parts[1] : "")
  }
}

/// Amounts with their unit, in the languages of messages.
enum AmountText {
  /// Hectares from one hectare on, else square metres: `17.22 ha`, `600.4 m²`, `0.06 m²`.
  static func area(_ squareMetres: Double) -> Amount {
    if squareMetres >= 10_000 { return number(squareMetres / 10_000, decimals: 2, unit: " ha") }
    return number(squareMetres, decimals: squareMetres >= 10 ? 1 : 2, unit: " m²")
  }

  /// Metres, or millimetres below a decimetre: `12.5 m`, `9 mm`.
  static func length(_ metres: Double) -> Amount {
    if metres >= 0.1 { return number(metres, decimals: 1, unit: " m") }
    return number(metres * 1000, decimals: 0, unit: " mm")
  }

  /// A share as per cent: `1.25 %`.
  static func percent(_ share: Double) -> Amount { number(share * 100, decimals: 2, unit: " %") }

  /// A number rounded to at most three decimals, with what stands behind it.
  static func number(_ value: Double, decimals: Int, unit: String = "") -> Amount {
    Amount(rounded(value, decimals: decimals), unit: unit)
  }

  /// A count with its noun in English: `1 gap`, `2 gaps`. Vietnamese nouns do not change.
  static func count(_ count: Int, _ one: String, _ several: String) -> String {
    "\(count) \(count == 1 ? one : several)"
  }

  /// The shortest text of `value` rounded to at most three decimals, no trailing zeros.
  static func rounded(_ value: Double, decimals: Int) -> String {
    let scale = [1.0, 10, 100, 1000][min(max(decimals, 0), 3)]
    let text = "\((value * scale).rounded() / scale)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
