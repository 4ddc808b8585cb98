import GeoModel
import Publishing

extension Suite {
  /// GeoJSON of units, with and without judging what rounding did to them.
  mutating func measureWriting() throws {
    let units = JaggedUnits(side: 30, pieces: 48, extent: 1, seed: 7)
    let features = units.polygons.enumerated().map { number, polygon in
      let moved = Polygon(
        exterior: LinearRing(
          polygon.exterior.coordinates.map { Coordinate(x: $0.x + 108, y: $0.y + 14.5) }))
      return LayerFeature(
        identifier: "commune/\(number)", geometry: .polygon(moved),
        properties: [
          Property("code", .text("\(number)")), Property("area_ha", .hectares(1234.567891)),
          Property("forest_pct", .percent(66.6)),
        ])
    }
    let layer = Layer(name: "units", features: features)
    let writers = [
      ("as rounded", GeoJSONWriter()), ("judged by GEOS", GeoJSONWriter(mender: GEOSMender())),
    ]
    for (name, writer) in writers {
      try measure("GeoJSON: units, \(name)") {
        let bytes = try writer.bytes(of: layer).bytes.count
        return (
          layer,
          [
            .init(count: Double(bytes), unit: "B", form: .millionsPerSecond),
            .init(count: Double(units.edgeCount), unit: "position", form: .nanosecondsEach),
          ]
        )
      } body: { layer in
        var count = 0
        _ = try writer.write(layer) { count += $0.count }
        return count
      }
    }
  }
}
