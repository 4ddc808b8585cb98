/// Chooses among the sheets of a file.
enum SheetChoice {
  /// The one of `read` that is `name`, or, where none is named, the only one that has cells.
  static func only(
    of read: [(name: String, table: RawTable)], named name: String?, among names: [String]
  ) throws(SheetError) -> (name: String, table: RawTable) {
    if let name {
      guard let sheet = read.first else { throw .noSheet(name, found: names) }
      return sheet
    }
    let filled = read.filter { !$0.table.rows.isEmpty }
    guard filled.count <= 1 else { throw .severalSheets(filled.map(\.name)) }
    guard let sheet = filled.first ?? read.first else { throw .noSheet("", found: []) }
    return sheet
  }
}
