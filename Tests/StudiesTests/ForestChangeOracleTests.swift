import Foundation
import GDALKit
import GeoModel
import Studies
import Testing

/// The sample's land cover and a second year made from it, against the figures of exactextract,
/// scipy and pyproj that Tests/Oracles/forest_change_exactextract.py writes.
@Suite("Forest change, by oracle")
struct ForestChangeOracleTests {
  private struct Record: Decodable {
    struct Unit: Decodable {
      let code: String
      let area: Double
      let before: Double
      let after: Double
      let gain: Double
      let loss: Double
      let unknown: Double
      let rate: Double
      let reserveLoss: Double
    }
    let programs: [String]
    /// The first row and column of the window, and how many.
    let window: [Int]
    let units: [Unit]
    let transitions: [String: Double]
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The second year, as the oracle makes it.
  private func secondYear(_ before: UInt8, _ row: Int, _ column: Int) -> UInt8 {
    if (row / 50 + 2 * (column / 50)) % 17 == 3 { return 0 }
    if before == 10, (row / 16 + column / 16) % 7 == 0 { return 40 }
    if before == 20, (row / 12 + 3 * (column / 9)) % 5 == 0 { return 10 }
    return before
  }

  @Test func sample() async throws {
    let record = try JSONDecoder().decode(
      Record.self,
      from: Data(
        contentsOf: Self.root.appending(
          path: "Tests/StudiesTests/Fixtures/forest-change-exactextract.json")))
    #expect(record.programs.first == "exactextract 0.3.0" && record.units.count >= 3)
    let sample = Self.root.appending(path: "GeoData/sample").path(percentEncoded: false)
    let raster = try RasterDataset(opening: DatasetSource(location: "\(sample)/landcover.tif"))
    let (top, left) = (record.window[0], record.window[1])
    let (height, width) = (record.window[2], record.window[3])
    let all = raster.description.grid
    let corner = all.position(column: Double(left), row: Double(top))
    let grid = GridGeometry(
      columns: width, rows: height, originX: corner.x, columnStepX: all.columnStepX,
      originY: corner.y, rowStepY: all.rowStepY)
    let rows = try raster.bytes(rows: top..<top + height)
    let before = (0..<height * width).map { rows[$0 / width * all.columns + left + $0 % width] }
    let after = before.indices.map { secondYear(before[$0], $0 / width, $0 % width) }
    let folder = try PlanFolder()
    try folder.write(.bytes(before), grid: grid, system: "EPSG:4326", noData: 0, to: "first.tif")
    try folder.write(.bytes(after), grid: grid, system: "EPSG:4326", noData: 0, to: "second.tif")
    let codes = record.units.map { "'\($0.code)'" }.joined(separator: ", ")
    let session = try folder.session(
      """
      units:
        level: commune
        source: \(sample)/communes.geojson
        where: "code IN (\(codes))"
        code: code
        name: name
      forest:
        rule: vn-2018
        classes: [10]
        years:
          - {year: 2018, source: first.tif}
          - {year: 2024, source: second.tif}
        functions: {function: special_use, source: \(sample)/special-use-forest.geojson}
      """, jobs: 2)
    let layer = try await session.forestChange(level: nil, in: nil).layer
    for unit in record.units {
      let found = try #require(layer.feature(unit.code))
      let figures = [
        ("forest_2018_ha", unit.before), ("forest_2024_ha", unit.after), ("gain_ha", unit.gain),
        ("loss_ha", unit.loss), ("unknown_ha", unit.unknown),
        ("loss_in_special_use_ha", unit.reserveLoss),
      ]
      for (name, expected) in figures {
        let own = try #require(found.number(name))
        #expect(
          abs(own - expected) <= 1e-9 * unit.area, "\(unit.code) \(name): \(own), not \(expected)")
      }
      if let rate = found.number("yearly_rate_pct") {
        #expect(abs(rate - unit.rate) < 1e-6, "\(unit.code)")
      }
    }
    let table = try await session.forestChange(level: nil, in: nil, transitions: true).layer
    let study = table.features.filter { $0.text("level") == "study" }
    #expect(study.count == record.transitions.count)
    let total = record.units.map(\.area).reduce(0, +)
    for row in study {
      let names = [row.text("from_class"), row.text("to_class")].map {
        $0 == "nodata" ? "0" : $0 ?? ""
      }
      let expected = try #require(record.transitions[names.joined(separator: "/")])
      #expect(abs((row.number("area_ha") ?? 0) - expected) <= 1e-9 * total, "\(names)")
    }
  }
}
