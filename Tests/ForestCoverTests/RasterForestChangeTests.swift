import ForestCover
import GeoAlgorithms
import GeoModel
import TestSupport
import Testing

/// Two drawings of one grid.
struct DrawnChange {
  let before: DrawnRaster
  let after: DrawnRaster
  var leastCells = 0.0
  var connectivity = PatchConnectivity.four
  var bandRows = 256
  /// The rasters' own classes, where they tell them.
  var classes: (before: [UInt8], after: [UInt8])?

  func run(of units: [[Polygon]]) throws -> RasterForestChange {
    RasterForestChange(
      try before.cover(
        of: units, leastCells: leastCells, connectivity: connectivity, bandRows: bandRows))
  }

  func band(
    _ band: Int, of run: RasterForestChange, _ accumulator: inout ZonalAccumulator
  ) -> RasterForestChange.BandChange {
    func cells(_ raster: DrawnRaster, _ own: [UInt8]?, _ rows: Range<Int>)
      -> RasterForestChange.Cells
    {
      let columns = raster.columns
      return .init(
        codes: raster.read(rows),
        classes: own.map { Array($0[rows.lowerBound * columns..<rows.upperBound * columns]) })
    }
    return run.sums(
      band: band, accumulator: &accumulator, before: { cells(before, classes?.before, $0) },
      after: { cells(after, classes?.after, $0) })
  }

  func changes(of units: [[Polygon]], unitCells: [Double]) throws -> [ForestChange] {
    let run = try run(of: units)
    var accumulator = run.makeAccumulator()
    let sums = run.cover.outlines.bands.map { band($0, of: run, &accumulator) }
    return run.changes(of: sums, unitAreas: unitCells.map { $0 * before.cellArea })
  }

  /// Kept, gain, loss and unknown of one unit in cells.
  func cells(in unit: [Polygon], unitCells: Double) throws -> [Double] {
    guard let balance = try changes(of: [unit], unitCells: [unitCells])[0].balance else {
      return []
    }
    return [balance.kept, balance.gain, balance.loss, balance.unknown]
      .map { $0 / before.cellArea }
  }
}

@Suite("Change of forest between two rasters, by example")
struct RasterForestChangeTests {
  @Test("each cell is kept, gained, lost, none of them, or unknown in a year")
  func byEye() throws {
    let change = DrawnChange(
      before: DrawnRaster(["FFoo", "F?oF"]),
      after: DrawnRaster(["FoFo", "?Fo?"]))
    let cells = try change.cells(in: [rectangle(0, 0, 4, 2)], unitCells: 8)
    // Kept 1; gained (0,2); lost (0,1); unknown before, after, and after again.
    #expect(agree(cells, [1, 1, 1, 3], to: 1e-6), "\(cells)")
  }

  @Test("a cell on the border counts by its share, ground beyond the raster is unknown")
  func sharesAndOutside() throws {
    let change = DrawnChange(before: DrawnRaster(["Fo", "Fo"]), after: DrawnRaster(["oF", "oF"]))
    let cells = try change.cells(in: [rectangle(0.5, 0, 3, 2)], unitCells: 5)
    #expect(agree(cells, [0, 2, 1, 2], to: 1e-6), "\(cells)")
  }

  @Test("a patch that grows over the least area gains all of its cells, one that shrinks loses all")
  func patches() throws {
    let growing = DrawnChange(
      before: DrawnRaster(["FFoo", "oooo"]), after: DrawnRaster(["FFFo", "oooo"]), leastCells: 3)
    let unit = [rectangle(0, 0, 4, 2)]
    #expect(agree(try growing.cells(in: unit, unitCells: 8), [0, 3, 0, 0], to: 1e-6))
    let shrinking = DrawnChange(before: growing.after, after: growing.before, leastCells: 3)
    #expect(agree(try shrinking.cells(in: unit, unitCells: 8), [0, 0, 3, 0], to: 1e-6))
  }

