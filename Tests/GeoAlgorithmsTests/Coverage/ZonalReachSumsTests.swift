import Foundation
import GeoAlgorithms
import GeoModel
import TestSupport
import Testing

@Suite("Sums of amounts within reach")
struct ZonalReachSumsTests {
  static func sums(
    _ values: [Double], _ reach: [UInt8], columns: Range<Int>, units: [[Polygon]],
    measure: ZonalValueSums.Measure = .amount, bandRows: Int = 2
  ) throws -> [ReachedAmount] {
    var outlines = GridOutlines()
    for unit in units { try outlines.append(unit) }
    let banded = BandedOutlines(outlines, bandRows: bandRows)
    let rows = values.count / columns.count
    var sums = ZonalReachSums(
      outlines: banded, columns: columns, rows: rows, areas: ZonalAccumulatorTests.constant,
      measure: measure)
    var result = [ReachedAmount](repeating: ReachedAmount(), count: units.count)
    for band in banded.bands {
      let range = sums.rasterRows(of: band)
      let cells = range.lowerBound * columns.count..<range.upperBound * columns.count
      for entry in sums.sums(
        band: band, values: Array(values[cells]), reach: Array(reach[cells]))
      {
        result[entry.unit] += entry.amount
      }
    }
    return result
  }

  /// People:  24  –  0  8     reach:  # # . #     The triangle's shares: 1 1 0.958 0.375
  ///           0  0 24  5             ? ? ? ?                            1 0.833 0.166 .
  ///           0  0  7  9             # . . .                            0.625 0.041 . .
  @Test("a triangle over four by three cells, of which one is not known")
  func byEye() throws {
    let values: [Double] = [24, .nan, 0, 8, 0, 0, 24, 5, 0, 0, 7, 9]
    let reach: [UInt8] = [2, 2, 0, 2, 1, 1, 1, 1, 2, 0, 0, 0]
    let unit = try Self.sums(
      values, reach, columns: 0..<4, units: [ZonalValueSumsTests.triangle])[0]
    #expect(abs(unit.all - 31) < 1e-12)
    #expect(abs(unit.surely - 27) < 1e-12)
    #expect(abs(unit.perhaps - 4) < 1e-12)
    #expect(abs(unit.knownArea - 500) < 1e-10 && abs(unit.unknownArea - 100) < 1e-10)
    let dense = try Self.sums(
      values, reach, columns: 0..<4, units: [ZonalValueSumsTests.triangle], measure: .density)[0]
    #expect(abs(dense.surely - 2700) < 1e-9)
    #expect(ReachedAmount().knownShare == nil)
  }

  @Test(
    "units that share out a raster have its people together, and what lies beyond it none",
    arguments: 0..<10)
  func closure(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let (columns, rows) = (23, 17)
    let values = (0..<columns * rows).map { _ in Double.random(in: 0...50, using: &random) }
    let reach = values.map { _ in UInt8.random(in: 0...2, using: &random) }
    let x = Double.random(in: 3...20, using: &random)
    let y = Double.random(in: 3...14, using: &random)
    let (w, h) = (Double(columns) + 2, Double(rows) + 2)
    // Four units around a place, all four reaching beyond the raster by two cells.
    let units = [
      [polygon([-2, -2, x, -2, x, y, -2, y])], [polygon([x, -2, w, -2, w, y, x, y])],
      [polygon([-2, y, x, y, x, h, -2, h])], [polygon([x, y, w, y, w, h, x, h])],
    ]
    let found = try Self.sums(values, reach, columns: 0..<columns, units: units, bandRows: 1 + seed)
    let whole = values.reduce(0, +)
    let near = zip(values, reach).reduce(0.0) { $0 + ($1.1 == 2 ? $1.0 : 0) }
    #expect(abs(found.reduce(0) { $0 + $1.all } - whole) < 1e-9 * whole, "seed \(seed)")
    #expect(abs(found.reduce(0) { $0 + $1.surely } - near) < 1e-9 * whole, "seed \(seed)")
    let area = found.reduce(0) { $0 + $1.knownArea }
    #expect(abs(area - 100 * Double(columns * rows)) < 1e-7, "seed \(seed)")
    // Cells of other columns need not be read where no unit reaches them.
    let inner = [polygon([5, 1, 9, 1, 9, 8, 5, 8])]
    let all = try Self.sums(values, reach, columns: 0..<columns, units: [inner])[0]
    func cut<Value>(_ cells: [Value]) -> [Value] {
      (0..<rows).flatMap { cells[$0 * columns + 5..<$0 * columns + 9] }
    }
    let some = try Self.sums(cut(values), cut(reach), columns: 5..<9, units: [inner])[0]
    #expect(some == all, "seed \(seed)")
  }

  @Test(
    "a unit without a known cell has no known area, not what rounding leaves", arguments: 0..<20)
  func nothingKnown(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let grid = GridGeometry(
      columns: 40, rows: 30, originX: 108, columnStepX: 0.000_7, originY: 15,
      rowStepY: -0.000_7)
    let corners = (0..<6).map { corner in
      let angle = Double(corner) + Double.random(in: 0...0.9, using: &random)
      return [20 + 13 * cos(angle), 15 + 11 * sin(angle)]
    }
    var outlines = GridOutlines()
    try outlines.append([polygon(corners.flatMap(\.self))])
    let banded = BandedOutlines(outlines, bandRows: 8)
    var sums = ZonalReachSums(
      outlines: banded, columns: 0..<40, rows: 30, areas: CellAreaModel(geographic: grid),
      measure: .amount)
    var found = ReachedAmount()
    for band in banded.bands {
      let cells = sums.rasterRows(of: band).count * 40
      for entry in sums.sums(
        band: band, values: [Double](repeating: .nan, count: cells),
        reach: [UInt8](repeating: 2, count: cells))
      {
        found += entry.amount
      }
    }
    #expect(found.unknownArea > 1e4 && found.knownArea == 0, "seed \(seed)")
    #expect(found.knownShare == 0)
  }
}
