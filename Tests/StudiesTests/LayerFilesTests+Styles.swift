import Foundation
import GDALKit
import GeoModel
import Publishing
import Studies
import TestSupport
import Testing

extension LayerFilesTests {
  @Test("equal figures of few decimals have a class")
  func fewDecimals() async throws {
    let layer = Layer(
      name: "travel-times",
      features: [
        LayerFeature(
          identifier: "village/1", geometry: .point(Coordinate(x: 108, y: 14)),
          properties: [Property("centre_min", .real(30.12345678, decimals: 3))])
      ])
    let path = try await write([layer], .geopackage, to: "t.gpkg")
    let style = try table(path, "layer_styles", ["styleQML"]).texts("styleQML")[0] ?? ""
    let bounds = style.matches(of: /centre_min&quot; &gt;= ([0-9.]+) AND [^0-9]*([0-9.]+)"/)
      .compactMap { match in Double(match.1).flatMap { low in Double(match.2).map { (low, $0) } } }
    #expect(bounds.contains { $0.0 <= 30.123 && 30.123 <= $0.1 }, "\(bounds)")
  }

  /// Each feature falls under one rule: the bounds are those of the legend, the lower one included.
  @Test("the rules of a style part the figures")
  func rules() async throws {
    let path = try await write([Self.communes], .geopackage, to: "a.gpkg")
    let style = try table(path, "layer_styles", ["styleQML"]).texts("styleQML")[0] ?? ""
    let bounds = style.matches(of: /forest_pct&quot; &gt;= ([0-9.]+) AND [^0-9]*([0-9.]+)"/)
      .compactMap { match in Double(match.1).flatMap { low in Double(match.2).map { (low, $0) } } }
    #expect(bounds.count >= 2)
    for (one, next) in zip(bounds, bounds.dropFirst()) { #expect(one.1 == next.0) }
    for share in [12.25, 70] {
      // The greatest bound belongs to the last class.
      let ends = bounds.last?.1
      #expect(
        bounds.count { $0.0 <= share && (share < $0.1 || (share == ends && $0.1 == ends)) } == 1)
    }
  }
}