  @Test("transitions are between the rasters' own classes, patches or not, and no data apart")
  func ownClasses() throws {
    let change = DrawnChange(
      before: DrawnRaster(["Fo?", "ooo"]), after: DrawnRaster(["oo?", "oFo"]), leastCells: 2,
      classes: ([10, 20, 0, 20, 20, 80], [40, 20, 0, 20, 10, 80]))
    let found = try change.changes(of: [[rectangle(0, 0, 4, 2)]], unitCells: [8])[0].transitions
    let cells = found.mapValues { ($0 / change.before.cellArea * 1e6).rounded() / 1e6 }
    #expect(
      cells == [
        GroundTransition(.rasterClass(10), .rasterClass(40)): 1,
        GroundTransition(.rasterClass(20), .rasterClass(20)): 2,
        GroundTransition(.rasterClass(20), .rasterClass(10)): 1,
        GroundTransition(.rasterClass(80), .rasterClass(80)): 1,
        GroundTransition(.noData, .noData): 1, GroundTransition(.outside, .outside): 2,
      ])
  }

  @Test("too many pairs of classes give a table of forest and other land", arguments: [256, 257])
  func manyPairs(_ pairs: Int) throws {
    let line = String(repeating: "F", count: pairs)
    let change = DrawnChange(
      before: DrawnRaster([line]), after: DrawnRaster([line]),
      classes: (
        (0..<pairs).map { UInt8($0 % 128) }, (0..<pairs).map { UInt8($0 / 128) }
      ))
    let found = try change.changes(
      of: [[rectangle(0, 0, Double(pairs), 1)]], unitCells: [Double(pairs)])[0].transitions
    #expect(found.count == (pairs == 256 ? 256 : 1))
    #expect((found.keys.first == GroundTransition(.forest, .forest)) == (pairs == 257))
  }

  @Test("FAO's compound rate: 1 % a year for ten years; nothing left; nothing to begin with")
  func rate() throws {
    let grown = try #require(
      ForestChange.yearlyRatePercent(before: 100, after: 110.462_212_541_120_45, years: 10))
    #expect(abs(grown - 1) < 1e-12)
    #expect(ForestChange.yearlyRatePercent(before: 5, after: 5, years: 3) == 0)
    #expect(ForestChange.yearlyRatePercent(before: 5, after: 0, years: 3) == -100)
    #expect(ForestChange.yearlyRatePercent(before: 0, after: 5, years: 3) == nil)
    #expect(ForestChange.yearlyRatePercent(before: 5, after: 5, years: 0) == nil)
  }
}

@Suite("Change of forest between two rasters, by law")
struct RasterForestChangeLawTests {
  private struct Case {
    var change: DrawnChange
    var units: [[Polygon]]
    var unitCells: [Double]

    init(seed: UInt64) {
      var random = SeededGenerator(seed: seed)
      let columns = Int.random(in: 1...20, using: &random)
      let rows = Int.random(in: 1...24, using: &random)
      func raster() -> DrawnRaster {
        DrawnRaster(
          (0..<rows).map { _ in
            String((0..<columns).map { _ in "FFFoo?".randomElement(using: &random) ?? "?" })
          })
      }
      func classes(_ raster: DrawnRaster) -> [UInt8] {
        raster.codes.map { $0 == ForestCode.forest ? 10 : [20, 30, 40][Int($0) % 3] }
      }
      change = DrawnChange(before: raster(), after: raster())
      change.leastCells = Bool.random(using: &random) ? Double.random(in: 1...6, using: &random) : 0
      change.connectivity = Bool.random(using: &random) ? .four : .eight
      change.bandRows = 5
      if Bool.random(using: &random) {
        change.classes = (classes(change.before), classes(change.after))
      }
      units = (0..<3).map { _ in
        let left = Double.random(in: -3...Double(columns), using: &random)
        let top = Double.random(in: -3...Double(rows), using: &random)
        return [
          polygon([
            (left, top), (left + Double.random(in: 1...9, using: &random), top + 0.3),
            (left + 0.7, top + Double.random(in: 1...9, using: &random)),
          ])
        ]
      }
      unitCells = units.map { abs($0[0].exterior.doubledSignedArea) / 2 }
    }

    func changes() throws -> [ForestChange] {
      try change.changes(of: units, unitCells: unitCells)
    }
  }

