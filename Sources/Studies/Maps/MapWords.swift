internal import Plan
internal import Publishing

/// The words of maps that belong to no single layer; the terms are those of Docs/glossary.md.
enum MapWords {
  /// What a level is called: those that are common in Viet Nam in Vietnamese, others as in the plan.
  static func level(_ name: String, _ language: OutputLanguage) -> String {
    guard language == .vietnamese else { return name.first.map { $0.uppercased() + name.dropFirst() } ?? name }
    switch name {
    case "province": return "Tỉnh"
    case "district": return "Huyện"
    case "commune": return "Xã"
    case "township": return "Thị trấn"
    case "village": return "Thôn"
    default: return name
    }
  }

  /// The name of a village without the word for it, which the legend says once: `Thôn Gò Rét` is
  /// `Gò Rét`. A number alone keeps it: `Thôn 2`.
  static func village(_ name: String) -> String {
    for word in ["Thôn ", "Bản ", "Làng ", "Buôn ", "Ấp "] where name.hasPrefix(word) {
      let rest = name.dropFirst(word.count)
      return rest.first?.isNumber == false ? String(rest) : name
    }
    return name
  }

  /// A date as it is written in the language: `31/12/2024`, `31 December 2024`.
  static func date(_ date: CalendarDate, _ language: OutputLanguage) -> String {
    guard language == .english else { return "\(date.day)/\(date.month)/\(date.year)" }
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return "\(date.day) \(months[date.month - 1]) \(date.year)"
  }

  /// A share as an interval: `42,7 %`, `42,7–54,2 %`.
  static func interval(
    _ low: Int, _ high: Int, of whole: Int, _ language: OutputLanguage
  ) -> String {
    func percent(_ count: Int) -> String {
      language.number(100 * Double(count) / Double(max(whole, 1)), decimals: 1) ?? "–"
    }
    return low == high ? "\(percent(low)) %" : "\(percent(low))–\(percent(high)) %"
  }

  /// A count as an interval: `41`, `41–52`.
  static func interval(_ low: Int, _ high: Int, _ language: OutputLanguage) -> String {
    low == high ? language.number(low) : "\(language.number(low))–\(language.number(high))"
  }
}
