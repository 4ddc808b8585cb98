import Foundation
import GDALKit
import GeoModel
import Studies
import Testing

@Suite("What run and export write")
struct RunRecordTests {
  private let plan =
    TwoUnits.plan.replacing("units: {", with: "units: {crs: EPSG:4326, ") + """
      forest: {rule: vn-2018, source: cover.tif, classes: [1], min_patch_ha: 0.3}
      targets: {source: targets.csv, where: "year <> '2024'"}
      overlays: {name: more, source: units.geojson}
      population: {source: cover.tif, kind: count}
      """

  /// The western unit is forest, the eastern half forest; the raster is in UTM.
  private func folder() throws -> PlanFolder {
    let folder = try TwoUnits.folder()
    let grid = GridGeometry(
      columns: 60, rows: 40, originX: 170_000, columnStepX: 500, originY: 1_675_000,
      rowStepY: -500)
    try folder.write(
      .bytes((0..<2400).map { UInt8($0 / 60 % 2) }), grid: grid, system: "EPSG:32649",
      noData: nil, to: "cover.tif")
    try folder.write(
      """
      id,year,comparator,low,high
      forest_cover,2024,at least,10,
      forest_cover,2025,at least,63,
      forest_cover,2030,at least,67,
      """, to: "targets.csv")
    return folder
  }

  @Test("sources with their digests, operations with accuracy, rules, what is not computed")
  func record() async throws {
    let folder = try folder()
    let result = try await folder.session(plan).run(to: "\(folder.path)/out")
    let record = try folder.json("out/run.json")

    let sources = record["sources"] as? [[String: Any]] ?? []
    #expect(
      sources.compactMap { $0["section"] as? String } == [
        "units.commune", "forest", "targets", "forest.rule",
      ])
    for source in sources.prefix(3) {
      let files = source["files"] as? [[String: Any]] ?? []
      let name = try #require(files.first?["path"] as? String)
      #expect(files.first?["bytes"] as? Int == (try folder.bytes(name).count))
      let digest = files.first?["sha256"] as? String ?? ""
      #expect(digest.count == 64 && digest.allSatisfy(\.isHexDigit))
    }

    let operations = record["coordinate_operations"] as? [[String: Any]] ?? []
    #expect(operations.contains { $0["from"] as? String == "WGS 84 / UTM zone 49N" })
    #expect(operations.allSatisfy { $0["accuracy_m"] as? Double == 0 })

    let rules = record["rules"] as? [String: Any] ?? [:]
    let forest = rules["forest"] as? [String: Any] ?? [:]
    #expect(forest["rule"] as? String == "vn-2018")
    #expect(forest["min_patch_ha"] as? Double == 0.3 && forest["connectivity"] as? Int == 4)