  @Test("gain there is loss back, and the other way round", arguments: 0..<40)
  func reversed(_ seed: Int) throws {
    var test = Case(seed: UInt64(seed))
    let forwards = try test.changes()
    test.change = DrawnChange(
      before: test.change.after, after: test.change.before, leastCells: test.change.leastCells,
      connectivity: test.change.connectivity, bandRows: test.change.bandRows,
      classes: test.change.classes.map { ($0.after, $0.before) })
    for (there, back) in zip(forwards, try test.changes()) {
      let (there, back) = (try #require(there.balance), try #require(back.balance))
      let tolerance = 1e-12 * max(1, forwards.map(\.before.total).reduce(0, +))
      #expect(
        agree(
          [there.gain, there.loss, there.kept, there.unknown, there.net],
          [back.loss, back.gain, back.kept, back.unknown, -back.net], to: tolerance),
        "seed \(seed)")
    }
  }

  @Test("each year agrees with its own cover, and all closes on the unit", arguments: 0..<40)
  func closure(_ seed: Int) throws {
    let test = Case(seed: UInt64(seed))
    func cover(_ raster: DrawnRaster) throws -> [ForestAreas] {
      try raster.areas(
        in: test.units, unitCells: test.unitCells, leastCells: test.change.leastCells,
        connectivity: test.change.connectivity, bandRows: 5)
    }
    let (before, after) = (try cover(test.change.before), try cover(test.change.after))
    for (unit, change) in try test.changes().enumerated() {
      let tolerance = 1e-12 * change.before.total
      for (year, own) in [(change.before, before[unit]), (change.after, after[unit])] {
        #expect(
          agree(
            [year.forest, year.other, year.noData, year.outside],
            [own.forest, own.other, own.noData, own.outside], to: tolerance), "seed \(seed)")
      }
      let balance = try #require(change.balance)
      #expect(
        abs(balance.forestBefore + balance.gain - balance.loss - balance.forestAfter) <= tolerance)
      #expect(balance.forestBefore <= change.before.forest + tolerance, "seed \(seed)")
      #expect(balance.forestAfter <= change.after.forest + tolerance, "seed \(seed)")
      let all = change.transitions.values.reduce(0, +)
      #expect(abs(all - change.before.total) <= 2e-8 * change.before.total, "seed \(seed)")
    }
  }

  @Test("rows of the table add up to the first year, columns to the last", arguments: 0..<40)
  func transitions(_ seed: Int) throws {
    var test = Case(seed: UInt64(seed))
    test.change.classes = nil
    for change in try test.changes() {
      // Transitions under a thousand-millionth of the unit are left out.
      let tolerance = 2e-8 * change.before.total
      func sum(_ isMeant: (GroundTransition) -> Bool) -> Double {
        change.transitions.filter { isMeant($0.key) }.values.reduce(0, +)
      }
      #expect(abs(sum { $0.before == .forest } - change.before.forest) <= tolerance)
      #expect(abs(sum { $0.after == .forest } - change.after.forest) <= tolerance)
      #expect(abs(sum { $0.before == .noData } - change.before.noData) <= tolerance)
      #expect(abs(sum { $0.after == .other } - change.after.other) <= tolerance)
      #expect(
        abs(
          (change.transitions[GroundTransition(.forest, .other)] ?? 0)
            - (change.balance?.loss ?? -1)) <= tolerance)
    }
  }

  @Test("the same to the bit whoever works on which band", arguments: 0..<20)
  func workers(_ seed: Int) throws {
    let test = Case(seed: UInt64(seed))
    let run = try test.change.run(of: test.units)
    var only = run.makeAccumulator()
    let one = run.cover.outlines.bands.map { test.change.band($0, of: run, &only) }
    let many = run.cover.outlines.bands.reversed().map { band in
      var own = run.makeAccumulator()
      return test.change.band(band, of: run, &own)
    }
    let areas = test.unitCells.map { $0 * test.change.before.cellArea }
    #expect(
      run.changes(of: one, unitAreas: areas) == run.changes(of: many.reversed(), unitAreas: areas))
  }

  @Test("a raster laid over itself changes nothing", arguments: 0..<10)
  func itself(_ seed: Int) throws {
    var test = Case(seed: UInt64(seed))
    test.change = DrawnChange(
      before: test.change.before, after: test.change.before, leastCells: 2, bandRows: 3)
    for change in try test.changes() {
      #expect(change.balance?.gain == 0 && change.balance?.loss == 0)
    }
  }
}
