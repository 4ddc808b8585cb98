/// The language of tables, maps and reports, with its way of writing numbers.
///
/// Property names, JSON and GeoJSON do not depend on it.
public enum OutputLanguage: String, Sendable, Hashable, CaseIterable {
  /// English: 113,684.9.
  case english = "en"
  /// Vietnamese: 113.684,9.
  case vietnamese = "vi"

  /// Between groups of three digits.
  public var groupingSeparator: String { self == .english ? "," : "." }

  /// Between the whole part and the decimals.
  public var decimalSeparator: String { self == .english ? "." : "," }

  /// `value` with exactly `decimals` decimals (0 … 15) and grouped digits: `113.684,90`. `nil` where
  /// it is not finite.
  public func number(_ value: Double, decimals: Int) -> String? {
    DecimalText.text(value, decimals: decimals, keepsZeros: true).map(localized)
  }

  /// `value` with grouped digits: `1.234.567`.
  public func number(_ value: Int) -> String { localized(String(value)) }

  /// A plain number, as ``DecimalText`` writes it, in the way of the language.
  private func localized(_ plain: String) -> String {
    let parts = plain.split(separator: ".", maxSplits: 1)
    let whole = parts.first ?? ""
    let digits = whole.drop { $0 == "-" }
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index) % 3 == 0 { grouped += groupingSeparator }
      grouped.append(digit)
    }
    let sign = whole.hasPrefix("-") ? "-" : ""
    return sign + grouped + (parts.count > 1 ? decimalSeparator + parts[1] : "")
  }

  /// The text in this language.
  func choose(_ english: String, _ vietnamese: String) -> String {
    self == .english ? english : vietnamese
  }
}
