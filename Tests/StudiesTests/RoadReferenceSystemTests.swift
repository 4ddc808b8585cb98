import Foundation
import GeoModel
import PROJKit
import Studies
import TestSupport
import Testing

/// The same roads in another reference system: the same answers, metres to the millimetre.
@Suite("Villages whose roads come in another reference system")
struct RoadReferenceSystemTests {
  private struct Road {
    var surface: String
    var line: [Coordinate]
  }

  /// A lattice of 12 × 8 places with most of its sides as roads, each of its own surface.
  private func roads(_ generator: inout SeededGenerator) -> [Road] {
    var places: [[Coordinate]] = []
    for row in 0..<8 {
      places.append(
        (0..<12).map { column in
          Coordinate(
            x: 108.01 + 0.015 * Double(column)
              + Double.random(in: -0.004...0.004, using: &generator),
            y: 15.01 + 0.011 * Double(row) + Double.random(in: -0.003...0.003, using: &generator))
        })
    }
    var roads: [Road] = []
    for row in 0..<8 {
      for column in 0..<12 {
        let ends = [(row, column + 1), (row + 1, column)].filter { $0.0 < 8 && $0.1 < 12 }
        for end in ends where Int.random(in: 0..<5, using: &generator) > 0 {
          let surface = ["asphalt", "gravel", ""].randomElement(using: &generator) ?? ""
          roads.append(
            Road(surface: surface, line: line(places[row][column], places[end.0][end.1])))
        }
      }
    }
    return roads
  }

  /// A line in steps of about 100 m: so short that being straight in another system moves none of its
  /// places by a tenth of a millimetre.
  private func line(_ from: Coordinate, _ to: Coordinate) -> [Coordinate] {
    (0...16).map { step in
      let share = Double(step) / 16
      return Coordinate(x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y))
    }
  }

  private func geoJSON(_ roads: [Road], system: Int?) -> String {
    let name = system.map { "urn:ogc:def:crs:EPSG::\($0)" }
    let head = name.map { #""crs":{"type":"name","properties":{"name":"\#($0)"}},"# } ?? ""
    let features = roads.map { road in
      let line = road.line.map { "[\($0.x),\($0.y)]" }.joined(separator: ",")
      return #"{"type":"Feature","properties":{"surface":"\#(road.surface)"},"geometry":"#
        + #"{"type":"LineString","coordinates":[\#(line)]}}"#
    }
    return #"{"type":"FeatureCollection",\#(head)"features":["#
      + features.joined(separator: ",") + "]}"
  }

  private func villages(_ roads: String, rows: String) async throws -> [LayerFeature] {
    let folder = try TwoUnits.folder()
    try folder.write(roads, to: "roads.geojson")
    try folder.write("code,x,y\n" + rows, to: "villages.csv")
    try folder.write("unit,x,y\n01,108.055,15.05\n02,108.145,15.05\n", to: "centres.csv")
    let plan =
      TwoUnits.plan + """
        villages: {source: villages.csv, x: x, y: y, crs: EPSG:4326, code: code, name: code}
        centres: {level: commune, source: centres.csv, x: x, y: y, crs: EPSG:4326, unit: unit}
        roads:
          source: roads.geojson
          surface: surface
          hardened: [asphalt]
          unhardened: [gravel]
          snap_limit_m: 1500

        """
    return try await folder.session(plan).villages(without: nil, in: nil).layer.features
  }

  @Test("in UTM zone 48 or 49 as in longitude and latitude", arguments: 1...3)
  func sameAnswers(seed: Int) async throws {
    var generator = SeededGenerator(seed: seed)
    let drawn = roads(&generator)
    let rows = (0..<40).map { index in
      let x = Double.random(in: 108.005...108.195, using: &generator)
      let y = Double.random(in: 15.005...15.095, using: &generator)
      return "v\(index),\(x),\(y)\n"
    }.joined()
    let expected = try await villages(geoJSON(drawn, system: nil), rows: rows)
    #expect(expected.count == 40)
    #expect(Set(expected.compactMap { $0.text("hardened") }).count > 1)
    for system in [32648, 32649] {
      let operation = try CoordinateOperation(
        from: ReferenceSystemReader.read("EPSG:4326"),
        to: ReferenceSystemReader.read("EPSG:\(system)"))
      let moved = try drawn.map {
        Road(surface: $0.surface, line: try operation.transform($0.line))
      }
      let found = try await villages(geoJSON(moved, system: system), rows: rows)
      #expect(found.count == expected.count)
      for (one, other) in zip(found, expected) {
        for answer in ["code", "hardened", "all_season", "car", "reason"] {
          #expect(one.text(answer) == other.text(answer), "\(system) \(answer)")
        }
        for metres in ["gap_m", "unknown_m", "path_m", "snap_m"] {
          let (here, there) = (one.number(metres), other.number(metres))
          #expect((here == nil) == (there == nil), "\(system) \(metres)")
          #expect(abs((here ?? 0) - (there ?? 0)) <= 0.0015, "\(system) \(metres)")
        }
      }
    }
  }
}
