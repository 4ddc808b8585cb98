import GeoAlgorithms
import Testing

/// What a caller may not do, because the figures would be wrong without a word.
@Suite("Zonal sums, refusals")
struct ZonalRefusalTests {
  private static func accumulator(classCount: Int) throws -> ZonalAccumulator {
    var outlines = GridOutlines()
    try outlines.append([polygon([0, 0, 8, 0, 8, 2, 0, 2])])
    return ZonalAccumulator(
      outlines: BandedOutlines(outlines, bandRows: 1), columns: 8, rows: 2,
      classCount: classCount, areas: ZonalAccumulatorTests.constant)
  }

  @Test("a code that is no class, with few classes and with many")
  func unknownCode() async {
    await #expect(processExitsWith: .failure) {
      var accumulator = try Self.accumulator(classCount: 3)
      let codes: [UInt8] = [0, 1, 2, 3, 2, 1, 0, 0]
      _ = accumulator.sums(band: 0, codes: codes.span)
    }
    await #expect(processExitsWith: .failure) {
      var accumulator = try Self.accumulator(classCount: 9)
      let codes: [UInt8] = [0, 1, 2, 9, 2, 1, 0, 0]
      _ = accumulator.sums(band: 0, codes: codes.span)
    }
  }

  @Test("codes of another number of cells than the band has")
  func truncatedBand() async {
    await #expect(processExitsWith: .failure) {
      var accumulator = try Self.accumulator(classCount: 3)
      let codes: [UInt8] = [0, 1, 2, 1, 2, 1, 0]
      _ = accumulator.sums(band: 0, codes: codes.span)
    }
  }

  @Test("bands added in another order than from north to south, or twice")
  func bandOrder() async {
    await #expect(processExitsWith: .failure) {
      var accumulator = try Self.accumulator(classCount: 3)
      let codes = [UInt8](repeating: 1, count: 8)
      let first = accumulator.sums(band: 0, codes: codes.span)
      let second = accumulator.sums(band: 1, codes: codes.span)
      var sums = ZonalSums(unitCount: 1, classCount: 3)
      sums.add(second)
      sums.add(first)
    }
  }
}
