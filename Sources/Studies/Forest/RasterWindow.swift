internal import GDALKit
internal import GeoModel

/// A part of a raster that is read at once.
struct RasterWindow: Hashable {
  var rows: Range<Int>
  var columns: Range<Int>

  /// `rows` in windows of about `cells` cells that end where the raster's blocks end, so that each
  /// block is decoded once and cells of eight bytes do not take much memory: from north to south,
  /// in each piece from west to east. A block of more cells is a window of its own.
  static func windows(
    over rows: Range<Int>, of description: RasterDescription, cells: Int = 1 << 22
  ) -> [RasterWindow] {
    let all = 0..<description.grid.columns
    var windows: [RasterWindow] = []
    for part in pieces(of: rows, block: description.blockRows, size: cells / all.count) {
      for columns in pieces(
        of: all, block: description.blockColumns, size: cells / part.count)
      {
        windows.append(RasterWindow(rows: part, columns: columns))
      }
    }
    return windows
  }

  /// `range` in pieces of about `size`, cut at multiples of `block`.
  private static func pieces(of range: Range<Int>, block: Int, size: Int) -> [Range<Int>] {
    let block = max(1, block)
    let step = max(1, size / block) * block
    var start = range.lowerBound
    var pieces: [Range<Int>] = []
    while start < range.upperBound {
      let end = min(range.upperBound, (start / step + 1) * step)
      pieces.append(start..<end)
      start = end
    }
    return pieces
  }
}
