/// What the edges that pass through a cell contribute to the coverage of its row.
///
/// The signed area and cover accumulation of anti-aliased scan conversion, as in LibArt and
/// FreeType's smooth rasteriser, with real numbers in place of fixed point: an edge that descends
/// by dy within a cell covers, in that row, dy of each cell further right, and of the cell itself
/// what lies to the right of the edge.
struct TouchedCell {
  /// The row.
  var row: Int32
  /// The column.
  var column: Int32
  /// The signed height of the edge within the cell: what it covers of each cell further right.
  var cover: Double
  /// The signed area within the cell to the right of the edge.
  var inside: Double

  static let none = TouchedCell(row: 0, column: 0, cover: 0, inside: 0)

  /// Left to right, then by value: a sum in this order does not depend on where a ring starts or
  /// in which order the parts of a unit come.
  @inline(__always)
  static func precedes(_ left: TouchedCell, _ right: TouchedCell) -> Bool {
    if left.column != right.column { return left.column < right.column }
    if left.cover != right.cover { return left.cover < right.cover }
    return left.inside < right.inside
  }
}
