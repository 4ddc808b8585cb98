import RealModule

/// The slope of the ground in per cent by Horn's method: the gradient of the plane that fits the
/// eight neighbours of a cell, those that share an edge counted twice.
///
/// Source: B. K. P. Horn, Hill shading and the reflectance map, Proc. IEEE 69 (1981),
/// doi:10.1109/PROC.1981.11918; the method of `gdaldem slope -p`.
///
/// Heights are in metres; void cells are NaN. A cell that is void, or has a void neighbour, or lies
/// at the raster's edge has no slope: NaN. Unknown is not flat.
public enum HornSlope {
  /// The slopes of a row in **per cent** (a rise of 1 m in 10 m is 10 %).
  ///
  /// - Parameters:
  ///   - above: the heights of the row before; empty at the raster's edge.
  ///   - row: the heights of the row.
  ///   - below: the heights of the row after; empty at the raster's edge.
  ///   - metrics: how each cell lies on the ground; one for all, or one a column.
  ///   - slopes: filled with one value a column.
  /// - Complexity: O(columns).
  public static func slopes(
    above: Span<Double>, row: Span<Double>, below: Span<Double>, metrics: [GroundMetric],
    into slopes: inout [Double]
  ) {
    let columns = row.count
    slopes.removeAll(keepingCapacity: true)
    slopes.reserveCapacity(columns)
    guard above.count == columns, below.count == columns, columns > 2 else {
      for _ in 0..<columns { slopes.append(.nan) }
      return
    }
    precondition(metrics.count == 1 || metrics.count == columns, "one metric for all, or for each")
    let stride = metrics.count == 1 ? 0 : 1
    slopes.append(.nan)
    for column in 1..<columns - 1 {
      let west = above[column - 1] + 2 * row[column - 1] + below[column - 1]
      let east = above[column + 1] + 2 * row[column + 1] + below[column + 1]
      let north = above[column - 1] + 2 * above[column] + above[column + 1]
      let south = below[column - 1] + 2 * below[column] + below[column + 1]
      // Adding the cell itself times 0 makes a void cell void in the result; the sums above make
      // void neighbours so.
      let u = (east - west) / 8 + 0 * row[column]
      let v = (south - north) / 8
      let metric = metrics[stride * column]
      let squared = metric.a * u * u + 2 * metric.b * u * v + metric.c * v * v
      // Level ground may come out below 0 by rounding alone.
      slopes.append(100 * Double.sqrt(squared < 0 ? 0 : squared))
    }
    slopes.append(.nan)
  }
}
