/// The row, or the rows, that name the columns.
public struct TableHeader: Sendable, Hashable {
  /// The position of the header's last row among the table's rows.
  public var row: Int
  /// The position of its first row, the same in most tables.
  public var firstRow: Int
  /// The names of the columns: cleaned of double, no-break and invisible spaces and line breaks. In
  /// a header of several rows a group's name stands in front: Dân số 2016.
  public var names: [String]
  /// The cells of each row of the header, cleaned, the upper first.
  var cells: [[String]]

  /// The positions of the rows above, titles that run over the whole table.
  public var titles: [Int] { Array(0..<firstRow) }

  /// The most rows that a header may have.
  public static let greatestDepth = 3

  /// Finds the header of `table`.
  ///
  /// Where `fields` are given, it is the first row that holds them all, alone or together with the
  /// one or two rows above it. Else it is the first row with more than half of the table's width in
  /// cells that are filled, all different, and no numbers (years apart); titles above it fill fewer.
  ///
  /// - Parameters:
  ///   - table: the table as its file holds it, titles above the header included.
  ///   - fields: names of columns that the plan uses; compared without regard to Unicode form and spaces,
  ///     letter case counts.
  /// - Throws: ``TableHeaderError``.
  /// - Complexity: O(cells) up to the header.
  public static func find(
    in table: RawTable, fields: [String] = []
  ) throws(TableHeaderError) -> TableHeader {
    guard !table.rows.isEmpty else { throw .emptyTable }
    let wanted = fields.map(NameCleaning.cleaned)
    var nearest: (header: TableHeader, found: Int)?
    for row in table.rows.indices {
      let alone = TableHeader(table, firstRow: row, row: row)
      if wanted.isEmpty {
        if alone.looksLikeHeader(width: table.width) { return alone }
        continue
      }
      let depths = row < deepestSearch ? min(row + 1, greatestDepth) : 1
      for depth in 1...depths {
        let header = depth == 1 ? alone : TableHeader(table, firstRow: row + 1 - depth, row: row)
        let found = header.count(of: wanted)
        if found == wanted.count { return header }
        if found > (nearest?.found ?? 0) { nearest = (header, found) }
      }
    }
    guard !wanted.isEmpty else { throw .noHeader }
    let likeliest = nearest?.header ?? (try? find(in: table))
    throw .missingFields(
      wanted.filter { likeliest?.columns($0).isEmpty != false }, found: likeliest?.names ?? [])
  }

  /// The columns called `name`, in order; more than one where the table repeats a name. In a header
  /// of several rows a column's lowest cell is its name too, where nothing bears the whole name.
  public func columns(_ name: String) -> [Int] {
    let wanted = NameCleaning.cleaned(name)
    let whole = names.indices.filter { names[$0] == wanted }
    guard whole.isEmpty, cells.count > 1, let lowest = cells.last else { return whole }
    return lowest.indices.filter { lowest[$0] == wanted }
  }

  /// Whether `row` repeats a row of the header, as tables do on a new page.
  func repeats(_ row: [String]) -> Bool {
    cells.contains { own in
      guard row.count <= own.count, own[row.count...].allSatisfy(\.isEmpty) else { return false }
      return zip(row, own).allSatisfy { NameCleaning.cleaned($0) == $1 }
    }
  }

  /// Below this row only single rows are taken for a header.
  private static let deepestSearch = 50

  private init(_ table: RawTable, firstRow: Int, row: Int) {
    self.row = row
    self.firstRow = firstRow
    let rows = (firstRow...row).map { table.rows[$0].cells.map(NameCleaning.cleaned) }
    // Of a single row every cell that the row has; of several as many as the longest.
    let width = rows.map(\.count).max() ?? 0
    cells = rows.map { $0 + Array(repeating: "", count: width - $0.count) }
    names = HeaderGroups(table).names(of: cells, from: firstRow)
  }

  private func count(of wanted: [String]) -> Int {
    guard cells.count > 1 else {
      let present = Set(names)
      return wanted.count { present.contains($0) }
    }
    return wanted.count { !columns($0).isEmpty }
  }

  private func looksLikeHeader(width: Int) -> Bool {
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
