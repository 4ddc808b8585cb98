import GeoAlgorithms
import GeoModel
import TestSupport
import Testing

@Suite("Zonal sums")
struct ZonalAccumulatorTests {
  /// A raster in memory and its units, summed band by band.
  struct Work {
    var columns: Int
    var rows: Int
    var codes: [UInt8]
    var classCount: Int
    var units: [[Polygon]]
    var areas: CellAreaModel

    /// The sums, with the bands shared out among `workers` accumulators that run from the last
    /// band to the first.
    func sums(bandRows: Int, workers: Int = 1) throws -> ZonalSums {
      var outlines = GridOutlines()
      for unit in units { try outlines.append(unit) }
      let banded = BandedOutlines(outlines, bandRows: bandRows)
      var accumulators = (0..<workers).map { _ in
        ZonalAccumulator(
          outlines: banded, columns: columns, rows: rows, classCount: classCount, areas: areas)
      }
      var bands: [BandSums] = []
      for band in banded.bands.reversed() {
        let worker = abs(band) % workers
        let raster = accumulators[worker].rasterRows(of: band)
        let slice = codes.span.extracting(
          raster.lowerBound * columns..<raster.upperBound * columns)
        bands.append(accumulators[worker].sums(band: band, codes: slice))
      }
      var sums = ZonalSums(unitCount: units.count, classCount: classCount)
      for band in bands.reversed() { sums.add(band) }
      return sums
    }
  }

  /// Cells of 100 m² everywhere.
  static let constant = CellAreaModel(
    lattice: CellAreaLattice(columns: 0..<1, rows: 0..<1, spacingExponent: 0), areas: [100])

  @Test("a triangle over four by three cells of three classes")
  func byEye() throws {
    // Shares: 1  1    0.958 0.375     Codes: 2 2 1 0
    //         1  0.833 0.167 .               1 2 2 2
    //      0.625 0.042 .     .               0 1 1 1
    let work = Work(
      columns: 4, rows: 3, codes: [2, 2, 1, 0, 1, 2, 2, 2, 0, 1, 1, 1], classCount: 3,
      units: [[polygon([0, 0, 4, 0, 0, 3])]], areas: Self.constant)
    let sums = try work.sums(bandRows: 2)
    #expect(abs(sums.cells(unit: 0, code: 2) - 3) < 1e-14)
    #expect(abs(sums.cells(unit: 0, code: 1) - 2) < 1e-14)
    #expect(abs(sums.cells(unit: 0, code: 0) - 1) < 1e-14)
    #expect(abs(sums.area(unit: 0, code: 2) - 300) < 1e-12)
    #expect(sums.outsideCells(unit: 0) == 0)
    #expect(abs(sums.totalCells(unit: 0) - 6) < 1e-14)
  }

  @Test("what lies beyond the raster's edge is outside, on all four sides, and all of it")
  func outside() throws {
    let work = Work(
      columns: 2, rows: 2, codes: [1, 1, 1, 0], classCount: 2,
      units: [
        [polygon([-1.5, -0.5, 4, -0.5, 4, 3.5, -1.5, 3.5])],
        [polygon([7, 0, 8, 0, 8, 1, 7, 1])],
        [polygon([-4, 1, -2, 1, -2, 2, -4, 2])],
        [polygon([0, -90, 1, -90, 1, -80, 0, -80])],
        [],
      ], areas: Self.constant)
    for bandRows in [1, 2, 5] {
      let sums = try work.sums(bandRows: bandRows)
      #expect(sums.cells(unit: 0, code: 1) == 3)
      #expect(sums.cells(unit: 0, code: 0) == 1)
      #expect(sums.outsideCells(unit: 0) == 18)
      #expect(sums.outsideArea(unit: 0) == 1_800)
      #expect((0..<5).map { sums.totalCells(unit: $0) } == [22, 1, 2, 10, 0])
      #expect((1..<4).map { sums.outsideCells(unit: $0) } == [1, 2, 10])
    }
  }

  @Test("a 1 × 1 raster, a unit within it and a unit around it")
  func single() throws {
    let work = Work(
      columns: 1, rows: 1, codes: [1], classCount: 2,
      units: [
        [polygon([0.25, 0.25, 0.75, 0.25, 0.75, 0.75, 0.25, 0.75])],
        [polygon([-1, -1, 2, -1, 2, 2, -1, 2])],
      ], areas: Self.constant)
    let sums = try work.sums(bandRows: 256)
    #expect(sums.cells(unit: 0, code: 1) == 0.25)
    #expect(sums.area(unit: 0, code: 1) == 25)
    #expect(sums.cells(unit: 1, code: 1) == 1)
    #expect(sums.outsideCells(unit: 1) == 8)
  }

