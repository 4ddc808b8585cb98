public import GeoAlgorithms

/// Which unit each cell belongs to: the one that holds the largest part of it, of equal ones the
/// first; none where units hold less than half of it.
///
/// One a worker: not to be shared.
public struct CellUnits: Sendable {
  private var scanner: OutlineScanner
  private var spans: [CoverageSpan] = []
  private var best: [Double] = []
  private var sum: [Double] = []

  /// Of some rows: parallel lists, one entry a cell, row by row.
  public struct Band: Sendable {
    /// Whether a unit reaches the cell.
    public var isTouched: [Bool]
    /// The index of its unit; −1 for none.
    public var units: [Int32]

    /// Takes cells of which it is known where they lie.
    public init(isTouched: [Bool], units: [Int32]) {
      precondition(isTouched.count == units.count, "one unit for each cell")
      self.isTouched = isTouched
      self.units = units
    }
  }

  /// The units in grid coordinates.
  public init(_ outlines: BandedOutlines) { scanner = OutlineScanner(outlines) }

  /// The units of the cells of a band of the outlines: of its rows that lie in `rows`, of all columns
  /// of a raster of that many. O(cells + edges).
  public mutating func units(band: Int, rows: Range<Int>, columns: Int) -> Band {
    let own = scanner.outlines.rows(of: band).clamped(to: rows)
    let count = own.count * columns
    var result = Band(
      isTouched: [Bool](repeating: false, count: count),
      units: [Int32](repeating: -1, count: count))
    best.removeAll(keepingCapacity: true)
    best.append(contentsOf: repeatElement(0, count: count))
    sum.removeAll(keepingCapacity: true)
    sum.append(contentsOf: repeatElement(0, count: count))
    var cursor = scanner.cursor(band: band)
    while scanner.advance(&cursor, into: &spans) {
      for span in spans where own.contains(Int(span.row)) && span.fraction > 0 {
        let start = (Int(span.row) - own.lowerBound) * columns
        for column in span.columns.clamped(to: 0..<columns) {
          let cell = start + column
          result.isTouched[cell] = true
          sum[cell] += span.fraction
          guard span.fraction > best[cell] else { continue }
          best[cell] = span.fraction
          result.units[cell] = Int32(truncatingIfNeeded: cursor.unit)
        }
      }
    }
    // Shares of neighbours add up to 1 but for rounding.
    for cell in 0..<count where sum[cell] < 0.5 - 1e-9 { result.units[cell] = -1 }
    return result
  }
}
