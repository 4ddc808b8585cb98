/// Joins the rows of a header: a group's name stands in front of the names below it.
///
///     Xã | Dân số |      | Ghi chú
///        | 2016   | 2017 |              →  Xã, Dân số 2016, Dân số 2017, Ghi chú
struct HeaderGroups {
  private let table: RawTable

  init(_ table: RawTable) { self.table = table }

  /// The names of the columns under the header's rows `cells`, all equally long, the upper first.
  func names(of cells: [[String]], from firstRow: Int) -> [String] {
    guard var names = cells.last else { return [] }
    for (offset, upper) in cells.enumerated().dropLast().reversed() {
      let groups = groups(of: upper, over: names, row: firstRow + offset)
      for column in names.indices {
        if names[column].isEmpty {
          names[column] = upper[column]
        } else if !groups[column].isEmpty, groups[column] != names[column] {
          names[column] = groups[column] + " " + names[column]
        }
      }
    }
    return names
  }

  /// The group that each column belongs to. Merged cells tell it where the source has any in this
  /// row. Else a group reaches from its name over empty cells to the right, as far as there are
  /// names below; a name above nothing is a column's own and no group.
  private func groups(of upper: [String], over names: [String], row: Int) -> [String] {
    let number = table.rows[row].number
    let merged = table.mergedCells.filter { $0.row == number && $0.columns > 1 }
    var groups = upper
    guard merged.isEmpty else {
      for cells in merged where upper.indices.contains(cells.column) {
        let end = min(cells.column + cells.columns, upper.count)
        for column in cells.column..<end { groups[column] = upper[cells.column] }
      }
      return groups
    }
    var group = ""
    for column in upper.indices {
      if names[column].isEmpty {
        group = ""
      } else if !upper[column].isEmpty {
        group = upper[column]
      }
      groups[column] = group
    }
    return groups
  }
}
