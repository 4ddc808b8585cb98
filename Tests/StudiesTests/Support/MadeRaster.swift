import Foundation
import GDALKit
import GeoModel
import PROJKit
import TestSupport

/// A made-up raster over a coverage: any system, size of cells, turn and kind of values.
struct MadeRaster {
  let system: Int
  let grid: GridGeometry
  let cells: RasterCreation.Cells
  let noData: Double?
  /// How the plan tells forest.
  let definition: String

  init(over box: BoundingBox, random: inout SeededGenerator) throws {
    let code = [4326, 32649, 5898, 3406].randomElement(using: &random) ?? 4326
    let isLonLat = code == 4326
    let metres = Double.random(in: 150...600, using: &random)
    let turn = Bool.random(using: &random) ? 0 : Double.random(in: -0.4...0.4, using: &random)
    let step = isLonLat ? metres / 110_000 : metres
    // The corner may lie inside the units or outside them, so that some are partly off.
    let corner = Coordinate(
      x: box.minimumX + .random(in: -0.03...0.03, using: &random),
      y: box.maximumY + .random(in: -0.03...0.03, using: &random))
    let system = try ReferenceSystemReader.read("EPSG:\(code)")
    let origin =
      isLonLat
      ? corner
      : try CoordinateOperation(from: .longitudeLatitude, to: system).transform([corner])[0]
    let columns = Int(Double.random(in: 4000...22_000, using: &random) / metres)
    let rows = Int(Double.random(in: 4000...18_000, using: &random) / metres)
    let grid = GridGeometry(
      columns: columns, rows: rows, originX: origin.x, columnStepX: step * cos(turn),
      rowStepX: step * sin(turn), originY: origin.y, columnStepY: step * sin(turn),
      rowStepY: -step * cos(turn))
    self.system = code
    self.grid = grid
    let count = columns * rows
    if Bool.random(using: &random) {
      let usesNoData = Bool.random(using: &random)
      noData = usesNoData ? 255 : nil
      cells = .bytes(
        (0..<count).map { _ in
          Int.random(in: 0..<20, using: &random) == 0 && usesNoData
            ? 255 : UInt8.random(in: 0...5, using: &random)
        })
      definition = "classes: [1, 2, 4]"
    } else {
      let values: [Double] = [-9999, -3.4e38, .nan]
      let value = values.randomElement(using: &random) ?? -9999
      noData = value
      cells = .reals(
        (0..<count).map { _ in
          Int.random(in: 0..<20, using: &random) == 0
            ? Float(value) : Float.random(in: 0...100, using: &random)
        })
      definition = "threshold: {min: 40}"
    }
  }

  /// Writes the raster and tells the section `forest` of the plan.
  func write(to folder: PlanFolder, leastHectares: Double?, connectivity: Int) throws -> String {
    try folder.write(
      cells, grid: grid, system: "EPSG:\(system)", noData: noData, to: "cover.tif")
    let least = leastHectares.map { ", min_patch_ha: \($0)" } ?? ""
    return "forest: {rule: made-up, source: cover.tif, \(definition)\(least),"
      + " connectivity: \(connectivity)}\n"
  }
}
