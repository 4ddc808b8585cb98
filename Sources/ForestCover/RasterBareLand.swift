public import GeoAlgorithms

/// The bare land of a raster in patches that are large enough for a site, and how much of it lies in
/// smaller ones.
///
/// Rows are read once, from north to south, by one worker: patches are formed over the whole raster,
/// before units are cut, and a row waits until its patches are decided.
///
/// The method: Docs/methods/forest-restoration.md.
public struct RasterBareLand: Sendable {
  /// The class of bare cells in the codes that are read.
  public static let bare = ForestCode.forest

  /// What was found.
  public struct Found: Sendable {
    /// The patches, by the row and then the column of their first cell.
    public var patches: [GridPatch]
    /// For each unit the bare land in smaller patches, in **square metres**, brought to close on the
    /// unit's area as forest is.
    public var small: [Double]
    /// For each unit all bare land, likewise.
    public var all: [Double]
  }

  /// A cell of a patch that is too small: a code that no source gives where water is not asked for.
  private static let tooSmall = ForestCode.water

  private let cover: RasterForestCover
  private let filter: PatchFilter?
  private let haloRows: Int

  /// Prepares a run over the grid and the units of `cover`.
  ///
  /// - Parameters:
  ///   - cover: the grid, its cells' areas and the units; its least patch area is not heeded.
  ///   - leastSiteArea: in **square metres**; a patch of just that area is a site. Neighbours share an
  ///     edge, whatever the rule's connectivity: a site is walked without crossing corners.
  public init(_ cover: RasterForestCover, leastSiteArea: Double) {
    self.cover = cover
    guard leastSiteArea > 0 else {
      filter = nil
      haloRows = 0
      return
    }
    let filter = PatchFilter(
      PatchRule(
        code: Self.bare, replacement: Self.tooSmall, leastArea: leastSiteArea, connectivity: .four),
      areas: cover.areas)
    self.filter = filter
    haloRows = filter.haloRows(columns: cover.columns, rows: 0..<cover.rows)
  }

  /// Reads the raster.
  ///
  /// - Parameters:
  ///   - unitAreas: the geodesic areas of the units of the outlines, in **square metres**.
  ///   - heldBytes: the most memory that rows may take up whose patches are not decided yet.
  ///   - read: gives the code of each cell of whole rows: ``bare``, ``ForestCode/other`` or
  ///     ``ForestCode/noData``. Rows are asked for once, in order.
  ///   - progress: is told the number of bands done.
  /// - Throws: ``ForestStreamError``, and what `read` throws.
  public func find(
    unitAreas: [Double], heldBytes: Int, read: (Range<Int>) throws -> [UInt8],
    progress: (Int) -> Void = { _ in }
  ) throws -> Found {
    var accumulator = cover.makeAccumulator()
    var sums = ZonalSums(unitCount: unitAreas.count, classCount: ForestCode.count)
    let wanted = cover.outlines.bands.filter { !accumulator.rasterRows(of: $0).isEmpty }
    for band in cover.outlines.bands where !wanted.contains(band) {
      let nothing: [UInt8] = []
      sums.add(accumulator.sums(band: band, codes: nothing.span))
    }
    guard let first = wanted.first, let last = wanted.last else {
      return found([], sums, unitAreas)
    }
    let own =
      accumulator.rasterRows(of: first).lowerBound..<accumulator.rasterRows(of: last).upperBound
    let window = max(0, own.lowerBound - haloRows)..<min(cover.rows, own.upperBound + haloRows)
    var collector = PatchCollector(code: Self.bare, firstRow: window.lowerBound)
    var stream = filter.map { PatchStream($0, firstRow: window.lowerBound) }
    var band = first
    var codes: [UInt8] = []
    func take(_ row: Int, _ cells: [UInt8]) {
      collector.push(cells.span)
      guard own.contains(row) else { return }
      codes += cells
      guard row + 1 == accumulator.rasterRows(of: band).upperBound else { return }
      sums.add(accumulator.sums(band: band, codes: codes.span))
      codes.removeAll(keepingCapacity: true)
      band += 1
      progress(band - first)
    }
    var next = window.lowerBound
    while next < window.upperBound {
      // To the end of a band, so that blocks of the file are decoded once.
      let end = min(
        window.upperBound, (next / cover.outlines.bandRows + 1) * cover.outlines.bandRows)
      let cells = try read(next..<end)
      for row in next..<end {
        let start = (row - next) * cover.columns
        let line = Array(cells[start..<start + cover.columns])
        guard stream != nil else {
          take(row, line)
          continue
        }
        stream?.push(line, take)
        if let stream, stream.heldBytes > heldBytes {
          throw ForestStreamError.patchesTooTall(row: row, heldRows: stream.pendingRows)
        }
      }
      next = end
    }
    stream?.finish(take)
    return found(collector.finish(), sums, unitAreas)
  }

  private func found(
    _ patches: [GridPatch], _ sums: borrowing ZonalSums, _ unitAreas: [Double]
  ) -> Found {
    var found = Found(patches: patches, small: [], all: [])
    for (unit, area) in unitAreas.enumerated() {
      let cells = sums.totalArea(unit: unit)
      let scale = cells > 0 ? area / cells : 0
      let small = scale * sums.area(unit: unit, code: Self.tooSmall)
      found.small.append(small)
      found.all.append(small + scale * sums.area(unit: unit, code: Self.bare))
    }
    return found
  }
}
