import GDALKit
import GeoModel
import Testing

@Suite("OpenStreetMap files")
struct OpenStreetMapTests {
  let path: String
  private let folder: TemporaryFolder

  /// Three villages, a bare node, two roads, a closed way that is an area, and a wood of two ways
  /// with a clearing.
  init() throws {
    folder = try TemporaryFolder()
    path = try folder.write(Self.file, to: "m.osm")
  }

  static let file: String = {
    var nodes = """
      <node id="1" lat="15.0" lon="108.5" version="1"><tag k="place" v="hamlet"/>\
      <tag k="name" v="Nước Lang"/><tag k="name:vi" v="Làng Nước"/></node>
      <node id="2" lat="15.1" lon="108.6" version="1"><tag k="place" v="village"/>\
      <tag k="name" v="Ba Tơ"/></node>
      <node id="3" lat="15.2" lon="108.7" version="1"><tag k="shop" v="yes"/></node>
      <node id="4" lat="15.3" lon="108.8" version="1"/>

      """
    // Corners of squares: 11-14 large, 21-24 small within it, 31-34 apart.
    for (first, west, south, side) in [
      (11, 108.0, 14.0, 0.4), (21, 108.1, 14.1, 0.1), (31, 109.0, 14.0, 0.2),
    ] {
      for (index, corner) in [(0.0, 0.0), (1, 0), (1, 1), (0, 1)].enumerated() {
        let (lon, lat) = (west + corner.0 * side, south + corner.1 * side)
        nodes += "<node id=\"\(first + index)\" lat=\"\(lat)\" lon=\"\(lon)\" version=\"1\"/>\n"
      }
    }
    func way(_ id: Int, _ nodes: [Int], _ tags: [(String, String)]) -> String {
      let references = nodes.map { "<nd ref=\"\($0)\"/>" }.joined()
      let words = tags.map { "<tag k=\"\($0.0)\" v=\"\($0.1)\"/>" }.joined()
      return "<way id=\"\(id)\" version=\"1\">\(references)\(words)</way>\n"
    }
    let ways =
      way(100, [1, 2], [("highway", "track"), ("surface", "concrete"), ("mtb:scale", "2")])
      + way(101, [2, 3, 4], [("highway", "tertiary")])
      + way(102, [31, 32, 33, 34, 31], [("landuse", "farmland")])
      + way(103, [11, 12, 13], []) + way(104, [13, 14, 11], [])
      + way(105, [21, 22, 23, 24, 21], [])
    let relation = """
      <relation id="200" version="1"><member type="way" ref="103" role="outer"/>\
      <member type="way" ref="104" role="outer"/><member type="way" ref="105" role="inner"/>\
      <tag k="type" v="multipolygon"/><tag k="natural" v="wood"/></relation>

      """
    return "<?xml version=\"1.0\"?>\n<osm version=\"0.6\">\n\(nodes)\(ways)\(relation)</osm>\n"
  }()

  func read(
    _ layer: String, fields: [String], filter: String? = nil
  ) throws(GDALError) -> VectorReading {
    try GDALKitTests.read(
      path, VectorRequest(layer: layer, filter: filter, fields: fields),
      tags: fields + SQLIdentifiers.names(in: filter ?? ""))
  }

  @Test("any tag is a field, also with a colon, and only nodes with a meaning are points")
  func points() throws {
    let reading = try read("points", fields: ["osm_id", "place", "name", "name:vi", "shop"])
    #expect(reading.driver == "OSM")
    #expect(reading.referenceSystem == "EPSG:4326")
    #expect(reading.table.column("osm_id") == .text(["1", "2", "3"]))
    #expect(reading.table.column("place") == .text(["hamlet", "village", nil]))
    #expect(reading.table.column("name:vi") == .text(["Làng Nước", nil, nil]))
    #expect(reading.table.column("shop") == .text([nil, nil, "yes"]))
    #expect(reading.table.geometries.first == .point(Coordinate(x: 108.5, y: 15)))
  }

