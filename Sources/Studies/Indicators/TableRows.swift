internal import GeoModel

/// A table as it was read: its columns, its rows as text, and where the source has them the areas.
struct TableRows {
  /// A row and its number in the file, as the user finds it there.
  struct Row {
    var number: Int
    var cells: [String?]
  }

  /// A row that is no record, and why.
  struct SetAside {
    var row: Int
    var text: String
    var reason: String
  }

  /// The names of the columns.
  var fields: [String]
  /// The records.
  var rows: [Row]
  /// The areas of each record in longitude and latitude; `nil` where the source has no geometry.
  var polygons: [[Polygon]]?
  /// Titles and totals that were set aside by rule.
  var setAside: [SetAside] = []

  /// The position of the column called `field`; `nil` where there is none.
  func column(_ field: String) -> Int? { fields.firstIndex(of: field) }

  /// The cell of a record in a column; empty cells are `nil`.
  func cell(_ row: Int, _ column: Int?) -> String? {
    guard let column, column < rows[row].cells.count else { return nil }
    return rows[row].cells[column].flatMap { $0.isEmpty ? nil : $0 }
  }
}
