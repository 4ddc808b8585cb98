import GeoModel
import Testing

@Suite("Geometries")
struct GeometryTests {
  static let a = Coordinate(x: 0, y: 0)
  static let b = Coordinate(x: 4, y: 0)
  static let c = Coordinate(x: 0, y: 4)
  static let d = Coordinate(x: 1, y: 1)
  static let e = Coordinate(x: 2, y: 1)
  static let f = Coordinate(x: 1, y: 2)
  static let area = Polygon(exterior: LinearRing([a, b, c]), holes: [LinearRing([d, e, f])])

  static let all: [(geometry: Geometry, name: String, runs: [[Coordinate]])] = [
    (.point(a), "Point", [[a]]),
    (.multiPoint([a, b]), "MultiPoint", [[a, b]]),
    (.lineString([a, b, d]), "LineString", [[a, b, d]]),
    (.multiLineString([[a, b], [c, d, e]]), "MultiLineString", [[a, b], [c, d, e]]),
    (.polygon(area), "Polygon", [[a, b, c, a], [d, e, f, d]]),
    (
      .multiPolygon([Polygon(exterior: LinearRing([a, d, e])), area]), "MultiPolygon",
      [[a, d, e, a], [a, b, c, a], [d, e, f, d]]
    ),
  ]

  @Test("runs come in the order of the file, rings with their closing position")
  func runs() {
    for (geometry, name, expected) in Self.all {
      var found: [[Coordinate]] = []
      geometry.forEachRun { found.append($0) }
      #expect(found == expected)
      #expect(geometry.typeName == name)
      #expect(geometry.coordinateCount == expected.reduce(0) { $0 + $1.count })
      #expect(geometry.boundingBox == BoundingBox(of: expected.flatMap(\.self)))
      #expect(!geometry.isEmpty)
    }
  }

  @Test("moving every run there and back changes nothing; in between every position moved")
  func mapRuns() {
    for (geometry, name, expected) in Self.all {
      let moved = geometry.mapRuns { $0.map { Coordinate(x: $0.x + 1, y: $0.y * 2) } }
      var found: [[Coordinate]] = []
      moved.forEachRun { found.append($0) }
      #expect(found == expected.map { $0.map { Coordinate(x: $0.x + 1, y: $0.y * 2) } })
      #expect(moved.typeName == name)
      #expect(moved.mapRuns { $0.map { Coordinate(x: $0.x - 1, y: $0.y / 2) } } == geometry)
    }
  }

  @Test("a ring that the transformation opened is closed again")
  func reclosing() {
    let moved = Geometry.polygon(Self.area).mapRuns { Array($0.dropLast()) }
    #expect(moved == .polygon(Self.area))
  }

  @Test("an error of the transformation comes out")
  func failing() {
    struct Fault: Error, Equatable { let count: Int }
    #expect(throws: Fault(count: 3)) {
      try Geometry.multiLineString([[Self.a, Self.b], [Self.c, Self.d, Self.e]]).mapRuns {
        guard $0.count < 3 else { throw Fault(count: $0.count) }
        return $0
      }
    }
  }

  @Test("each kind gives its own parts and no others")
  func parts() {
    for (geometry, name, _) in Self.all {
      #expect(geometry.points.isEmpty == !name.hasSuffix("Point"))
      #expect(geometry.lines.isEmpty == !name.hasSuffix("LineString"))
      #expect(geometry.polygons.isEmpty == !name.hasSuffix("Polygon"))
    }
    #expect(Geometry.multiPoint([Self.a, Self.b]).points == [Self.a, Self.b])
    #expect(Geometry.lineString([Self.a, Self.b]).lines == [[Self.a, Self.b]])
    #expect(Geometry.polygon(Self.area).polygons == [Self.area])
  }

  @Test(
    "what holds no position is empty, and its box too",
    arguments: [
      Geometry.multiPoint([]), .lineString([]), .multiLineString([[]]), .multiPolygon([]),
      .polygon(Polygon(exterior: LinearRing([]))),
    ])
  func empty(geometry: Geometry) {
    #expect(geometry.isEmpty)
    #expect(geometry.boundingBox == .empty)
  }
}
