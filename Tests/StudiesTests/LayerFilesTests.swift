import Foundation
import GDALKit
import GeoModel
import Publishing
import Studies
import TestSupport
import Testing

/// Layers in the formats of GDAL, read back by GDAL.
@Suite("Layers in other formats")
struct LayerFilesTests {
  let folder: PlanFolder

  init() throws { folder = try PlanFolder() }

  static let communes = Layer(
    name: "forest-cover-commune",
    features: [
      unit("01", "Ba Tơ", rectangle(108, 14, 108.1, 14.1), 12.25, villages: 3),
      unit("02", "Sơn Hạ <&\">", rectangle(108.1, 14, 108.2, 14.1), 70, villages: nil),
      unit("03", "Trà Bồng", rectangle(108.2, 14, 108.3, 14.1), nil, villages: 0),
    ])

  private static let villages = Layer(
    name: "villages",
    features: [
      LayerFeature(
        identifier: "village/001", geometry: .point(Coordinate(x: 108.0512345678, y: 14.05)),
        properties: [
          Property("code", .text("001")), Property("hardened", .text("yes")),
          Property("car", .text("yes")), Property("snap_m", .real(1.0 / 3, decimals: 3)),
          Property("flag", .flag(true)), Property("hazards", .list(["flood", "slope"])),
        ]),
      LayerFeature(
        identifier: "village/002", geometry: nil,
        properties: [
          Property("code", .text("002")), Property("hardened", .null), Property("car", .null),
          Property("snap_m", .null), Property("flag", .null), Property("hazards", .null),
        ]),
    ])

  private static func unit(
    _ code: String, _ name: String, _ area: Geometry, _ share: Double?, villages: Int?
  ) -> LayerFeature {
    LayerFeature(
      identifier: "commune/\(code)", geometry: area,
      properties: [
        Property("code", .text(code)), Property("name", .text(name)),
        Property("level", .text("commune")), Property("forest_pct", .percent(share)),
        Property("villages", .optionalInteger(villages)),
      ])
  }

  func write(_ layers: [Layer], _ format: VectorFormat, to name: String) async throws
    -> String
  {
    let path = "\(folder.path)/\(name)"
    _ = try await LayerFiles(format, vocabulary: .plain, levels: ["commune"])
      .write(layers, to: path)
    return path
  }

