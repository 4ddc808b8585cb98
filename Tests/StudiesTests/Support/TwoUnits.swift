import GDALKit
import GeoModel

/// Two communes side by side, of 0.1° each way, the western called 01 and the eastern 02.
enum TwoUnits {
  static let west = rectangle(108, 15, 108.1, 15.1)
  static let east = rectangle(108.1, 15, 108.2, 15.1)

  static var features: [MapText.Feature] {
    [
      MapText.Feature(["code": "01", "name": "Xã Tây", "district": "1"], west),
      MapText.Feature(["code": "02", "name": "Xã Đông", "district": "1"], east),
    ]
  }

  /// The section `units` of a plan with these two.
  static let plan = "units: {level: commune, source: units.geojson, code: code, name: name}\n"

  /// A folder with the two units.
  static func folder() throws -> PlanFolder {
    let folder = try PlanFolder()
    try folder.write(MapText.geoJSON(features), to: "units.geojson")
    return folder
  }

  /// A raster of bytes over both, 20 × 10 cells of 0.01°; `draw` tells the value of a cell.
  static func writeRaster(
    to folder: PlanFolder, name: String = "cover.tif", system: String? = "EPSG:4326",
    noData: Double? = nil, draw: (_ column: Int, _ row: Int) -> UInt8
  ) throws {
    let cells = (0..<10).flatMap { row in (0..<20).map { draw($0, row) } }
    try folder.write(
      .bytes(cells),
      grid: GridGeometry(
        columns: 20, rows: 10, originX: 108, columnStepX: 0.01, originY: 15.1, rowStepY: -0.01),
      system: system, noData: noData, to: name)
  }
}
