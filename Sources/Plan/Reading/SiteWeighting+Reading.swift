extension SiteRules.Weighting {
  /// How far `a × b` of two opposite entries may be from 1: 0.33 and 3, 0.14 and 7 are reciprocal.
  private static let rounding = 0.03

  /// The weights of the criteria, or the matrix that they follow from.
  static func read(_ reader: SectionReader, criteria: [SectionReader]) -> Self {
    if reader.has("pairwise") {
      for criterion in criteria where criterion.has("weight") {
        criterion.report(
          at: "weight", "'weight' and 'pairwise' say the weights in two ways", "keep one")
      }
      let mark = reader.entry("pairwise")?.mark ?? reader.mark
      return .pairwise(matrix(reader, size: criteria.count) ?? [], mark: mark)
    }
    var weights: [Double] = []
    for criterion in criteria {
      if !criterion.has("weight") {
        criterion.context.report(
          criterion.mark, criterion.path, "the key 'weight' is missing",
          "give each criterion a weight, or all of them a 'pairwise' matrix")
      }
      if let weight = criterion.number("weight", .notNegative) { weights.append(weight) }
    }
    if !weights.isEmpty, weights.count == criteria.count, !weights.contains(where: { $0 > 0 }) {
      reader.report(at: "criteria", "all weights are 0", "give one criterion a weight above 0")
    }
    return .direct(weights)
  }

  private static func matrix(_ reader: SectionReader, size: Int) -> [[Double]]? {
    guard let value = reader.value("pairwise") else { return nil }
    guard case .list(let rows) = value.content else {
      reader.reject("pairwise", value, meant: "a list of rows")
      return nil
    }
    let context = reader.context
    let before = context.problems.count
    if rows.count != size {
      context.report(
        value.mark, reader.path("pairwise"),
        "found \(rows.count) \(rows.count == 1 ? "row" : "rows")",
        "a row for each of the \(size) criteria is meant")
    }
    let matrix = rows.map { row -> [Double] in
      guard case .list(let entries) = row.content else {
        reader.reject("pairwise", row, meant: "a list of numbers")
        return []
      }
      if entries.count != rows.count {
        context.report(
          row.mark, reader.path("pairwise"), "found \(entries.count) numbers in this row",
          "the matrix has \(rows.count) rows, so \(rows.count) are meant")
      }
      return entries.compactMap { entry(reader, $0) }
    }
    guard context.problems.count == before else { return nil }
    for row in matrix.indices {
      for column in 0...row where abs(matrix[row][column] * matrix[column][row] - 1) > rounding {
        let above = SectionReader.plain(matrix[column][row])
        let below = SectionReader.plain(matrix[row][column])
        context.report(
          rows[row].mark, reader.path("pairwise"),
          row == column
            ? "row \(row + 1) compares its criterion with itself by \(below)"
            : "rows \(column + 1) and \(row + 1) compare each other by \(above) and \(below)",
          row == column ? "1 is meant" : "the one is meant to be 1 divided by the other")
      }
    }
    return matrix
  }

  /// A number above 0, or a fraction like `1/3`.
  private static func entry(_ reader: SectionReader, _ value: YAMLValue) -> Double? {
    if let parts = value.text?.split(separator: "/", omittingEmptySubsequences: false),
      parts.count == 2, let above = SectionReader.number(String(parts[0])),
      let below = SectionReader.number(String(parts[1])), above > 0, below > 0
    {
      return above / below
    }
    return reader.number(value, "pairwise", .positive)
  }
}