  @Test("rings that overlap are counted in improperCells, others are not")
  func improper() throws {
    let work = Work(
      columns: 4, rows: 1, codes: [1, 1, 1, 1], classCount: 2,
      units: [
        [polygon([0, 0, 2, 0, 2, 1, 0, 1]), polygon([1, 0, 3, 0, 3, 1, 1, 1])],
        [polygon([0, 0, 2, 0, 2, 1, 0, 1])],
      ], areas: Self.constant)
    let sums = try work.sums(bandRows: 4)
    #expect(sums.improperCells(unit: 0) == 1)
    #expect(sums.improperCells(unit: 1) == 0)
  }

  /// A random raster with a random jagged coverage that reaches beyond it, and random areas.
  private func random(seed: Int, classCount: Int) -> Work {
    var generator = SeededGenerator(seed: seed)
    let columns = Int.random(in: 1...400, using: &generator)
    let rows = Int.random(in: 1...60, using: &generator)
    let lattice = CellAreaLattice(
      columns: -20..<columns + 20, rows: -20..<rows + 20,
      spacingExponent: Int.random(in: 0...6, using: &generator))
    let model =
      seed % 3 == 0
      ? CellAreaModel(
        geographic: GridGeometry(
          columns: columns, rows: rows, originX: 108, columnStepX: 0.001, originY: 15,
          rowStepY: -0.001))
      : CellAreaModel(
        lattice: lattice,
        areas: lattice.cells.map { _ in Double.random(in: 500...1_000, using: &generator) })
    let box = BoundingBox(
      minimumX: Double.random(in: -10...0.3, using: &generator),
      minimumY: Double.random(in: -10...0.3, using: &generator),
      maximumX: Double(columns) + Double.random(in: -0.3...10, using: &generator),
      maximumY: Double(rows) + Double.random(in: -0.3...10, using: &generator))
    return Work(
      columns: columns, rows: rows,
      codes: (0..<columns * rows).map { _ in
        UInt8.random(in: 0...UInt8(classCount - 1), using: &generator)
      }, classCount: classCount,
      units: triangulation(
        of: box, n: Int.random(in: 1...5, using: &generator), jags: 3, using: &generator),
      areas: model)
  }

  @Test("sums are those of cell by cell, few classes and many", arguments: 1...24)
  func bruteForce(seed: Int) throws {
    let classCount = [1, 2, 3, 6, 7, 256][seed % 6]
    let work = random(seed: seed, classCount: classCount)
    let sums = try work.sums(bandRows: 1 + seed)
    for (unit, spans) in try spans(of: work.units).enumerated() {
      var cells = [Double](repeating: 0, count: classCount + 1)
      var areas = cells
      for span in spans {
        for column in span.columns {
          let row = Int(span.row)
          let inside = (0..<work.columns).contains(column) && (0..<work.rows).contains(row)
          let code = inside ? Int(work.codes[row * work.columns + column]) : classCount
          cells[code] += span.fraction
          areas[code] += span.fraction * work.areas.area(column: column, row: row)
        }
      }
      for code in 0..<classCount {
        let byCode = UInt8(code)
        #expect(
          abs(sums.cells(unit: unit, code: byCode) - cells[code]) <= 1e-12 * (1 + cells[code]),
          "seed \(seed)")
        #expect(
          abs(sums.area(unit: unit, code: byCode) - areas[code]) <= 1e-12 * (1 + areas[code]),
          "seed \(seed)")
      }
      #expect(
        abs(sums.outsideCells(unit: unit) - cells[classCount]) <= 1e-12 * (1 + cells[classCount]))
      #expect(
        abs(sums.outsideArea(unit: unit) - areas[classCount]) <= 1e-12 * (1 + areas[classCount]))
      #expect(sums.improperCells(unit: unit) == 0)
    }
  }

  @Test(
    "every unit closes on its planar area to 1e-12, and the whole on its rectangle",
    arguments: 1...24)
  func closes(seed: Int) throws {
    let work = random(seed: seed, classCount: 3)
    let sums = try work.sums(bandRows: 16)
    for (unit, polygons) in work.units.enumerated() {
      let area = polygons.reduce(0) { $0 + abs($1.exterior.doubledSignedArea) / 2 }
      #expect(abs(sums.totalCells(unit: unit) / area - 1) < 1e-12, "seed \(seed)")
    }
  }

  @Test("one worker or many, the sums are the same to the bit", arguments: 1...12)
  func workers(seed: Int) throws {
    let work = random(seed: seed, classCount: 3)
    let expected = try work.sums(bandRows: 5)
    for workers in 2...4 { #expect(try work.sums(bandRows: 5, workers: workers) == expected) }
  }
}
