internal import CGDAL
public import GeoModel

/// What a raster is before its cells are read.
public struct RasterDescription: Sendable, Hashable {
  /// Size and place.
  public var grid: GridGeometry
  /// Whether the source says where its cells lie; else `grid` is in cells.
  public var isPlaced: Bool
  /// The definition of the reference system; `nil` where the source declares none.
  public var referenceSystem: String?
  /// The number of bands.
  public var bandCount: Int
  /// The type of the first band's cells as GDAL names it: `Byte`, `Int16`, `Float32`, …
  public var cellType: String
  /// Whether a cell is one byte without sign, so that it may be read as such.
  public var isByte: Bool
  /// Whether cells are real numbers.
  public var isFloatingPoint: Bool
  /// The value that stands for no data; `nil` where none is declared.
  public var noDataValue: Double?
  /// What a stored number is multiplied by to give the cell's value; 1 where none is declared.
  public var scale: Double
  /// What is added to that product; 0 where none is declared.
  public var offset: Double
  /// Whether cells are also marked as no data by a mask or an alpha band.
  public var hasMask: Bool
  /// Whether one of the bands is an alpha band, which masks the others.
  public var hasAlpha: Bool
  /// The number of columns in a block as stored.
  public var blockColumns: Int
  /// The number of rows in a block as stored.
  public var blockRows: Int
  /// Whether the band has a table of colours, as classified rasters often do.
  public var hasColorTable: Bool
}

/// An open raster. Belongs to the thread that opened it; send a ``DatasetSource`` instead.
public final class RasterDataset {
  private let handle: DatasetHandle
  private let bandPointer: BandPointer
  /// Size, place and kind of the first band.
  public let description: RasterDescription

  /// Opens a raster and its first band. `GDALOpenEx`.
  ///
  /// - Throws: an error of level `source` where the source is no raster, `raster` where it has no
  ///   band.
  public init(opening source: DatasetSource) throws(GDALError) {
    let handle = try DatasetHandle(opening: source, flags: GDAL_OF_RASTER)
    guard let band = unsafe GDALGetRasterBand(handle.pointer, 1) else {
      throw GDALError(
        level: .raster, function: "GDALGetRasterBand", subject: source.location,
        messages: ["it has no band of cells"])
    }
    self.handle = handle
    bandPointer = unsafe BandPointer(band)
    description = unsafe Self.describe(handle.pointer, band)
  }

  private static func describe(_ dataset: GDALDatasetH, _ band: GDALRasterBandH)
    -> RasterDescription
  {
    var transform = [0.0, 1, 0, 0, 0, 1]
    let placed = unsafe GDALGetGeoTransform(dataset, &transform) == CE_None
    var hasNoData: Int32 = 0
    let noData = unsafe GDALGetRasterNoDataValue(band, &hasNoData)
    var blockColumns: Int32 = 0
    var blockRows: Int32 = 0
    unsafe GDALGetBlockSize(band, &blockColumns, &blockRows)
    let type = unsafe GDALGetRasterDataType(band)
    let flags = unsafe GDALGetMaskFlags(band)
    let scale = unsafe GDALGetRasterScale(band, nil)
    let offset = unsafe GDALGetRasterOffset(band, nil)
    let hasSign = unsafe Self.hasSignedBytes(band)
    return RasterDescription(
      grid: GridGeometry(
        columns: Int(unsafe GDALGetRasterXSize(dataset)),
        rows: Int(unsafe GDALGetRasterYSize(dataset)),
        originX: transform[0], columnStepX: transform[1], rowStepX: transform[2],
        originY: transform[3], columnStepY: transform[4], rowStepY: transform[5]),
      isPlaced: placed,
      referenceSystem: unsafe definition(of: GDALGetSpatialRef(dataset)),
      bandCount: Int(unsafe GDALGetRasterCount(dataset)),
      cellType: hasSign
        ? "Int8"
        : unsafe GDALGetDataTypeName(type).map { unsafe String(cString: $0) } ?? "Unknown",
      isByte: type == GDT_Byte && !hasSign,
      isFloatingPoint: GDALDataTypeIsFloating(type) != 0,
      noDataValue: hasNoData != 0 ? noData : nil,
      scale: scale, offset: offset,
      // A mask of the band alone has no flag at all.
      hasMask: flags & GMF_ALL_VALID == 0 && flags != GMF_NODATA,
      hasAlpha: flags & GMF_ALPHA != 0,
      blockColumns: Int(blockColumns), blockRows: Int(blockRows),
      hasColorTable: unsafe GDALGetRasterColorTable(band) != nil)
  }

