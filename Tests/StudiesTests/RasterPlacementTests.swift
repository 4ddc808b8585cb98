import Foundation
import GDALKit
import GeoModel
import PROJKit
import Studies
import TestSupport
import Testing

/// A raster lies where its system says, whatever the system of the units: a raster in which a cell
/// is forest where its middle lies in one commune finds its forest in that commune.
@Suite("Units over rasters of other systems")
struct RasterPlacementTests {
  private static let systems = [4326, 32649, 5898, 3406]

  private func contains(_ ring: [Coordinate], _ place: Coordinate) -> Bool {
    var inside = false
    for (a, b) in zip(ring, ring.dropFirst()) where (a.y > place.y) != (b.y > place.y) {
      if place.x < a.x + (place.y - a.y) / (b.y - a.y) * (b.x - a.x) { inside.toggle() }
    }
    return inside
  }

  /// Half a cell of error along the border is all that middles of cells can miss; the 225 m between
  /// VN-2000 and WGS 84 would be four cells, a shift by one cell a whole one.
  @Test("in every pair of systems, turned and not", arguments: systems, systems)
  func pairs(_ units: Int, _ raster: Int) async throws {
    var random = SeededGenerator(seed: units * 31 + raster)
    let coverage = try MadeCoverage(system: units, districts: .ownByField, random: &random)
    let operation = try CoordinateOperation(
      from: ReferenceSystemReader.read("EPSG:\(raster)"),
      to: ReferenceSystemReader.read("EPSG:\(units)"), area: coverage.box)
    let corner = try CoordinateOperation(
      from: .longitudeLatitude, to: ReferenceSystemReader.read("EPSG:\(raster)"),
      area: coverage.box
    ).transform([Coordinate(x: coverage.box.minimumX - 0.04, y: coverage.box.maximumY + 0.01)])[0]
    let (size, turn) = (50.0, units == raster ? 0 : 0.15)
    let step = raster == 4326 ? size / 110_600 : size
    let grid = GridGeometry(
      columns: 520, rows: 420, originX: corner.x, columnStepX: step * cos(turn),
      rowStepX: step * sin(turn), originY: corner.y, columnStepY: step * sin(turn),
      rowStepY: -step * cos(turn))
    let chosen = coverage.communes[coverage.communes.count / 2]
    let ring = chosen.polygon.exterior.coordinates
    let middles = try operation.transform(
      (0..<grid.rows).flatMap { row in
        (0..<grid.columns).map {
          grid.position(column: Double($0) + 0.5, row: Double(row) + 0.5)
        }
      })
    let box = chosen.polygon.boundingBox
    let folder = try PlanFolder()
    try folder.write(
      .bytes(middles.map { box.contains($0) && contains(ring, $0) ? 1 : 0 }), grid: grid,
      system: "EPSG:\(raster)", noData: nil, to: "cover.tif")
    let layer = try await folder.session(
      coverage.write(to: folder) + "forest: {rule: r, source: cover.tif, classes: [1]}\n"
    ).forestCover(level: "commune", in: nil).layer
    var missed = 0.0
    var perimeter = 0.0
    for feature in layer.features {
      let forest = feature.number("forest_ha") ?? .nan
      guard feature.text("code") == chosen.code else {
        missed += forest
        continue
      }
      missed += (feature.number("other_ha") ?? .nan)
      #expect(feature.number("outside_ha") == 0, "the raster is large enough")
      if case .polygon(let area) = feature.geometry {
        perimeter = Geodesic.length(of: area.exterior.coordinates)
      }
    }
    #expect(missed <= perimeter * size / 2 / 10_000, "\(missed) ha along \(perimeter) m")
    #expect(missed > 0)
  }

  @Test("a threshold is met by cells of 32 bits that are meant to hold just it")
  func threshold() async throws {
    let folder = try TwoUnits.folder()
    let grid = GridGeometry(
      columns: 2, rows: 1, originX: 108, columnStepX: 0.1, originY: 15.1, rowStepY: -0.1)
    try folder.write(
      .reals([0.7, Float(0.7).nextDown]), grid: grid, system: "EPSG:4326", noData: nil,
      to: "canopy.tif")
    let layer = try await folder.session(
      TwoUnits.plan + "forest: {rule: r, source: canopy.tif, threshold: {min: 0.7}}\n"
    ).forestCover(level: nil, in: nil).layer
    #expect(layer.features.map { $0.number("forest_pct") } == [100, 0])
  }
}
