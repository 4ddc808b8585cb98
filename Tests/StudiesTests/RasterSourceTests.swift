import Foundation
import GDALKit
import GeoModel
import Studies
import Testing

/// What a raster may be: tiles, scaled, masked, with numbers of any type. Two communes, the western
/// of them on columns 0 to 9 of 20 × 10 cells.
@Suite("Raster sources")
struct RasterSourceTests {
  private static let grid = GridGeometry(
    columns: 20, rows: 10, originX: 108, columnStepX: 0.01, originY: 15.1, rowStepY: -0.01)

  /// Share of forest and of known land in both communes, in per cent to two decimals.
  private func shares(_ folder: PlanFolder, _ section: String) async throws -> [[Double?]] {
    let session = try folder.session(
      TwoUnits.plan + "forest: {rule: r, min_known_pct: 0, \(section)}\n")
    return try await session.forestCover(level: nil, in: nil).layer.features.map {
      [$0.number("forest_pct"), $0.number("known_pct")].map { value in
        value.map { ($0 * 100).rounded() / 100 }
      }
    }
  }

  private func lines(_ folder: PlanFolder, _ section: String) async -> [String] {
    await refusal { _ = try await shares(folder, section) }
  }

  /// A virtual raster over `name` (20 × 10 cells) whose band holds also `inner`; `outer` stands in
  /// the dataset.
  private func virtual(
    _ name: String, type: String = "Byte", inner: String = "", outer: String = ""
  ) -> String {
    """
    <VRTDataset rasterXSize="20" rasterYSize="10"><SRS>EPSG:4326</SRS>
    <GeoTransform>108, 0.01, 0, 15.1, 0, -0.01</GeoTransform>
    <VRTRasterBand dataType="\(type)" band="1">\(inner)
    \(source(name, columns: 20, from: 0))</VRTRasterBand>\(outer)</VRTDataset>
    """
  }

  private func source(_ name: String, columns: Int, from column: Int) -> String {
    """
    <SimpleSource><SourceFilename relativeToVRT="1">\(name)</SourceFilename>
    <SourceBand>1</SourceBand><SrcRect xOff="0" yOff="0" xSize="\(columns)" ySize="10"/>
    <DstRect xOff="\(column)" yOff="0" xSize="\(columns)" ySize="10"/></SimpleSource>
    """
  }

  @Test("two tiles as one virtual raster are the raster in one file, and run.json has all files")
  func tiles() async throws {
    let folder = try TwoUnits.folder()
    func draw(_ column: Int, _ row: Int) -> UInt8 { UInt8((column * 7 + row * 3) % 5) }
    try TwoUnits.writeRaster(to: folder, draw: draw)
    // The tiles meet within the western commune.
    for (name, first, columns) in [("west.tif", 0, 7), ("east.tif", 7, 13)] {
      try folder.write(
        .bytes((0..<10).flatMap { row in (0..<columns).map { draw($0 + first, row) } }),
        grid: GridGeometry(
          columns: columns, rows: 10, originX: 108 + 0.01 * Double(first), columnStepX: 0.01,
          originY: 15.1, rowStepY: -0.01), system: "EPSG:4326", noData: nil, to: name)
    }
    try folder.write(
      """
      <VRTDataset rasterXSize="20" rasterYSize="10"><SRS>EPSG:4326</SRS>
      <GeoTransform>108, 0.01, 0, 15.1, 0, -0.01</GeoTransform>
      <VRTRasterBand dataType="Byte" band="1">
      \(source("west.tif", columns: 7, from: 0))\(source("east.tif", columns: 13, from: 7))
      </VRTRasterBand></VRTDataset>
      """, to: "tiles.vrt")
    // A least patch of half a commune's forest, so that patches run over the seam.
    let rest = "classes: [1, 2, 4], min_patch_ha: 1500"
    let whole = try await shares(folder, "source: cover.tif, \(rest)")
    #expect(try await shares(folder, "source: tiles.vrt, \(rest)") == whole)
    #expect(whole.allSatisfy { ($0[0] ?? 0) > 5 && ($0[0] ?? 0) < 95 })

    let plan = TwoUnits.plan + "forest: {rule: r, source: tiles.vrt, \(rest)}\n"
    _ = try await folder.session(plan).run(to: "\(folder.path)/out")
    #expect(try forestFiles(folder) == ["tiles.vrt", "west.tif", "east.tif"])
  }