  /// The cells of whole rows as bytes, row by row from the left; for rasters of bytes.
  ///
  /// - Throws: an error of level `raster` where a block cannot be decoded. `GDALRasterIO`.
  public func bytes(rows: Range<Int>) throws(GDALError) -> [UInt8] {
    try read(rows: rows, as: GDT_Byte, zero: UInt8(0), from: bandPointer)
  }

  /// The cells of rows as real numbers, row by row from the left: of whole rows, or of `columns`.
  ///
  /// - Throws: an error of level `raster` where a block cannot be decoded. `GDALRasterIO`.
  public func reals(
    rows: Range<Int>, columns: Range<Int>? = nil
  ) throws(GDALError) -> [Double] {
    let cells = try read(
      rows: rows, columns: columns, as: GDT_Float64, zero: 0.0, from: bandPointer)
    return description.cellType == "Int8" ? cells.map { $0 > 127 ? $0 - 256 : $0 } : cells
  }

  /// The same as 32-bit numbers, for rasters too large to be held at twice the size. Cells of a kind
  /// that 32 bits do not hold are rounded.
  public func floats(
    rows: Range<Int>, columns: Range<Int>? = nil
  ) throws(GDALError) -> [Float] {
    let cells = try read(
      rows: rows, columns: columns, as: GDT_Float32, zero: Float(0), from: bandPointer)
    return description.cellType == "Int8" ? cells.map { $0 > 127 ? $0 - 256 : $0 } : cells
  }

  /// The files that the raster consists of, itself first: those of its tiles where it is virtual,
  /// and files beside it that say more of it. `GDALGetFileList`.
  public var files: [String] {
    let list = unsafe GDALGetFileList(handle.pointer)
    defer { unsafe CSLDestroy(list) }
    var files: [String] = []
    while let name = unsafe CSLGetField(list, Int32(files.count)),
      let text = unsafe Optional(String(cString: name)), !text.isEmpty
    {
      files.append(text)
    }
    return files
  }

  /// GDAL before 3.7 has no type for bytes with a sign: it calls them bytes and says so apart.
  private static func hasSignedBytes(_ band: GDALRasterBandH) -> Bool {
    guard unsafe GDALGetRasterDataType(band) == GDT_Byte,
      let sign = unsafe GDALGetMetadataItem(band, "PIXELTYPE", "IMAGE_STRUCTURE")
    else { return false }
    return unsafe String(cString: sign) == "SIGNEDBYTE"
  }

  /// The mask of rows, whole or of `columns`: 0 where a cell has no data. `GDALGetMaskBand`.
  public func mask(
    rows: Range<Int>, columns: Range<Int>? = nil
  ) throws(GDALError) -> [UInt8] {
    guard let mask = unsafe GDALGetMaskBand(bandPointer.pointer) else {
      throw GDALError(
        level: .raster, function: "GDALGetMaskBand", subject: handle.location, messages: [])
    }
    return try read(
      rows: rows, columns: columns, as: GDT_Byte, zero: UInt8(0), from: unsafe BandPointer(mask))
  }

  private func read<Cell>(
    rows: Range<Int>, columns: Range<Int>? = nil, as type: GDALDataType, zero: Cell,
    from band: BandPointer
  ) throws(GDALError) -> [Cell] {
    let columns = columns ?? 0..<description.grid.columns
    precondition(rows.lowerBound >= 0 && rows.upperBound <= description.grid.rows)
    precondition(columns.lowerBound >= 0 && columns.upperBound <= description.grid.columns)
    let width = Int32(columns.count)
    var cells = [Cell](repeating: zero, count: columns.count * rows.count)
    guard !cells.isEmpty else { return cells }
    try GDALMessages.collect { messages throws(GDALError) in
      let result = unsafe cells.withUnsafeMutableBytes { bytes in
        unsafe GDALRasterIO(
          band.pointer, GF_Read, Int32(columns.lowerBound), Int32(rows.lowerBound), width,
          Int32(rows.count), bytes.baseAddress, width, Int32(rows.count), type, 0, 0)
      }
      guard result == CE_None, messages.errors.isEmpty else {
        throw messages.error(
          .raster, "GDALRasterIO",
          subject: "\(handle.location), rows \(rows.lowerBound)-\(rows.upperBound - 1)")
      }
    }
    return cells
  }
}

/// A band; owned by its dataset.
@safe private struct BandPointer {
  let pointer: GDALRasterBandH

  @unsafe init(_ pointer: GDALRasterBandH) {
    unsafe self.pointer = pointer
  }
}
