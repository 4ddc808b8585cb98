import ForestCover
import Foundation
import GeoModel
import PROJKit
import Testing

/// The figures of geopandas, written by Tests/Oracles/forest_polygons_geopandas.py.
@Suite("Forest cover from polygons, by oracle")
struct PolygonOracleTests {
  private struct Record: Decodable {
    struct Case: Decodable {
      let leastM2: Double
      let forestM2: [Double]
      enum CodingKeys: String, CodingKey {
        case leastM2 = "least_m2"
        case forestM2 = "forest_m2"
      }
    }
    let program: String
    let units: [[[Double]]]
    let polygons: [[[[Double]]]]
    let unitM2: [Double]
    let cases: [Case]
    enum CodingKeys: String, CodingKey {
      case program, units, polygons, cases
      case unitM2 = "unit_m2"
    }
  }

  private func ring(_ positions: [[Double]]) -> LinearRing {
    LinearRing(positions.map { Coordinate(x: $0[0], y: $0[1]) })
  }

  @Test("areas agree with pyproj to 1e-9, forest with geopandas to 1e-6")
  func oracle() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/forest-polygons-geopandas.json")
    let record = try JSONDecoder().decode(Record.self, from: Data(contentsOf: file))
    #expect(record.program.hasPrefix("geopandas 1.1.1, shapely 2.1.2"))
    #expect(record.cases.map(\.leastM2) == [0, 3000, 100_000])
    let units = record.units.map { Polygon(exterior: ring($0)) }
    let polygons = record.polygons.map { rings in
      Polygon(exterior: ring(rings[0]), holes: rings.dropFirst().map(ring))
    }
    for (unit, area) in zip(units, record.unitM2) {
      #expect(abs(Geodesic.area(of: unit) / area - 1) < 1e-9)
    }
    for test in record.cases {
      let cover = try PolygonForestCover(polygons: polygons, leastPatchArea: test.leastM2)
      #expect(test.forestM2.contains { $0 > 0 })
      for (index, expected) in test.forestM2.enumerated() {
        let area = Geodesic.area(of: units[index])
        let forest = try cover.areas(in: [units[index]], area: area).forest
        #expect(
          abs(forest - expected) <= 1e-6 * max(1, expected),
          "unit \(index), least \(test.leastM2): \(forest) \(expected)")
      }
    }
  }
}
