internal import CGDAL
public import GeoModel

/// Writes rasters: results, and small inputs for tests.
public enum RasterCreation {
  /// The cells of a new raster, row by row from the top left.
  public enum Cells: Sendable {
    /// One byte a cell.
    case bytes([UInt8])
    /// One 32-bit real number a cell.
    case reals([Float])

    var count: Int {
      switch self {
      case .bytes(let cells): cells.count
      case .reals(let cells): cells.count
      }
    }
  }

  /// Writes a GeoTIFF of one band at `path`, tiled and deflated. The caller renames it into place.
  ///
  /// - Throws: an error of level `output`; a file that could not be finished is removed.
  /// - Source: `GDALCreate`, `GDALRasterIO`, `GDALFlushCache`.
  public static func writeGeoTIFF(
    _ cells: Cells, grid: GridGeometry, referenceSystem: String?, noDataValue: Double?,
    to path: String
  ) throws(GDALError) {
    precondition(cells.count == grid.columns * grid.rows)
    GDALLibrary.register()
    do throws(GDALError) {
      try GDALMessages.collect { messages throws(GDALError) in
        try write(
          cells, grid: grid, referenceSystem: referenceSystem, noDataValue: noDataValue, to: path,
          messages: messages)
        guard messages.errors.isEmpty else {
          throw messages.error(.output, "GDALClose", subject: path)
        }
      }
    } catch {
      unsafe VSIUnlink(path)
      throw error
    }
  }

  private static func write(
    _ cells: Cells, grid: GridGeometry, referenceSystem: String?, noDataValue: Double?,
    to path: String, messages: GDALMessages
  ) throws(GDALError) {
    let type = if case .bytes = cells { GDT_Byte } else { GDT_Float32 }
    let options = StringList(["TILED=YES", "COMPRESS=DEFLATE"])
    guard let driver = unsafe GDALGetDriverByName("GTiff"),
      let dataset = unsafe GDALCreate(
        driver, path, Int32(grid.columns), Int32(grid.rows), 1, type, options.handle)
    else { throw messages.error(.output, "GDALCreate", subject: path) }
    // Closing writes what is still in memory; what fails there is collected as an error.
    defer { unsafe GDALClose(dataset) }
    var transform = [
      grid.originX, grid.columnStepX, grid.rowStepX, grid.originY, grid.columnStepY, grid.rowStepY,
    ]
    unsafe GDALSetGeoTransform(dataset, &transform)
    if let referenceSystem {
      let system = unsafe OSRNewSpatialReference(nil)
      defer { unsafe OSRDestroySpatialReference(system) }
      guard unsafe OSRSetFromUserInput(system, referenceSystem) == OGRERR_NONE,
        unsafe GDALSetSpatialRef(dataset, system) == CE_None
      else { throw messages.error(.output, "GDALSetSpatialRef", subject: path) }
    }
    guard let band = unsafe GDALGetRasterBand(dataset, 1) else {
      throw messages.error(.output, "GDALGetRasterBand", subject: path)
    }
    if let noDataValue { unsafe GDALSetRasterNoDataValue(band, noDataValue) }
    let result =
      switch cells {
      case .bytes(let values): unsafe fill(band, with: values, grid: grid, type: type)
      case .reals(let values): unsafe fill(band, with: values, grid: grid, type: type)
      }
    guard result == CE_None else {
      throw messages.error(.output, "GDALRasterIO", subject: path)
    }
  }

  private static func fill<Cell>(
    _ band: GDALRasterBandH, with cells: [Cell], grid: GridGeometry, type: GDALDataType
  ) -> CPLErr {
    var values = cells
    return unsafe values.withUnsafeMutableBytes { bytes in
      unsafe GDALRasterIO(
        band, GF_Write, 0, 0, Int32(grid.columns), Int32(grid.rows), bytes.baseAddress,
        Int32(grid.columns), Int32(grid.rows), type, 0, 0)
    }
  }
}
