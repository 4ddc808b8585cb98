import GeoModel

/// The areas of the cells of a few rows, laid out for quick sums: for each row and each interval
/// of columns a linear function of the column.
struct CellAreaBand {
  /// The number of intervals of a row.
  let intervals: Int
  /// The column where the first interval starts.
  private let origin: Int
  /// All intervals but the last are 2 to this power wide.
  private let exponent: Int
  /// The area in m² at the start of each interval, row by row.
  private var values: [Double]
  /// The change of the area from one column to the next in each interval, row by row.
  private var slopes: [Double]

  init(_ model: CellAreaModel, rows: Range<Int>) {
    switch model.kind {
    case .geographic(let ellipsoid, let grid):
      intervals = 1
      origin = 0
      exponent = 62
      let height = abs(grid.rowStepY)
      values = rows.map { row in
        let south = grid.originY + Double(grid.rowStepY < 0 ? row + 1 : row) * grid.rowStepY
        return ellipsoid.quadrilateralArea(
          south: south, latitudeSpan: height, longitudeSpan: abs(grid.columnStepX))
      }
      slopes = [Double](repeating: 0, count: rows.count)
    case .lattice(let lattice):
      intervals = max(1, lattice.columns.count - 1)
      origin = lattice.columns[0]
      exponent = lattice.columns.count > 2 ? lattice.exponent : 62
      values = []
      slopes = []
      for row in rows { append(row: row, of: lattice) }
    }
  }

  private mutating func append(row: Int, of lattice: CellAreaModel.Lattice) {
    let width = lattice.columns.count
    let last = max(0, lattice.rows.count - 2)
    let upper = min(max((row - lattice.rows[0]) >> lattice.exponent, 0), last)
    let lower = min(upper + 1, lattice.rows.count - 1)
    let share =
      lower == upper
      ? 0 : Double(row - lattice.rows[upper]) / Double(lattice.rows[lower] - lattice.rows[upper])
    func value(_ column: Int) -> Double {
      let top = lattice.areas[upper * width + column]
      return top + share * (lattice.areas[lower * width + column] - top)
    }
    guard width > 1 else {
      values.append(value(0))
      slopes.append(0)
      return
    }
    for column in 0..<width - 1 {
      let start = value(column)
      values.append(start)
      slopes.append(
        (value(column + 1) - start) / Double(lattice.columns[column + 1] - lattice.columns[column]))
    }
  }

  /// The interval that holds `column`; the first and the last reach beyond the lattice.
  @inline(__always)
  func interval(of column: Int) -> Int {
    min(max((column - origin) >> exponent, 0), intervals - 1)
  }

  /// The first column after `interval`.
  @inline(__always)
  func end(of interval: Int) -> Int {
    interval == intervals - 1 ? Int.max : origin + (interval + 1) << exponent
  }

  /// The area in m² of the cell at `column`, continued linearly from `interval`, and the change
  /// from one column to the next.
  @inline(__always)
  func line(at column: Int, interval: Int, rowInBand: Int) -> (area: Double, slope: Double) {
    let index = rowInBand * intervals + interval
    let slope = slopes[index]
    let start = intervals == 1 ? origin : origin + interval << exponent
    return (values[index] + slope * Double(column - start), slope)
  }

  /// The sum of the areas of the cells in `columns` in m².
  @inline(__always)
  func area(columns: Range<Int>, rowInBand: Int) -> Double {
    var sum = 0.0
    var column = columns.lowerBound
    while column < columns.upperBound {
      let interval = interval(of: column)
      let end = min(columns.upperBound, end(of: interval))
      let count = Double(end - column)
      let line = line(at: column, interval: interval, rowInBand: rowInBand)
      sum += count * (line.area + line.slope * (count - 1) / 2)
      column = end
    }
    return sum
  }
}
