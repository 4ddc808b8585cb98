import Foundation
import GeoModel
import Publishing
import Studies
import TestSupport
import Testing

/// `export --simplify`: fewer positions, borders shared as before, every outline valid, figures unchanged.
@Suite("Simplified outlines of exported layers")
struct SimplifiedExportTests {
  private static let sample = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "GeoData/sample")

  private func session(_ folder: PlanFolder) throws -> PlanSession {
    try folder.session(
      """
      units:
        - {level: district, dissolve: commune, by: district_code}
        - {level: commune, source: \(Self.sample.path())/communes.geojson, code: code, name: name}

      """)
  }

  private func edges(_ layer: Layer, _ scale: Double = 1e6) -> [Edge: Int] {
    var edges: [Edge: Int] = [:]
    for ring in layer.features.flatMap({ $0.geometry?.polygons ?? [] }).flatMap(\.rings) {
      let places = ring.coordinates.map {
        Coordinate(x: ($0.x * scale).rounded(), y: ($0.y * scale).rounded())
      }
      for (from, to) in zip(places, places.dropFirst()) where from != to {
        edges[Edge(from: min(from, to), to: max(from, to)), default: 0] += 1
      }
    }
    return edges
  }

  private struct Edge: Hashable {
    var from: Coordinate
    var to: Coordinate
  }

  @Test("a target has the simplified outline of the unit that is compared with it")
  func targets() async throws {
    let folder = try PlanFolder()
    let text = """
      units: {level: commune, source: \(Self.sample.path())/communes.geojson, code: code, name: name}
      forest: {rule: r, source: \(Self.sample.path())/landcover.tif, classes: [10]}
      targets: [{indicator: forest_cover, year: 2025, at_least: 63}]

      """
    let result = try await folder.session(text)
      .export(layers: ["units-commune", "targets"], to: "\(folder.path)/less", simplifiedBy: 500)
    let units = try #require(result.layers.first { $0.name == "units-commune" })
    let targets = try #require(result.layers.first { $0.name == "targets" })
    let drawn = targets.features.filter { $0.geometry != nil }
    #expect(drawn.count == units.features.count)
    for target in drawn {
      #expect(target.geometry == units.feature(target.text("unit_code") ?? "")?.geometry)
    }
  }

  @Test(
    "borders stay shared, districts keep the borders of communes, no figure moves",
    arguments: [20.0, 200, 2000])
  func shared(metres: Double) async throws {
    let folder = try PlanFolder()
    let full = try await session(folder).export(layers: nil, to: "\(folder.path)/full")
    let less = try await session(folder)
      .export(layers: nil, to: "\(folder.path)/less", simplifiedBy: metres)
    func layer(_ name: String, _ result: RunResult) throws -> Layer {
      try #require(result.layers.first { $0.name == name })
    }
    let communes = try layer("units-commune", less)
    #expect(try edges(communes).count < edges(layer("units-commune", full)).count)
    // Every edge belongs to one unit or to two, and a district has none that its communes lack.
    let inner = edges(communes)
    #expect(inner.values.allSatisfy { $0 <= 2 })
    #expect(Set(edges(try layer("units-district", less)).keys).isSubset(of: inner.keys))
    // Edges inside a district belong to two communes each; what is left is the districts' outlines.
    let outline = edges(try layer("units-district", less))
    for (edge, count) in inner where count == 1 { #expect(outline[edge] == 1) }
    #expect(
      communes.features.map(\.properties)
        == (try layer("units-commune", full)).features.map(\.properties))
    let bytes = try folder.bytes("less/units-commune.geojson")
    #expect(GeoJSONValidator().faults(in: Array(bytes)) == [])
    #expect(less.warnings.contains { $0.contains("--simplify") })
    let record = String(decoding: try folder.bytes("less/run.json"), as: UTF8.self)
    #expect(record.contains("figures are those of the full outlines"))
    #expect(!record.contains("unmended"))
  }
}
