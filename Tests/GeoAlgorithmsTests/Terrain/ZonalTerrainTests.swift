import GeoAlgorithms
import GeoModel
import Testing

/// The bands of a small terrain model, by hand.
@Suite("Bands of terrain by unit")
struct ZonalTerrainTests {
  /// 6 × 4 cells of 10 m, heights drawn by hand; NaN is a void.
  private let heights: [Double] = [
    100, 100, 100, 200, 202, 204,
    100, 100, 100, 200, 202, 204,
    100, 100, 100, 200, .nan, 204,
    100, 100, 100, 200, 202, 204,
  ]

  private func tallies(_ boxes: [(Double, Double, Double, Double)], bandRows: Int)
    throws -> [TerrainTally]
  {
    var outlines = GridOutlines()
    for box in boxes {
      try outlines.append([
        Polygon(
          exterior: LinearRing([
            Coordinate(x: box.0, y: box.1), Coordinate(x: box.2, y: box.1),
            Coordinate(x: box.2, y: box.3), Coordinate(x: box.0, y: box.3),
            Coordinate(x: box.0, y: box.1),
          ]))
      ])
    }
    let lattice = CellAreaLattice(columns: 0..<6, rows: 0..<4, spacingExponent: 3)
    let nodes = lattice.cells.count
    let zonal = ZonalTerrain(
      outlines: BandedOutlines(outlines, bandRows: bandRows), columns: 6, rows: 4,
      bands: TerrainBands(heights: [200], slopes: [15]),
      areas: CellAreaModel(lattice: lattice, areas: [Double](repeating: 100, count: nodes)),
      metrics: GroundMetricModel(
        lattice: lattice,
        metrics: [GroundMetric](
          repeating: GroundMetric(cellWidth: 10, cellHeight: 10), count: nodes)))
    var accumulator = zonal.makeAccumulator()
    let sums = zonal.outlines.bands.map { band in
      zonal.sums(band: band, accumulator: &accumulator) { rows in
        Array(heights[rows.lowerBound * 6..<rows.upperBound * 6])
      }
    }
    return zonal.tallies(
      of: sums, unitAreas: boxes.map { 100 * ($0.2 - $0.0) * ($0.3 - $0.1) })
  }

  private func isNear(_ found: ClosedRange<Double>?, _ expected: ClosedRange<Double>) -> Bool {
    guard let found else { return false }
    return abs(found.lowerBound - expected.lowerBound) < 1e-12
      && abs(found.upperBound - expected.upperBound) < 1e-12
  }

  /// Columns 2 and 3 stand beside the step of 100 m and are steep; column 4 rises 4 m in 20, which
  /// is 20 %; its rows touch the void. Rows 0 and 3 and columns 0 and 5 are the raster's edge.
  @Test("shares by hand, whatever the bands of rows", arguments: [1, 2, 3, 256])
  func byHand(bandRows: Int) throws {
    let found = try tallies(
      [(1, 1, 3, 3), (0, 0, 6, 4), (3, 1, 5, 2), (5, 1, 7, 3)], bandRows: bandRows)
    // Columns 1 and 2, rows 1 and 2: low; column 2 is steep, column 1 level.
    #expect(isNear(found[0].highShare(fromLimit: 0), 0...0))
    #expect(isNear(found[0].steepShare(fromLimit: 0), 0.5...0.5))
    // All 24 cells: 11 high, one void. Known slopes: columns 1 and 2 in rows 1 and 2.
    #expect(isNear(found[1].highShare(fromLimit: 0), 11.0 / 24...12.0 / 24))
    #expect(isNear(found[1].steepShare(fromLimit: 0), 2.0 / 24...22.0 / 24))
    // Both cells touch the void: no slope is known.
    #expect(isNear(found[2].highShare(fromLimit: 0), 1...1))
    #expect(isNear(found[2].steepShare(fromLimit: 0), 0...1))
    // Half of it lies beyond the raster.
    #expect(isNear(found[3].highShare(fromLimit: 0), 0.5...1))
    #expect(found[3].outside == 200)
  }
}
