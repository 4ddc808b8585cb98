import Foundation
import GeoModel
import PROJKit
import Testing

/// The figures of pyproj and of `geod`, written by Tests/Oracles/geodesic_areas.py.
@Suite("Geodesics, by oracle")
struct GeodesicOracleTests {
  struct Record: Decodable {
    struct Area: Decodable {
      let name: String
      let polygons: [[[[Double]]]]
      let squareMetres: Double
    }
    struct Line: Decodable {
      let name: String
      let line: [[Double]]
      let metres: Double
    }
    struct Distance: Decodable {
      let from: [Double]
      let to: [Double]
      let metres: Double
    }
    let program: String
    let areas: [Area]
    let lines: [Line]
    let distances: [Distance]
  }

  /// Of small rings `geodesic.h` loses more than 1e-9 by rounding: theirs are found with 40 digits, by
  /// Tests/Oracles/geodesic_areas_exact.py.
  struct ExactAreas: Decodable {
    let program: String
    let squareMetres: [String: Double]
  }

  let record: Record
  let exact: ExactAreas

  init() throws {
    record = try Self.decoded("geodesic-areas")
    exact = try Self.decoded("geodesic-areas-exact")
  }

  private static func decoded<Fixture: Decodable>(_ name: String) throws -> Fixture {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/\(name).json")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Fixture.self, from: Data(contentsOf: file))
  }

  static func place(_ pair: [Double]) -> Coordinate { Coordinate(x: pair[0], y: pair[1]) }

  @Test("areas agree to 1e-9 with pyproj, small ones with 40 digits")
  func areas() {
    #expect(record.program == "pyproj 3.7.2 with PROJ 9.5.1")
    #expect(record.areas.count >= 50)
    #expect(exact.program.hasPrefix("mpmath 1.") && exact.squareMetres.count >= 3)
    for test in record.areas {
      let polygons = test.polygons.map { rings in
        Polygon(
          exterior: LinearRing(rings[0].map(Self.place)),
          holes: rings.dropFirst().map { LinearRing($0.map(Self.place)) })
      }
      let area = Geodesic.area(of: polygons)
      let oracle = exact.squareMetres[test.name] ?? test.squareMetres
      #expect(abs(area - oracle) <= 1e-9 * oracle, "\(test.name): \(area) and \(oracle) m²")
      let turned = polygons.map { polygon in
        Polygon(exterior: polygon.exterior.reversed, holes: polygon.holes.map(\.reversed))
      }
      #expect(
        abs(Geodesic.area(of: turned) - oracle) <= 1e-9 * oracle,
        "\(test.name), every ring turned")
    }
  }

  @Test("lengths of lines agree with pyproj to 1e-9")
  func lines() {
    #expect(record.lines.count >= 7)
    for test in record.lines {
      let length = Geodesic.length(of: test.line.map(Self.place))
      #expect(
        abs(length - test.metres) <= 1e-9 * test.metres,
        "\(test.name): \(length) and \(test.metres) m")
    }
  }

  @Test("distances agree with geod to 1e-9, and to 20 nm where they are short")
  func distances() {
    #expect(record.distances.count >= 40)
    for test in record.distances {
      let metres = Geodesic.distance(from: Self.place(test.from), to: Self.place(test.to))
      #expect(
        abs(metres - test.metres) <= max(2e-8, 1e-9 * test.metres),
        "\(test.from) to \(test.to): \(metres) and \(test.metres) m")
    }
  }
}
