import Foundation
import GeoAlgorithms
import TestSupport
import Testing

@Suite("Slope after Horn")
struct HornSlopeTests {
  private func slope(_ rows: [[Double]], width: Double = 10, height: Double = 10) -> [Double] {
    let (above, row, below) = (rows[0], rows[1], rows[2])
    var slopes: [Double] = []
    HornSlope.slopes(
      above: above.span, row: row.span, below: below.span,
      metrics: [GroundMetric(cellWidth: width, cellHeight: height)], into: &slopes)
    return slopes
  }

  @Test("A plane that rises 1 m a cell of 10 m to the east slopes 10 %")
  func plane() {
    let rows = [[0.0, 1, 2, 3], [0, 1, 2, 3], [0, 1, 2, 3]]
    let found = slope(rows)
    #expect(found[0].isNaN && found[3].isNaN)
    #expect(abs(found[1] - 10) < 1e-12 && abs(found[2] - 10) < 1e-12)
  }

  @Test("Cells that are narrower than high count by their own sizes")
  func oblong() {
    let east = [[0.0, 3, 6], [0, 3, 6], [0, 3, 6]]
    #expect(abs(slope(east, width: 30, height: 40)[1] - 10) < 1e-12)
    let south = [[0.0, 0, 0], [4, 4, 4], [8, 8, 8]]
    #expect(abs(slope(south, width: 30, height: 40)[1] - 10) < 1e-12)
    // Both at once: a right-angled pair of gradients 3:4:5.
    let both = [[0.0, 3, 6], [4, 7, 10], [8, 11, 14]]
    let expected = 100 * (0.1 * 0.1 + 0.1 * 0.1).squareRoot()
    #expect(abs(slope(both, width: 30, height: 40)[1] - expected) < 1e-12)
  }

  @Test("A void makes its neighbours unknown, never flat", arguments: 0..<9)
  func void(at place: Int) {
    var rows = [[5.0, 5, 5], [5, 5, 5], [5, 5, 5]]
    #expect(slope(rows)[1] == 0)
    rows[place / 3][place % 3] = .nan
    #expect(slope(rows)[1].isNaN)
  }

  @Test("The raster's edge has no slope")
  func edge() {
    var slopes: [Double] = []
    let row = [1.0, 2, 3]
    let none: [Double] = []
    HornSlope.slopes(
      above: none.span, row: row.span, below: row.span,
      metrics: [GroundMetric(cellWidth: 1, cellHeight: 1)], into: &slopes)
    #expect(slopes.count == 3 && slopes.allSatisfy(\.isNaN))
  }

  @Test("A turned or oblique grid finds the slope that the ground has", arguments: 0..<200)
  func oblique(seed: Int) {
    var random = SeededGenerator(seed: seed)
    func number(_ range: ClosedRange<Double>) -> Double { .random(in: range, using: &random) }
    // Steps of the grid on the ground, and a plane that rises by p to the east, by q to the north.
    let turn = number(0...6.28)
    let skew = turn + number(0.5...2.6)
    let (long, wide) = (number(5...90), number(5...90))
    let column = (x: long * cos(turn), y: long * sin(turn))
    let row = (x: wide * cos(skew), y: wide * sin(skew))
    let (p, q) = (number(-0.6...0.6), number(-0.6...0.6))
    func height(_ i: Double, _ j: Double) -> Double {
      p * (i * column.x + j * row.x) + q * (i * column.y + j * row.y)
    }
    let rows = (0..<3).map { j in (0..<3).map { i in height(Double(i), Double(j)) } }
    func length(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
    let metric = GroundMetric(
      column: length(column.x, column.y), row: length(row.x, row.y),
      diagonal: length(column.x + row.x, column.y + row.y))
    var slopes: [Double] = []
    let (above, middle, below) = (rows[0], rows[1], rows[2])
    HornSlope.slopes(
      above: above.span, row: middle.span, below: below.span, metrics: [metric], into: &slopes)
    #expect(abs(slopes[1] - 100 * length(p, q)) < 1e-9 * 100, "seed \(seed)")
  }
}

@Suite("Bands of height and slope")
struct TerrainBandsTests {
  @Test("a limit belongs to the band above it; what is unknown has a band of its own")
  func codes() {
    let bands = TerrainBands(heights: [200], slopes: [15])
    #expect(bands.count == 9)
    func band(_ height: Double, _ slope: Double) -> [Int?] {
      let code = bands.code(height: height, slope: slope)
      return [bands.heightBand(of: code), bands.slopeBand(of: code)]
    }
    #expect(band(200, 15) == [1, 1])
    #expect(band(199.9, 14.9) == [0, 0])
    #expect(band(199.9, .nan) == [0, nil])
    #expect(band(.nan, .nan) == [nil, nil])
    let fine = TerrainBands(heights: [0, 500, 1000], slopes: [8, 15, 25, 35])
    let codes = [-5.0, 0, 700, 1000, .nan].flatMap { height in
      [0.0, 8, 20, 30, 90, .nan].map { fine.code(height: height, slope: $0) }
    }
    #expect(codes.sorted() == (0..<UInt8(fine.count)).map { $0 })
  }

  @Test("unknown ground and ground outside count on neither side, then on the side above")
  func shares() {
    let bands = TerrainBands(heights: [200], slopes: [15])
    var areas = [Double](repeating: 0, count: bands.count)
    areas[Int(bands.code(height: 300, slope: 20))] = 50
    areas[Int(bands.code(height: 300, slope: .nan))] = 10
    areas[Int(bands.code(height: 100, slope: 5))] = 20
    areas[Int(bands.code(height: .nan, slope: .nan))] = 15
    let tally = TerrainTally(bands: bands, total: 100, areas: areas, outside: 5)
    #expect(tally.highShare(fromLimit: 0) == 0.6...0.8)
    #expect(tally.steepShare(fromLimit: 0) == 0.5...0.8)
    let nothing = TerrainTally(bands: bands, total: 0, areas: areas, outside: 0)
    #expect(nothing.highShare(fromLimit: 0) == nil)
  }
}