  @Test("ways are lines")
  func lines() throws {
    let reading = try read("lines", fields: ["highway", "surface", "mtb:scale"])
    #expect(reading.table.column("highway") == .text(["track", "tertiary"]))
    #expect(reading.table.column("surface") == .text(["concrete", nil]))
    #expect(reading.table.column("mtb:scale") == .text(["2", nil]))
    #expect(
      reading.table.geometries.first
        == .lineString([Coordinate(x: 108.5, y: 15), Coordinate(x: 108.6, y: 15.1)]))
  }

  @Test("closed ways with an area's tag, and relations with holes, are areas")
  func areas() throws {
    let reading = try read(
      "multipolygons", fields: ["osm_id", "osm_way_id", "natural", "landuse"])
    let table = reading.table
    #expect(table.count == 2)
    let way = try #require((0..<2).first { table.column("osm_way_id")?.text(at: $0) == "102" })
    let relation = 1 - way
    #expect(table.column("landuse")?.text(at: way) == "farmland")
    #expect(table.column("osm_id")?.text(at: relation) == "200")
    #expect(table.column("natural")?.text(at: relation) == "wood")
    let wood = try #require(table.geometries[relation]?.polygons)
    #expect(wood.map(\.holes.count) == [1])
    #expect(wood.first?.boundingBox.maximumX == 108.4)
  }

  @Test("a tag named both in the fields and in the filter is filled")
  func twice() throws {
    let reading = try read(
      "points", fields: ["place", "name"], filter: "place IN ('hamlet', 'village')")
    #expect(reading.table.column("place") == .text(["hamlet", "village"]))
    #expect(reading.table.column("name") == .text(["Nước Lang", "Ba Tơ"]))
    let tagsTwice = try GDALKitTests.read(
      path, VectorRequest(layer: "lines", fields: ["surface"]), tags: ["surface", "surface"])
    #expect(tagsTwice.table.column("surface") == .text(["concrete", nil]))
  }

  @Test("a filter on a tag that no field names, with a colon in quotes")
  func filter() throws {
    let reading = try read("points", fields: ["name"], filter: "\"name:vi\" IS NOT NULL")
    #expect(reading.table.column("name") == .text(["Nước Lang"]))
  }

  @Test("a tag that no feature carries is a field without values")
  func unusedTag() throws {
    let reading = try read("lines", fields: ["bridge:structure"])
    #expect(reading.table.column("bridge:structure") == .text([nil, nil]))
  }

  @Test("one open file gives each of its layers in full, in any order, and again")
  func layersInTurn() throws {
    let dataset = try VectorDataset(
      opening: DatasetSource(location: path), tags: ["name", "highway", "natural"])
    for layer in ["multipolygons", "points", "lines", "points", "multipolygons"] {
      let table = try dataset.read(VectorRequest(layer: layer)).table
      #expect(table.count == (layer == "points" ? 3 : 2), "\(layer)")
    }
  }

  @Test("more features than the driver keeps at hand are all read, from either layer")
  func many() throws {
    var text = "<?xml version=\"1.0\"?>\n<osm version=\"0.6\">\n"
    let count = 30_000
    for index in 1...count {
      let lat = 14 + Double(index) / 100_000
      text +=
        "<node id=\"\(index)\" lat=\"\(lat)\" lon=\"108\"><tag k=\"natural\" v=\"tree\"/></node>\n"
    }
    for index in 1..<count {
      text +=
        "<way id=\"\(index)\"><nd ref=\"\(index)\"/><nd ref=\"\(index + 1)\"/>"
        + "<tag k=\"highway\" v=\"path\"/></way>\n"
    }
    let large = try folder.write(text + "</osm>\n", to: "large.osm")
    for (layer, expected) in [("points", count), ("lines", count - 1)] {
      let reading = try GDALKitTests.read(
        large, VectorRequest(layer: layer, fields: ["highway"]), tags: ["highway"])
      #expect(reading.table.count == expected, "\(layer)")
    }
  }

  @Test("the layers are those of the driver; one must be named")
  func layers() throws {
    let dataset = try VectorDataset(opening: DatasetSource(location: path), tags: ["name"])
    #expect(
      dataset.layers.map(\.name) == [
        "points", "lines", "multilinestrings", "multipolygons", "other_relations",
      ])
    let error = try #require(throws: GDALError.self) { try dataset.read(VectorRequest()) }
    #expect(error.level == .layer)
    #expect(error.message.contains("several layers: points, lines"))
  }

  @Test("a file that breaks off is an error, not a shorter file")
  func truncated() throws {
    let bytes = try folder.bytes("m.osm")
    let cut = try folder.write(Array(bytes.prefix(bytes.count * 2 / 3)), to: "cut.osm")
    #expect(throws: GDALError.self) {
      try GDALKitTests.read(
        cut, VectorRequest(layer: "lines", fields: ["highway"]), tags: ["highway"])
    }
  }

  @Test("threads with files of their own do not mix their tags")
  func threads() async throws {
    let path = self.path
    try await withThrowingTaskGroup(of: (String, Column?).self) { group in
      for round in 0..<12 {
        group.addTask {
          let tag = ["place", "name", "shop"][round % 3]
          let reading = try GDALKitTests.read(
            path, VectorRequest(layer: "points", fields: [tag]), tags: [tag])
          return (tag, reading.table.column(tag))
        }
      }
      let expected: [String: Column] = [
        "place": .text(["hamlet", "village", nil]), "name": .text(["Nước Lang", "Ba Tơ", nil]),
        "shop": .text([nil, nil, "yes"]),
      ]
      for try await (tag, column) in group { #expect(column == expected[tag], "\(tag)") }
    }
  }
}