  /// The files of the section `forest` in `out/run.json`.
  private func forestFiles(_ folder: PlanFolder) throws -> [String] {
    let sources = try folder.json("out/run.json")["sources"] as? [[String: Any]] ?? []
    let forest = sources.first { ($0["section"] as? String) == "forest" }
    return (forest?["files"] as? [[String: Any]] ?? []).compactMap { $0["path"] as? String }
  }

  @Test("a threshold is on the scaled value: 35 to 54 with 0.01 × n + 0.35")
  func scaled() async throws {
    let folder = try TwoUnits.folder()
    try TwoUnits.writeRaster(to: folder) { column, _ in UInt8(column) }
    for type in ["Byte", "Int16", "Float32"] {
      try folder.write(
        virtual("cover.tif", type: type, inner: "<Offset>0.35</Offset><Scale>0.01</Scale>"),
        to: "scaled.vrt")
      // 0.4 is 0.35 + 5 × 0.01, which is a little less in real numbers.
      #expect(
        try await shares(folder, "source: scaled.vrt, threshold: {min: 0.4}")
          == [[50, 100], [100, 100]], "\(type)")
      #expect(
        try await shares(folder, "source: scaled.vrt, threshold: {min: 0.4001}")
          == [[40, 100], [100, 100]], "\(type)")
    }
    #expect(0.01 * 5 + 0.35 < 0.4)
    try folder.write(
      virtual("cover.tif", inner: "<Offset>35</Offset><Scale>1</Scale>"), to: "scaled.vrt")
    #expect(
      try await shares(folder, "source: scaled.vrt, threshold: {min: 40}")
        == [[50, 100], [100, 100]])
    // Where the scale is negative the greatest numbers are the least values.
    try folder.write(
      virtual("cover.tif", inner: "<Offset>100</Offset><Scale>-1</Scale>"), to: "scaled.vrt")
    #expect(
      try await shares(folder, "source: scaled.vrt, threshold: {min: 95}")
        == [[60, 100], [0, 100]])
  }

  @Test("classes of a scaled raster are refused: they would be read as stored")
  func scaledClasses() async throws {
    let folder = try TwoUnits.folder()
    try TwoUnits.writeRaster(to: folder) { column, _ in UInt8(column) }
    try folder.write(virtual("cover.tif", inner: "<Scale>0.5</Scale>"), to: "scaled.vrt")
    let lines = await lines(folder, "source: scaled.vrt, classes: [1]")
    #expect(lines.count == 1)
    #expect(lines.first?.contains("scales its cells (scale 0.5, offset 0.0)") == true)
  }

  @Test("no data counts as stored, not as scaled")
  func scaledNoData() async throws {
    let folder = try TwoUnits.folder()
    try TwoUnits.writeRaster(to: folder) { column, _ in UInt8(column) }
    try folder.write(
      virtual(
        "cover.tif",
        inner: "<NoDataValue>9</NoDataValue><Offset>0</Offset><Scale>3</Scale>"),
      to: "scaled.vrt")
    // Stored 3 is 9 scaled and known; stored 9 is not.
    #expect(
      try await shares(folder, "source: scaled.vrt, threshold: {min: 9}")
        == [[66.67, 90], [100, 100]])
  }

  @Test("whole numbers of 16 bits with a mark of no data")
  func sixteenBits() async throws {
    let folder = try TwoUnits.folder()
    try TwoUnits.writeRaster(to: folder, noData: 0) { column, _ in UInt8(column % 10) }
    try folder.write(
      virtual(
        "cover.tif", type: "Int16", inner: "<NoDataValue>0</NoDataValue>"), to: "short.vrt")
    #expect(
      try await shares(folder, "source: short.vrt, classes: [1, 2, 3]")
        == [[33.33, 90], [33.33, 90]])
  }

  @Test("NaN is no data where the raster declares it, else a fault with its place")
  func notANumber() async throws {
    let folder = try TwoUnits.folder()
    let cells = (0..<200).map { $0 == 47 ? Float.nan : 0.5 }
    for (noData, name) in [(Double.nan, "declared.tif"), (-9999, "other.tif")] {
      try folder.write(
        .reals(cells), grid: Self.grid, system: "EPSG:4326", noData: noData, to: name)
    }
    #expect(
      try await shares(folder, "source: declared.tif, threshold: {min: 0.5}")
        == [[100, 99], [100, 100]])
    let lines = await lines(folder, "source: other.tif, threshold: {min: 0.5}")
    #expect(lines.count == 1)
    #expect(
      lines.first?.contains(
        "'other.tif': the cell in row 3, column 8 is NaN, which the raster does not declare as no"
          + " data; declare it") == true, "\(lines)")
  }

  @Test("a mask, of the dataset or an alpha band, is no data; a second band of data is refused")
  func masks() async throws {
    let folder = try TwoUnits.folder()
    try TwoUnits.writeRaster(to: folder) { _, _ in 1 }
    try TwoUnits.writeRaster(to: folder, name: "mask.tif") { column, row in
      column == 3 || row == 0 ? 0 : 255
    }
    let band = source("mask.tif", columns: 20, from: 0)
    let mask = "<MaskBand><VRTRasterBand dataType=\"Byte\">\(band)</VRTRasterBand></MaskBand>"
    let known = [[100.0, 81.0], [100, 90]] as [[Double?]]
    try folder.write(virtual("cover.tif", outer: mask), to: "masked.vrt")
    #expect(try await shares(folder, "source: masked.vrt, classes: [1]") == known)
    func second(_ meaning: String) -> String {
      "<VRTRasterBand dataType=\"Byte\" band=\"2\"><ColorInterp>\(meaning)</ColorInterp>\(band)"
        + "</VRTRasterBand>"
    }
    try folder.write(virtual("cover.tif", outer: second("Alpha")), to: "alpha.vrt")
    #expect(try await shares(folder, "source: alpha.vrt, classes: [1]") == known)
    for (name, outer) in [("two.vrt", second("Gray")), ("both.vrt", second("Gray") + mask)] {
      try folder.write(virtual("cover.tif", outer: outer), to: name)
      let lines = await lines(folder, "source: \(name), classes: [1]")
      #expect(lines.count == 1)
      #expect(lines.first?.contains("'\(name)' has 2 bands") == true, "\(lines)")
    }
  }

  @Test("overviews are not read, whatever they hold")
  func overviews() async throws {
    let folder = try TwoUnits.folder()
    try TwoUnits.writeRaster(to: folder) { column, _ in column < 4 ? 1 : 2 }
    let before = try await shares(folder, "source: cover.tif, classes: [1]")
    #expect(before == [[40, 100], [0, 100]])
    try folder.write(
      .bytes([UInt8](repeating: 1, count: 50)),
      grid: GridGeometry(
        columns: 10, rows: 5, originX: 108, columnStepX: 0.02, originY: 15.1, rowStepY: -0.02),
      system: "EPSG:4326", noData: nil, to: "half.tif")
    let overview = """
      <Overview><SourceFilename relativeToVRT="1">half.tif</SourceFilename>
      <SourceBand>1</SourceBand></Overview>
      """
    try folder.write(virtual("cover.tif", inner: overview), to: "pyramid.vrt")
    #expect(try await shares(folder, "source: pyramid.vrt, classes: [1]") == before)
  }
}
