/// Where the cells of a raster lie: its size and the affine map from cell to reference system.
///
/// Grid coordinates: `column` runs from 0 at the left edge of the first column to ``columns`` at
/// the right edge of the last, `row` from 0 at the top of the first row downwards; whole numbers
/// are cell edges, so the centre of the first cell is (0.5, 0.5).
///
/// `x = originX + column * columnStepX + row * rowStepX`,
/// `y = originY + column * columnStepY + row * rowStepY`; the six numbers of `GDALGetGeoTransform`.
public struct GridGeometry: Hashable, Sendable {
  /// The number of cells in a row.
  public var columns: Int
  /// The number of rows.
  public var rows: Int
  /// The x of the outer corner of the first cell.
  public var originX: Double
  /// The change of x from one column to the next.
  public var columnStepX: Double
  /// The change of x from one row to the next; not 0 only in rotated grids.
  public var rowStepX: Double
  /// The y of the outer corner of the first cell.
  public var originY: Double
  /// The change of y from one column to the next; not 0 only in rotated grids.
  public var columnStepY: Double
  /// The change of y from one row to the next; negative in a north-up grid.
  public var rowStepY: Double

  /// Makes a grid from its size and its affine map.
  public init(
    columns: Int, rows: Int, originX: Double, columnStepX: Double, rowStepX: Double = 0,
    originY: Double, columnStepY: Double = 0, rowStepY: Double
  ) {
    self.columns = columns
    self.rows = rows
    self.originX = originX
    self.columnStepX = columnStepX
    self.rowStepX = rowStepX
    self.originY = originY
    self.columnStepY = columnStepY
    self.rowStepY = rowStepY
  }

  /// The determinant of the affine map: the planar area of a cell, with a sign.
  public var determinant: Double { columnStepX * rowStepY - rowStepX * columnStepY }

  /// Whether columns run along x and rows along y, so that a row of a geographic grid has one
  /// latitude.
  public var isAxisParallel: Bool { rowStepX == 0 && columnStepY == 0 }

  /// The position of a place given in grid coordinates.
  @inlinable
  public func position(column: Double, row: Double) -> Coordinate {
    Coordinate(
      x: originX + column * columnStepX + row * rowStepX,
      y: originY + column * columnStepY + row * rowStepY)
  }

  /// The grid coordinates of `position`: `x` is the column, `y` the row. Positions off the grid
  /// have grid coordinates too. The map must be invertible (``determinant`` not 0).
  @inlinable
  public func gridCoordinate(of position: Coordinate) -> Coordinate {
    let dx = position.x - originX
    let dy = position.y - originY
    if rowStepX == 0 && columnStepY == 0 {
      return Coordinate(x: dx / columnStepX, y: dy / rowStepY)
    }
    let determinant = columnStepX * rowStepY - rowStepX * columnStepY
    return Coordinate(
      x: (dx * rowStepY - dy * rowStepX) / determinant,
      y: (dy * columnStepX - dx * columnStepY) / determinant)
  }
}
