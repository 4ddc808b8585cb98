internal import GeoModel
internal import Plan

/// One row of a table of targets.
struct TargetRow {
  let table: FeatureTable
  let row: Int
  let style: SourceReference.NumberStyle?

  private static let comparators = [
    "at least", "at most", "more than", "less than", "equal", "about", "range", "baseline",
  ]

  /// What is judged.
  func indicator() throws(TargetRowError) -> String {
    let text = text("id")
    guard !text.isEmpty else {
      throw TargetRowError("it has no id", "name the indicator, or take the row out")
    }
    return text
  }

  /// When it is to be reached.
  func year() throws(TargetRowError) -> TargetYear {
    guard let year = TargetYear(text: text("year")) else {
      throw TargetRowError("found '\(text("year"))' as year", "write 2025, or 2021-2025")
    }
    return year
  }

  /// How a value is compared.
  func comparison() throws(TargetRowError) -> TargetDefinition.Comparison {
    let word = text("comparator").replacing("_", with: " ")
    guard Self.comparators.contains(word) else {
      let nearest = NameSuggestion.nearest(to: word, among: Self.comparators)
      throw TargetRowError(
        "found '\(word)' as comparator",
        nearest.map { "did you mean '\($0)'?" } ?? Self.comparators.joined(separator: ", "))
    }
    let low = try number("low")
    switch word {
    case "at least": return .atLeast(low)
    case "at most": return .atMost(low)
    case "more than": return .moreThan(low)
    case "less than": return .lessThan(low)
    case "equal": return .equal(low)
    case "about": return .about(low)
    case "baseline": return .baseline(low)
    default:
      let high = try number("high")
      guard low <= high else {
        throw TargetRowError("the range runs from \(low) to \(high)", "swap low and high")
      }
      return .range(low: low, high: high)
    }
  }

  private func number(_ field: String) throws(TargetRowError) -> Double {
    let number = table.column(field).flatMap {
      NumberNotation.number($0, row: row, style: style)
    }
    guard let number, number.isFinite else {
      throw TargetRowError(
        "found '\(text(field))' as \(field)",
        style == .vi ? "write a number like 4,5" : "write a number like 4.5, or say numbers: vi")
    }
    return number
  }

  private func text(_ field: String) -> String {
    (table.column(field)?.text(at: row) ?? "").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }
}

/// Why a row of a table of targets cannot be read.
struct TargetRowError: Error {
  let message: String
  let remedy: String

  init(_ message: String, _ remedy: String) {
    self.message = message
    self.remedy = remedy
  }
}
