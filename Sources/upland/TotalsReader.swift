internal import GeoModel
internal import Publishing

/// The totals of a layer as words and numbers for the lines below its table.
struct TotalsReader {
  let totals: [Property]
  let language: OutputLanguage

  /// The value called `name`.
  func value(_ name: String) -> PropertyValue? { totals.first { $0.name == name }?.value }

  /// The real or whole number called `name`; `nil` where there is none.
  func real(_ name: String) -> Double? {
    switch value(name) {
    case .real(let value, _): value
    case .integer(let value): Double(value)
    default: nil
    }
  }

  /// The text called `name`, empty where there is none.
  func text(_ name: String) -> String {
    if case .text(let text)? = value(name) { text } else { "" }
  }

  /// A number as the language writes it; whole ones without decimals, – for none.
  func number(_ value: Double?, decimals: Int = 1) -> String {
    guard let value else { return "–" }
    return language.number(value, decimals: value == value.rounded() ? 0 : decimals) ?? "–"
  }

  /// The length in metres called `name` as kilometres; – where there is none.
  func kilometres(_ name: String) -> String {
    number(real(name).map { $0 / 1000 }, decimals: 2)
  }

  /// The number called `name`.
  func number(_ name: String, decimals: Int = 1) -> String {
    number(real(name), decimals: decimals)
  }
}
