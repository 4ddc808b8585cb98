import ForestCover
import GeoAlgorithms
import GeoModel
import TestSupport
import Testing

@Suite("Forest cover in one pass over the rows")
struct RasterStreamTests {
  /// A made-up raster with small and large patches, and one unit that reaches beyond it.
  private func run(
    seed: Int, bandRows: Int
  ) throws -> (raster: DrawnRaster, run: RasterForestCover) {
    var random = SeededGenerator(seed: seed)
    let columns = Int.random(in: 1...24, using: &random)
    let rows = Int.random(in: 1...40, using: &random)
    let letters = ["FFFo?", "Foooo", "FFFFF", "oo??o"].randomElement(using: &random) ?? "Fo"
    let raster = DrawnRaster(
      (0..<rows).map { _ in
        String((0..<columns).map { _ in letters.randomElement(using: &random) ?? "?" })
      })
    let left = Double.random(in: -5...Double(columns), using: &random)
    let top = Double.random(in: -9...Double(rows) + 5, using: &random)
    let unit = rectangle(
      left, top, left + Double.random(in: 0.5...20, using: &random),
      top + Double.random(in: 0.5...40, using: &random))
    let leasts: [Double] = [0, 1.5, 4, 30, 2000]
    return (
      raster,
      try raster.cover(
        of: [[unit], [rectangle(1, 2, 5, 3.5)]],
        leastCells: leasts.randomElement(using: &random) ?? 0,
        connectivity: Bool.random(using: &random) ? .four : .eight, bandRows: bandRows)
    )
  }

  @Test("the sums are those of bands with a halo, to the bit", arguments: 0..<80)
  func sameSums(_ seed: Int) throws {
    for bandRows in [1, 3, 16] {
      let (raster, run) = try run(seed: seed, bandRows: bandRows)
      var accumulator = run.makeAccumulator()
      let banded = run.outlines.bands.map {
        run.sums(band: $0, accumulator: &accumulator, read: raster.read)
      }
      var next = 0
      var told: [Int] = []
      let streamed = try run.streamedSums(
        heldBytes: 1 << 20,
        read: { rows in
          #expect(rows.lowerBound >= next && rows.upperBound <= raster.rows, "each row once")
          next = rows.upperBound
          return raster.read(rows)
        }, progress: { told.append($0) })
      #expect(streamed.map(\.band) == Array(run.outlines.bands), "seed \(seed)")
      let areas = [1000 * raster.cellArea, 6 * raster.cellArea]
      #expect(
        run.areas(of: streamed, unitAreas: areas) == run.areas(of: banded, unitAreas: areas),
        "seed \(seed), bands of \(bandRows)")
    }
  }

  @Test("small patches that span more rows than memory may hold are refused with their row")
  func tooTall() throws {
    let raster = DrawnRaster((0..<200).map { _ in "oFo" })
    let run = try raster.cover(of: [[rectangle(0, 0, 3, 200)]], leastCells: 500, bandRows: 8)
    #expect(throws: ForestStreamError.patchesTooTall(row: 99, heldRows: 100)) {
      // Each row: three cells, and one run with its patch of 12 and 16 bytes.
      try run.streamedSums(heldBytes: 99 * (3 + 28), read: raster.read)
    }
    #expect(try run.streamedSums(heldBytes: 200 * (3 + 28), read: raster.read).count == 25)
  }

  @Test("one pass is for halos deeper than a band, and only where they are much to read")
  func preference() throws {
    let raster = DrawnRaster((0..<40).map { _ in "oFo" })
    let unit = [[rectangle(0, 0, 3, 40)]]
    let deep = try raster.cover(of: unit, leastCells: 30, bandRows: 8)
    #expect(deep.prefersStream(cells: 3 * 67) && !deep.prefersStream(cells: 3 * 68))
    #expect(!deep.prefersStream())
    #expect(!(try raster.cover(of: unit, leastCells: 5, bandRows: 8)).prefersStream(cells: 1))
    #expect(!(try raster.cover(of: unit, leastCells: 0, bandRows: 8)).prefersStream(cells: 1))
  }
}
