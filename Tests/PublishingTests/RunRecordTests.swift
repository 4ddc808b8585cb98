import DigestKit
import Foundation
import GeoModel
import Publishing
import Testing

@Suite("run.json")
struct RunRecordTests {
  private func digest(_ text: String) throws -> FileDigest {
    FileDigest(size: text.utf8.count, sha256: try SHA256Digest(of: Array(text.utf8)))
  }

  private func record() throws -> RunRecord {
    var record = RunRecord(
      version: "0.1.0",
      plan: .init(
        path: "plan.yaml", digest: try digest("upland: 1"), title: "Năm huyện miền núi",
        vintage: "2024-12-31"))
    record.sources = [
      .init(
        section: "units.commune", source: "../data/units.shp", referenceSystem: "EPSG:5898",
        referenceSystemBy: "plan",
        files: [
          .init(path: "../data/units.dbf", digest: try digest("b")),
          .init(path: "../data/units.shp", digest: try digest("a")),
        ]),
      .init(
        section: "villages", source: "PG:dbname=x password=***", layer: "thon", files: []),
    ]
    record.operations = [
      .init(
        section: "units", from: "EPSG:5898", to: "OGC:CRS84", operation: "VN-2000 to WGS 84 (1)",
        accuracyMetres: 1),
      .init(
        section: "units", from: "EPSG:4326", to: "OGC:CRS84", operation: "axis order",
        accuracyMetres: nil),
    ]
    record.rules = [
      JSONMember("forest", ["rule": "vietnam", "min_patch_ha": .decimal(0.3, decimals: 9)])
    ]
    record.assumptions = [
      .init(section: "roads", assumption: "class 'track' is unhardened", count: 12, of: 340)
    ]
    record.reads = [
      .init(
        section: "villages", read: 480, used: 478,
        leftOut: [.init(reason: "no geometry", count: 2)])
    ]
    record.notComputed = [.init(section: "resettlement", reason: "not in this version")]
    record.layers = [
      .init(
        name: "forest-cover", path: "forest-cover.geojson", digest: try digest("c"),
        report: try GeoJSONWriter().bytes(
          of: Layer(
            name: "x",
            features: [LayerFeature(identifier: "a/1", geometry: nil, properties: [])])
        ).report,
        studyTotals: [Property("level", .text("study")), Property("forest_pct", .percent(61.25))])
    ]
    record.rasters = [
      .init(
        name: "slope", path: "slope.tif", digest: try digest("d"), columns: 40, rows: 20, unit: "%")
    ]
    record.findings = [
      Finding(severity: .note, kind: "k", layer: "l", message: "m", remedy: "r"),
      Finding(severity: .error, kind: "z", layer: "l", message: "m", remedy: "r"),
      Finding(severity: .error, kind: "a", layer: "l", message: "m", remedy: "r"),
      Finding(severity: .error, kind: "z", layer: "l2", message: "m", remedy: "r"),
    ]
    return record
  }

  @Test("a full record is the golden file, and Foundation reads it")
  func golden() throws {
    let bytes = try record().json.bytes()
    try Golden.expect("run.json", bytes)
    let object = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    #expect(object?.count == 12)
    #expect(try record().json.bytes() == bytes)
  }

  @Test("JSON: order of members, escapes, empty containers, numbers")
  func json() {
    let value: JSONValue = [
      "z": 1, "a": [], "e": [:], "t": "\"\\\u{7}é\n", "f": true, "n": .null,
      "d": .decimal(-0.000_04, decimals: 4), "l": [[1, "x"]],
      "inf": .decimal(.infinity, decimals: 1),
    ]
    #expect(
      value.text() == """
        {
          "z": 1,
          "a": [],
          "e": {},
          "t": "\\"\\\\\\u0007é\\n",
          "f": true,
          "n": null,
          "d": 0,
          "l": [
            [
              1,
              "x"
            ]
          ],
          "inf": null
        }

        """)
  }

  @Test(
    "sources are published relative to the plan",
    arguments: [
      ("/srv/plans/a/data/x.gpkg", "data/x.gpkg"), ("/srv/plans/x.gpkg", "../x.gpkg"),
      ("/srv/plans/a", "."), ("data/x.gpkg", "data/x.gpkg"), ("../x.gpkg", "../x.gpkg"),
      ("/vsizip//srv/plans/a/x.zip/in.shp", "/vsizip/x.zip/in.shp"),
      ("/vsizip/vsicurl/https://h/x.zip", "/vsizip/vsicurl/https://h/x.zip"),
      ("/vsizip//vsicurl/https://h/x.zip", "/vsizip//vsicurl/https://h/x.zip"),
      ("PG:host=h user=u dbname=d", "PG:host=h user=u dbname=d"),
    ])
  func sourceNames(source: String, expected: String) {
    #expect(SourceName.published(source, relativeTo: "/srv/plans/a") == expected)
  }
}
