public import GeoAlgorithms

/// Why forest cover cannot be summed in one pass.
public enum ForestStreamError: Error, Hashable, Sendable {
  /// Raised when small patches reach over so many rows that holding those back would take more
  /// memory than allowed; `row` is the row at which it came to that.
  case patchesTooTall(row: Int, heldRows: Int)
}

extension RasterForestCover {
  /// Whether the rows around a band that small patches can span are so many that bands are not to
  /// be read apart: the sum of a band and its halo is more than `cells` and the halo more than the
  /// band. Then ``streamedSums(heldBytes:read:progress:)`` reads each row once.
  public func prefersStream(cells: Int = 1 << 26) -> Bool {
    let rowsRead = outlines.bandRows + 2 * min(haloRows, rows)
    return haloRows > outlines.bandRows && rowsRead * columns > cells
  }

  /// The sums of all bands, in order, in one pass over the rows: the same to the bit as
  /// ``sums(band:accumulator:read:)`` band by band. One worker.
  ///
  /// - Parameters:
  ///   - heldBytes: the most memory that rows may take up whose patches are not decided yet.
  ///   - read: gives the ``ForestCode`` of each cell of whole rows; it is asked for bands of rows
  ///     from north to south, each once.
  ///   - progress: is told the number of bands done.
  /// - Throws: ``ForestStreamError``, and what `read` throws.
  public func streamedSums(
    heldBytes: Int, read: (Range<Int>) throws -> [UInt8], progress: (Int) -> Void = { _ in }
  ) throws -> [BandSums] {
    var accumulator = makeAccumulator()
    var sums: [BandSums] = []
    let bands = outlines.bands
    let onRaster = bands.filter { !accumulator.rasterRows(of: $0).isEmpty }
    guard let patches, let first = onRaster.first, let last = onRaster.last else {
      return try bands.map { try self.sums(band: $0, accumulator: &accumulator, read: read) }
    }
    func finish(_ band: Int, _ codes: [UInt8]) {
      sums.append(accumulator.sums(band: band, codes: codes.span))
      progress(sums.count)
    }
    for band in bands where band < first { finish(band, []) }
    let wanted =
      accumulator.rasterRows(of: first).lowerBound..<accumulator.rasterRows(of: last).upperBound
    let window =
      max(0, wanted.lowerBound - haloRows)..<min(rows, wanted.upperBound + haloRows)
    var stream = PatchStream(patches, firstRow: window.lowerBound)
    var band = first
    var codes: [UInt8] = []
    func take(_ row: Int, _ cells: [UInt8]) {
      guard wanted.contains(row) else { return }
      codes += cells
      guard row + 1 == accumulator.rasterRows(of: band).upperBound else { return }
      finish(band, codes)
      codes.removeAll(keepingCapacity: true)
      band += 1
    }
    var next = window.lowerBound
    while next < window.upperBound, band <= last {
      // To the end of a band, so that blocks of the file are decoded once.
      let end = min(window.upperBound, (next / outlines.bandRows + 1) * outlines.bandRows)
      let cells = try read(next..<end)
      for row in next..<end {
        let start = (row - next) * columns
        stream.push(Array(cells[start..<start + columns]), take)
        guard stream.heldBytes <= heldBytes else {
          throw ForestStreamError.patchesTooTall(row: row, heldRows: stream.pendingRows)
        }
      }
      next = end
    }
    if band <= last { stream.finish(take) }
    for band in bands where band > last { finish(band, []) }
    return sums
  }
}
