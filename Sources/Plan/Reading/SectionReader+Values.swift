/// What numbers a key takes.
struct NumberRule {
  let lowest: Double
  let highest: Double
  let excludesLowest: Bool
  let meant: String

  private init(_ lowest: Double, _ highest: Double, excludesLowest: Bool = false, _ meant: String) {
    self.lowest = lowest
    self.highest = highest
    self.excludesLowest = excludesLowest
    self.meant = meant
  }

  static let any = NumberRule(-.infinity, .infinity, "a number")
  static let notNegative = NumberRule(0, .infinity, "a number of 0 or more")
  static let positive = NumberRule(0, .infinity, excludesLowest: true, "a number above 0")
  static let share = NumberRule(0, 1, "a number from 0 to 1")
  static let percent = NumberRule(0, 100, "a number from 0 to 100")

  func admits(_ number: Double) -> Bool {
    number.isFinite && number >= lowest && number <= highest
      && !(excludesLowest && number == lowest)
  }
}

extension SectionReader {
  /// Text as written: `no`, `yes` and `1` are text too.
  func text(_ key: String) -> String? {
    guard let value = value(key) else { return nil }
    return text(value, key)
  }

  private func text(_ value: YAMLValue, _ key: String) -> String? {
    guard let text = value.text, !text.isEmpty else {
      reject(key, value, meant: "a text")
      return nil
    }
    return text
  }

  /// The name of a field, or another text that may have to be reported later.
  func field(_ key: String) -> FieldName? {
    guard let value = value(key), let name = text(value, key) else { return nil }
    return FieldName(name: name, mark: value.mark, path: path(key))
  }

  /// A list of texts; a single text is a list of one.
  func texts(_ key: String) -> [FieldName]? {
    guard let value = value(key) else { return nil }
    let items: [YAMLValue]
    switch value.content {
    case .list(let values): items = values
    case .text: items = [value]
    case .mapping:
      reject(key, value, meant: "a list of texts")
      return nil
    }
    return items.compactMap { item in
      text(item, key).map { FieldName(name: $0, mark: item.mark, path: path(key)) }
    }
  }

  /// A number.
  func number(_ key: String, _ rule: NumberRule) -> Double? {
    value(key).flatMap { number($0, key, rule) }
  }

  /// A number that stands in `value`, under `key`.
  func number(_ value: YAMLValue, _ key: String, _ rule: NumberRule) -> Double? {
    guard case .text(let text, true) = value.content, let number = Self.number(text) else {
      if case .text(let text, _) = value.content {
        let pointed = text.replacing(",", with: ".")
        if Self.number(pointed) != nil {
          context.report(value.mark, path(key), "found \(value.found)", "write \(pointed)")
          return nil
        }
      }
      reject(key, value, meant: rule.meant)
      return nil
    }
    guard rule.admits(number) else {
      reject(key, value, meant: rule.meant)
      return nil
    }
    return number
  }

  /// Decimal notation only: no `0x`, `nan`, `inf`.
  static func number(_ text: String) -> Double? {
    text.allSatisfy { "0123456789+-.eE".contains($0) } ? Double(text) : nil
  }

  /// A number as a planner writes it: `30`, not `30.0`.
  static func plain(_ number: Double) -> String {
    let text = String(number)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A whole number.
  func integer(_ key: String, _ range: ClosedRange<Int>) -> Int? {
    value(key).flatMap { integer($0, key, range) }
  }

  /// A whole number that stands in `value`, under `key`.
  func integer(_ value: YAMLValue, _ key: String, _ range: ClosedRange<Int>) -> Int? {
    guard case .text(let text, true) = value.content, let number = Int(text),
      range.contains(number)
    else {
      let low = range.lowerBound == .min ? "" : " of \(range.lowerBound) or more"
      let meant =
        range.upperBound == .max
        ? "a whole number\(low)"
        : "a whole number from \(range.lowerBound) to \(range.upperBound)"
      reject(key, value, meant: meant)
      return nil
    }
    return number
  }

  /// `true` or `false`, `yes` or `no`.
  func flag(_ key: String) -> Bool? {
    guard let value = value(key) else { return nil }
    if case .text(let text, true) = value.content {
      switch text.lowercased() {
      case "true", "yes", "on": return true
      case "false", "no", "off": return false
      default: break
      }
    }
    reject(key, value, meant: "true or false")
    return nil
  }

  /// One of a few words.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, of type: Choice.Type = Choice.self
  ) -> Choice? {
    guard let value = value(key) else { return nil }
    if let text = value.text, let choice = Choice(rawValue: text) { return choice }
    let known = Choice.allCases.map(\.rawValue)
    if let nearest = value.text.flatMap({ NameSuggestion.nearest(to: $0, among: known) }) {
      context.report(
        value.mark, path(key), "found \(value.found)", "did you mean '\(nearest)'?")
    } else {
      reject(key, value, meant: NameSuggestion.listed(known))
    }
    return nil
  }

  /// A day, `2025-07-01`.
  func date(_ key: String) -> CalendarDate? {
    guard let value = value(key) else { return nil }
    if let date = value.text.flatMap(CalendarDate.init(iso:)) { return date }
    let numbers = (value.text ?? "").split(whereSeparator: { "/.-".contains($0) }).compactMap {
      Int($0)
    }
    if numbers.count == 3,
      let date = CalendarDate(year: numbers[2], month: numbers[1], day: numbers[0])
    {
      context.report(value.mark, path(key), "found \(value.found)", "write \(date)")
    } else {
      reject(key, value, meant: "a date like 2025-07-01")
    }
    return nil
  }
}
