import GDALKit
import GeoModel
import PROJKit
import Testing

@testable import Studies

@Suite("Reference systems of sources")
struct ReferenceSystemTests {
  /// The two units in another system, where edges stay straight in that system.
  private func projected(_ code: Int, swapped: Bool = false) throws -> [MapText.Feature] {
    let system = try ReferenceSystemReader.read("EPSG:\(code)")
    let operation = try CoordinateOperation(from: .longitudeLatitude, to: system)
    return try TwoUnits.features.map { feature in
      var moved = feature
      moved.geometry = try feature.geometry?.mapRuns { run in
        let there = try operation.transform(run)
        return swapped ? there.map { Coordinate(x: $0.y, y: $0.x) } : there
      }
      return moved
    }
  }

  private func area(_ folder: PlanFolder, _ plan: String) async throws -> (Layer, [String]) {
    let computed = try await folder.session(plan).compute(layers: nil)
    return (try #require(computed.layers.first), computed.study.ledger.warnings)
  }

  private func shapefile(projection: String?, _ features: [MapText.Feature]) throws -> PlanFolder {
    let folder = try PlanFolder()
    let rows = features.map { feature in
      (
        values: [feature.properties[0].json.replacing("\"", with: "")],
        areas: feature.geometry?.polygons ?? []
      )
    }
    for (name, bytes) in Shapefile.files(
      "units", fields: ["code"], rows: rows, projection: projection)
    {
      try folder.write(bytes, to: name)
    }
    return folder
  }

  private func plan(_ source: String, _ more: String = "") -> String {
    "units: {level: commune, source: \(source), code: code\(more)}\n"
  }

  @Test("a source without one is refused with the remedy; crs names it")
  func none() async throws {
    let folder = try shapefile(projection: nil, TwoUnits.features)
    let lines = await refusal { _ = try await area(folder, plan("units.shp")) }
    #expect(lines.count == 1)
    #expect(
      lines[0].contains("plan.yaml:2:")
        && lines[0].contains("'units.shp' declares no reference system")
        && lines[0].contains("crs: EPSG:"), "\(lines)")
    let (layer, _) = try await area(folder, plan("units.shp", ", crs: EPSG:4326"))
    #expect(layer.features.map { $0.text("code") } == ["01", "02"])

    let table = try PlanFolder()
    try table.write(MapText.table(TwoUnits.features), to: "units.csv")
    let tableLines = await refusal { _ = try await area(table, plan("units.csv")) }
    #expect(tableLines.count == 1 && tableLines[0].contains("declares no reference system"))
    let (fromTable, _) = try await area(table, plan("units.csv", ", crs: EPSG:4326"))
    #expect(fromTable.total("area_ha") == layer.total("area_ha"))
  }

  /// A projected system on an ellipsoid that no registry knows: only a ballpark transformation.
  private let unknownDatum = """
    PROJCS["local",GEOGCS["local",DATUM["Local_Survey",SPHEROID["Local",6378250.0,298.1]],\
    PRIMEM["Greenwich",0],UNIT["Degree",0.017453292519943295]],PROJECTION["Transverse_Mercator"],\
    PARAMETER["false_easting",500000],PARAMETER["false_northing",0],\
    PARAMETER["central_meridian",111],PARAMETER["scale_factor",0.9996],\
    PARAMETER["latitude_of_origin",0],UNIT["Meter",1]]
    """

  @Test("a datum that PROJ does not know is refused, and accepted with crs")
  func ballpark() async throws {
    let folder = try shapefile(projection: unknownDatum, try projected(3406))
    let lines = await refusal { _ = try await area(folder, plan("units.shp")) }
    #expect(lines.count == 1 && lines[0].contains("ballpark"), "\(lines)")
    #expect(lines.first?.contains("crs: EPSG:3406") == true, "\(lines)")
    let (layer, warnings) = try await area(folder, plan("units.shp", ", crs: EPSG:3406"))
    #expect(layer.features.count == 2)
    #expect(warnings.isEmpty, "nothing known is overridden: \(warnings)")
  }

  @Test("crs against a declared system is refused unless crs_override says so, and then noted")
  func override() async throws {
    let folder = try PlanFolder()
    // Written as UTM zone 48N, in truth 49N of VN-2000.
    try folder.write(MapText.geoJSON(try projected(3406), system: 3405), to: "units.geojson")
    let lines = await refusal {
      _ = try await area(folder, plan("units.geojson", ", crs: EPSG:3406"))
    }
    #expect(lines.count == 1 && lines[0].contains("crs_override: true"), "\(lines)")
    #expect(lines.first?.contains("EPSG:3405") == true, "\(lines)")
    let overriding = plan("units.geojson", ", crs: EPSG:3406, crs_override: true")
    let (layer, warnings) = try await area(folder, overriding)
    let truth = try await area(TwoUnits.folder(), TwoUnits.plan).0
    #expect(abs((layer.total("area_ha") ?? 0) / (truth.total("area_ha") ?? 1) - 1) < 1e-4)
    #expect(warnings.count == 1 && warnings[0].contains("overrides"), "\(warnings)")
    _ = try await folder.session(overriding).export(layers: nil, to: "\(folder.path)/out")
    let sources = try folder.json("out/run.json")["sources"] as? [[String: Any]]
    #expect((sources?.first?["crs_by"] as? String)?.contains("overrides") == true)
    // The same system under crs is no contradiction.
    let (same, none) = try await area(folder, plan("units.geojson", ", crs: EPSG:3405"))
    #expect(same.features.count == 2 && none.isEmpty)
  }

