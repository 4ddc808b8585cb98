public import GeoModel

/// The ``GroundMetric`` of any cell of a grid.
///
/// In a geographic grid parallel to the axes all cells of a row have one metric, in closed form. In
/// any other grid the metrics at the nodes of a ``CellAreaLattice`` come from the caller and are
/// interpolated.
public struct GroundMetricModel: Sendable {
  private enum Kind: Sendable {
    case geographic(GridGeometry)
    case lattice(columns: [Int], rows: [Int], exponent: Int, metrics: [GroundMetric])
  }

  private let kind: Kind

  /// The metrics of a geographic grid in degrees on WGS 84, which must be parallel to the axes.
  public init(geographic grid: GridGeometry) {
    precondition(grid.isAxisParallel, "a rotated grid needs a lattice of metrics")
    kind = .geographic(grid)
  }

  /// Interpolated metrics; one for each of ``CellAreaLattice/cells``, in that order.
  public init(lattice: CellAreaLattice, metrics: [GroundMetric]) {
    let columns = lattice.nodeColumns
    let rows = lattice.nodeRows
    precondition(metrics.count == columns.count * rows.count, "one metric for each lattice cell")
    kind = .lattice(
      columns: columns, rows: rows, exponent: lattice.spacingExponent, metrics: metrics)
  }

  /// The metrics of the first `count` cells of `row`; a single one where all are equal. Beyond the
  /// lattice those of its edge hold. O(count).
  public func metrics(row: Int, count: Int) -> [GroundMetric] {
    switch kind {
    case .geographic(let grid):
      let latitude = grid.originY + (Double(row) + 0.5) * grid.rowStepY
      let scale = ShortGeodesic.metresPerDegree(atLatitude: latitude)
      return [
        GroundMetric(
          cellWidth: abs(grid.columnStepX) * scale.longitude,
          cellHeight: abs(grid.rowStepY) * scale.latitude)
      ]
    case .lattice(let columns, let rows, let exponent, let metrics):
      let line = Self.row(row, of: rows, exponent, width: columns.count, metrics)
      return Self.along(columns, line, count: count)
    }
  }

  /// The metrics of the lattice's columns in `row`.
  private static func row(
    _ row: Int, of rows: [Int], _ exponent: Int, width: Int, _ metrics: [GroundMetric]
  ) -> [GroundMetric] {
    let upper = min(max((row - rows[0]) >> exponent, 0), max(0, rows.count - 2))
    let lower = min(upper + 1, rows.count - 1)
    let share =
      lower == upper ? 0 : Double(row - rows[upper]) / Double(rows[lower] - rows[upper])
    return (0..<width).map { column in
      metrics[upper * width + column]
        .towards(metrics[lower * width + column], share: min(max(share, 0), 1))
    }
  }

  private static func along(
    _ columns: [Int], _ line: [GroundMetric], count: Int
  ) -> [GroundMetric] {
    var result: [GroundMetric] = []
    result.reserveCapacity(count)
    var left = 0
    for column in 0..<count {
      while left < columns.count - 2, columns[left + 1] <= column { left += 1 }
      let right = min(left + 1, columns.count - 1)
      let share =
        right == left
        ? 0 : Double(column - columns[left]) / Double(columns[right] - columns[left])
      result.append(line[left].towards(line[right], share: min(max(share, 0), 1)))
    }
    return result
  }
}
