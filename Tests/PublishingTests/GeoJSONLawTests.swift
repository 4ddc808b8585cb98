import Foundation
import GeoModel
import Publishing
import TestSupport
import Testing

@Suite("GeoJSON, by law")
struct GeoJSONLawTests {
  private func layer(seed: UInt64, reach: Double) -> Layer {
    var generator = SeededGenerator(seed: seed)
    let features = (0..<40).map { index in
      let centre = Coordinate(
        x: Double.random(in: -170...170, using: &generator),
        y: Double.random(in: -70...70, using: &generator))
      let corners = Int.random(in: 3...60, using: &generator)
      let area = RandomArea.star(
        around: centre, reach: reach, corners: corners, using: &generator)
      let geometry: Geometry
      switch index % 5 {
      case 0: geometry = .point(centre)
      case 1: geometry = .lineString(area.exterior.coordinates)
      case 2: geometry = .multiLineString(area.rings.map(\.coordinates))
      case 3: geometry = .polygon(area)
      default:
        let other = RandomArea.star(
          around: Coordinate(x: centre.x, y: centre.y + 3 * reach), reach: reach,
          corners: corners, using: &generator)
        geometry = .multiPolygon([area, other])
      }
      return LayerFeature(
        identifier: "x/\(index)", geometry: geometry,
        properties: [
          Property("value_pct", .percent(Double.random(in: 0...100, using: &generator))),
          Property("count", .integer(Int.random(in: -9...9, using: &generator))),
        ])
    }
    return Layer(name: "law", features: features)
  }

