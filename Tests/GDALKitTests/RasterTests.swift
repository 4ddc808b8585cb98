import Foundation
import GDALKit
import GeoModel
import TestSupport
import Testing

@Suite("Rasters")
struct RasterTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  static let grid = GridGeometry(
    columns: 4, rows: 3, originX: 108, columnStepX: 0.25, originY: 15, rowStepY: -0.5)
  static let codes: [UInt8] = [
    1, 2, 3, 4,
    5, 6, 7, 8,
    9, 10, 255, 0,
  ]

  func write(
    _ cells: RasterCreation.Cells = .bytes(codes), grid: GridGeometry = grid,
    referenceSystem: String? = "EPSG:4326", noDataValue: Double? = nil, to name: String = "r.tif"
  ) throws -> RasterDataset {
    try RasterCreation.writeGeoTIFF(
      cells, grid: grid, referenceSystem: referenceSystem, noDataValue: noDataValue,
      to: folder.path(name))
    return try RasterDataset(opening: DatasetSource(location: folder.path(name)))
  }

  @Test("bytes are read as they were written, whole and by windows of rows")
  func bytes() throws {
    let raster = try write(noDataValue: 255)
    let description = raster.description
    #expect(description.grid == Self.grid)
    #expect(description.isPlaced)
    #expect(description.referenceSystem == "EPSG:4326")
    #expect(description.bandCount == 1)
    #expect(description.cellType == "Byte")
    #expect(description.isByte && !description.isFloatingPoint)
    #expect(description.noDataValue == 255)
    #expect(!description.hasMask)
    #expect(!description.hasColorTable)
    #expect(try raster.bytes(rows: 0..<3) == Self.codes)
    #expect(try raster.bytes(rows: 1..<2) == [5, 6, 7, 8])
    #expect(try raster.bytes(rows: 2..<2) == [])
    #expect(try raster.reals(rows: 2..<3) == [9, 10, 255, 0])
    #expect(try raster.mask(rows: 2..<3) == [255, 255, 0, 255])
  }

  @Test("real numbers keep their bits; no data may be NaN")
  func reals() throws {
    let grid = GridGeometry(
      columns: 2, rows: 2, originX: 0, columnStepX: 30, originY: 60, rowStepY: -30)
    let raster = try write(
      .reals([0.1, -1.5, .nan, 3.4e38]), grid: grid, referenceSystem: "EPSG:32649",
      noDataValue: .nan)
    #expect(raster.description.cellType == "Float32")
    #expect(raster.description.isFloatingPoint && !raster.description.isByte)
    #expect(raster.description.noDataValue?.isNaN == true)
    #expect(raster.description.referenceSystem == "EPSG:32649")
    let cells = try raster.reals(rows: 0..<2)
    #expect(cells.map { Float($0).bitPattern }.dropFirst(3) == [Float(3.4e38).bitPattern])
    #expect(cells[0] == Double(Float(0.1)) && cells[1] == -1.5 && cells[2].isNaN)
    #expect(try raster.mask(rows: 1..<2) == [0, 255])
  }

  @Test("a rotated grid and one that counts rows northwards keep their six numbers")
  func transforms() throws {
    let rotated = GridGeometry(
      columns: 4, rows: 3, originX: 500_000, columnStepX: 20, rowStepX: 5, originY: 1_650_000,
      columnStepY: 3, rowStepY: -25)
    #expect(try write(grid: rotated, referenceSystem: "EPSG:3406").description.grid == rotated)
    let southUp = GridGeometry(
      columns: 4, rows: 3, originX: 108, columnStepX: 0.25, originY: 13.5, rowStepY: 0.5)
    let raster = try write(grid: southUp, to: "s.tif")
    #expect(raster.description.grid == southUp)
    #expect(try raster.bytes(rows: 0..<1) == [1, 2, 3, 4])
  }

  @Test("no reference system, and no place at all")
  func withoutPlace() throws {
    #expect(try write(referenceSystem: nil).description.referenceSystem == nil)
    let path = try folder.write(Array("P5\n2 2\n255\n".utf8) + [1, 2, 3, 4], to: "p.pgm")
    let raster = try RasterDataset(opening: DatasetSource(location: path))
    #expect(!raster.description.isPlaced)
    #expect(raster.description.referenceSystem == nil)
    #expect(try raster.bytes(rows: 1..<2) == [3, 4])
  }

  /// A raster of one row that GDAL derives from `r.tif`, with `band` within its band.
  func virtual(type: String = "Byte", band: String, dataset: String = "") throws -> RasterDataset {
    let path = try folder.write(
      """
      <VRTDataset rasterXSize="4" rasterYSize="1">\(dataset)
      <VRTRasterBand dataType="\(type)" band="1">\(band)<SimpleSource>
      <SourceFilename relativeToVRT="1">r.tif</SourceFilename><SourceBand>1</SourceBand>
      <SrcRect xOff="0" yOff="2" xSize="4" ySize="1"/>
      <DstRect xOff="0" yOff="0" xSize="4" ySize="1"/>
      </SimpleSource></VRTRasterBand></VRTDataset>
      """, to: "v.vrt")
    return try RasterDataset(opening: DatasetSource(location: path))
  }

  /// A mask that keeps the cells of the first row of `r.tif` that are not 0.
  static let mask = """
    <MaskBand><VRTRasterBand dataType="Byte"><SimpleSource>
    <SourceFilename relativeToVRT="1">m.tif</SourceFilename><SourceBand>1</SourceBand>
    <SrcRect xOff="0" yOff="0" xSize="4" ySize="1"/><DstRect xOff="0" yOff="0" xSize="4" ySize="1"/>
    </SimpleSource></VRTRasterBand></MaskBand>
    """

  @Test("a mask counts, of the dataset as of the band alone")
  func masks() throws {
    _ = try write()
    _ = try write(.bytes([255, 0, 255, 0] + Array(repeating: 0, count: 8)), to: "m.tif")
    let whole = try virtual(band: "", dataset: Self.mask)
    #expect(whole.description.hasMask)
    #expect(try whole.mask(rows: 0..<1) == [255, 0, 255, 0])
    let own = try virtual(band: Self.mask)
    #expect(own.description.hasMask)
    #expect(try own.mask(rows: 0..<1) == [255, 0, 255, 0])
    #expect(try virtual(band: "").description.hasMask == false)
  }

  @Test("bytes with a sign are not read as bytes without one")
  func signedBytes() throws {
    _ = try write()
    let sign = """
      <Metadata domain="IMAGE_STRUCTURE"><MDI key="PIXELTYPE">SIGNEDBYTE</MDI></Metadata>
      """
    let raster = try virtual(band: sign)
    #expect(!raster.description.isByte)
    #expect(try raster.reals(rows: 0..<1) == [9, 10, -1, 0])
    #expect(try virtual(type: "Int16", band: "").reals(rows: 0..<1) == [9, 10, 255, 0])
  }

  @Test("a table of colours is noticed")
  func colours() throws {
    _ = try write()
    let raster = try virtual(
      band: """
        <ColorInterp>Palette</ColorInterp>
        <ColorTable><Entry c1="1" c2="2" c3="3" c4="255"/></ColorTable>
        """)
    #expect(raster.description.hasColorTable)
  }

  @Test("what is no raster, or is not there, is refused by the source")
  func noRaster() throws {
    for path in [
      folder.path("none.tif"), try folder.write("no raster", to: "x.tif"),
      try folder.write(geoJSON([("null", "{}")]), to: "v.geojson"),
    ] {
      let error = #expect(throws: GDALError.self) {
        try RasterDataset(opening: DatasetSource(location: path))
      }
      #expect(error?.level == .source)
      #expect(error?.subject == path)
      #expect(error?.messages.isEmpty == false)
    }
  }

  @Test("a file cut anywhere is an error or the whole truth, never a crash or other cells")
  func truncated() throws {
    var generator = SeededGenerator(seed: 7)
    let grid = GridGeometry(
      columns: 300, rows: 300, originX: 0, columnStepX: 1, originY: 300, rowStepY: -1)
    let cells = (0..<90_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    _ = try write(.bytes(cells), grid: grid, to: "whole.tif")
    let bytes = try folder.bytes("whole.tif")
    var refused = 0
    for part in 1...20 {
      let path = try folder.write(Array(bytes.prefix(bytes.count * part / 21)), to: "cut.tif")
      do throws(GDALError) {
        let raster = try RasterDataset(opening: DatasetSource(location: path))
        let read = try raster.bytes(rows: 0..<300)
        #expect(read == cells, "\(part) of 21")
      } catch {
        refused += 1
        #expect(error.level == .source || error.level == .raster)
        #expect(!error.messages.isEmpty)
        if error.level == .raster { #expect(error.subject == "\(path), rows 0-299") }
      }
    }
    #expect(refused == 20)
  }

  @Test("one source read on many threads gives the same cells")
  func threads() async throws {
    _ = try write()
    let source = DatasetSource(location: folder.path("r.tif"))
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<24 {
        group.addTask { try RasterDataset(opening: source).bytes(rows: 0..<3) }
      }
      for try await cells in group { #expect(cells == Self.codes) }
    }
  }

  @Test("a folder that is not there is an error of output")
  func missingFolder() throws {
    let error = #expect(throws: GDALError.self) { try write(to: "none/r.tif") }
    #expect(error?.level == .output)
    #expect(error?.subject == folder.path("none/r.tif"))
    #expect(error?.messages.isEmpty == false)
    #expect(folder.names == [])
  }

  @Test("a file that could not be finished is removed")
  func removed() throws {
    let error = #expect(throws: GDALError.self) { try write(referenceSystem: "no system") }
    #expect(error?.level == .output)
    #expect(folder.names == [])
  }

  @Test("the driver that would open a file, without opening it")
  func drivers() throws {
    _ = try write()
    #expect(GDALLibrary.driver(for: folder.path("r.tif")) == "GTiff")
    #expect(GDALLibrary.driver(for: try folder.write("a,b\n1,2\n", to: "t.csv")) == "CSV")
    #expect(GDALLibrary.driver(for: try folder.write("x", to: "x.bin")) == nil)
    #expect(GDALLibrary.driver(for: folder.path("none.gpkg")) == nil)
    #expect(GDALLibrary.version.first?.isNumber == true)
  }
}
