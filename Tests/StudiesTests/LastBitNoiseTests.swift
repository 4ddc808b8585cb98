import ForestCover
import Foundation
import GDALKit
import GeoModel
import PROJKit
import TestSupport
import Testing

/// The sample's inventory with each coordinate moved by at most two units in the last place, as far as
/// the mathematical libraries of two machines differ: no area may hang on that.
@Suite("Overlays of an inventory under noise in the last bit")
struct LastBitNoiseTests {
  private static let sample = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "GeoData/sample")
  private static let types: [String: ForestType] = [
    "TXN": .natural, "RTK": .planted, "RTCT": .plantedNotYet, "DTR": .bare, "CPT": .scattered,
  ]

  private func table(_ name: String, field: String) throws -> FeatureTable {
    let source = DatasetSource(location: Self.sample.appending(path: name).path())
    return try VectorDataset(opening: source).read(VectorRequest(fields: [field])).table
  }

  private func commune(_ code: String) throws -> [Polygon] {
    let table = try table("communes.geojson", field: "code")
    let row = try #require(
      table.geometries.indices.first { table.column("code")?.text(at: $0) == code })
    let geometry = try #require(table.geometries[row])
    return geometry.polygons
  }

  /// The plots whose boxes meet that of `unit`, in longitude and latitude.
  private func plots(near unit: [Polygon]) throws -> [ForestPlot] {
    let table = try table("forest-inventory.gpkg", field: "type_code")
    let operation = try CoordinateOperation(
      from: ReferenceSystemReader.read("EPSG:32645"), to: ReferenceSystemReader.read("EPSG:4326"))
    let box = Geometry.multiPolygon(unit).boundingBox
    var plots: [ForestPlot] = []
    for (row, geometry) in table.geometries.enumerated() {
      let polygons = try (geometry?.polygons ?? []).map { polygon in
        try polygon.mapRings { ring in LinearRing(try operation.transform(ring.coordinates)) }
      }
      guard Geometry.multiPolygon(polygons).boundingBox.intersects(box) else { continue }
      let code = table.column("type_code")?.text(at: row) ?? ""
      plots.append(ForestPlot(label: "#\(row)", polygons: polygons, type: Self.types[code]))
    }
    return plots
  }

  private func moved(_ ring: LinearRing, by generator: inout SeededGenerator) -> LinearRing {
    var places = ring.coordinates.dropLast().map { place in
      Coordinate(
        x: place.x + place.x.ulp * Double(Int.random(in: -2...2, using: &generator)),
        y: place.y + place.y.ulp * Double(Int.random(in: -2...2, using: &generator)))
    }
    places.append(places[0])
    return LinearRing(places)
  }

  private func areas(of plots: [ForestPlot], in unit: [Polygon]) throws -> ForestAreas {
    let cover = try InventoryForestCover(
      plots: plots, counted: [.natural, .planted], leastPatchArea: 3000)
    return try cover.areas(in: unit, area: Geodesic.area(of: unit))
  }

  @Test("Square metres by type and of forest stay", arguments: ["09961", "09991"])
  func steady(code: String) throws {
    let unit = try commune(code)
    let drawn = try plots(near: unit)
    let expected = try areas(of: drawn, in: unit)
    var generator = SeededGenerator(seed: 1)
    for round in 1...12 {
      var noisy = drawn
      for plot in noisy.indices {
        noisy[plot].polygons = noisy[plot].polygons.map { polygon in
          polygon.mapRings { moved($0, by: &generator) }
        }
      }
      let found = try areas(of: noisy, in: unit)
      for type in ForestType.allCases {
        let difference = (found.types?[type] ?? .nan) - (expected.types?[type] ?? .nan)
        #expect(abs(difference) < 0.02, "round \(round), \(type)")
      }
      #expect(abs(found.forest - expected.forest) < 0.02, "round \(round)")
    }
  }
}

extension Polygon {
  fileprivate func mapRings(
    _ transform: (LinearRing) throws -> LinearRing
  ) rethrows -> Polygon {
    Polygon(exterior: try transform(exterior), holes: try holes.map(transform))
  }
}
