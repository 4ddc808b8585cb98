import Foundation
import GDALKit
import GeoModel
import TestSupport
import Testing

@Suite("Rasters written from the top")
struct RasterWriterTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Two rows of tiles and a bit, three columns of tiles.
  static let grid = GridGeometry(
    columns: 600, rows: 700, originX: 108, columnStepX: 0.001, originY: 15, rowStepY: -0.001)
  static let content = RasterWriter.Content(name: "minutes", unit: "min", noDataValue: -9999)

  static func row(_ row: Int) -> [Float] {
    (0..<grid.columns).map { $0 % 17 == 0 ? -9999 : Float(row * 3 + $0) / 7 }
  }

  @discardableResult
  func write(_ name: String, workers: Int, step: Int = RasterWriter.tileRows) throws -> String {
    let path = folder.path(name)
    let writer = try RasterWriter(
      creating: path, grid: Self.grid, referenceSystem: "EPSG:4326", content: Self.content,
      workers: workers)
    for first in stride(from: 0, to: Self.grid.rows, by: step) {
      try writer.write((first..<min(first + step, Self.grid.rows)).flatMap(Self.row))
    }
    try writer.finish()
    return path
  }

  @Test("What is written is read back: cells, place, reference system, no data")
  func back() throws {
    let raster = try RasterDataset(opening: DatasetSource(location: try write("m.tif", workers: 1)))
    #expect(raster.description.grid == Self.grid)
    #expect(raster.description.cellType == "Float32")
    #expect(raster.description.referenceSystem == "EPSG:4326")
    #expect(raster.description.noDataValue == -9999)
    #expect(raster.description.blockRows == 256 && raster.description.blockColumns == 256)
    #expect(try raster.floats(rows: 0..<700) == (0..<700).flatMap(Self.row))
    #expect(try raster.floats(rows: 5..<6, columns: 1..<4) == [16 / 7, 17 / 7, 18 / 7])
  }

  @Test("The same bytes whatever the number of workers and of rows at a time")
  func reproducible() throws {
    try write("1.tif", workers: 1)
    let bytes = try folder.bytes("1.tif")
    for workers in [1, 2, 5] {
      try write("n.tif", workers: workers)
      #expect(try folder.bytes("n.tif") == bytes, "\(workers) workers")
    }
    try write("w.tif", workers: 2, step: 512)
    #expect(try folder.bytes("w.tif") == bytes)
  }

  @Test("Where nothing can be written the error names the file")
  func nowhere() throws {
    let path = folder.path("no/such/folder/m.tif")
    let error = #expect(throws: GDALError.self) {
      try RasterWriter(
        creating: path, grid: Self.grid, referenceSystem: nil, content: Self.content, workers: 1)
    }
    #expect(error?.level == .output && error?.message.contains("no/such/folder") == true)
  }
}
