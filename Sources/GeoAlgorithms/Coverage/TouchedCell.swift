import GeoModel

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

  /// Left to right, then by value: a sum in this order does not depend on where a ring starts or
  /// in which order the parts of a unit come.
  @inline(__always)
  static func precedes(_ left: TouchedCell, _ right: TouchedCell) -> Bool {
    if left.column != right.column { return left.column < right.column }
    if left.cover != right.cover { return left.cover < right.cover }
    return left.inside < right.inside
  }
}

extension [TouchedCell] {
  /// Appends the cells of `rows` that the edge from `start` to `end` passes through.
  ///
  /// Everything is computed from the upper to the lower end, whichever way the edge is directed,
  /// and a crossing with a cell border always by the same formula from the edge's own ends. So
  /// the two units that share an edge receive contributions that cancel to the last digit, and
  /// so do the bands that share a row border. O(cells passed).
  mutating func appendEdge(from start: Coordinate, to end: Coordinate, rows: Range<Int>) {
    let descends = start.y < end.y
    let top = descends ? start : end
    let bottom = descends ? end : start
    // Rings that enclose positively run clockwise as seen with rows downwards: their left edges
    // ascend, and what lies right of a left edge is inside.
    let sign = descends ? -1.0 : 1.0
    let run = bottom.x - top.x
    let rise = bottom.y - top.y
    let slope = run / rise
    let low = Swift.min(top.x, bottom.x)
    let high = Swift.max(top.x, bottom.x)
    var row = Swift.max(floorIndex(top.y), rows.lowerBound)
    var y = top.y
    var x = top.x
    if Double(row) > y {
      y = Double(row)
      x = Swift.min(Swift.max(top.x + (y - top.y) * slope, low), high)
    }
    while row < rows.upperBound && y < bottom.y {
      let border = Double(row + 1)
      var nextY = bottom.y
      var nextX = bottom.x
      if border < nextY {
        nextY = border
        nextX = Swift.min(Swift.max(top.x + (border - top.y) * slope, low), high)
      }
      let column = floorIndex(Swift.min(x, nextX))
      if Swift.max(x, nextX) <= Double(column + 1) {
        let cover = sign * (nextY - y)
        append(
          TouchedCell(
            row: Int32(truncatingIfNeeded: row), column: Int32(truncatingIfNeeded: column),
            cover: cover, inside: cover * (Double(column + 1) - (x + nextX) / 2)))
      } else {
        appendStrip(
          row: row, column: column, from: Coordinate(x: x, y: y),
          to: Coordinate(x: nextX, y: nextY), anchor: top, steepness: rise / run, sign: sign)
      }
      x = nextX
      y = nextY
      row += 1
    }
  }

  /// Appends the cells of one row that an edge passes through, two at least, from left to right.
  private mutating func appendStrip(
    row: Int, column first: Int, from upper: Coordinate, to lower: Coordinate,
    anchor: Coordinate, steepness: Double, sign: Double
  ) {
    let left = upper.x < lower.x ? upper : lower
    let right = upper.x < lower.x ? lower : upper
    var column = first
    var x = left.x
    var y = left.y
    while x < right.x {
      let border = Double(column + 1)
      var nextX = right.x
      var nextY = right.y
      if border < nextX {
        nextX = border
        let crossing = anchor.y + (border - anchor.x) * steepness
        nextY = Swift.min(Swift.max(crossing, upper.y), lower.y)
        // Rounding may not turn the edge back.
        nextY = steepness > 0 ? Swift.max(nextY, y) : Swift.min(nextY, y)
      }
      let cover = sign * abs(nextY - y)
      if cover != 0 {
        append(
          TouchedCell(
            row: Int32(truncatingIfNeeded: row), column: Int32(truncatingIfNeeded: column),
            cover: cover, inside: cover * (border - (x + nextX) / 2)))
      }
      x = nextX
      y = nextY
      column += 1
    }
  }
}
