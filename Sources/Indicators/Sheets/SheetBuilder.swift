/// Collects the cells of a sheet and makes a table of them.
struct SheetBuilder {
  private var rows: [RawTable.Row] = []
  private var width = 0
  var mergedCells: [RawTable.MergedCells] = []

  /// A cell with what it is held as.
  typealias Cell = (text: String, kind: RawTable.CellKind)

  /// Adds a row by its cells from the left; a blank one is left out.
  mutating func add(_ cells: [Cell], number: Int) {
    guard cells.contains(where: { !$0.text.allSatisfy(\.isWhitespace) }) else { return }
    let count = (cells.lastIndex { !$0.text.isEmpty } ?? -1) + 1
    width = max(width, count)
    let kept = cells[..<count]
    rows.append(
      RawTable.Row(
        number: number, cells: kept.map(\.text),
        kinds: kept.contains { $0.kind != .text } ? kept.map(\.kind) : []))
  }

  /// The table: every row as wide as the sheet, because a sheet has no ragged rows.
  func table() -> RawTable {
    RawTable(
      rows: rows.map { row in
        var row = row
        row.cells += Array(repeating: "", count: width - row.cells.count)
        return row
      }, mergedCells: mergedCells)
  }
}
