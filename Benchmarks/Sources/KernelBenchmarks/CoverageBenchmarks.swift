import GeoAlgorithms
import GeoModel

extension Suite {
  /// Exact cell coverage, and the sums by class over it.
  mutating func measureCoverage() throws {
    let side = 40
    let size = 4000
    let bandRows = 256
    func outlines() throws -> (GridOutlines, JaggedUnits) {
      let units = JaggedUnits(side: side, pieces: 48, extent: Double(size), seed: 1)
      var outlines = GridOutlines()
      for polygon in units.polygons { try outlines.append([polygon]) }
      return (outlines, units)
    }

    try measure("coverage: sort edges into bands") {
      let (outlines, units) = try outlines()
      return (
        outlines, [.init(count: Double(units.edgeCount), unit: "edge", form: .nanosecondsEach)]
      )
    } body: { outlines in
      BandedOutlines(outlines, bandRows: bandRows).bands
    }

    try measure("coverage: scan") {
      let (outlines, units) = try outlines()
      let banded = BandedOutlines(outlines, bandRows: bandRows)
      let cells = Self.scanned(banded).partialCells
      return (
        banded,
        [
          .init(count: Double(units.edgeCount), unit: "edge", form: .nanosecondsEach),
          .init(count: Double(cells), unit: "border cell", form: .nanosecondsEach),
        ]
      )
    } body: { banded in
      Self.scanned(banded).cells
    }

    try measure("zonal sums: 3 classes") {
      let (outlines, _) = try outlines()
      var generator = SeededGenerator(seed: 2)
      // Runs of one class, about as long as in land cover of 30 m.
      var codes: [UInt8] = []
      while codes.count < size * size {
        let run = 1 + Int(generator.next() % 24)
        let code = UInt8(generator.next() % 3)
        codes += repeatElement(code, count: min(run, size * size - codes.count))
      }
      let grid = GridGeometry(
        columns: size, rows: size, originX: 108, columnStepX: 0.00025, originY: 15,
        rowStepY: -0.00025)
      let accumulator = ZonalAccumulator(
        outlines: BandedOutlines(outlines, bandRows: bandRows), columns: size, rows: size,
        classCount: 3, areas: CellAreaModel(geographic: grid))
      return (
        (accumulator, codes, size),
        [.init(count: Double(size * size), unit: "cell", form: .nanosecondsEach)]
      )
    } body: { data in
      var (accumulator, codes, size) = data
      var sums = ZonalSums(unitCount: side * side, classCount: 3)
      for band in 0..<(size + bandRows - 1) / bandRows {
        let rows = accumulator.rasterRows(of: band)
        let window = codes.span.extracting(rows.lowerBound * size..<rows.upperBound * size)
        sums.add(accumulator.sums(band: band, codes: window))
      }
      return sums
    }
  }

  /// The sum of all shares, and how many cells are neither inside nor outside.
  private static func scanned(_ outlines: BandedOutlines) -> (cells: Double, partialCells: Int) {
    var scanner = OutlineScanner(outlines)
    var spans: [CoverageSpan] = []
    var cells = 0.0
    var partial = 0
    for band in outlines.bands {
      var cursor = scanner.cursor(band: band)
      while scanner.advance(&cursor, into: &spans) {
        for span in spans {
          cells += span.fraction * Double(span.count)
          if span.fraction != 1 { partial += Int(span.count) }
        }
      }
    }
    return (cells, partial)
  }
}
