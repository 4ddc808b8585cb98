public import GeoAlgorithms

/// Which cells lie within areas: those of which areas hold at least half.
///
/// The shares of all areas in a cell are added up, so that two plots that share an edge leave no gap
/// between them; areas that overlap count twice there, which matters along their outlines only.
/// One a worker: not to be shared.
public struct AreaCells: Sendable {
  private var scanner: OutlineScanner
  private var spans: [CoverageSpan] = []

  /// The areas in grid coordinates.
  public init(_ outlines: BandedOutlines) { scanner = OutlineScanner(outlines) }

  /// 1 for each cell of `rows` within the areas, 0 for others; row by row, all of `columns`. O(cells +
  /// edges of the bands that the rows meet).
  public mutating func cells(rows: Range<Int>, columns: Int) -> [Double] {
    var shares = [Double](repeating: 0, count: rows.count * columns)
    let height = scanner.outlines.bandRows
    let bands = scanner.outlines.bands
    guard !rows.isEmpty, !bands.isEmpty else { return shares }
    let first = max(bands.lowerBound, rows.lowerBound / height)
    let end = min(bands.upperBound, (rows.upperBound + height - 1) / height)
    for band in stride(from: first, to: end, by: 1) {
      var cursor = scanner.cursor(band: band)
      while scanner.advance(&cursor, into: &spans) {
        for span in spans where rows.contains(Int(span.row)) {
          let start = (Int(span.row) - rows.lowerBound) * columns
          for column in span.columns.clamped(to: 0..<columns) {
            shares[start + column] += span.fraction
          }
        }
      }
    }
    for cell in shares.indices { shares[cell] = shares[cell] >= 0.5 - 1e-9 ? 1 : 0 }
    return shares
  }
}