  @Test("a sequence has the collection's features, a line each, whatever the workers")
  func sequence() async throws {
    let layer = layer(seed: 77, reach: 0.01)
    let collection = try GeoJSONWriter(mender: GEOSMender()).bytes(of: layer).bytes
    let writer = GeoJSONWriter(form: .sequence, mender: GEOSMender())
    let (bytes, report) = try writer.bytes(of: layer)
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let features = String(decoding: collection, as: UTF8.self).split(separator: "\n")
      .filter { $0.hasPrefix(#"{"type":"Feature","#) }
      .map { $0.hasSuffix(",") ? $0.dropLast() : $0 }
    #expect(lines.dropLast() == features[...] && lines.last == "" && features.count == 40)
    #expect(report.bytes == bytes.count)
    var parallel: [UInt8] = []
    _ = try await writer.write(layer, jobs: 3) { parallel += $0 }
    #expect(parallel == bytes)
    #expect(try writer.bytes(of: Layer(name: "none", features: [])).bytes.isEmpty)
  }

  /// From stars of 5° to stars of 5 mm, 2,000 features in all.
  @Test("every file passes the validator and reads back the same", arguments: 1...50)
  func roundTrip(seed: Int) throws {
    let reach = [5, 0.01, 0.000_05, 0.000_005, 0.000_000_05][seed % 5]
    let layer = layer(seed: UInt64(seed), reach: reach)
    let writer = GeoJSONWriter(mender: GEOSMender())
    let (bytes, report) = try writer.bytes(of: layer)
    #expect(GeoJSONValidator().faults(in: bytes) == [], "seed \(seed)")
    #expect(try writer.bytes(of: layer).bytes == bytes, "seed \(seed)")
    #expect(report.invalidBefore == 0, "seed \(seed)")
    #expect(report.unmendedGeometries == 0, "seed \(seed)")

    let read = try ReadBack(bytes)
    #expect(read.features.count == layer.features.count)
    for (index, feature) in layer.features.enumerated() {
      let properties = read.features[index]["properties"] as? [String: Any]
      guard case .real(let value, _) = feature["value_pct"] else { continue }
      let back = (properties?["value_pct"] as? NSNumber)?.doubleValue ?? .nan
      #expect(abs(back - value) <= 0.5e-9 + 1e-13, "seed \(seed), feature \(index)")
      for polygon in read.polygons(of: index) where feature.geometry?.polygons.isEmpty == false {
        let area = Polygon(
          exterior: LinearRing(polygon[0]), holes: polygon.dropFirst().map { LinearRing($0) })
        #expect(try GEOSMender().areValid([area]), "seed \(seed), feature \(index)")
      }
      // Where nothing collapsed every vertex is within half a unit of the sixth decimal.
      if reach > 0.001 {
        let box = BoundingBox(of: read.positions(of: index))
        let source = feature.geometry?.boundingBox ?? .empty
        #expect(abs(box.minimumX - source.minimumX) < 0.500_001e-6, "seed \(seed)")
        #expect(abs(box.maximumY - source.maximumY) < 0.500_001e-6, "seed \(seed)")
      }
    }
  }

  @Test("to write what was written changes nothing", arguments: 1...10)
  func idempotent(seed: Int) throws {
    let layer = layer(seed: UInt64(seed), reach: 0.000_02)
    let writer = GeoJSONWriter(mender: GEOSMender())
    let first = try writer.bytes(of: layer).bytes
    let read = try ReadBack(first)
    let areas = layer.features.indices.filter { !read.polygons(of: $0).isEmpty && $0 % 5 > 2 }
    let again = Layer(
      name: "again",
      features: areas.map { index in
        LayerFeature(
          identifier: "x/\(index)",
          geometry: .multiPolygon(
            read.polygons(of: index).map { rings in
              Polygon(
                exterior: LinearRing(rings[0]), holes: rings.dropFirst().map { LinearRing($0) })
            }), properties: [])
      })
    let (second, report) = try writer.bytes(of: again)
    #expect(report.remarks.isEmpty, "seed \(seed)")
    let reread = try ReadBack(second)
    for (place, index) in areas.enumerated() {
      #expect(reread.polygons(of: place) == read.polygons(of: index), "seed \(seed)")
    }
  }

  @Test("an area that only rounding broke is mended, one that was broken before is not")
  func mending() throws {
    // The notch ends 0.4 of the last decimal above the lower edge; rounding puts it on that edge.
    let notched = Polygon(
      exterior: LinearRing(
        [(0.0, 0.0), (2, 0), (2, 1), (1, 0.000_000_4), (0, 1)].map { Coordinate(x: $0.0, y: $0.1) })
    )
    let bowTie = Polygon(
      exterior: LinearRing(
        [(0.0, 0.0), (1, 1), (1, 0), (0, 1)].map { Coordinate(x: $0.0, y: $0.1) }))
    func write(_ polygon: Polygon) throws -> ([UInt8], GeoJSONReport) {
      try GeoJSONWriter(mender: GEOSMender()).bytes(
        of: Layer(
          name: "x",
          features: [
            LayerFeature(identifier: "a/1", geometry: .polygon(polygon), properties: [])
          ]))
    }
    let (bytes, report) = try write(notched)
    #expect(report.mendedGeometries == 1)
    #expect(GeoJSONValidator().faults(in: bytes) == [])
    #expect(try ReadBack(bytes).polygons(of: 0).count == 2)

    let (_, untouched) = try write(bowTie)
    #expect(untouched.invalidBefore == 0, "on the grid already: rounding broke nothing")
    #expect(untouched.mendedGeometries == 0)
    let offGrid = Polygon(
      exterior: LinearRing(
        [(0.000_000_1, 0.0), (1, 1), (1, 0), (0, 1)].map { Coordinate(x: $0.0, y: $0.1) }))
    let (_, before) = try write(offGrid)
    #expect(before.invalidBefore == 1)
    #expect(before.mendedGeometries == 0)
  }

  /// Two hundred features, more than a worker takes at once; what 40 of them are called comes anew.
  @Test("workers change neither a byte nor a count", arguments: 1...10)
  func workers(seed: Int) async throws {
    let reach = [5, 0.000_05, 0.000_005, 0.000_000_05][seed % 4]
    let parts = (0..<5).map { layer(seed: UInt64(10 * seed + $0), reach: reach) }
    let whole = Layer(name: "law", features: parts.flatMap(\.features))
    let writer = GeoJSONWriter(mender: GEOSMender())
    let (expected, report) = try writer.bytes(of: whole)
    #expect(report.repeatedIdentifiers == 160)
    for jobs in [1, 2, 3, 16] {
      var bytes: [UInt8] = []
      let found = try await writer.write(whole, jobs: jobs) { bytes += $0 }
      #expect(bytes == expected, "seed \(seed), \(jobs) workers")
      #expect(found == report, "seed \(seed), \(jobs) workers")
    }
  }

  @Test("workers write an empty layer as one does")
  func workersOnNothing() async throws {
    var bytes: [UInt8] = []
    let writer = GeoJSONWriter(mender: GEOSMender())
    _ = try await writer.write(Layer(name: "none", features: []), jobs: 4) { bytes += $0 }
    #expect(try writer.bytes(of: Layer(name: "none", features: [])).bytes == bytes)
  }

  @Test("the first feature that cannot be written is the one told, whichever worker fails first")
  func firstFault() async throws {
    var whole = layer(seed: 1, reach: 0.01)
    whole.features = (0..<500).map { index in
      var feature = whole.features[index % 40]
      feature.identifier = "x/\(index)"
      if index >= 130 { feature.properties.append(Property("bad", .real(.nan, decimals: 1))) }
      return feature
    }
    for _ in 0..<20 {
      let layer = whole
      await #expect(throws: GeoJSONError.propertyNotFinite(feature: "x/130", property: "bad")) {
        _ = try await GeoJSONWriter().write(layer, jobs: 4) { _ in }
      }
    }
  }

  struct BrokenMender: PolygonMender {
    struct Out: Error {}
    func areValid(_ polygons: [Polygon]) throws -> Bool { throw Out() }
    func mended(_ polygons: [Polygon]) throws -> [Polygon] { polygons }
  }

  struct HopelessMender: PolygonMender {
    func areValid(_ polygons: [Polygon]) throws -> Bool {
      polygons.contains { $0.exterior.coordinates.contains { $0.x == 0.123_456_78 } }
    }
    func mended(_ polygons: [Polygon]) throws -> [Polygon] { polygons }
  }

  @Test("a mender that fails is named, one that gives up is counted")
  func menderFaults() throws {
    let area = Polygon(
      exterior: LinearRing(
        [(0.123_456_78, 0.0), (1, 0), (1, 1)].map { Coordinate(x: $0.0, y: $0.1) }))
    let layer = Layer(
      name: "x",
      features: [LayerFeature(identifier: "a/1", geometry: .polygon(area), properties: [])])
    #expect(throws: GeoJSONError.mendingFailed(feature: "a/1", reason: "Out()")) {
      try GeoJSONWriter(mender: BrokenMender()).bytes(of: layer)
    }
    let (bytes, report) = try GeoJSONWriter(mender: HopelessMender()).bytes(of: layer)
    #expect(report.unmendedGeometries == 1)
    #expect(GeoJSONValidator().faults(in: bytes) == [])
  }
}
