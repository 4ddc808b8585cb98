import ForestCover
import GeoAlgorithms
import GeoModel
import Testing

@Suite("Forest cover from a raster")
struct RasterForestCoverTests {
  /// Near the equator the areas of cells differ by less than this from row to row.
  private let equal = 1e-8

  @Test("a cell of the equator has the area of its ellipsoidal quadrilateral")
  func cellArea() {
    // ∫ a² (1 − e²) cos φ ÷ (1 − e² sin² φ)² dφ dλ over 0.001° × 0.001°, by Simpson's rule.
    let raster = DrawnRaster(["F", "F"])
    let flattening = Ellipsoid.flattening
    let squared = flattening * (2 - flattening)
    let height = DrawnRaster.step * .pi / 180
    // So near to the equator sin φ = φ − φ³ ÷ 6 and cos φ = 1 − φ² ÷ 2 are exact in 64 bits.
    func density(_ latitude: Double) -> Double {
      let sine = latitude - latitude * latitude * latitude / 6
      let below = 1 - squared * sine * sine
      return (1 - squared) * (1 - latitude * latitude / 2) / (below * below)
    }
    let mean = (density(0) + 4 * density(height / 2) + density(height)) / 6
    let radius = Ellipsoid.equatorialRadius
    let area = radius * radius * height * height * mean
    #expect(abs(raster.cellArea / area - 1) < 1e-12)
    #expect(abs(area - 12_309.07) < 0.01)
  }

  @Test("cells count by the share that lies inside; what lies off the raster is outside")
  func halfCells() throws {
    let raster = DrawnRaster([
      "FFo?",
      "FoF?",
    ])
    //  half of column 0 ┐    ┌ half a column off the raster
    let unit = [rectangle(0.5, 0, 4.5, 2)]
    let cells = try raster.cells(in: unit, unitCells: 8)
    #expect(agree(cells, [3, 2, 2, 1], to: equal), "\(cells)")

    let quarter = try raster.cells(in: [rectangle(1.5, 0.5, 2.5, 1.5)], unitCells: 1)
    #expect(agree(quarter, [0.5, 0.5, 0, 0], to: equal), "\(quarter)")

    let triangle = try raster.cells(in: [polygon([(0, 0), (2, 0), (0, 2)])], unitCells: 2)
    // The upper left cell whole, half of its two neighbours.
    #expect(agree(triangle, [2, 0, 0, 0], to: equal), "\(triangle)")
  }

  @Test("the numbers of cells are those by share")
  func cellCounts() throws {
    let raster = DrawnRaster(["FFo?", "FoF?"])
    let areas = try raster.areas(in: [[rectangle(0.5, 0, 4.5, 2)]], unitCells: [8])[0]
    #expect(agree([areas.forestCells ?? -1, areas.knownCells ?? -1], [3, 5], to: 1e-12))
    #expect(abs((areas.cellAreaRatio ?? 0) - 1) < 1e-8)
    #expect(areas.improperCells == 0)
  }

  @Test("hectares are brought to close on the unit's own area, and the ratio tells by how much")
  func scaled() throws {
    let raster = DrawnRaster(["Fo", "Fo"])
    let areas = try raster.areas(in: [[rectangle(0, 0, 2, 2)]], unitCells: [4.4])[0]
    #expect(
      agree([areas.forest, areas.other].map { $0 / raster.cellArea }, [2.2, 2.2], to: equal))
    #expect(abs((areas.cellAreaRatio ?? 0) - 4 / 4.4) < 1e-8)
  }

  @Test("a unit smaller than a cell has the figures of that cell")
  func withinOneCell() throws {
    let raster = DrawnRaster(["oF", "o?"])
    let forest = try raster.cells(in: [rectangle(1.2, 0.1, 1.3, 0.2)], unitCells: 0.01)
    #expect(agree(forest, [0.01, 0, 0, 0], to: 1e-10), "\(forest)")
    let unknown = try raster.cells(in: [rectangle(1.2, 1.1, 1.3, 1.2)], unitCells: 0.01)
    #expect(agree(unknown, [0, 0, 0.01, 0], to: 1e-10), "\(unknown)")
  }

  @Test("a unit partly off the raster, on every side")
  func partlyOff() throws {
    let raster = DrawnRaster(["FF", "FF"])
    let cells = try raster.cells(in: [rectangle(-1, -1, 3, 3)], unitCells: 16)
    #expect(agree(cells, [4, 0, 0, 12], to: equal), "\(cells)")
  }

  @Test(
    "a unit wholly off the raster is outside",
    arguments: [
      rectangle(5, 0, 7, 1), rectangle(-9, 0, -7, 1), rectangle(0, -4, 1, -2),
      rectangle(0, 3, 1, 5),
    ])
  func whollyOff(_ unit: Polygon) throws {
    let raster = DrawnRaster(["FF", "FF"])
    let areas = try raster.areas(in: [[unit]], unitCells: [2])[0]
    #expect(areas.outside == areas.total)
    #expect([areas.forest, areas.other, areas.noData] == [0, 0, 0])
    #expect(areas.forestCells == 0 && areas.knownCells == 0)
    let share = ForestShare(areas, minimumKnownPercent: 95)
    #expect(share.forestPercent == nil)
    #expect(share.lowPercent == 0 && share.highPercent == 100 && share.knownPercent == 0)
  }

  @Test("a unit without area has nothing anywhere")
  func noArea() throws {
    let raster = DrawnRaster(["FF", "FF"])
    let areas = try raster.areas(in: [[]], unitCells: [0])[0]
    #expect(
      [areas.total, areas.forest, areas.other, areas.noData, areas.outside].allSatisfy { $0 == 0 })
  }

  @Test("holes and parts: what a hole leaves out is in no class")
  func holes() throws {
    let raster = DrawnRaster([
      "FFFo",
      "FoFo",
      "FFFF",
      "oooF",
    ])
    let ring = Polygon(
      exterior: rectangle(0, 0, 3, 3).exterior, holes: [rectangle(1, 1, 2, 2).exterior])
    let parts = [ring, rectangle(3, 3, 4, 4)]
    let cells = try raster.cells(in: parts, unitCells: 9)
    #expect(agree(cells, [9, 0, 0, 0], to: equal), "\(cells)")
  }
}
