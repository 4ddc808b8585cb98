/// Writes what a spreadsheet holds as a number the way ``RawTable/CellKind/number`` wants it.
enum SheetNumber {
  /// How a cell shows its number.
  enum Format: Hashable {
    /// As a number.
    case plain
    /// A hundred times as large, with a per cent sign.
    case percent
    /// As a date, or a date and time.
    case date
    /// With zeros in front up to so many digits, as codes are shown.
    case padded(Int)
  }

  /// The shortest text that reads back to `value`; whole numbers without a decimal point.
  static func text(_ value: Double) -> String {
    if abs(value) < 1e15, let whole = Int(exactly: value) { return String(whole) }
    return String(value)
  }

  /// `value`, a share of 1, in per cent. The decimal mark is moved in the text: a product of doubles
  /// would make 7.000000000000001 of 0.07.
  static func percentText(_ value: Double) -> String {
    let text = String(value)
    guard value.isFinite else { return text }
    if let mark = text.firstIndex(of: "e") {
      let exponent = (Int(text[mark...].dropFirst()) ?? 0) + 2
      return "\(text[..<mark])e\(exponent)%"
    }
    let isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    let decimals = (parts.count > 1 ? String(parts[1]) : "") + "00"
    let whole = String((String(parts[0]) + decimals.prefix(2)).drop { $0 == "0" })
    var rest = decimals.dropFirst(2)
    while rest.last == "0" { rest = rest.dropLast() }
    return (isNegative && value != 0 ? "-" : "") + (whole.isEmpty ? "0" : whole)
      + (rest.isEmpty ? "" : "." + rest) + "%"
  }

  /// `value` with zeros in front up to `digits`.
  static func paddedText(_ value: Double, digits: Int) -> String {
    let text = text(value)
    guard text.allSatisfy(\.isNumber) else { return text }
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }

  /// The date that is `serial` days after the spreadsheet's first, as `2016-12-31`, with
  /// ` 10:30:00` behind it where it has a time; a time alone where it is less than a day.
  ///
  /// - Parameter from1904: whether days are counted from 1904-01-01; else from 1899-12-30, which
  ///   agrees from 1 March 1900 with the calendar that takes 1900 for a leap year.
  static func dateText(_ serial: Double, from1904: Bool) -> String {
    guard serial >= 0, serial < 2_958_466 else { return text(serial) }
    var seconds = Int((serial * 86_400).rounded())
    var days = seconds / 86_400
    seconds %= 86_400
    let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map(twoDigits)
      .joined(separator: ":")
    if days == 0 && !from1904 { return time }
    if !from1904 && days < 60 { days += 1 }
    // Both counts from 1 January 1899, or from 1 January 1904.
    let date = calendarDate(daysAfter: from1904 ? 1904 : 1899, from1904 ? days : days + 363)
    return seconds == 0 ? date : date + " " + time
  }

  /// The date so many days after 1 January of `year`.
  private static func calendarDate(daysAfter year: Int, _ days: Int) -> String {
    var (year, days) = (year, days)
    while days >= length(of: year) {
      days -= length(of: year)
      year += 1
    }
    let february = length(of: year) - 337
    var month = 1
    for length in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
      if days < length { break }
      days -= length
      month += 1
    }
    return "\(year)-\(twoDigits(month))-\(twoDigits(days + 1))"
  }

  private static func length(of year: Int) -> Int {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 366 : 365
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