  @Test("degrees under a system of metres")
  func degreesAsMetres() async throws {
    let folder = try PlanFolder()
    try folder.write(MapText.geoJSON(TwoUnits.features, system: 3406), to: "units.geojson")
    let lines = await refusal { _ = try await area(folder, plan("units.geojson")) }
    #expect(lines.count == 1 && lines[0].contains("coordinates in degrees"), "\(lines)")
  }

  @Test("metres in a GeoJSON without crs")
  func metresAsDegrees() async throws {
    let folder = try PlanFolder()
    try folder.write(MapText.geoJSON(try projected(5898)), to: "units.geojson")
    let lines = await refusal { _ = try await area(folder, plan("units.geojson")) }
    #expect(
      lines.count == 1 && lines[0].contains("out of the range") && lines[0].contains("metres"),
      "\(lines)")
    let (layer, _) = try await area(
      folder, plan("units.geojson", ", crs: EPSG:5898, crs_override: true"))
    #expect(layer.features.count == 2)
  }

  @Test("latitude before longitude")
  func swapped() async throws {
    let folder = try PlanFolder()
    let features = TwoUnits.features.map { feature in
      var moved = feature
      moved.geometry = feature.geometry?.mapRuns { $0.map { Coordinate(x: $0.y, y: $0.x) } }
      return moved
    }
    try folder.write(MapText.geoJSON(features), to: "units.geojson")
    let lines = await refusal { _ = try await area(folder, plan("units.geojson")) }
    #expect(lines.count == 1 && lines[0].contains("x and y look swapped"), "\(lines)")
  }

  @Test(
    "northing for easting, as tables call them, is no place in the sea",
    arguments: [3406, 5898, 32649])
  func northingForEasting(_ code: Int) async throws {
    let folder = try PlanFolder()
    try folder.write(
      MapText.geoJSON(try projected(code, swapped: true), system: code), to: "units.geojson")
    let lines = await refusal { _ = try await area(folder, plan("units.geojson")) }
    #expect(lines.count == 1 && lines[0].contains("x may be northing"), "\(lines)")
  }

  @Test("far outside the area that a system is made for")
  func areaOfUse() async throws {
    let folder = try PlanFolder()
    // UTM zone 31N of Western Europe: 500 km east of Greenwich read as a place in zone 49.
    let far = rectangle(500_000, 7_500_000, 510_000, 7_510_000)
    try folder.write(
      MapText.geoJSON([MapText.Feature(["code": "01"], far)], system: 3406), to: "units.geojson")
    let lines = await refusal { _ = try await area(folder, plan("units.geojson")) }
    #expect(lines.count == 1 && lines[0].contains("far outside the area of VN-2000"), "\(lines)")
  }

  @Test("a neighbouring zone is no fault: the whole country is drawn in one")
  func neighbouringZone() async throws {
    let folder = try PlanFolder()
    try folder.write(MapText.geoJSON(try projected(3405), system: 3405), to: "units.geojson")
    let (layer, _) = try await area(folder, plan("units.geojson"))
    let truth = try await area(TwoUnits.folder(), TwoUnits.plan).0
    #expect(abs((layer.total("area_ha") ?? 0) / (truth.total("area_ha") ?? 1) - 1) < 1e-4)
  }

  @Test("a raster in metres that calls itself degrees, and one without a system")
  func raster() async throws {
    let folder = try TwoUnits.folder()
    let grid = GridGeometry(
      columns: 10, rows: 10, originX: 780_000, columnStepX: 100, originY: 1_660_000, rowStepY: -100)
    let forest = "forest: {rule: r, source: cover.tif, classes: [1]}\n"
    func lines(_ system: String?) async throws -> [String] {
      try folder.write(
        .bytes(Array(repeating: 1, count: 100)), grid: grid, system: system, noData: nil,
        to: "cover.tif")
      return await refusal {
        _ = try await folder.session(TwoUnits.plan + forest).forestCover(level: nil, in: nil)
      }
    }
    let degrees = try await lines("EPSG:4326")
    #expect(degrees.count == 1 && degrees[0].contains("out of the range"), "\(degrees)")
    let none = try await lines(nil)
    #expect(none.count == 1 && none[0].contains("declares no reference system"), "\(none)")
    #expect(try await lines("EPSG:3406").isEmpty)
  }

  @Test("longitudes that run on past 180° are told apart from metres")
  func pastTheAntimeridian() async throws {
    let folder = try PlanFolder()
    try folder.write(
      MapText.geoJSON([MapText.Feature(["code": "01"], rectangle(178, 10, 182, 11))]),
      to: "units.geojson")
    let lines = await refusal { _ = try await area(folder, plan("units.geojson")) }
    #expect(lines.count == 1 && lines[0].contains("past 180°"), "\(lines)")
    #expect(!lines[0].contains("metres"), "\(lines)")
  }
}
