internal import GeoModel
internal import Indicators

/// A table of a plan as it was read and taken apart: nothing has been matched yet.
struct LoadedTable {
  /// The rows as the file holds them, decoded.
  var raw: RawTable
  /// Which row names the columns.
  var header: TableHeader
  /// How the table's text writes numbers; it says nothing of what the source holds as a number.
  var style: NumberStyle?
  /// The areas of each raw row in longitude and latitude; `nil` where the source has no geometry.
  var polygons: [[Polygon]]?
  /// The names of its rows where they were read beside the units.
  var labels: RowLabels?
  /// Columns that look as if they were stored in another encoding.
  var suspicions: [(column: String, suspicion: EncodingSuspicion)] = []
}
