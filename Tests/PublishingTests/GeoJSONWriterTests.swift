import Foundation
import GeoModel
import Publishing
import TestSupport
import Testing

@Suite("GeoJSON")
struct GeoJSONWriterTests {
  private func ring(_ pairs: [(Double, Double)]) -> LinearRing {
    LinearRing(pairs.map { Coordinate(x: $0.0, y: $0.1) })
  }

  private func text(_ geometry: Geometry?, decimals: Int = 6) throws -> (String, GeoJSONReport) {
    let feature = LayerFeature(identifier: "a/1", geometry: geometry, properties: [])
    let written = try GeoJSONWriter(decimals: decimals).bytes(
      of: Layer(name: "x", features: [feature]))
    let faults = GeoJSONValidator(decimals: decimals).faults(in: written.bytes)
    #expect(faults.isEmpty)
    return (String(decoding: written.bytes, as: UTF8.self), written.report)
  }

  /// The geometry and what follows it.
  private func tail(_ text: String) -> String {
    text.components(separatedBy: #""geometry":"#).last ?? ""
  }

  @Test("a layer with every kind of geometry and property is the golden file")
  func golden() throws {
    let square = Polygon(
      exterior: ring([(0, 0), (0, 1), (1, 1), (1, 0)]),
      holes: [ring([(0.25, 0.25), (0.75, 0.25), (0.75, 0.75), (0.25, 0.75)])])
    let geometries: [(String, Geometry?)] = [
      ("point", .point(Coordinate(x: 108.123_456_49, y: -0.000_000_4))),
      ("points", .multiPoint([Coordinate(x: 1, y: 2), Coordinate(x: 3, y: 4)])),
      ("line", .lineString([Coordinate(x: 1, y: 2), Coordinate(x: 1.5, y: 2.25)])),
      (
        "lines",
        .multiLineString([
          [Coordinate(x: 1, y: 2), Coordinate(x: 3, y: 4)],
          [Coordinate(x: 5, y: 6), Coordinate(x: 7, y: 8)],
        ])
      ),
      ("area with hole, wound the wrong way", .polygon(square)),
      (
        "areas",
        .multiPolygon([square, Polygon(exterior: ring([(5, 5), (6, 5), (6, 6)]))])
      ),
      ("no place", nil),
    ]
    let features = geometries.enumerated().map { index, entry in
      LayerFeature(
        identifier: "village/\(index)", geometry: entry.1,
        properties: [
          Property("name", .text(entry.0)), Property("tên", .text("Ba Tơ \"x\"\n\u{1}\\")),
          Property("area_ha", .hectares(12.500_000_000_4)), Property("none", .null),
          Property("poor", .flag(true)), Property("households", .integer(-42)),
          Property("hazards", .list(["lũ quét", "sạt lở"])),
          Property("zero", .real(-0.0001, decimals: 3)),
        ])
    }
    let written = try GeoJSONWriter().bytes(of: Layer(name: "mẫu", features: features))
    #expect(GeoJSONValidator().faults(in: written.bytes) == [])
    #expect(written.report.features == 7)
    #expect(written.report.nullGeometries == 1)
    #expect(written.report.bytes == written.bytes.count)
    #expect(written.report.remarks.map(\.name) == ["null_geometries"])
    try Golden.expect("every-kind.geojson", written.bytes)
  }

  @Test("an empty layer is an empty collection without bbox")
  func empty() throws {
    let written = try GeoJSONWriter().bytes(of: Layer(name: "none", features: []))
    #expect(
      String(decoding: written.bytes, as: UTF8.self)
        == "{\"type\":\"FeatureCollection\",\"name\":\"none\",\"features\":[]}\n")
    #expect(GeoJSONValidator().faults(in: written.bytes) == [])
  }

  @Test("a layer of features without place has no bbox")
  func noPlace() throws {
    let (text, report) = try text(.multiPolygon([]))
    #expect(tail(text) == "null}\n]}\n")
    #expect(report.nullGeometries == 1)
  }

