/// What of an amount in one unit lies within reach of something.
public struct ReachedAmount: Sendable, Hashable {
  /// The whole amount in the cells with a value.
  public var all = 0.0
  /// What lies in cells within reach for sure.
  public var surely = 0.0
  /// What lies in cells that may be within reach.
  public var perhaps = 0.0
  /// The area of the cells with a value, in **m²**.
  public var knownArea = 0.0
  /// The area of the cells without one, and of the unit beyond the raster's edge, in **m²**.
  public var unknownArea = 0.0

  /// Nothing.
  public init() {}

  /// The part of the unit whose value is known, 0 to 1; `nil` for a unit without area.
  public var knownShare: Double? {
    let whole = knownArea + unknownArea
    return whole > 0 ? knownArea / whole : nil
  }

  /// The sum of two.
  public static func += (left: inout ReachedAmount, right: ReachedAmount) {
    left.all += right.all
    left.surely += right.surely
    left.perhaps += right.perhaps
    left.knownArea += right.knownArea
    left.unknownArea += right.unknownArea
  }
}

/// Sums a raster of amounts, people for instance, by unit and by how far its cells are within reach.
///
/// A cell that an outline passes through gives the share of its value that is the share of its area
/// inside; whether it is within reach is one answer for the whole cell. Each band is summed by
/// itself, and what bands give is added up in ascending order, so the sums are the same to the bit
/// whatever the number of workers. One a worker: not to be shared.
public struct ZonalReachSums: Sendable {
  private let columns: Range<Int>
  private let rows: Int
  private let areas: CellAreaModel
  private let measure: ZonalValueSums.Measure
  private var scanner: OutlineScanner
  private var spans: [CoverageSpan] = []

  /// Prepares sums.
  ///
  /// - Parameters:
  ///   - outlines: the units in the raster's grid coordinates.
  ///   - columns: the columns of the raster that values are given for; all that units touch.
  ///   - rows: the raster's number of rows.
  ///   - areas: the areas of its cells, and of those beyond its edge that units reach.
  ///   - measure: what a cell's value is.
  public init(
    outlines: BandedOutlines, columns: Range<Int>, rows: Int, areas: CellAreaModel,
    measure: ZonalValueSums.Measure
  ) {
    self.columns = columns
    self.rows = rows
    self.areas = areas
    self.measure = measure
    scanner = OutlineScanner(outlines)
  }

  /// What one unit has in a band.
  public struct Entry: Sendable, Hashable {
    /// The unit's index.
    public var unit: Int
    /// Its amount.
    public var amount: ReachedAmount
  }

  /// The rows of the raster that a band needs; empty for a band above or below it.
  public func rasterRows(of band: Int) -> Range<Int> {
    scanner.outlines.rows(of: band).clamped(to: 0..<rows)
  }

  /// What the units have in `band`, in ascending order.
  ///
  /// - Parameters:
  ///   - band: the number of the band, as ``BandedOutlines/bands`` counts them; of one that no outline
  ///     crosses there are no entries.
  ///   - values: for each cell of ``rasterRows(of:)`` in the columns given its value, row by row; one
  ///     that is no number is not known.
  ///   - reach: for the same cells ``Reach`` as a number.
  public mutating func sums(band: Int, values: [Double], reach: [UInt8]) -> [Entry] {
    let raster = rasterRows(of: band)
    precondition(values.count == raster.count * columns.count && reach.count == values.count)
    let bandRows = scanner.outlines.rows(of: band)
    let cellAreas = CellAreaBand(areas, rows: bandRows)
    var cursor = scanner.cursor(band: band)
    var entries: [Entry] = []
    while scanner.advance(&cursor, into: &spans) {
      var amount = ReachedAmount()
      for span in spans {
        let row = Int(span.row)
        let rowInBand = row - bandRows.lowerBound
        func area(_ columns: Range<Int>) -> Double {
          span.fraction * cellAreas.area(columns: columns, rowInBand: rowInBand)
        }
        let inside = span.columns.clamped(to: columns)
        guard raster.contains(row), !inside.isEmpty else {
          amount.unknownArea += area(span.columns)
          continue
        }
        let start = (row - raster.lowerBound) * columns.count - columns.lowerBound
        var unknown = area(span.columns) - area(inside)
        var knownCells = 0
        for column in inside {
          let value = values[start + column]
          guard !value.isNaN else {
            unknown += area(column..<column + 1)
            continue
          }
          knownCells += 1
          let weighted =
            value * (measure == .amount ? span.fraction : area(column..<column + 1))
          amount.all += weighted
          switch reach[start + column] {
          case Reach.surely.rawValue: amount.surely += weighted
          case Reach.perhaps.rawValue: amount.perhaps += weighted
          default: break
          }
        }
        // What rounding leaves of a difference must not make a unit known that has no known cell.
        if knownCells == 0 { unknown = area(span.columns) }
        amount.unknownArea += unknown
        amount.knownArea += area(span.columns) - unknown
      }
      entries.append(Entry(unit: cursor.unit, amount: amount))
    }
    return entries
  }
}
