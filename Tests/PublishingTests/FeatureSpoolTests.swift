import Foundation
import GeoModel
import Publishing
import TestSupport
import Testing

@Suite("Features that wait on disk until their turn")
struct FeatureSpoolTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Stars, lines and points on both sides of the antimeridian, some without a place, one twice.
  private func layer(seed: Int) -> Layer {
    var random = SeededGenerator(seed: seed)
    let features = (0..<200).map { index in
      let centre = Coordinate(
        x: Double.random(in: 160...200, using: &random),
        y: Double.random(in: -60...60, using: &random))
      let star = RandomArea.star(around: centre, reach: 0.5, corners: 12, using: &random)
      let geometry: Geometry? =
        switch index % 4 {
        case 0: .polygon(star)
        case 1: .lineString(star.exterior.coordinates)
        case 2: .point(Coordinate(x: min(180, centre.x), y: centre.y))
        default: nil
        }
      return LayerFeature(
        identifier: "x/\(index == 7 ? 6 : index)", geometry: geometry,
        properties: [
          Property("name", index % 5 == 0 ? .null : .text("Xã \(index)")),
          Property("value", index == 9 ? .real(0.5, decimals: 3) : .integer(index)),
          Property("gap_ha", .null),
        ])
    }
    return Layer(name: "spool", features: features)
  }

  @Test("in any order and from many workers the bytes are those of the writer", arguments: 1...6)
  func anyOrder(seed: Int) async throws {
    let layer = layer(seed: seed)
    for form in [GeoJSONForm.collection, .sequence] {
      let writer = GeoJSONWriter(form: form, mender: GEOSMender())
      let (expected, report) = try writer.bytes(of: layer)
      #expect(
        report.cutGeometries > 0 && report.repeatedIdentifiers == 1 && report.nullGeometries == 50)
      let spool = try FeatureSpool(
        name: layer.name, count: layer.features.count, writer: writer, in: folder.url.path)
      var random = SeededGenerator(seed: seed + 100)
      let order = layer.features.indices.shuffled(using: &random)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for start in stride(from: 0, to: order.count, by: 17) {
          let part = order[start..<min(order.count, start + 17)]
            .map { (position: $0, feature: layer.features[$0]) }
          group.addTask { try spool.put(part) }
        }
        try await group.waitForAll()
      }
      var bytes: [UInt8] = []
      let written = try spool.write { bytes += $0 }
      #expect(bytes == expected, "seed \(seed), \(form)")
      #expect(written == report, "seed \(seed), \(form)")
      #expect(
        LayerSchema(of: spool.survey) { $0 } == LayerSchema(of: layer) { $0 }, "seed \(seed)")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == [])
  }

  @Test("positions that nothing came for are left out; nothing at all is an empty collection")
  func gaps() throws {
    let layer = layer(seed: 1)
    let writer = GeoJSONWriter()
    let spool = try FeatureSpool(name: "spool", count: 5, writer: writer, in: folder.url.path)
    try spool.put([(3, layer.features[1]), (1, layer.features[0])])
    var bytes: [UInt8] = []
    _ = try spool.write { bytes += $0 }
    #expect(
      bytes
        == (try writer.bytes(of: Layer(name: "spool", features: Array(layer.features[0...1]))))
        .bytes)
    let empty = try FeatureSpool(name: "spool", count: 5, writer: writer, in: folder.url.path)
    bytes = []
    _ = try empty.write { bytes += $0 }
    #expect(bytes == (try writer.bytes(of: Layer(name: "spool", features: []))).bytes)
  }

  @Test("a folder that cannot be written to is told by its name")
  func noFolder() throws {
    let missing = "\(folder.url.path)/missing"
    let error = #expect(throws: OutputError.self) {
      _ = try FeatureSpool(name: "t", count: 1, writer: GeoJSONWriter(), in: missing)
    }
    #expect("\(error.map { "\($0)" } ?? "")".contains(missing))
  }

  @Test(
    "what features hold does not depend on the parts in which they are surveyed", arguments: 1...20)
  func surveyOfParts(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let values: [PropertyValue] = [
      .null, .integer(1), .real(0.5, decimals: 2), .real(1, decimals: 6), .text("a"), .text(""),
      .flag(true), .list(["a"]),
    ]
    let rows = (0..<12).map { _ in
      ["a", "b", "c_ha"].map { name in
        let most = Int.random(in: 1...values.count, using: &random)
        return Property(name, values[..<most].randomElement(using: &random) ?? .null)
      }
    }
    var whole = LayerSurvey()
    for row in rows { whole.add(row) }
    var parts = LayerSurvey()
    for start in stride(from: 0, to: rows.count, by: 5).shuffled(using: &random) {
      var part = LayerSurvey()
      for row in rows[start..<min(rows.count, start + 5)].shuffled(using: &random) { part.add(row) }
      parts.formUnion(part)
      parts.formUnion(LayerSurvey())
    }
    #expect(parts == whole, "seed \(seed)")
  }
}
