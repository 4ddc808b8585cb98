import Foundation
import GeoModel
import Testing

/// The shares of exactextract and of GEOS, written by Tests/Oracles/coverage_exactextract.py.
@Suite("Coverage, by oracle")
struct CoverageOracleTests {
  struct Record: Decodable {
    struct Case: Decodable {
      let name: String
      let columns: Int
      let rows: Int
      let polygons: [[[[Double]]]]
      let exactextract: [[Double]]
      let geos: [[Double]]
    }
    let program: String
    let cases: [Case]
  }

  @Test("shares agree with exactextract to 1e-9 and with GEOS to 1e-12")
  func oracle() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../Fixtures/coverage-exactextract.json")
    let record = try JSONDecoder().decode(Record.self, from: Data(contentsOf: file))
    #expect(record.program == "exactextract 0.3.0")
    #expect(record.cases.count >= 12)
    for test in record.cases {
      let polygons = test.polygons.map { rings in
        polygon(rings[0].flatMap(\.self), holes: rings.dropFirst().map { $0.flatMap(\.self) })
      }
      let shares = try matrix(polygons, columns: 0..<test.columns, rows: 0..<test.rows)
      for row in 0..<test.rows {
        for column in 0..<test.columns {
          let share = shares[row][column]
          #expect(
            abs(share - test.exactextract[row][column]) < 1e-9, "\(test.name) \(column) \(row)")
          #expect(abs(share - test.geos[row][column]) < 1e-12, "\(test.name) \(column) \(row)")
        }
      }
    }
  }
}
