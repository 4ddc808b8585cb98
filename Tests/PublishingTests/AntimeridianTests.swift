import GeoModel
import Publishing
import TestSupport
import Testing

@Suite("Cut at the antimeridian")
struct AntimeridianTests {
  private func ring(_ pairs: [(Double, Double)]) -> LinearRing {
    LinearRing(pairs.map { Coordinate(x: $0.0, y: $0.1) })
  }

  private func written(_ geometry: Geometry) throws -> (String, GeoJSONReport) {
    let feature = LayerFeature(identifier: "a/1", geometry: geometry, properties: [])
    let (bytes, report) = try GeoJSONWriter(mender: GEOSMender()).bytes(
      of: Layer(name: "x", features: [feature]))
    #expect(GeoJSONValidator().faults(in: bytes) == [])
    let text = String(decoding: bytes, as: UTF8.self)
    return (text.split(separator: #""coordinates":"#).last.map(String.init) ?? text, report)
  }

  /// The two ways in which files hold a square from 170° E to 170° W.
  @Test(
    "a square over 180°",
    arguments: [
      [(170, 10), (-170, 10), (-170, 20), (170, 20)],
      [(170, 10), (190, 10), (190, 20), (170, 20)],
      [(-190, 10), (-170, 10), (-170, 20), (-190, 20)],
      [(170, 20), (-170, 20), (-170, 10), (170, 10)],
      [(-170, 10), (-170, 20), (170, 20), (170, 10)],
    ] as [[(Double, Double)]])
  func square(pairs: [(Double, Double)]) throws {
    let (text, report) = try written(.polygon(Polygon(exterior: ring(pairs))))
    #expect(text.hasSuffix("],\"bbox\":[170,10,-170,20]}\n"))
    #expect(report.cutGeometries == 1)
    let numbers = text.prefix { $0 != "}" }
    #expect(
      Set(numbers.matches(of: /\[-?[0-9]+,[0-9]+\]/).map { String($0.output) }) == [
        "[170,10]", "[180,10]", "[180,20]", "[170,20]", "[-180,10]", "[-170,10]", "[-170,20]",
        "[-180,20]",
      ])
  }

  @Test("a hole over 180° becomes part of the edges, a hole beside it stays a hole")
  func holes() throws {
    let area = Polygon(
      exterior: ring([(170, 0), (190, 0), (190, 30), (170, 30)]),
      holes: [
        ring([(178, 10), (182, 10), (182, 12), (178, 12)]),
        ring([(172, 2), (174, 2), (174, 4), (172, 4)]),
        ring([(-174, 2), (-172, 2), (-172, 4), (-174, 4)]),
      ])
    let feature = LayerFeature(identifier: "a/1", geometry: .polygon(area), properties: [])
    let (bytes, _) = try GeoJSONWriter(mender: GEOSMender()).bytes(
      of: Layer(name: "x", features: [feature]))
    #expect(GeoJSONValidator().faults(in: bytes) == [])
    let parts = try ReadBack(bytes).polygons(of: 0)
    #expect(parts.map(\.count) == [2, 2])
    // West 10 × 30 less the half of 4 × 2 and the hole of 2 × 2; the same in the east.
    let half: Double = 10 * 30 - 2 * 2 - 2 * 2
    #expect(parts.map(TestArea.of) == [half, half])
    #expect(try ReadBack(bytes).box == [170, 0, -170, 30])
  }

  @Test("an area that only touches 180° is not cut")
  func touching() throws {
    let (text, report) = try written(
      .polygon(Polygon(exterior: ring([(170, 0), (180, 5), (170, 10)]))))
    #expect(text == "[[[170,0],[180,5],[170,10],[170,0]]]}}\n],\"bbox\":[170,0,180,10]}\n")
    #expect(report.cutGeometries == 0)
    let (east, _) = try written(
      .polygon(Polygon(exterior: ring([(-180, 0), (-170, 0), (-170, 10), (-180, 10)]))))
    #expect(east.hasSuffix("\"bbox\":[-180,0,-170,10]}\n"))
  }

  @Test("what comes cut has the box of what is cut here; the whole Earth in pieces keeps its own")
  func cutBefore() throws {
    func box(_ west: Double, _ east: Double) -> Polygon {
      Polygon(exterior: ring([(west, 10), (east, 10), (east, 11), (west, 11)]))
    }
    let (text, report) = try written(.multiPolygon([box(179, 180), box(-180, -179)]))
    #expect(text.hasSuffix("\"bbox\":[179,10,-179,11]}\n"), "\(text)")
    #expect(report.cutGeometries == 0)
    let (earth, _) = try written(.multiPolygon([box(100, 180), box(-180, -60), box(-50, 90)]))
    #expect(earth.hasSuffix("\"bbox\":[-180,10,180,11]}\n"), "\(earth)")
  }

  @Test("a box round the whole Earth is not cut")
  func world() throws {
    let (text, report) = try written(
      .polygon(Polygon(exterior: ring([(-180, -90), (180, -90), (180, 90), (-180, 90)]))))
    #expect(text.hasSuffix("\"bbox\":[-180,-90,180,90]}\n"))
    #expect(report.cutGeometries == 0)
  }

  @Test("a comb whose teeth reach over 180° falls into as many parts as it has teeth")
  func comb() throws {
    // Back at 175°, three teeth to 185°.
    let area = ring([
      (175, 0), (185, 0), (185, 2), (178, 2), (178, 4), (185, 4), (185, 6), (178, 6), (178, 8),
      (185, 8), (185, 10), (175, 10),
    ])
    let feature = LayerFeature(
      identifier: "a/1", geometry: .polygon(Polygon(exterior: area)), properties: [])
    let (bytes, _) = try GeoJSONWriter(mender: GEOSMender()).bytes(
      of: Layer(name: "x", features: [feature]))
    #expect(GeoJSONValidator().faults(in: bytes) == [])
    let areas = try ReadBack(bytes).polygons(of: 0).map(TestArea.of)
    let back: Double = 3 * 10 + 3 * 2 * 2
    #expect(areas == [back, 10, 10, 10])
  }

  @Test("lines and points")
  func linesAndPoints() throws {
    let (line, report) = try written(
      .lineString(
        [(170, 0), (-170, 10), (-160, 10), (175, 20)].map { Coordinate(x: $0.0, y: $0.1) }))
    // The way back, from 200° to 175°, meets 180° at 10 + 10 × 20 / 25 = 18.
    #expect(
      line.hasPrefix(
        "[[[170,0],[180,5]],[[-180,5],[-170,10],[-160,10],[-180,18]],[[180,18],[175,20]]]}}"))
    #expect(line.hasSuffix("\"bbox\":[170,0,-160,20]}\n"))
    #expect(report.cutGeometries == 1)
    let (onBorder, _) = try written(
      .lineString([(170, 0), (180, 5), (190, 0)].map { Coordinate(x: $0.0, y: $0.1) }))
    #expect(onBorder.hasPrefix("[[[170,0],[180,5]],[[-180,5],[-170,0]]]}}"))
    let (points, _) = try written(
      .multiPoint([(181, 1), (-180, 2), (180, 3), (-200, 4)].map { Coordinate(x: $0.0, y: $0.1) }))
    #expect(points.hasPrefix("[[-179,1],[-180,2],[180,3],[160,4]]}}"))
  }

