import ForestCover
import Foundation
import GeoAlgorithms
import GeoModel
import Testing

/// The figures of exactextract, written by Tests/Oracles/forest_raster_exactextract.py.
@Suite("Forest cover from a raster, by oracle")
struct RasterOracleTests {
  private struct Record: Decodable {
    struct Case: Decodable {
      let top: Double
      let step: Double
      let map: [String]
      let units: [[[[[Double]]]]]
      let found: [Found]
    }
    struct Found: Decodable {
      /// No data, other land, forest, outside.
      let cells: [Double]
      let m2: [Double]
    }
    let program: String
    let classes: String
    let cases: [Case]
  }

  private func polygons(_ unit: [[[[Double]]]]) -> [Polygon] {
    unit.map { part in
      let rings = part.map { ring in LinearRing(ring.map { Coordinate(x: $0[0], y: $0[1]) }) }
      return Polygon(exterior: rings[0], holes: Array(rings.dropFirst()))
    }
  }

  @Test("cells and areas of each class agree with exactextract to 1e-9")
  func oracle() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/forest-raster-exactextract.json")
    let record = try JSONDecoder().decode(Record.self, from: Data(contentsOf: file))
    #expect(record.program == "exactextract 0.3.0")
    #expect(record.classes == "?oFx")
    #expect(record.cases.count == 3)
    for (number, test) in record.cases.enumerated() {
      let drawn = DrawnRaster(test.map)
      let grid = GridGeometry(
        columns: drawn.columns, rows: drawn.rows, originX: 108, columnStepX: test.step,
        originY: test.top, rowStepY: -test.step)
      var outlines = GridOutlines()
      for unit in test.units { try outlines.append(polygons(unit)) }
      let run = RasterForestCover(
        outlines: BandedOutlines(outlines, bandRows: 4), columns: drawn.columns, rows: drawn.rows,
        areas: CellAreaModel(geographic: grid), leastPatchArea: 0, connectivity: .four)
      var accumulator = run.makeAccumulator()
      let sums = run.outlines.bands.map {
        run.sums(band: $0, accumulator: &accumulator, read: drawn.read)
      }
      let unitAreas = test.found.map { $0.m2.reduce(0, +) }
      let areas = run.areas(of: sums, unitAreas: unitAreas)
      for (unit, (own, found)) in zip(areas, test.found).enumerated() {
        let parts = [own.noData, own.other, own.forest, own.outside]
        let cells = [(own.knownCells ?? -1) - (own.forestCells ?? -1), own.forestCells ?? -1]
        // In relation to the whole unit: exactextract's own error is that of its shares.
        let tolerance = 1e-9 * max(1, found.cells.reduce(0, +))
        #expect(
          agree(cells, Array(found.cells[1...2]), to: tolerance), "case \(number), unit \(unit)")
        #expect(
          agree(parts, found.m2, to: 1e-9 * own.total),
          "case \(number), unit \(unit): \(parts) \(found.m2)")
        #expect(abs((own.cellAreaRatio ?? 0) - 1) < 1e-9, "case \(number), unit \(unit)")
      }
    }
  }
}
