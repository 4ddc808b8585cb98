internal import GeoModel
internal import Plan

/// Reads numbers as a source writes them.
enum NumberNotation {
  /// The number in `row` of `column`; `nil` where there is none.
  static func number(
    _ column: Column, row: Int, style: SourceReference.NumberStyle?
  ) -> Double? {
    guard style == .vi, case .text(let values) = column else { return column.number(at: row) }
    return values[row].flatMap(vietnamese)
  }

  /// Whether a cell says that there is nothing: it is empty, or, as tables in Viet Nam write nil, it
  /// holds a dash or dots.
  static func isNothing(_ text: String, style: SourceReference.NumberStyle?) -> Bool {
    let trimmed = text.filter { !$0.isWhitespace }
    return trimmed.isEmpty || (style == .vi && ["-", "–", "—", "…", "..."].contains(trimmed))
  }

  /// The number that `text` is in Vietnamese notation: `.` groups thousands, `,` is the decimal
  /// mark (`2.161.755`, `1.137,56`); `nil` for anything else, `-` and `…` included.
  static func vietnamese(_ text: String) -> Double? {
    var trimmed = text.filter { !$0.isWhitespace }
    let negative = trimmed.hasPrefix("-")
    if negative { trimmed.removeFirst() }
    let parts = trimmed.split(separator: ",", omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count <= 2 else { return nil }
    let groups = whole.split(separator: ".", omittingEmptySubsequences: false)
    let digits = groups.joined()
    guard !digits.isEmpty, digits.allSatisfy(\.isWholeNumber) else { return nil }
    if groups.count > 1 {
      guard let head = groups.first, (1...3).contains(head.count),
        groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { return nil }
    }
    var plain = digits
    if parts.count == 2 {
      guard !parts[1].isEmpty, parts[1].allSatisfy(\.isWholeNumber) else { return nil }
      plain += "." + parts[1]
    }
    return Double(plain).map { negative ? -$0 : $0 }
  }
}
