import DigestKit
import Foundation
import GeoModel
import Publishing
import Testing

@Suite("datapackage.json")
struct DataPackageTests {
  private func value(_ properties: [(String, PropertyValue)], _ number: Int) -> LayerFeature {
    LayerFeature(
      identifier: "village/\(number)", geometry: nil,
      properties: properties.map { Property($0.0, $0.1) })
  }

  private var layer: Layer {
    Layer(
      name: "villages",
      features: [
        value(
          [
            ("unit", .text("01")), ("snap_m", .integer(1)), ("car", .text("yes")),
            ("gap_ha", .null),
          ], 1),
        value(
          [
            ("unit", .text("02")), ("snap_m", .real(0.5, decimals: 3)), ("car", .null),
            ("gap_ha", .null),
          ], 2),
      ])
  }

  @Test("kinds, units, closed sets and what is always there")
  func schema() {
    let schema = LayerSchema(of: layer) { "<\($0)>" }
    #expect(schema.fields.map(\.name) == ["id", "unit", "snap_m", "car", "gap_ha"])
    #expect(
      schema.fields.map(\.kind) == [.text, .text, .real(decimals: 3), .text, .real(decimals: 9)])
    #expect(schema.fields.map(\.unit) == [nil, nil, "m", nil, "ha"])
    #expect(schema.fields.map(\.isRequired) == [true, true, true, false, false])
    #expect(schema.fields[3].values == ["yes", "no", "unknown"])
    // The count of the same name is no closed set.
    let counts = Layer(name: "road-access", features: [value([("car", .integer(3))], 1)])
    #expect(LayerSchema(of: counts) { $0 }.fields[1].values == nil)
  }

  @Test(
    "columns of flat forms: several texts are one, points have two more, an empty text is no value")
  func flat() {
    let layer = Layer(
      name: "t",
      features: [value([("a", .list(["x", "y"])), ("b", .text("")), ("c", .text("z"))], 1)])
    let schema = LayerSchema(of: layer) { $0 }.flat(withPositions: true)
    #expect(schema.fields.map(\.name) == ["id", "a", "b", "c", "longitude", "latitude"])
    #expect(schema.fields[1].kind == .text && schema.fields[4].unit == "°")
    #expect(schema.fields.map(\.isRequired) == [true, false, false, true, false, false])
  }

  @Test("a resource has size, digest, schema, key and the references that the package can hold")
  func package() throws {
    let digest = FileDigest(size: 3, sha256: try SHA256Digest(of: Array("abc".utf8)))
    let record = RunRecord(
      version: "1",
      plan: RunRecord.PlanRecord(path: "plan.yaml", digest: digest, title: "Năm huyện"))
    let package = DataPackage(
      record: record,
      resources: [
        DataPackage.Resource(
          name: "units-commune", path: "units-commune.geojson", format: "geojson", digest: digest),
        DataPackage.Resource(
          name: "villages", title: "Thôn", path: "villages.geojson", format: "geojson",
          mediaType: "application/geo+json", digest: digest,
          schema: LayerSchema(of: layer) { "<\($0)>" },
          references: [("unit", "units-commune"), ("code", "not-written")]),
      ])
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(package.json.bytes())) as? [String: Any])
    #expect(json["title"] as? String == "Năm huyện")
    #expect(json["created"] == nil)
    let resource = try #require((json["resources"] as? [[String: Any]])?.last)
    #expect(resource["bytes"] as? Int == 3)
    #expect(
      resource["hash"] as? String
        == "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    let schema = try #require(resource["schema"] as? [String: Any])
    #expect(schema["primaryKey"] as? String == "id")
    let keys = try #require(schema["foreignKeys"] as? [[String: Any]])
    #expect(keys.count == 1 && keys[0]["fields"] as? String == "unit")
    let fields = try #require(schema["fields"] as? [[String: Any]])
    #expect(
      fields.map { $0["type"] as? String } == ["string", "string", "number", "string", "number"])
    #expect(
      (fields[3]["constraints"] as? [String: Any])?["enum"] as? [String] == [
        "yes", "no", "unknown",
      ])
    #expect(fields[2]["unit"] as? String == "m" && fields[2]["title"] as? String == "<snap_m>")
  }
}
