import GeoModel

/// Splits edges at cell borders.
///
/// Everything is computed from the upper to the lower end, whichever way the edge is directed,
/// and a crossing with a cell border always by the same formula from the edge's own ends. So the
/// two units that share an edge receive contributions that cancel to the last digit, and so do
/// the bands that share a row border.
struct EdgeSplitter {
  /// The rows of the band; what lies beyond them is left out.
  let rows: Range<Int>
  /// The number of cells written.
  var count = 0

  init(rows: Range<Int>) { self.rows = rows }

  /// A number of cells that the edge, which is not horizontal, surely does not exceed within
  /// `rows`.
  @inline(__always)
  static func bound(from start: Coordinate, to end: Coordinate, rows: Range<Int>) -> Int {
    let height = abs(end.y - start.y)
    let width = abs(end.x - start.x)
    let widthInBand = min(width, width / height * Double(rows.count))
    return min(Int(height), rows.count) + Int(widthInBand) + 6
  }

  /// Writes the cells that the edge passes through, from ``count`` on. O(cells passed).
  @inline(__always)
  mutating func split(
    from start: Coordinate, to end: Coordinate, into cells: inout MutableSpan<TouchedCell>
  ) {
    let descends = start.y < end.y
    let top = descends ? start : end
    let bottom = descends ? end : start
    // Rings that enclose positively run clockwise as seen with rows downwards: their left edges
    // ascend, and what lies right of a left edge is inside.
    let sign = descends ? -1.0 : 1.0
    let slope = (bottom.x - top.x) / (bottom.y - top.y)
    let low = min(top.x, bottom.x)
    let high = max(top.x, bottom.x)
    var row = max(floorIndex(top.y), rows.lowerBound)
    var y = top.y
    var x = top.x
    if Double(row) > y {
      y = Double(row)
      x = min(max(top.x + (y - top.y) * slope, low), high)
    }
    while row < rows.upperBound && y < bottom.y {
      let border = Double(row + 1)
      var nextY = bottom.y
      var nextX = bottom.x
      if border < nextY {
        nextY = border
        nextX = min(max(top.x + (border - top.y) * slope, low), high)
      }
      let column = floorIndex(min(x, nextX))
      if max(x, nextX) <= Double(column + 1) {
        let cover = sign * (nextY - y)
        cells[count] = TouchedCell(
          row: Int32(truncatingIfNeeded: row), column: Int32(truncatingIfNeeded: column),
          cover: cover, inside: cover * (Double(column + 1) - (x + nextX) / 2))
        count += 1
      } else {
        splitStrip(
          row: row, column: column, from: Coordinate(x: x, y: y),
          to: Coordinate(x: nextX, y: nextY), of: (top, bottom), sign: sign, into: &cells)
      }
      x = nextX
      y = nextY
      row += 1
    }
  }

  /// Writes the cells of one row that an edge passes through, two at least, from left to right.
  private mutating func splitStrip(
    row: Int, column first: Int, from upper: Coordinate, to lower: Coordinate,
    of edge: (top: Coordinate, bottom: Coordinate), sign: Double,
    into cells: inout MutableSpan<TouchedCell>
  ) {
    let steepness = (edge.bottom.y - edge.top.y) / (edge.bottom.x - edge.top.x)
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
        let crossing = edge.top.y + (border - edge.top.x) * steepness
        nextY = min(max(crossing, upper.y), lower.y)
        // Rounding may not turn the edge back.
        nextY = steepness > 0 ? max(nextY, y) : min(nextY, y)
      }
      let cover = sign * abs(nextY - y)
      if cover != 0 {
        cells[count] = TouchedCell(
          row: Int32(truncatingIfNeeded: row), column: Int32(truncatingIfNeeded: column),
          cover: cover, inside: cover * (border - (x + nextX) / 2))
        count += 1
      }
      x = nextX
      y = nextY
      column += 1
    }
  }
}
