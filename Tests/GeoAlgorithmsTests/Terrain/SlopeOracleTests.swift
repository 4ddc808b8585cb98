import Foundation
import GeoAlgorithms
import Testing

/// What `Tests/Oracles/slope_gdaldem.py` wrote.
private struct Oracle: Decodable {
  var rows: Int
  var columns: Int
  var width: Double
  var height: Double
  var void: Double
  var heights: [Double]
  var slopes: [Double?]
}

@Suite("Slope against gdaldem")
struct SlopeOracleTests {
  @Test("On a projected grid every cell has gdaldem's slope to 1e-6, voids and edges included")
  func gdaldem() throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Fixtures/slope-gdaldem.json")
    let oracle = try JSONDecoder().decode(Oracle.self, from: Data(contentsOf: url))
    let heights = oracle.heights.map { $0 == oracle.void ? .nan : $0 }
    let columns = oracle.columns
    var known = 0
    var slopes: [Double] = []
    for row in 0..<oracle.rows {
      func line(_ row: Int) -> [Double] {
        (0..<oracle.rows).contains(row) ? Array(heights[row * columns..<(row + 1) * columns]) : []
      }
      let (above, own, below) = (line(row - 1), line(row), line(row + 1))
      HornSlope.slopes(
        above: above.span, row: own.span, below: below.span,
        metrics: [GroundMetric(cellWidth: oracle.width, cellHeight: oracle.height)], into: &slopes)
      for column in 0..<columns {
        let found = slopes[column]
        guard let wanted = oracle.slopes[row * columns + column] else {
          #expect(found.isNaN, "row \(row), column \(column): \(found), not unknown")
          continue
        }
        known += 1
        // gdaldem writes 32-bit numbers.
        #expect(
          abs(found - wanted) <= 1e-6 * max(1, wanted),
          "row \(row), column \(column): \(found), not \(wanted)")
      }
    }
    #expect(known > 1700)
  }
}
