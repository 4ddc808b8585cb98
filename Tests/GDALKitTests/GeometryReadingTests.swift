import Foundation
import GDALKit
import GeoModel
import Testing

@Suite("Reading of geometries")
struct GeometryReadingTests {
  /// What a CSV file with the geometries `texts` (WKT) gives.
  static func read(wkt texts: [String]) throws -> VectorReading {
    let folder = try TemporaryFolder()
    let rows = texts.enumerated().map { "\($0.offset),\"\($0.element)\"\n" }.joined()
    let path = try folder.write("id,WKT\n" + rows, to: "g.csv")
    return try GDALKitTests.read(path)
  }

  static func c(_ x: Double, _ y: Double) -> Coordinate { Coordinate(x: x, y: y) }

  @Test("every kind of geometry becomes its value")
  func kinds() throws {
    let triangle = Polygon(exterior: LinearRing([Self.c(0, 0), Self.c(9, 0), Self.c(0, 9)]))
    let holed = Polygon(
      exterior: triangle.exterior, holes: [LinearRing([Self.c(1, 1), Self.c(2, 1), Self.c(1, 2)])])
    let cases: [(String, Geometry)] = [
      ("POINT (1 2)", .point(Self.c(1, 2))),
      ("MULTIPOINT (1 2,3 4)", .multiPoint([Self.c(1, 2), Self.c(3, 4)])),
      ("LINESTRING (0 0,1 1)", .lineString([Self.c(0, 0), Self.c(1, 1)])),
      (
        "MULTILINESTRING ((0 0,1 1),(2 2,3 3,4 4))",
        .multiLineString([
          [Self.c(0, 0), Self.c(1, 1)], [Self.c(2, 2), Self.c(3, 3), Self.c(4, 4)],
        ])
      ),
      ("POLYGON ((0 0,9 0,0 9,0 0))", .polygon(triangle)),
      ("POLYGON ((0 0,9 0,0 9,0 0),(1 1,2 1,1 2,1 1))", .polygon(holed)),
      (
        "MULTIPOLYGON (((0 0,9 0,0 9,0 0)),((0 0,9 0,0 9,0 0),(1 1,2 1,1 2,1 1)))",
        .multiPolygon([triangle, holed])
      ),
    ]
    let reading = try Self.read(wkt: cases.map(\.0))
    #expect(reading.table.geometries == cases.map(\.1))
    #expect(reading.unsupportedGeometries == [])
  }

  @Test("heights and measures are left out")
  func heights() throws {
    let reading = try Self.read(wkt: [
      "POINT Z (1 2 300)", "LINESTRING M (0 0 5,1 1 6)", "POINT ZM (1 2 3 4)",
      "POLYGON Z ((0 0 1,9 0 2,0 9 3,0 0 1))",
    ])
    #expect(
      reading.table.geometries == [
        .point(Self.c(1, 2)), .lineString([Self.c(0, 0), Self.c(1, 1)]), .point(Self.c(1, 2)),
        .polygon(
          Polygon(exterior: LinearRing([Self.c(0, 0), Self.c(9, 0), Self.c(0, 9)]))),
      ])
  }

  @Test("empty geometries are nothing, and not called unsupported")
  func empty() throws {
    let reading = try Self.read(wkt: [
      "POINT EMPTY", "POLYGON EMPTY", "MULTIPOLYGON EMPTY", "GEOMETRYCOLLECTION EMPTY", "",
    ])
    #expect(reading.table.geometries == [nil, nil, nil, nil, nil])
    #expect(reading.unsupportedGeometries == [])
  }

  @Test("collections and surfaces in space are reported by feature number, not dropped in silence")
  func unsupported() throws {
    let reading = try Self.read(wkt: [
      "POINT (1 2)", "GEOMETRYCOLLECTION (POINT (1 1),LINESTRING (0 0,1 1))",
      "TIN Z (((0 0 0,0 0 1,0 1 0,0 0 0)))",
    ])
    #expect(reading.table.geometries == [.point(Self.c(1, 2)), nil, nil])
    #expect(reading.unsupportedGeometries == Array(reading.table.identifiers.dropFirst()))
  }

  @Test("a circle of radius 1 becomes a ring whose positions all lie on it")
  func curves() throws {
    let reading = try Self.read(wkt: [
      "CURVEPOLYGON (CIRCULARSTRING (0 0,1 1,2 0,1 -1,0 0))",
      "MULTISURFACE (CURVEPOLYGON (CIRCULARSTRING (0 0,1 1,2 0,1 -1,0 0)))",
      "COMPOUNDCURVE (CIRCULARSTRING (0 0,1 1,2 0),(2 0,5 0))",
    ])
    let geometries = reading.table.geometries
    #expect(reading.unsupportedGeometries == [])
    guard case .polygon(let disc) = geometries[0] else {
      Issue.record("\(String(describing: geometries[0]))")
      return
    }
    #expect(disc.exterior.coordinates.count == 91)  // steps of 4 degrees
    #expect(
      disc.exterior.coordinates.allSatisfy {
        abs(($0.x - 1) * ($0.x - 1) + $0.y * $0.y - 1) < 1e-12
      })
    #expect(abs(abs(disc.exterior.doubledSignedArea) / 2 - .pi) < 0.003)
    #expect(geometries[1] == .multiPolygon([disc]))
    guard case .lineString(let line) = geometries[2] else {
      Issue.record("\(String(describing: geometries[2]))")
      return
    }
    #expect(line.first == Self.c(0, 0))
    #expect(line.last == Self.c(5, 0))
  }
}