  @Test(
    "columns that differ by case alone are refused in one line where the format takes them for one",
    arguments: [VectorFormat.geopackage, .flatGeobuf, .xlsx])
  func cases(format: VectorFormat) async throws {
    let layer = Layer(
      name: "join",
      features: [
        LayerFeature(
          identifier: "commune/01", geometry: rectangle(108, 14, 108.1, 14.1),
          properties: [Property("Ho", .integer(1)), Property("ho", .integer(2))])
      ])
    guard format == .geopackage else {
      let path = try await write([layer], format, to: "cases.\(format.rawValue)")
      let read = try table(path, format == .xlsx ? "join" : nil, ["Ho", "ho"])
      #expect(read.column("Ho")?.text(at: 0) == "1" && read.column("ho")?.text(at: 0) == "2")
      return
    }
    let lines = await refusal { _ = try await write([layer], format, to: "cases.gpkg") }
    #expect(
      lines == [
        "join: the columns 'Ho' and 'ho' differ by case alone, and GPKG takes them for one; give one of"
          + " them another name in the plan, or write another format"
      ])
    #expect(try folder.files(in: ".").keys.allSatisfy { !$0.contains("cases.gpkg") })
  }

  @Test("a plan with such columns is refused for a GeoPackage before anything is computed")
  func casesOfAPlan() async throws {
    let units = try TwoUnits.folder()
    let session = try units.session(
      TwoUnits.plan + """
        indicators:
          - {name: a, source: none.csv, level: commune, key: xa, columns: {Ho: {field: ho, kind: count}}}
          - {name: b, source: none.csv, level: commune, key: xa, columns: {ho: {field: ho, kind: count}}}

        """)
    let lines = await refusal {
      _ = try await session.export(
        layers: nil, as: VectorFormat.geopackage, to: "\(units.path)/x.gpkg")
    }
    #expect(
      lines.count == 1 && lines[0].hasPrefix("indicators: the columns 'Ho' and 'ho'"), "\(lines)")
  }

  @Test("targets lie over each other in one layer: one of them alone is switched on, each can be")
  func targets() async throws {
    func line(_ indicator: String, _ unit: String?, _ met: String) -> LayerFeature {
      LayerFeature(
        identifier: "target/\(indicator)-\(unit ?? "")-\(met)",
        geometry: unit == nil ? nil : rectangle(108, 14, 108.1, 14.1),
        properties: [
          Property("indicator", .text(indicator)), Property("level", .text("commune")),
          Property("unit_code", .optionalText(unit)), Property("year", .text("2025")),
          Property("comparator", .text("at_least")), Property("met", .text(met)),
        ])
    }
    let layer = Layer(
      name: "targets",
      features: [
        line("growth", nil, "unknown"), line("forest_cover", "01", "yes"),
        line("village_hardened_road", "01", "no"), line("forest_cover", "02", "no"),
        line("village_hardened_road", "02", "no"),
      ])
    let path = try await write([layer], .geopackage, to: "targets.gpkg")
    let styles = try table(path, "layer_styles", ["f_table_name", "styleQML"])
    let style = try #require(styles.column("styleQML")?.text(at: 0))
    let rules = style.split(separator: "\n").filter { $0.contains("<rule ") }
    #expect(rules.count == 4, "\(style)")
    let shown = rules.filter { !$0.contains("checkstate=\"0\"") }
    #expect(shown.count == 2 && shown.allSatisfy { $0.contains("= 'forest_cover'") }, "\(rules)")
    #expect(rules.filter { $0.contains("'village_hardened_road'") }.count == 2)
  }

  func table(_ path: String, _ layer: String?, _ fields: [String]) throws -> FeatureTable {
    try VectorDataset(opening: DatasetSource(location: path))
      .read(VectorRequest(layer: layer, fields: fields)).table
  }

  @Test(
    "figures, texts and places come back, unknown as nothing",
    arguments: [VectorFormat.geopackage, .flatGeobuf])
  func back(format: VectorFormat) async throws {
    let path = try await write([Self.communes], format, to: "a.\(format.rawValue)")
    let fields = ["id", "code", "name", "forest_pct", "villages"]
    let layer = format == .geopackage ? Self.communes.name : nil
    let found = try table(path, layer, fields)
    // FlatGeobuf orders features along its index.
    let order = (0..<found.count).sorted {
      found.column("id")?.text(at: $0) ?? "" < found.column("id")?.text(at: $1) ?? ""
    }
    #expect(
      order.map { found.column("code")?.text(at: $0) } == ["01", "02", "03"])
    #expect(order.map { found.column("name")?.text(at: $0) }[1] == "Sơn Hạ <&\">")
    guard case .real(let shares)? = found.column("forest_pct"),
      case .integer(let villages)? = found.column("villages")
    else {
      Issue.record("columns of numbers")
      return
    }
    #expect(order.map { shares[$0] } == [12.25, 70, nil])
    #expect(order.map { villages[$0] } == [3, nil, 0])
    let first = try #require(found.geometries[order[0]])
    #expect(first.polygons.count == 1)
    #expect(abs(first.boundingBox.maximumX - 108.1) < 1e-9)
  }

  @Test("a GeoPackage holds all layers, tables and a style for each layer with a place")
  func geopackage() async throws {
    let path = try await write([Self.communes, Self.villages], .geopackage, to: "all.gpkg")
    let villages = try table(path, "villages", ["snap_m", "flag", "hazards", "hardened"])
    #expect(villages.column("snap_m") == .real([0.333, nil]))
    #expect(villages.column("hazards") == .text(["flood, slope", nil]))
    #expect(villages.column("hardened") == .text(["yes", nil]))
    #expect(villages.geometries == [.point(Coordinate(x: 108.051235, y: 14.05)), nil])
    let fields = try table(path, "fields", ["layer", "field", "unit", "values"])
    let unit = zip(fields.texts("layer"), zip(fields.texts("field"), fields.texts("unit")))
      .first { $0 == "forest-cover-commune" && $1.0 == "forest_pct" }
    #expect(unit?.1.1 == "%")
    let styles = try table(
      path, "layer_styles", ["f_table_name", "f_table_schema", "f_geometry_column", "styleQML"])
    #expect(styles.texts("f_table_name") == ["forest-cover-commune", "villages"])
    // An empty text and not nothing: QGIS does not find the style otherwise.
    #expect(styles.texts("f_table_schema") == ["", ""])
    #expect(styles.texts("f_geometry_column") == ["geom", "geom"])
    let style = styles.texts("styleQML")[0] ?? ""
    #expect(style.contains(#"filter="&quot;forest_pct&quot; IS NULL""#))
    #expect(style.contains("LinePatternFill"))
  }

  @Test("what has no place is left out of formats that hold none, with a line that counts it")
  func placeless() async throws {
    let path = "\(folder.path)/v.fgb"
    let files = try LayerFiles(.flatGeobuf, vocabulary: .plain, levels: [])
    let lines = try await files.write([Self.villages], to: path)
    #expect(
      lines == [
        "villages: 1 of 2 features have no place and are not written, because fgb holds none without"
      ])
    let found = try table(path, nil, ["id", "snap_m"])
    #expect(found.texts("id") == ["village/001"])
    #expect(found.geometries == [.point(Coordinate(x: 108.051235, y: 14.05))])
    let all = try LayerFiles(.geopackage, vocabulary: .plain, levels: [])
    #expect(try await all.write([Self.villages], to: "\(folder.path)/v.gpkg") == [])
    let plain = Layer(
      name: "t",
      features: [
        LayerFeature(identifier: "a", geometry: nil, properties: [Property("v", .integer(1))])
      ])
    await #expect(throws: StudyError.self) {
      try await files.write([plain], to: "\(folder.path)/t.fgb")
    }
  }

  /// A class is found for the number as it is written: 30.123, not 30.12345678.
  @Test(
    "the same layers give the same bytes, whatever the hour",
    arguments: [VectorFormat.geopackage, .flatGeobuf, .xlsx, .kml, .mbtiles])
  func sameBytes(format: VectorFormat) async throws {
    let layers = format.holdsSeveralLayers ? [Self.communes, Self.villages] : [Self.communes]
    let first = try await write(layers, format, to: "one.\(format.rawValue)")
    // ZIP archives tell times to two seconds.
    try await Task.sleep(for: .seconds(2))
    let second = try await write(layers, format, to: "two.\(format.rawValue)")
    let bytes = try [first, second].map { try Data(contentsOf: URL(filePath: $0)) }
    #expect(!bytes[0].isEmpty && bytes[0].count == bytes[1].count)
    let offsets = bytes[0].indices.filter { $0 < bytes[1].count && bytes[0][$0] != bytes[1][$0] }
    let beginnings = bytes.map { String(decoding: $0.prefix(600), as: Unicode.ASCII.self) }
    #expect(offsets.isEmpty, "from byte \(offsets.first ?? 0) on: \(beginnings)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.count { $0.contains(format.rawValue) } == 2, "\(names)")
  }

  @Test("a workbook has a sheet a layer, and reads back")
  func workbook() async throws {
    let path = try await write([Self.communes, Self.villages], .xlsx, to: "all.xlsx")
    let communes = try table(path, Self.communes.name, ["code", "name", "forest_pct"])
    #expect(communes.texts("code") == ["01", "02", "03"])
    #expect(communes.texts("name") == ["Ba Tơ", "Sơn Hạ <&\">", "Trà Bồng"])
    #expect(communes.column("forest_pct") == .real([12.25, 70, nil]))
    #expect(try table(path, "fields", ["field"]).count == 11)
  }

  @Test("what a format cannot hold is said, and nothing is left behind")
  func refused() async throws {
    await #expect(throws: StudyError.self) {
      try await write([Self.communes, Self.villages], .flatGeobuf, to: "x.fgb")
    }
    await #expect(throws: StudyError.self) {
      try await write([Layer(name: "t", features: [])], .mbtiles, to: "x.mbtiles")
    }
    let missing = await #expect(throws: StudyError.self) {
      try await write([Self.communes], .geopackage, to: "none/x.gpkg")
    }
    guard case .output? = missing else {
      Issue.record("a missing folder is an error of output")
      return
    }
    let infinite = Layer(
      name: "t",
      features: [
        LayerFeature(
          identifier: "a", geometry: .point(Coordinate(x: 1, y: 1)),
          properties: [Property("v", .real(.infinity, decimals: 1))])
      ])
    await #expect(throws: StudyError.self) {
      try await write([infinite], .geopackage, to: "x.gpkg")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }
}

extension FeatureTable {
  func texts(_ name: String) -> [String?] {
    (0..<count).map { column(name)?.text(at: $0) }
  }
}