  @Test("a ring round the pole is refused")
  func pole() {
    #expect(throws: GeoJSONError.ringAroundPole(feature: "a/1")) {
      try written(
        .polygon(Polygon(exterior: ring([(0, 80), (90, 80), (180, 80), (-90, 80)]))))
    }
  }

  /// Random stars across 180°: the parts have the area of the whole, are valid, and the two sides
  /// meet the border at the same latitudes.
  @Test("parts make up the whole", arguments: 1...60)
  func stars(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let area = RandomArea.star(
      around: Coordinate(x: Double.random(in: 176...184, using: &generator), y: 10), reach: 8,
      corners: Int.random(in: 3...40, using: &generator), using: &generator)
    let feature = LayerFeature(identifier: "a/1", geometry: .polygon(area), properties: [])
    let (bytes, report) = try GeoJSONWriter(mender: GEOSMender()).bytes(
      of: Layer(name: "x", features: [feature]))
    #expect(GeoJSONValidator().faults(in: bytes) == [], "seed \(seed)")
    let parts = try ReadBack(bytes).polygons(of: 0)
    let whole = TestArea.of(area.rings.map(\.coordinates))
    #expect(abs(parts.map(TestArea.of).reduce(0, +) - whole) < 1e-4, "seed \(seed)")
    #expect(report.unmendedGeometries == 0, "seed \(seed)")
    let west = Set(parts.flatMap { $0 }.joined().filter { $0.x == 180 }.map(\.y))
    let east = Set(parts.flatMap { $0 }.joined().filter { $0.x == -180 }.map(\.y))
    #expect(west == east, "seed \(seed)")
    for part in parts {
      let polygon = Polygon(
        exterior: LinearRing(part[0]), holes: part.dropFirst().map { LinearRing($0) })
      #expect(try GEOSMender().areValid([polygon]), "seed \(seed)")
    }
  }
}
