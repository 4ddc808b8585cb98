import Foundation
import GDALKit
import GeoModel
import TestSupport
import Testing

/// A raster behind `/vsicurl/`, from a server on loopback that counts what it serves.
@Suite("Rasters over HTTP")
struct RemoteRasterTests {
  private static let hasPython =
    FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")
    || (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/python3")
    }
  private static let server = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/with-http-server.py").filePath

  private let scratch: Scratch

  /// 512 × 8192 cells that do not compress, 4 MiB in tiles of 256 × 256, and a unit over rows 5000 to
  /// 5199.
  init() throws {
    scratch = try Scratch()
    var random = SeededGenerator(seed: 11)
    try scratch.write("", to: "served/none")
    try RasterCreation.writeGeoTIFF(
      .bytes((0..<512 * 8192).map { _ in UInt8.random(in: 0...255, using: &random) }),
      grid: GridGeometry(
        columns: 512, rows: 8192, originX: 108, columnStepX: 0.0005, originY: 18,
        rowStepY: -0.0005), referenceSystem: "EPSG:4326", noDataValue: nil,
      to: scratch.path("served/cover.tif"))
    try scratch.write(
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"1"},
      "geometry":{"type":"Polygon","coordinates":[[[108.03,15.4],[108.2,15.4],[108.17,15.5],
      [108.03,15.5],[108.03,15.4]]]}}]}
      """, to: "units.geojson")
  }

  private func plan(_ source: String) throws {
    try scratch.write(
      """
      upland: 1
      units: {level: commune, source: units.geojson, code: code}
      forest: {rule: own, source: "\(source)", classes: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]}

      """, to: "plan.yaml")
  }

  @Test(
    "the same figures as from the file, and only the rows that units touch are fetched",
    .enabled(if: hasPython, "needs python3 for the server"), .timeLimit(.minutes(5)))
  func served() async throws {
    try plan("served/cover.tif")
    let local = try await Program.run(
      ["forest-cover", "plan.yaml", "-o", "local.geojson"], in: scratch.url)
    #expect(local.status == 0, "\(local.errors)")
    try plan("/vsicurl/http://SERVED/cover.tif")
    let remote = try await Program.shell(
      "python3 \(Self.server) served log upland forest-cover plan.yaml -o remote.geojson",
      in: scratch.url)
    #expect(remote.status == 0, "\(remote.errors)")
    let contents = try scratch.contents().files
    #expect(contents["remote.geojson"] != nil)
    #expect(contents["remote.geojson"] == contents["local.geojson"])

    let log = String(decoding: contents["log"] ?? Data(), as: UTF8.self)
    let requests = log.split(separator: "\n").map { $0.split(separator: " ") }
      .filter { $0[2] == "/cover.tif" }
    let bytes = requests.reduce(0) { $0 + (Int($1[1]) ?? 0) }
    let size = try #require(contents["served/cover.tif"]?.count)
    #expect(requests.allSatisfy { $0[0] == "206" }, "\(log)")
    // Two of 32 rows of tiles, the header, and what GDAL reads ahead.
    #expect(bytes > size / 32 && bytes < size / 4, "\(bytes) of \(size) bytes")
  }

  /// Two years of two tiles each, as a virtual raster on the server; the unit lies on both tiles.
  @Test(
    "several tiles and a raster a year: the change is that from files, and tiles are read in part",
    .enabled(if: hasPython, "needs python3 for the server"), .timeLimit(.minutes(5)))
  func tilesAndYears() async throws {
    var random = SeededGenerator(seed: 12)
    for year in [2014, 2024] {
      for (name, west) in [("west", 108.0), ("east", 108.128)] {
        try RasterCreation.writeGeoTIFF(
          .bytes((0..<256 * 4096).map { _ in UInt8.random(in: 0...20, using: &random) }),
          grid: GridGeometry(
            columns: 256, rows: 4096, originX: west, columnStepX: 0.0005, originY: 16.7,
            rowStepY: -0.0005), referenceSystem: "EPSG:4326", noDataValue: 0,
          to: scratch.path("served/\(name)-\(year).tif"))
      }
      let tiles = [("west", 0), ("east", 256)].map { name, column in
        """
        <SimpleSource><SourceFilename relativeToVRT="1">\(name)-\(year).tif</SourceFilename>
        <SourceBand>1</SourceBand><SrcRect xOff="0" yOff="0" xSize="256" ySize="4096"/>
        <DstRect xOff="\(column)" yOff="0" xSize="256" ySize="4096"/></SimpleSource>
        """
      }
      try scratch.write(
        """
        <VRTDataset rasterXSize="512" rasterYSize="4096"><SRS>EPSG:4326</SRS>
        <GeoTransform>108, 0.0005, 0, 16.7, 0, -0.0005</GeoTransform>
        <VRTRasterBand dataType="Byte" band="1"><NoDataValue>0</NoDataValue>
        \(tiles.joined(separator: "\n"))</VRTRasterBand></VRTDataset>
        """, to: "served/\(year).vrt")
    }
    func plan(_ place: String) throws {
      try scratch.write(
        """
        upland: 1
        units: {level: commune, source: units.geojson, code: code}
        forest:
          rule: own
          classes: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
          min_known_pct: 0
          years:
            - {year: 2014, source: "\(place)/2014.vrt"}
            - {year: 2024, source: "\(place)/2024.vrt"}

        """, to: "plan.yaml")
    }
    try plan("served")
    let local = try await Program.run(
      ["forest-change", "plan.yaml", "-o", "local.geojson"], in: scratch.url)
    #expect(local.status == 0, "\(local.errors)")
    try plan("/vsicurl/http://SERVED")
    let remote = try await Program.shell(
      "python3 \(Self.server) served log upland forest-change plan.yaml -o remote.geojson",
      in: scratch.url)
    #expect(remote.status == 0, "\(remote.errors)")
    let contents = try scratch.contents().files
    #expect(contents["remote.geojson"] != nil)
    #expect(contents["remote.geojson"] == contents["local.geojson"])
    let text = String(decoding: contents["remote.geojson"] ?? Data(), as: UTF8.self)
    #expect(text.contains("\"from_year\":2014") && !text.contains("\"gain_ha\":0,"), "\(text)")

    let log = String(decoding: contents["log"] ?? Data(), as: UTF8.self)
    let requests = log.split(separator: "\n").map { $0.split(separator: " ") }
    for tile in ["west-2014", "east-2014", "west-2024", "east-2024"] {
      let own = requests.filter { $0[2] == "/\(tile).tif" && $0[0] == "206" }
      let bytes = own.reduce(0) { $0 + (Int($1[1]) ?? 0) }
      let size = try #require(contents["served/\(tile).tif"]?.count)
      // Two or three of 16 rows of tiles, the header, and what GDAL reads ahead.
      #expect(bytes > size / 16 && bytes < size / 2, "\(tile): \(bytes) of \(size) bytes")
    }
  }

  @Test(
    "an address that has no such file is one line",
    .enabled(if: hasPython, "needs python3 for the server"), .timeLimit(.minutes(5)))
  func missing() async throws {
    try plan("/vsicurl/http://SERVED/gone.tif")
    let answer = try await Program.shell(
      "python3 \(Self.server) served log upland forest-cover plan.yaml -o remote.geojson",
      in: scratch.url)
    #expect(answer.status == 3)
    #expect(answer.errors.split(separator: "\n").count == 1, "\(answer.errors)")
    #expect(answer.errors.contains("gone.tif"))
    #expect(try scratch.contents().files["remote.geojson"] == nil)
  }
}