    let assumptions = record["assumptions"] as? [[String: Any]] ?? []
    let ratio = assumptions.compactMap { $0["assumption"] as? String }
      .first { $0.contains("brought to close") }
    // The edges of 0.1° are straight in degrees, and great circles in the units' own areas.
    #expect(
      ratio?.contains("0.9999") == true || ratio?.contains("1.0000") == true, "\(assumptions)")

    let skipped = (record["not_computed"] as? [[String: Any]] ?? []).compactMap {
      $0["section"] as? String
    }
    // People serve nothing without roads; an overlay that nothing names is asked for nothing.
    #expect(skipped == ["population"] && skipped == result.notComputed, "\(skipped)")
    let reads = record["reads"] as? [[String: Any]] ?? []
    #expect(reads.first?["read"] as? Int == 2 && reads.first?["used"] as? Int == 2)
  }

  @Test("a row of targets that cannot be read is refused by its line, not passed over")
  func targetsTable() async throws {
    let folder = try folder()
    let result = try await folder.session(plan).forestCover(level: nil, in: nil)
    #expect(result.layer.features.first?.number("target_pct") == 63)
    #expect(result.layer.features.first?.number("target_year") == 2025)
    try folder.write(
      "id,year,comparator,low,high\nforest_cover,2030,mindestens,67,\nother,soon,at least,1,\n",
      to: "targets.csv")
    let lines = await refusal {
      _ = try await folder.session(plan).forestCover(level: nil, in: nil)
    }
    #expect(lines.count == 2, "\(lines)")
    #expect(lines.first?.contains("found 'mindestens' as comparator; at least, at most") == true)
  }

  @Test("the same bytes on a second run, and run.json holds no path of this machine")
  func twice() async throws {
    let folder = try folder()
    _ = try await folder.session(plan).run(to: "\(folder.path)/one")
    _ = try await folder.session(plan).run(to: "\(folder.path)/two")
    #expect(try folder.files(in: "one") == folder.files(in: "two"))
    let text = String(decoding: try folder.bytes("one/run.json"), as: UTF8.self)
    #expect(!text.contains(folder.path))
  }

  @Test("maps of what the plan has data for, whole pictures, the same on a second run")
  func maps() async throws {
    let folder = try folder()
    let sheet = try MapSheet(form: .png, dotsPerInch: 40)
    for name in ["one", "two"] {
      _ = try await folder.session(dissolved).run(to: "\(folder.path)/\(name)", mapsOn: sheet)
    }
    let maps = try folder.files(in: "one/maps")
    #expect(
      maps.keys.sorted() == ["forest-cover-commune.png", "forest-cover.png", "units.png"])
    #expect(try folder.files(in: "two/maps") == maps)
    for (name, bytes) in maps {
      #expect(bytes.starts(with: [0x89] + Array("PNG".utf8)), "\(name)")
      #expect(bytes.suffix(8).starts(with: Array("IEND".utf8)), "\(name)")
    }
    let resources = try #require(
      try folder.json("one/datapackage.json")["resources"] as? [[String: Any]])
    let map = try #require(resources.first { $0["path"] as? String == "maps/units.png" })
    #expect(map["mediatype"] as? String == "image/png" && map["name"] as? String == "units-map")
    #expect(Set(resources.compactMap { $0["name"] as? String }).count == resources.count)
  }

  private let dissolved = """
    units:
      - {level: district, dissolve: commune, by: district}
      - {level: commune, source: units.geojson, code: code, name: name}
    forest: {rule: r, source: cover.tif, classes: [1]}

    """

  @Test("one layer a level, so that no layer holds a piece of ground twice")
  func layerNames() async throws {
    let folder = try folder()
    let result = try await folder.session(dissolved).run(to: "\(folder.path)/out")
    #expect(
      result.layers.map(\.name) == [
        "units-district", "units-commune", "forest-cover", "forest-cover-commune", "findings",
      ])
    #expect(
      try folder.files(in: "out").keys.sorted() == [
        "datapackage.json", "findings.geojson", "forest-cover-commune.geojson",
        "forest-cover.geojson", "run.json",
        "units-commune.geojson", "units-district.geojson",
      ])
    #expect(
      result.layers[3].features.map(\.identifier) == ["commune/01", "commune/02"])
    #expect(result.layers[2].features.map(\.identifier) == ["district/1"])
  }

  @Test("export writes the layers that are asked for; an unknown one gets the nearest name")
  func exportLayers() async throws {
    let folder = try folder()
    let result = try await folder.session(dissolved)
      .export(layers: ["forest-cover-commune"], to: "\(folder.path)/out")
    #expect(result.layers.map(\.name) == ["forest-cover-commune"])
    #expect(
      try folder.files(in: "out").keys.sorted() == [
        "datapackage.json", "forest-cover-commune.geojson", "run.json",
      ])
    let lines = await refusal {
      _ = try await folder.session(dissolved)
        .export(layers: ["forest-cover-comune"], to: "\(folder.path)/none")
    }
    #expect(
      lines == [
        "--layer forest-cover-comune: the plan has no such layer; did you mean 'forest-cover-commune'?"
      ])
  }

  @Test("--in keeps one unit and what lies in it, on either level")
  func narrowing() async throws {
    let folder = try folder()
    try folder.write(
      MapText.geoJSON([
        MapText.Feature(["code": "01", "name": "a", "district": "1"], TwoUnits.west),
        MapText.Feature(["code": "02", "name": "b", "district": "2"], TwoUnits.east),
      ]), to: "units.geojson")
    let session = try folder.session(dissolved)
    func codes(_ level: String, _ code: String) async throws -> [String?] {
      try await session.forestCover(level: level, in: code).layer.features.map { $0.text("code") }
    }
    #expect(try await codes("commune", "2") == ["02"])
    #expect(try await codes("commune", "01") == ["01"])
    #expect(try await codes("district", "1") == ["1"])
    let whole = try await session.forestCover(level: "commune", in: nil).layer
    let part = try await session.forestCover(level: "commune", in: "2").layer
    #expect(part.features.first == whole.feature("02"))
    #expect(part.total("area_ha") == part.features.first?.number("area_ha"))
    let lines = await refusal { _ = try await codes("district", "01") }
    #expect(lines.count == 1 && lines[0].hasPrefix("--in 01: no unit"), "\(lines)")
    let level = await refusal { _ = try await codes("comune", "01") }
    #expect(level == ["--by comune: the plan has no such level; did you mean 'commune'?"])
  }

  @Test("polygons: small patches are counted as what they are, and no feature is called unused")
  func smallPatches() async throws {
    let folder = try TwoUnits.folder()
    try folder.write(
      MapText.geoJSON([
        MapText.Feature(["t": "a"], rectangle(108.01, 15.01, 108.02, 15.02)),
        MapText.Feature(["t": "b"], rectangle(108.05, 15.05, 108.0501, 15.0501)),
      ]), to: "woods.geojson")
    _ = try await folder.session(
      TwoUnits.plan + "forest: {rule: r, source: woods.geojson, min_patch_ha: 0.3}\n"
    ).run(to: "\(folder.path)/out")
    let record = try folder.json("out/run.json")
    let forest = (record["reads"] as? [[String: Any]] ?? [])
      .first { $0["section"] as? String == "forest" }
    #expect(forest?["read"] as? Int == 2 && forest?["used"] as? Int == 2)
    let counted = (record["assumptions"] as? [[String: Any]] ?? [])
      .first { ($0["assumption"] as? String)?.contains("under the least area") == true }
    #expect(counted?["count"] as? Int == 1 && counted?["of"] as? Int == 2)
  }
}