  @Test("what rounding shrinks to nothing is left out and counted")
  func collapse() throws {
    let speck = ring([(5, 5), (5.000_000_1, 5), (5.000_000_1, 5.000_000_1)])
    let area = Polygon(
      exterior: ring([(0, 0), (1, 0), (1, 0.000_000_1), (1, 1), (0, 1)]), holes: [speck])
    let (text, report) = try text(.multiPolygon([area, Polygon(exterior: speck)]))
    #expect(
      tail(text)
        == #"{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,1],[0,0]]]]}}"#
        + "\n],\"bbox\":[0,0,1,1]}\n")
    #expect(report.collapsedRings == 2)
    #expect(report.repeatedPositions > 0)

    let (nothing, gone) = try self.text(.polygon(Polygon(exterior: speck)))
    #expect(tail(nothing) == "null}\n]}\n")
    #expect(gone.collapsedGeometries == 1)
    #expect(gone.nullGeometries == 1)

    let (line, short) = try self.text(
      .lineString([Coordinate(x: 1, y: 1), Coordinate(x: 1.000_000_01, y: 1)]))
    #expect(tail(line) == "null}\n]}\n")
    #expect(short.collapsedLines == 1)
  }

  @Test("the border of two neighbours is the same after rounding, vertex by vertex")
  func sharedBorder() throws {
    var generator = SeededGenerator(seed: 5)
    let border = (0...200).map { step in
      Coordinate(
        x: 108 + Double.random(in: -0.001...0.001, using: &generator),
        y: 15 + Double(step) / 200)
    }
    let west = Polygon(
      exterior: LinearRing(border + [Coordinate(x: 107, y: 16), Coordinate(x: 107, y: 15)]))
    let east = Polygon(
      exterior: LinearRing(
        border.reversed() + [Coordinate(x: 109, y: 15), Coordinate(x: 109, y: 16)]))
    let layer = Layer(
      name: "two",
      features: [
        LayerFeature(identifier: "u/w", geometry: .polygon(west), properties: []),
        LayerFeature(identifier: "u/e", geometry: .polygon(east), properties: []),
      ])
    let written = try GeoJSONWriter().bytes(of: layer)
    let read = try ReadBack(written.bytes)
    let shared = Set(read.positions(of: 0)).intersection(read.positions(of: 1))
    #expect(shared.count == border.count)
    #expect(written.report.remarks.isEmpty)
  }

  @Test("out of range, not finite: refused by the feature's name")
  func refusals() {
    for coordinate in [
      Coordinate(x: 586_000, y: 1_650_000), Coordinate(x: .nan, y: 0), Coordinate(x: 0, y: 90.1),
    ] {
      let error = #expect(throws: GeoJSONError.self) { try text(.point(coordinate)) }
      #expect(error?.message.hasPrefix("feature 'a/1': the position") == true)
    }
    let feature = LayerFeature(
      identifier: "a/1", geometry: nil, properties: [Property("x_pct", .percent(.nan))])
    #expect(throws: GeoJSONError.propertyNotFinite(feature: "a/1", property: "x_pct")) {
      try GeoJSONWriter().bytes(of: Layer(name: "x", features: [feature]))
    }
  }

  @Test("an identifier that occurs twice is written and counted")
  func repeatedIdentifier() throws {
    let feature = LayerFeature(identifier: "a/1", geometry: nil, properties: [])
    let written = try GeoJSONWriter().bytes(
      of: Layer(name: "x", features: [feature, feature, feature]))
    #expect(written.report.repeatedIdentifiers == 2)
    #expect(GeoJSONValidator().faults(in: written.bytes).count == 2)
  }

  @Test("what the sink throws comes out")
  func sinkFails() {
    struct Full: Error {}
    #expect(throws: Full.self) {
      try GeoJSONWriter().write(Layer(name: "x", features: [])) { _ in throw Full() }
    }
  }
}
