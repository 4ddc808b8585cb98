public import GeoAlgorithms

/// Change of forest between two rasters of one grid, cell by cell and band by band.
///
/// Each year's patches are formed over its whole raster first; then each cell counts by the exact
/// share that lies inside the unit, times its ellipsoidal area, under the pair of what it was and
/// what it became. Both rasters are read once for each band. As ``RasterForestCover`` it is
/// immutable and adds bands up in a fixed order.
///
/// The method: Docs/methods/forest-change.md.
public struct RasterForestChange: Sendable {
  /// The greatest number of pairs of classes that a table of transitions tells apart; where a raster
  /// has more, the table is of forest, other land, water and no data.
  public static let greatestPairCount = 256

  /// The grid, the units and the patch rule, which both years share.
  public let cover: RasterForestCover

  /// What one year tells of the cells of whole rows.
  public struct Cells: Sendable {
    /// The ``ForestCode`` of each cell, row by row.
    public var codes: [UInt8]
    /// The raster's own class of each cell, parallel to ``codes``; `nil` where they are not asked
    /// for. Where the code is no data the class means nothing.
    public var classes: [UInt8]?

    /// Makes cells.
    public init(codes: [UInt8], classes: [UInt8]? = nil) {
      self.codes = codes
      self.classes = classes
    }
  }

  /// What one band adds.
  public struct BandChange: Sendable {
    /// The sums of the pairs of codes.
    let codes: BandSums
    /// The sums of the pairs of classes; `nil` where the years have none, or too many.
    let classes: BandPairs?
  }

  /// Prepares a run over two rasters on the grid of `cover`.
  public init(_ cover: RasterForestCover) {
    self.cover = cover
  }

  /// A worker's own working memory.
  public func makeAccumulator() -> ZonalAccumulator {
    ZonalAccumulator(
      outlines: cover.outlines, columns: cover.columns, rows: cover.rows,
      classCount: ForestCode.count * ForestCode.count, areas: cover.areas)
  }

  /// What one band adds. `before` and `after` give the cells of whole rows; each is asked once, for
  /// the band's rows and as many around them as a small patch can span.
  public func sums(
    band: Int, accumulator: inout ZonalAccumulator, before: (Range<Int>) throws -> Cells,
    after: (Range<Int>) throws -> Cells
  ) rethrows -> BandChange {
    let own = accumulator.rasterRows(of: band)
    guard !own.isEmpty else {
      let nothing: [UInt8] = []
      return BandChange(codes: accumulator.sums(band: band, codes: nothing.span), classes: nil)
    }
    let window = cover.window(around: own)
    var first = try before(window)
    var last = try after(window)
    let skipped = (own.lowerBound - window.lowerBound) * cover.columns
    let kept = skipped..<skipped + own.count * cover.columns
    let classes = classes(band: band, first: first, last: last, cells: kept)
    cover.removeSmallPatches(from: &first.codes, rows: window)
    cover.removeSmallPatches(from: &last.codes, rows: window)
    let pairs = kept.map { first.codes[$0] * UInt8(ForestCode.count) + last.codes[$0] }
    return BandChange(codes: accumulator.sums(band: band, codes: pairs.span), classes: classes)
  }

  private func classes(
    band: Int, first: Cells, last: Cells, cells: Range<Int>
  ) -> BandPairs? {
    guard let before = first.classes, let after = last.classes else { return nil }
    var pairs = ClassPairs()
    guard
      let local = pairs.codes(
        before: (first.codes, before), after: (last.codes, after), cells: cells)
    else { return nil }
    var accumulator = ZonalAccumulator(
      outlines: cover.outlines, columns: cover.columns, rows: cover.rows,
      classCount: pairs.transitions.count, areas: cover.areas)
    return BandPairs(
      transitions: pairs.transitions, sums: accumulator.sums(band: band, codes: local.span))
  }
}
