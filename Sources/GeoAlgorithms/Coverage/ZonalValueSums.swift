/// What the cells of a raster of amounts add up to in one unit.
public struct ZonalValueSum: Sendable, Hashable {
  /// The sum of share × value over the known cells; where values are by area, of share × area in
  /// **m²** × value.
  public var value = 0.0
  /// The area of the cells with a value, in **m²**.
  public var knownArea = 0.0
  /// The area of the cells without one, in **m²**.
  public var unknownArea = 0.0
  /// The area beyond the raster's edge, in **m²**.
  public var outsideArea = 0.0

  /// A sum of nothing.
  public init() {}

  /// The part of the unit whose value is known, 0 to 1; 0 for a unit without area.
  public var knownShare: Double {
    let all = knownArea + unknownArea + outsideArea
    return all > 0 ? knownArea / all : 0
  }
}

/// Sums a raster of amounts, people for instance, by unit: zonal statistics with exact shares.
///
/// A cell that an outline passes through gives the share of its value that is the share of its
/// area inside: the amount is taken as spread evenly over the cell. Bands are added in ascending
/// order by one worker, so the sums are the same to the bit on every run. Cost: what
/// ``OutlineScanner`` costs, plus one step for each cell in a unit.
public struct ZonalValueSums: Sendable {
  /// What a cell's value is.
  public enum Measure: Sendable, Hashable {
    /// An amount in the cell.
    case amount
    /// An amount for each m².
    case density
  }

  /// The raster's number of columns.
  public let columns: Int
  /// The raster's number of rows.
  public let rows: Int
  /// The sums of the units of the outlines, in their order.
  public private(set) var sums: [ZonalValueSum]
  /// The bands that have something to be summed.
  public var bands: Range<Int> { scanner.outlines.bands }

  private let areas: CellAreaModel
  private let measure: Measure
  private var scanner: OutlineScanner
  private var spans: [CoverageSpan] = []
  private var lastBand: Int?

  /// Sums of nothing yet.
  ///
  /// - Parameters:
  ///   - outlines: the units in the raster's grid coordinates.
  ///   - unitCount: their number.
  ///   - columns: the raster's number of columns.
  ///   - rows: the raster's number of rows.
  ///   - areas: the areas of its cells, and of those beyond its edge that units reach.
  ///   - measure: what a cell's value is.
  public init(
    outlines: BandedOutlines, unitCount: Int, columns: Int, rows: Int, areas: CellAreaModel,
    measure: Measure
  ) {
    precondition(columns > 0 && rows > 0, "a raster has cells")
    self.columns = columns
    self.rows = rows
    self.areas = areas
    self.measure = measure
    scanner = OutlineScanner(outlines)
    sums = [ZonalValueSum](repeating: ZonalValueSum(), count: unitCount)
  }

  /// The rows of the raster whose values ``add(band:values:)`` needs; empty for a band above or
  /// below the raster.
  public func rasterRows(of band: Int) -> Range<Int> {
    scanner.outlines.rows(of: band).clamped(to: 0..<rows)
  }

  /// Adds what `band` holds. Bands must come in ascending order, each once.
  ///
  /// - Parameters:
  ///   - band: the number of the band, as ``BandedOutlines/bands`` counts them; one that no outline
  ///     crosses adds nothing.
  ///   - values: the value of each cell of ``rasterRows(of:)``, row by row, all columns; one that is no
  ///     number is not known.
  public mutating func add(band: Int, values: Span<Double>) {
    precondition(lastBand.map { $0 < band } ?? true, "bands are added in ascending order")
    let raster = rasterRows(of: band)
    precondition(values.count == raster.count * columns, "one value for each cell of the band")
    lastBand = band
    guard scanner.outlines.bands.contains(band) else { return }
    let bandRows = scanner.outlines.rows(of: band)
    let cellAreas = CellAreaBand(areas, rows: bandRows)
    var cursor = scanner.cursor(band: band)
    while scanner.advance(&cursor, into: &spans) {
      var sum = sums[cursor.unit]
      for span in spans {
        let row = Int(span.row)
        let rowInBand = row - bandRows.lowerBound
        let isOnRaster = raster.contains(row)
        let offset = (row - raster.lowerBound) * columns
        for column in span.columns {
          let area =
            span.fraction * cellAreas.area(columns: column..<column + 1, rowInBand: rowInBand)
          guard isOnRaster, (0..<columns).contains(column) else {
            sum.outsideArea += area
            continue
          }
          let value = values[offset + column]
          if value.isNaN {
            sum.unknownArea += area
          } else {
            sum.knownArea += area
            sum.value += value * (measure == .amount ? span.fraction : area)
          }
        }
      }
      sums[cursor.unit] = sum
    }
  }
}
