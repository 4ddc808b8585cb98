import RealModule

/// The slope of the ground in per cent by Horn's method: the gradient of the plane that fits the
/// eight neighbours of a cell, those that share an edge counted twice.
///
/// Source: B. K. P. Horn, Hill shading and the reflectance map, Proc. IEEE 69 (1981),
/// doi:10.1109/PROC.1981.11918; the method of `gdaldem slope -p`.
///
/// Heights are in metres; void cells are NaN. A cell that is void, or has a void neighbour, or lies
/// at the raster's edge has no slope: NaN. Unknown is not flat.
public struct HornSlope: Sendable {
  /// The size of a cell from west to east in metres.
  public var cellWidth: Double
  /// The size of a cell from north to south in metres.
  public var cellHeight: Double

  /// Makes a slope for cells of this size, both above 0; in a geographic grid those of the row's
  /// latitude.
  public init(cellWidth: Double, cellHeight: Double) {
    precondition(cellWidth > 0 && cellHeight > 0, "a cell has a size")
    self.cellWidth = cellWidth
    self.cellHeight = cellHeight
  }

  /// The slopes of a row in **per cent** (a rise of 1 m in 10 m is 10 %).
  ///
  /// - Parameters:
  ///   - above: the heights of the row before; empty at the raster's edge.
  ///   - row: the heights of the row.
  ///   - below: the heights of the row after; empty at the raster's edge.
  ///   - slopes: filled with one value a column.
  /// - Complexity: O(columns).
  public func slopes(
    above: Span<Double>, row: Span<Double>, below: Span<Double>, into slopes: inout [Double]
  ) {
    let columns = row.count
    slopes.removeAll(keepingCapacity: true)
    slopes.reserveCapacity(columns)
    guard above.count == columns, below.count == columns, columns > 2 else {
      for _ in 0..<columns { slopes.append(.nan) }
      return
    }
    slopes.append(.nan)
    for column in 1..<columns - 1 {
      let west = above[column - 1] + 2 * row[column - 1] + below[column - 1]
      let east = above[column + 1] + 2 * row[column + 1] + below[column + 1]
      let north = above[column - 1] + 2 * above[column] + above[column + 1]
      let south = below[column - 1] + 2 * below[column] + below[column + 1]
      // Adding the cell itself times 0 makes a void cell void in the result; the sums above make
      // void neighbours so.
      let x = (east - west) / (8 * cellWidth) + 0 * row[column]
      let y = (south - north) / (8 * cellHeight)
      slopes.append(100 * Double.sqrt(x * x + y * y))
    }
    slopes.append(.nan)
  }
}
