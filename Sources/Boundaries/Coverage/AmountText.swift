/// Amounts with their unit, as messages show them.
enum AmountText {
  /// Hectares from one hectare on, else square metres: `17.22 ha`, `600.4 m²`, `0.06 m²`.
  static func area(_ squareMetres: Double) -> String {
    if squareMetres >= 10_000 { return "\(rounded(squareMetres / 10_000, decimals: 2)) ha" }
    return "\(rounded(squareMetres, decimals: squareMetres >= 10 ? 1 : 2)) m²"
  }

  /// Metres, or millimetres below a decimetre: `12.5 m`, `9 mm`.
  static func length(_ metres: Double) -> String {
    if metres >= 0.1 { return "\(rounded(metres, decimals: 1)) m" }
    return "\(rounded(metres * 1000, decimals: 0)) mm"
  }

  /// A share as per cent: `1.25 %`.
  static func percent(_ share: Double) -> String { "\(rounded(share * 100, decimals: 2)) %" }

  /// The shortest text of `value` rounded to at most three decimals, no trailing zeros.
  static func rounded(_ value: Double, decimals: Int) -> String {
    let scale = [1.0, 10, 100, 1000][min(max(decimals, 0), 3)]
    let text = "\((value * scale).rounded() / scale)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
