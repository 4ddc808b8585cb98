internal import CGDAL
public import GeoModel

/// A GeoTIFF of one band of 32-bit real numbers that is written from the top, some rows at a time, so
/// that memory does not grow with the raster. Tiled and deflated. Belongs to the thread that made it.
///
/// The caller gives it a temporary name and renames it once ``finish()`` has come back; one that is
/// let go before leaves an incomplete file there, which is the caller's to remove.
@safe public final class RasterWriter {
  /// What the cells of a raster are, for whoever opens it.
  public struct Content: Sendable, Hashable {
    /// What the band is called, for people.
    public var name: String
    /// The unit of its numbers, for example `min`.
    public var unit: String
    /// The number that stands for no data.
    public var noDataValue: Float

    /// Describes a raster.
    public init(name: String, unit: String, noDataValue: Float) {
      self.name = name
      self.unit = unit
      self.noDataValue = noDataValue
    }
  }

  /// Rows come in whole tiles of so many, but for the last ones.
  public static let tileRows = 256

  private let path: String
  private let grid: GridGeometry
  private var dataset: GDALDatasetH?
  private var nextRow = 0

  /// Begins a raster at `path`; `workers` threads compress its tiles, which decides nothing but time.
  ///
  /// - Throws: an error of level `output`. `GDALCreate`.
  public init(
    creating path: String, grid: GridGeometry, referenceSystem: String?, content: Content,
    workers: Int
  ) throws(GDALError) {
    GDALLibrary.register()
    self.path = path
    self.grid = grid
    unsafe dataset = nil
    try GDALMessages.collect { messages throws(GDALError) in
      try create(referenceSystem, content, workers, messages)
      guard messages.errors.isEmpty else {
        throw messages.error(.output, "GDALCreate", subject: path)
      }
    }
  }

  deinit {
    if let dataset = unsafe dataset {
      GDALMessages.collect { _ in _ = unsafe GDALClose(dataset) }
    }
  }

  private func create(
    _ referenceSystem: String?, _ content: Content, _ workers: Int, _ messages: GDALMessages
  ) throws(GDALError) {
    // Differences of neighbours' bits shrink times and slopes more than GDAL's predictor for real
    // numbers does, and what is left is noise that a higher level only takes longer over.
    let options = StringList([
      "TILED=YES", "BLOCKXSIZE=\(Self.tileRows)", "BLOCKYSIZE=\(Self.tileRows)",
      "COMPRESS=DEFLATE", "PREDICTOR=2", "ZLEVEL=1", "BIGTIFF=IF_SAFER",
      "NUM_THREADS=\(max(1, workers))",
    ])
    guard let driver = unsafe GDALGetDriverByName("GTiff"),
      let made = unsafe GDALCreate(
        driver, path, Int32(grid.columns), Int32(grid.rows), 1, GDT_Float32, options.handle)
    else { throw messages.error(.output, "GDALCreate", subject: path) }
    unsafe dataset = made
    var transform = [
      grid.originX, grid.columnStepX, grid.rowStepX, grid.originY, grid.columnStepY, grid.rowStepY,
    ]
    unsafe GDALSetGeoTransform(made, &transform)
    if let referenceSystem {
      let system = unsafe OSRNewSpatialReference(nil)
      defer { unsafe OSRDestroySpatialReference(system) }
      guard unsafe OSRSetFromUserInput(system, referenceSystem) == OGRERR_NONE,
        unsafe GDALSetSpatialRef(made, system) == CE_None
      else { throw messages.error(.output, "GDALSetSpatialRef", subject: path) }
    }
    guard let band = unsafe GDALGetRasterBand(made, 1) else {
      throw messages.error(.output, "GDALGetRasterBand", subject: path)
    }
    unsafe GDALSetRasterNoDataValue(band, Double(content.noDataValue))
    unsafe GDALSetDescription(band, content.name)
    unsafe GDALSetRasterUnitType(band, content.unit)
  }

  /// Writes the next rows: a multiple of ``tileRows``, or all that are left. Numbers that are not
  /// finite are the caller's to replace.
  ///
  /// - Throws: an error of level `output` where the disk is full. `GDALRasterIO`.
  public func write(_ cells: [Float]) throws(GDALError) {
    let rows = cells.count / grid.columns
    precondition(cells.count == rows * grid.columns, "whole rows")
    precondition(nextRow + rows <= grid.rows, "no more rows than the raster has")
    precondition(
      rows % Self.tileRows == 0 || nextRow + rows == grid.rows, "whole tiles, or the last rows")
    guard rows > 0 else { return }
    var cells = cells
    try GDALMessages.collect { messages throws(GDALError) in
      guard let dataset = unsafe dataset, let band = unsafe GDALGetRasterBand(dataset, 1) else {
        throw messages.error(.output, "GDALGetRasterBand", subject: path)
      }
      let result = unsafe cells.withUnsafeMutableBytes { bytes in
        unsafe GDALRasterIO(
          band, GF_Write, 0, Int32(nextRow), Int32(grid.columns), Int32(rows), bytes.baseAddress,
          Int32(grid.columns), Int32(rows), GDT_Float32, 0, 0)
      }
      // Tiles go out in the order of their rows, so that the file is the same on every run.
      unsafe GDALFlushCache(dataset)
      guard result == CE_None, messages.errors.isEmpty else {
        throw messages.error(.output, "GDALRasterIO", subject: path)
      }
    }
    nextRow += rows
  }

  /// Closes the raster. All rows must have been written.
  ///
  /// - Throws: an error of level `output` where what was still in memory cannot be written.
  public func finish() throws(GDALError) {
    precondition(nextRow == grid.rows, "all rows are written")
    try GDALMessages.collect { messages throws(GDALError) in
      guard let open = unsafe dataset else { return }
      unsafe dataset = nil
      unsafe GDALClose(open)
      guard messages.errors.isEmpty else {
        throw messages.error(.output, "GDALClose", subject: path)
      }
    }
  }
}
