/// The row that names the columns, and what stands above it.
public struct TableHeader: Sendable, Hashable {
  /// The position of the header among the table's rows.
  public var row: Int
  /// The names of the columns: cleaned of double, no-break and invisible spaces and line breaks.
  public var names: [String]
  /// The positions of the rows above, titles that run over the whole table.
  public var titles: [Int]

  /// Finds the header of `table`.
  ///
  /// Where `fields` are given, it is the first row that holds them all. Else it is the first row
  /// with more than half of the table's width in cells that are filled, all different, and no
  /// numbers (years apart); titles above it fill fewer.
  ///
  /// - Parameter fields: names of columns that the plan uses; compared without regard to Unicode
  ///   form and spaces, letter case counts.
  /// - Throws: ``TableHeaderError``.
  public static func find(
    in table: RawTable, fields: [String] = []
  ) throws(TableHeaderError) -> TableHeader {
    guard !table.rows.isEmpty else { throw .emptyTable }
    let wanted = fields.map(NameCleaning.cleaned)
    var nearest: (row: Int, found: Int)?
    for row in table.rows.indices {
      let names = table.rows[row].cells.map(NameCleaning.cleaned)
      if wanted.isEmpty {
        if looksLikeHeader(names, width: table.width) { return header(table, row, names) }
        continue
      }
      let present = Set(names)
      let found = wanted.count { present.contains($0) }
      if found == wanted.count { return header(table, row, names) }
      if found > (nearest?.found ?? 0) { nearest = (row, found) }
    }
    guard !wanted.isEmpty else { throw .noHeader }
    let fallback = try? find(in: table)
    let names = (nearest?.row ?? fallback?.row).map {
      table.rows[$0].cells.map(NameCleaning.cleaned)
    }
    throw .missingFields(wanted.filter { names?.contains($0) != true }, found: names ?? [])
  }

  /// The columns called `name`, in order; more than one where the table repeats a name.
  public func columns(_ name: String) -> [Int] {
    let wanted = NameCleaning.cleaned(name)
    return names.indices.filter { names[$0] == wanted }
  }

  private static func header(_ table: RawTable, _ row: Int, _ names: [String]) -> TableHeader {
    TableHeader(row: row, names: names, titles: Array(table.rows.indices.prefix(row)))
  }

  private static func looksLikeHeader(_ names: [String], width: Int) -> Bool {
    let filled = names.filter { !$0.isEmpty }
    guard filled.count * 2 > width, Set(filled).count == filled.count else { return false }
    return filled.allSatisfy { name in
      if let year = Int(name) { return (1900...2100).contains(year) }
      return !name.contains { $0.isNumber } || name.contains { $0.isLetter }
    }
  }
}

/// Raised when a table's header cannot be found.
public enum TableHeaderError: Error, Hashable, CustomStringConvertible {
  /// The table has no rows.
  case emptyTable
  /// No row looks like a header.
  case noHeader
  /// No row holds these fields; `found` is what the likeliest header holds.
  case missingFields([String], found: [String])

  /// One line for the user.
  public var description: String {
    switch self {
    case .emptyTable: return "the table has no rows"
    case .noHeader: return "no row looks like a header"
    case .missingFields(let missing, let found):
      let names = missing.map { "'\($0)'" }.joined(separator: ", ")
      let have = found.isEmpty ? "no header" : found.joined(separator: ", ")
      return "no column \(names); the table has: \(have)"
    }
  }
}
