import GeoAlgorithms
import GeoModel
import Testing

@Suite("Sums of amounts")
struct ZonalValueSumsTests {
  /// The sums of `units` over a raster of `columns` columns, two rows a band.
  private func sums(
    _ values: [Double], columns: Int, units: [[Polygon]], measure: ZonalValueSums.Measure
  ) throws -> [ZonalValueSum] {
    var outlines = GridOutlines()
    for unit in units { try outlines.append(unit) }
    var sums = ZonalValueSums(
      outlines: BandedOutlines(outlines, bandRows: 2), unitCount: units.count, columns: columns,
      rows: values.count / columns, areas: ZonalAccumulatorTests.constant, measure: measure)
    for band in sums.bands {
      let rows = sums.rasterRows(of: band)
      let slice = values.span.extracting(rows.lowerBound * columns..<rows.upperBound * columns)
      sums.add(band: band, values: slice)
    }
    return sums.sums
  }

  /// Shares: 1      1      0.958… 0.375
  ///         1      0.833… 0.166… .
  ///         0.625  0.041… .      .
  static let triangle = [polygon([0, 0, 4, 0, 0, 3])]

  /// 24 + 0.375 · 8 + 24 · 0.166… = 31 of the people; one cell is not known.
  @Test("a triangle over four by three cells, of which one is not known")
  func byEye() throws {
    let values: [Double] = [24, .nan, 0, 8, 0, 0, 24, 5, 0, 0, 7, 9]
    let sum = try sums(values, columns: 4, units: [Self.triangle], measure: .amount)[0]
    #expect(abs(sum.value - 31) < 1e-12)
    #expect(abs(sum.knownArea - 500) < 1e-10 && abs(sum.unknownArea - 100) < 1e-10)
    #expect(sum.outsideArea == 0)
    #expect(abs(sum.knownShare - 5.0 / 6) < 1e-12)
    // By area the same shares of 100 m² each.
    let dense = try sums(values, columns: 4, units: [Self.triangle], measure: .density)[0]
    #expect(abs(dense.value - 3100) < 1e-9)
  }

  @Test("neighbours share the cells between them out, and what lies beyond the edge has no amount")
  func neighbours() throws {
    let left = [polygon([-1, 0, 1.25, 0, 1.25, 3, -1, 3])]
    let right = [polygon([1.25, 0, 2, 0, 2, 3, 1.25, 3])]
    let both = try sums([4, 8, 4, 8, 4, 8], columns: 2, units: [left, right], measure: .amount)
    #expect(both.map(\.value) == [18, 18])
    #expect(both.map(\.outsideArea) == [300, 0])
    #expect(both[0].knownShare == 1.25 / 2.25)
    #expect(ZonalValueSum().knownShare == 0)
  }
}
