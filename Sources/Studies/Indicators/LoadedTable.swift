internal import GeoModel
internal import Indicators

/// A table of a plan as it was read and taken apart: nothing has been matched yet.
struct LoadedTable {
  /// The rows as the file holds them, decoded.
  var raw: RawTable
  /// Which row names the columns.
  var header: TableHeader
  /// How the table writes numbers.
  var style: NumberStyle?
  /// The columns whose cells are numbers in the source itself: no style applies to them.
  var numericColumns: Set<Int> = []
  /// The areas of each raw row in longitude and latitude; `nil` where the source has no geometry.
  var polygons: [[Polygon]]?
  /// How the numbers of a column are written: a source's own numbers come as plain text.
  func style(of column: Int) -> NumberStyle? {
    numericColumns.contains(column) ? .plain : style
  }

  /// Columns that look as if they were stored in another encoding.
  var suspicions: [(column: String, suspicion: EncodingSuspicion)] = []
}
