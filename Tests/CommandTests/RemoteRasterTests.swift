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
