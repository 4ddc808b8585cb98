internal import GDALKit
internal import GeoModel

/// A raster to be written: what it is, and where its cells come from, a few rows at a time.
struct RasterOutput: Sendable {
  /// The layer's name, also the name of its file.
  var name: String
  var grid: GridGeometry
  var referenceSystem: String
  var content: RasterWriter.Content
  /// The cells of whole rows, row by row.
  var cells: @Sendable (Range<Int>) async throws -> [Float]

  /// Writes it to `path`, a temporary name that the caller renames.
  func write(to path: String, jobs: Int) async throws {
    let writer = try RasterWriter(
      creating: path, grid: grid, referenceSystem: referenceSystem, content: content, workers: jobs)
    for first in stride(from: 0, to: grid.rows, by: RasterWriter.tileRows) {
      try writer.write(await cells(first..<min(first + RasterWriter.tileRows, grid.rows)))
    }
    try writer.finish()
  }
}
