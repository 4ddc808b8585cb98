extension HornSlope {
  /// The slopes in **per cent** of the cells of `rows`, row by row.
  ///
  /// - Parameters:
  ///   - rows: the rows wanted.
  ///   - heights: the heights in **metres** of the rows of `window`, row by row, NaN in voids.
  ///   - window: `rows` and the row on either side, where the raster has one.
  ///   - columns: the number of columns.
  ///   - metrics: how cells lie on the ground.
  /// - Complexity: O(cells).
  public static func slopes(
    rows: Range<Int>, heights: Span<Double>, window: Range<Int>, columns: Int,
    metrics: GroundMetricModel
  ) -> [Double] {
    func line(_ row: Int) -> Range<Int> {
      guard window.contains(row) else { return 0..<0 }
      let start = (row - window.lowerBound) * columns
      return start..<start + columns
    }
    var result: [Double] = []
    result.reserveCapacity(rows.count * columns)
    var slopes: [Double] = []
    for row in rows {
      self.slopes(
        above: heights.extracting(line(row - 1)), row: heights.extracting(line(row)),
        below: heights.extracting(line(row + 1)),
        metrics: metrics.metrics(row: row, count: columns), into: &slopes)
      result.append(contentsOf: slopes)
    }
    return result
  }
}
