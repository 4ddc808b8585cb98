public import GeoModel

/// The ellipsoidal area in **m²** of any cell of a grid, also of cells beyond the raster's edge.
///
/// Two kinds. In a geographic grid parallel to the axes all cells of a row have the same area, in
/// closed form. In any other grid the areas at a ``CellAreaLattice`` come from the caller, and
/// the area of a cell is their bilinear interpolation; beyond the lattice it is continued
/// linearly, so let the lattice hold every cell that is asked for.
///
/// Either way the area within one row is linear in the column between two nodes, so a run of
/// cells is summed without visiting them.
public struct CellAreaModel: Sendable {
  enum Kind: Sendable {
    case geographic(EllipsoidOfRevolution, GridGeometry)
    case lattice(Lattice)
  }

  struct Lattice: Sendable {
    let columns: [Int]
    let rows: [Int]
    let exponent: Int
    let areas: [Double]
  }

  let kind: Kind

  /// The areas of the cells of a geographic grid in degrees, north-up or south-up.
  ///
  /// - Parameters:
  ///   - grid: Must be parallel to the axes (`GridGeometry/isAxisParallel`). A part of a row
  ///     beyond a pole has no area.
  ///   - ellipsoid: The ellipsoid of the grid's reference system.
  public init(geographic grid: GridGeometry, ellipsoid: EllipsoidOfRevolution = .wgs84) {
    precondition(grid.isAxisParallel, "a rotated grid needs a lattice of areas")
    kind = .geographic(ellipsoid, grid)
  }

  /// The areas of the cells of any grid, interpolated.
  ///
  /// - Parameters:
  ///   - lattice: Where the areas were taken.
  ///   - areas: The area in m² of each of ``CellAreaLattice/cells``, in that order, each finite
  ///     and not negative.
  public init(lattice: CellAreaLattice, areas: [Double]) {
    let columns = lattice.nodeColumns
    let rows = lattice.nodeRows
    precondition(areas.count == columns.count * rows.count, "one area for each lattice cell")
    precondition(areas.allSatisfy { $0.isFinite && $0 >= 0 }, "areas are finite, not negative")
    kind = .lattice(
      Lattice(columns: columns, rows: rows, exponent: lattice.spacingExponent, areas: areas))
  }

  /// The area of one cell in m². O(1).
  public func area(column: Int, row: Int) -> Double {
    area(columns: column..<column + 1, row: row)
  }

  /// The sum of the areas of the cells of `row` in `columns`, in m²; 0 for none. Closed form
  /// between nodes: O(number of lattice intervals), no cost for each cell.
  public func area(columns: Range<Int>, row: Int) -> Double {
    CellAreaBand(self, rows: row..<row + 1).area(columns: columns, rowInBand: 0)
  }

  /// The least area in m² of a cell of `row` with its column in `columns` (not empty).
  public func smallestArea(columns: Range<Int>, row: Int) -> Double {
    // Linear between nodes, so the least value lies at a node or at an end.
    var ends = [columns.lowerBound, columns.upperBound - 1]
    if case .lattice(let lattice) = kind {
      ends += lattice.columns.filter { columns.contains($0) }
    }
    let band = CellAreaBand(self, rows: row..<row + 1)
    return ends.reduce(.infinity) {
      min($0, band.area(columns: $1..<$1 + 1, rowInBand: 0))
    }
  }

  /// How far the model is from areas known otherwise, relative to them: the greatest of
  /// |model − area| / area over `cells`; 0 for no cell. Cells without area are left out.
  ///
  /// Given the cells and areas of ``CellAreaLattice/refined`` this is the interpolation error.
  public func greatestRelativeDifference(at cells: [GridCell], areas: [Double]) -> Double {
    precondition(cells.count == areas.count, "one area for each cell")
    return zip(cells, areas).reduce(0) { greatest, pair in
      guard pair.1 > 0 else { return greatest }
      return max(greatest, abs(area(column: pair.0.column, row: pair.0.row) / pair.1 - 1))
    }
  }
}
