/// Sums the classes of a raster by unit, band by band: zonal statistics with exact shares.
///
/// Cost: what ``OutlineScanner`` costs, plus one pass over the codes of each unit's interior.
/// Where units are a partition each cell is read about once whatever their number.
///
/// An accumulator owns its working memory: one for each worker. Bands may be worked on in any
/// order and at the same time; their sums are added in order by ``ZonalSums/add(_:)``.
public struct ZonalAccumulator: Sendable {
  /// The raster's number of columns.
  public let columns: Int
  /// The raster's number of rows.
  public let rows: Int
  /// The number of classes; codes are `0..<classCount`.
  public let classCount: Int
  /// The areas of the cells.
  public let areas: CellAreaModel

  private var scanner: OutlineScanner
  private var spans: [CoverageSpan] = []
  private var tally: ClassTally

  /// Makes an accumulator.
  ///
  /// - Parameters:
  ///   - outlines: The units in the raster's grid coordinates.
  ///   - columns: The raster's number of columns.
  ///   - rows: The raster's number of rows.
  ///   - classCount: The number of classes, 1 to 256; what each code stands for (nodata among
  ///     them) is the caller's.
  ///   - areas: The areas of the raster's cells, and of those beyond its edge that units reach.
  public init(
    outlines: BandedOutlines, columns: Int, rows: Int, classCount: Int, areas: CellAreaModel
  ) {
    precondition(columns > 0 && rows > 0, "a raster has cells")
    precondition((1...256).contains(classCount), "codes are bytes")
    self.columns = columns
    self.rows = rows
    self.classCount = classCount
    self.areas = areas
    scanner = OutlineScanner(outlines)
    tally = ClassTally(classCount: classCount)
  }

  /// The rows of the raster whose codes ``sums(band:codes:)`` needs; empty for a band above or
  /// below the raster.
  public func rasterRows(of band: Int) -> Range<Int> {
    scanner.outlines.rows(of: band).clamped(to: 0..<rows)
  }

  /// The sums of the units that cross `band`.
  ///
  /// - Parameters:
  ///   - band: One of ``BandedOutlines/bands``; of others the sums are empty.
  ///   - codes: The class of each cell of ``rasterRows(of:)``, row by row, all columns; every
  ///     code below ``classCount``.
  public mutating func sums(band: Int, codes: Span<UInt8>) -> BandSums {
    let raster = rasterRows(of: band)
    precondition(codes.count == raster.count * columns, "one code for each cell of the band")
    var result = BandSums(band: band)
    guard scanner.outlines.bands.contains(band) else { return result }
    let bandRows = scanner.outlines.rows(of: band)
    let cellAreas = CellAreaBand(areas, rows: bandRows)
    var cursor = scanner.cursor(band: band)
    while scanner.advance(&cursor, into: &spans) {
      tally.reset()
      var outside = Outside()
      for span in spans {
        let row = Int(span.row)
        let rowInBand = row - bandRows.lowerBound
        let all = span.columns
        let within = raster.contains(row) ? all.clamped(to: 0..<columns) : 0..<0
        if within.count < all.count {
          // Both sides at once for a run wider than the raster: the sums are linear.
          let split = within.isEmpty ? all.upperBound..<all.upperBound : within
          outside.add(all.lowerBound..<split.lowerBound, span, cellAreas, rowInBand)
          outside.add(split.upperBound..<all.upperBound, span, cellAreas, rowInBand)
          if within.isEmpty { continue }
        }
        let offset = (row - raster.lowerBound) * columns
        addInside(within, span.fraction, codes, offset, cellAreas, rowInBand)
      }
      result.append(unit: cursor.unit, tally, outside, improperCells: cursor.improperCells)
    }
    return result
  }

  /// Adds the cells of a span that lie on the raster; `offset` is where the row's codes start.
  @inline(__always)
  private mutating func addInside(
    _ within: Range<Int>, _ fraction: Double, _ codes: Span<UInt8>, _ offset: Int,
    _ cellAreas: borrowing CellAreaBand, _ rowInBand: Int
  ) {
    var column = within.lowerBound
    while column < within.upperBound {
      let interval = cellAreas.interval(of: column)
      let line = cellAreas.line(at: column, interval: interval, rowInBand: rowInBand)
      let end = min(within.upperBound, cellAreas.end(of: interval))
      if end - column == 1 && fraction != 1 {
        tally.add(code: codes[offset + column], fraction: fraction, area: line.area)
      } else {
        tally.add(
          codes.extracting(offset + column..<offset + end), fraction: fraction, line: line)
      }
      column = end
    }
  }
}

/// What one unit receives beyond the raster's edge within one band.
private struct Outside {
  var cells = 0.0
  var area = 0.0

  @inline(__always)
  mutating func add(
    _ columns: Range<Int>, _ span: CoverageSpan, _ areas: borrowing CellAreaBand, _ row: Int
  ) {
    guard !columns.isEmpty else { return }
    cells += span.fraction * Double(columns.count)
    area += span.fraction * areas.area(columns: columns, rowInBand: row)
  }
}

extension BandSums {
  fileprivate mutating func append(
    unit: Int, _ tally: borrowing ClassTally, _ outside: Outside, improperCells count: Int
  ) {
    units.append(Int32(truncatingIfNeeded: unit))
    for code in tally.area.indices {
      cells.append(tally.cells(code))
      areas.append(tally.area[code])
    }
    cells.append(outside.cells)
    areas.append(outside.area)
    improperCells.append(count)
  }
}
