import Foundation
import GDALKit
import GeoModel
import TestSupport
import Testing

/// Rasters that no figure can be made of: one line, exit 3, and nothing left.
@Suite("Faults of rasters, from the command line")
struct RasterFaultTests {
  private static let grid = GridGeometry(
    columns: 600, rows: 600, originX: 108, columnStepX: 0.001, originY: 15.6, rowStepY: -0.001)

  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write(
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"1"},
      "geometry":{"type":"Polygon","coordinates":[[[108,15],[108.6,15],[108.6,15.6],[108,15.6],
      [108,15]]]}}]}
      """, to: "units.geojson")
  }

  /// Cells that do not compress, so that a block of the file is as large as its cells.
  private func noise() -> [UInt8] {
    var random = SeededGenerator(seed: 5)
    return (0..<360_000).map { _ in UInt8.random(in: 0...255, using: &random) }
  }

  private func write(
    _ cells: RasterCreation.Cells, system: String? = "EPSG:4326", noData: Double? = nil,
    to name: String = "cover.tif"
  ) throws {
    try RasterCreation.writeGeoTIFF(
      cells, grid: Self.grid, referenceSystem: system, noDataValue: noData,
      to: scratch.path(name))
  }

  /// Runs the plan in each way that writes, and tells the one line that each says.
  private func refused(
    _ forest: String, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> String {
    try scratch.write(
      """
      upland: 1
      units: {level: commune, source: units.geojson, code: code}
      forest: {rule: own, \(forest)}

      """, to: "plan.yaml")
    let before = try scratch.contents()
    var said: Set<String> = []
    for arguments in [
      ["run", "plan.yaml", "-o", "result"],
      ["forest-cover", "plan.yaml", "-o", "cover.geojson"],
      ["forest-cover", "plan.yaml", "--jobs", "4", "-o", "cover.geojson"],
    ] {
      let answer = try await Program.run(arguments, in: scratch.url)
      #expect(answer.status == 3, "\(answer.errors)", sourceLocation: sourceLocation)
      #expect(answer.output.isEmpty, sourceLocation: sourceLocation)
      said.formUnion(answer.errors.split(separator: "\n").map(String.init))
    }
    #expect(
      try scratch.contents().differences(from: before) == [], sourceLocation: sourceLocation)
    #expect(said.count == 1, "\(said)", sourceLocation: sourceLocation)
    return said.first ?? ""
  }

  @Test("a file that ends half-way")
  func truncated() async throws {
    try write(.bytes(noise()))
    let whole = try Data(contentsOf: URL(filePath: scratch.path("cover.tif")))
    for part in [0, 3, 40, 200, whole.count / 2, whole.count - 1] {
      try scratch.write([UInt8](whole.prefix(part)), to: "cover.tif")
      let line = try await refused("source: cover.tif, classes: [10]")
      #expect(line.hasPrefix("upland: plan.yaml:3:"), "\(line)")
      #expect(line.contains("forest.source: 'cover.tif'"), "\(line)")
    }
  }

  /// The second half of the blocks decodes no more; the first is summed by then.
  @Test("a block that does not decode, half-way down")
  func corruptBlock() async throws {
    try write(.bytes(noise()))
    var bytes = [UInt8](try Data(contentsOf: URL(filePath: scratch.path("cover.tif"))))
    for index in bytes.count * 6 / 10..<bytes.count * 6 / 10 + 4000 { bytes[index] = 0x5A }
    try scratch.write(bytes, to: "cover.tif")
    let line = try await refused("source: cover.tif, classes: [10]")
    #expect(line.contains("forest.source: 'cover.tif' cannot be read:"), "\(line)")
    #expect(line.contains("cover.tif"), "\(line)")
    // The same where patches are formed in rows around each band.
    #expect(
      try await refused("source: cover.tif, classes: [10], min_patch_ha: 50")
        .contains("forest.source: 'cover.tif' cannot be read:"))
  }

  @Test("no reference system, or a wrong one")
  func systems() async throws {
    let cells = RasterCreation.Cells.bytes([UInt8](repeating: 10, count: 360_000))
    try write(cells, system: nil)
    var line = try await refused("source: cover.tif, classes: [10]")
    #expect(line.contains("forest.crs") || line.contains("reference system"), "\(line)")
    // Degrees under a system in metres.
    try write(cells, system: "EPSG:32649")
    line = try await refused("source: cover.tif, classes: [10]")
    #expect(line.contains("coordinates in degrees"), "\(line)")
    // A system that contradicts the one declared.
    try write(cells)
    line = try await refused("source: cover.tif, crs: EPSG:32649, classes: [10]")
    #expect(line.contains("the plan says WGS 84 / UTM zone 49N"), "\(line)")
  }

  @Test("no place at all, or one where the cells have no width")
  func places() async throws {
    try scratch.write(Array("P5\n600 600\n255\n".utf8) + noise(), to: "cover.pgm")
    let line = try await refused("source: cover.pgm, crs: EPSG:4326, classes: [10]")
    #expect(line.contains("does not say where its cells lie"), "\(line)")
  }

  @Test("two bands of data")
  func twoBands() async throws {
    try write(.bytes(noise()))
    let band = """
      <SimpleSource><SourceFilename relativeToVRT="1">cover.tif</SourceFilename>
      <SourceBand>1</SourceBand></SimpleSource></VRTRasterBand>
      """
    try scratch.write(
      """
      <VRTDataset rasterXSize="600" rasterYSize="600"><SRS>EPSG:4326</SRS>
      <GeoTransform>108, 0.001, 0, 15.6, 0, -0.001</GeoTransform>
      <VRTRasterBand dataType="Byte" band="1">\(band)
      <VRTRasterBand dataType="Byte" band="2">\(band)</VRTDataset>
      """, to: "two.vrt")
    let line = try await refused("source: two.vrt, classes: [10]")
    #expect(line.contains("'two.vrt' has 2 bands; give a raster of one band"), "\(line)")
  }

  @Test("NaN that is not declared, half-way down")
  func notANumber() async throws {
    var cells = [Float](repeating: 40, count: 360_000)
    cells[320 * 600 + 17] = .nan
    try write(.reals(cells), noData: -9999)
    let line = try await refused("source: cover.tif, threshold: {min: 30}")
    #expect(line.contains("the cell in row 321, column 18 is NaN"), "\(line)")
    #expect(line.contains("gdalwarp -dstnodata nan"), "\(line)")
  }

  @Test("a table of colours, and no class named")
  func colours() async throws {
    try write(.bytes(noise()))
    try scratch.write(
      """
      <VRTDataset rasterXSize="600" rasterYSize="600"><SRS>EPSG:4326</SRS>
      <GeoTransform>108, 0.001, 0, 15.6, 0, -0.001</GeoTransform>
      <VRTRasterBand dataType="Byte" band="1"><ColorInterp>Palette</ColorInterp>
      <ColorTable><Entry c1="1" c2="2" c3="3" c4="255"/></ColorTable>
      <SimpleSource><SourceFilename relativeToVRT="1">cover.tif</SourceFilename>
      <SourceBand>1</SourceBand></SimpleSource></VRTRasterBand></VRTDataset>
      """, to: "palette.vrt")
    let line = try await refused("source: palette.vrt")
    #expect(line.contains("is a raster, and no cell is named as forest; name classes"), "\(line)")
  }

  @Test("a tile of a virtual raster that is not there")
  func missingTile() async throws {
    try scratch.write(
      """
      <VRTDataset rasterXSize="600" rasterYSize="600"><SRS>EPSG:4326</SRS>
      <GeoTransform>108, 0.001, 0, 15.6, 0, -0.001</GeoTransform>
      <VRTRasterBand dataType="Byte" band="1">
      <SimpleSource><SourceFilename relativeToVRT="1">gone.tif</SourceFilename>
      <SourceBand>1</SourceBand></SimpleSource></VRTRasterBand></VRTDataset>
      """, to: "tiles.vrt")
    let line = try await refused("source: tiles.vrt, classes: [10]")
    #expect(line.contains("gone.tif"), "\(line)")
  }
}
