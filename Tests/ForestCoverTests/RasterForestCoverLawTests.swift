import ForestCover
import GeoAlgorithms
import GeoModel
import TestSupport
import Testing

@Suite("Forest cover from a raster, by law")
struct RasterForestCoverLawTests {
  /// A made-up raster, and units of three to nine corners that reach beyond it.
  private struct Case {
    var raster: DrawnRaster
    var units: [[Polygon]]
    var unitCells: [Double]
    var leastCells: Double
    var connectivity: PatchConnectivity

    init(seed: UInt64) {
      var random = SeededGenerator(seed: seed)
      let columns = Int.random(in: 1...24, using: &random)
      let rows = Int.random(in: 1...30, using: &random)
      raster = DrawnRaster(
        (0..<rows).map { _ in
          String((0..<columns).map { _ in "FFFoo?".randomElement(using: &random) ?? "?" })
        })
      units = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        let middle = (
          Double.random(in: -3...Double(columns) + 3, using: &random),
          Double.random(in: -3...Double(rows) + 3, using: &random)
        )
        // Corners on rays in turn: a star does not cross itself.
        let rays: [(Double, Double)] = [
          (1, 0), (0.8, 0.6), (0, 1), (-0.6, 0.8), (-1, 0), (-0.8, -0.6), (0, -1), (0.6, -0.8),
        ]
        return [
          polygon(
            rays.map { ray in
              let length = Double.random(in: 0.1...12, using: &random)
              return (middle.0 + ray.0 * length, middle.1 + ray.1 * length)
            })
        ]
      }
      unitCells = units.map { abs($0[0].exterior.doubledSignedArea) / 2 }
      leastCells = Bool.random(using: &random) ? Double.random(in: 1...6, using: &random) : 0
      connectivity = Bool.random(using: &random) ? .four : .eight
    }

    func areas(bandRows: Int) throws -> [ForestAreas] {
      try raster.areas(
        in: units, unitCells: unitCells, leastCells: leastCells, connectivity: connectivity,
        bandRows: bandRows)
    }
  }

  @Test("forest, other, no data and outside close on the area to 1e-12", arguments: 0..<60)
  func sumsClose(_ seed: Int) throws {
    for areas in try Case(seed: UInt64(seed)).areas(bandRows: 8) {
      let parts = [areas.forest, areas.other, areas.noData, areas.outside]
      #expect(parts.allSatisfy { $0 >= -1e-12 * areas.total }, "seed \(seed): \(parts)")
      #expect(
        abs(parts.reduce(0, +) / areas.total - 1) < 1e-12, "seed \(seed): \(parts) \(areas.total)")
      #expect(abs((areas.cellAreaRatio ?? 0) - 1) < 1e-7, "seed \(seed)")
    }
  }

  @Test(
    "one accumulator or one for each band, in any order: the same to the bit", arguments: 0..<20)
  func workers(_ seed: Int) throws {
    let test = Case(seed: UInt64(seed))
    let run = try test.raster.cover(
      of: test.units, leastCells: test.leastCells, connectivity: test.connectivity, bandRows: 3)
    var only = run.makeAccumulator()
    let one = run.outlines.bands.map {
      run.sums(band: $0, accumulator: &only, read: test.raster.read)
    }
    let many = run.outlines.bands.reversed().map { band in
      var own = run.makeAccumulator()
      return run.sums(band: band, accumulator: &own, read: test.raster.read)
    }
    let areas = test.unitCells.map { $0 * test.raster.cellArea }
    #expect(
      run.areas(of: one, unitAreas: areas) == run.areas(of: many.reversed(), unitAreas: areas),
      "seed \(seed)")
  }

  @Test("the height of a band decides nothing", arguments: 0..<20)
  func bands(_ seed: Int) throws {
    let test = Case(seed: UInt64(seed))
    let whole = try test.areas(bandRows: 1000)
    for bandRows in [1, 2, 5] {
      for (one, other) in zip(whole, try test.areas(bandRows: bandRows)) {
        let tolerance = 1e-12 * one.total
        #expect(
          agree(
            [one.forest, one.other, one.noData, one.outside],
            [other.forest, other.other, other.noData, other.outside], to: tolerance),
          "seed \(seed), bands of \(bandRows)")
      }
    }
  }

  @Test("the patch rule moves forest to other land and nothing else", arguments: 0..<20)
  func patchesOnlyLose(_ seed: Int) throws {
    var test = Case(seed: UInt64(seed))
    test.leastCells = 0
    let all = try test.areas(bandRows: 4)
    test.leastCells = 3.5
    for (every, large) in zip(all, try test.areas(bandRows: 4)) {
      let tolerance = 1e-12 * every.total
      #expect(large.forest <= every.forest + tolerance, "seed \(seed)")
      #expect(
        agree(
          [every.forest + every.other, every.noData, every.outside],
          [large.forest + large.other, large.noData, large.outside], to: tolerance), "seed \(seed)")
    }
  }

  @Test("only rows of the raster are asked for", arguments: 0..<20)
  func rowsAskedFor(_ seed: Int) throws {
    let test = Case(seed: UInt64(seed))
    let run = try test.raster.cover(of: test.units, leastCells: 3, bandRows: 2)
    var accumulator = run.makeAccumulator()
    for band in run.outlines.bands {
      _ = run.sums(band: band, accumulator: &accumulator) { rows in
        #expect(rows.lowerBound >= 0 && rows.upperBound <= test.raster.rows, "seed \(seed)")
        return test.raster.read(rows)
      }
    }
  }
}
