import GeoModel
import Studies
import Testing

@Suite("What a plan names and the data do not have")
struct SourceProblemTests {
  private func lines(_ folder: PlanFolder, _ plan: String) async -> [String] {
    await refusal { _ = try await folder.session(plan).check() }
      .map { $0.replacing(folder.path + "/", with: "") }
  }

  @Test("a missing file, with the nearest name")
  func missingFile() async throws {
    let folder = try TwoUnits.folder()
    let found = await lines(folder, TwoUnits.plan.replacing("units.geojson", with: "unit.geojson"))
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("plan.yaml:2:") == true, "\(found)")
    #expect(found.first?.contains("there is no file 'unit.geojson'") == true, "\(found)")
    #expect(found.first?.contains("did you mean 'units.geojson'?") == true, "\(found)")
  }

  @Test("a missing field, with the nearest name")
  func missingField() async throws {
    let folder = try TwoUnits.folder()
    let found = await lines(folder, TwoUnits.plan.replacing("name: name", with: "name: nam"))
    #expect(found.count == 1)
    #expect(
      found.first?.contains("has no field 'nam'; did you mean 'name'?") == true, "\(found)")
    let far = await lines(folder, TwoUnits.plan.replacing("name: name", with: "name: zzzzzz"))
    #expect(far.first?.contains("it has code, name, district") == true, "\(far)")
  }

  @Test("a missing layer, with what there is")
  func missingLayer() async throws {
    let folder = try TwoUnits.folder()
    let found = await lines(
      folder, TwoUnits.plan.replacing("code: code", with: "layer: unit, code: code"))
    #expect(found.count == 1)
    #expect(
      found.first?.contains("has no layer 'unit'; did you mean 'units'?") == true, "\(found)")
  }

  @Test("a condition that is no SQL, at its own line")
  func brokenCondition() async throws {
    let folder = try TwoUnits.folder()
    let found = await lines(
      folder,
      """
      units:
        level: commune
        source: units.geojson
        where: code = = '01'
        code: code
      """)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("plan.yaml:5:") == true, "\(found)")
    #expect(found.first?.contains("the condition does not fit 'units.geojson'") == true, "\(found)")
  }

  @Test("a condition on a field that is not there")
  func conditionOnNothing() async throws {
    let folder = try TwoUnits.folder()
    let found = await lines(
      folder, TwoUnits.plan.replacing("code: code", with: "where: \"cod = '01'\", code: code"))
    #expect(found.count == 1)
    #expect(found.first?.contains("the condition does not fit") == true, "\(found)")
  }

  @Test("a file that is no raster, and one that is no map")
  func noRaster() async throws {
    let folder = try TwoUnits.folder()
    try folder.write("not a picture", to: "cover.tif")
    try folder.write("not a map", to: "roads.gpkg")
    let found = await lines(
      folder,
      TwoUnits.plan + """
        forest: {rule: r, source: cover.tif, classes: [1]}
        roads: {source: roads.gpkg, class: c, surface: s, hardened: [a]}
        """)
    #expect(found.count == 2, "\(found)")
    #expect(found.contains { $0.contains("'cover.tif' is no raster that GDAL reads") }, "\(found)")
    #expect(found.contains { $0.contains("'roads.gpkg'") }, "\(found)")
  }

  @Test("a raster that names no forest, and a raster of several layers of meaning")
  func rasterAsPolygons() async throws {
    let folder = try TwoUnits.folder()
    try TwoUnits.writeRaster(to: folder) { _, _ in 1 }
    let lines = await refusal {
      _ = try await folder.session(TwoUnits.plan + "forest: {rule: r, source: cover.tif}\n")
        .forestCover(level: nil, in: nil)
    }
    #expect(lines.count == 1 && lines[0].contains("no cell is named as forest"), "\(lines)")
  }

  @Test("all problems of all sections come at once, in the order of the plan")
  func allAtOnce() async throws {
    let folder = try TwoUnits.folder()
    let found = await lines(
      folder,
      """
      units: {level: commune, source: units.geojson, code: cod, name: nam}
      villages: {source: villages.csv, x: x, y: y, crs: EPSG:4326, code: code}
      forest: {rule: r, source: cover.tif, classes: [1]}
      elevation: {source: dem.tif}
      """)
    #expect(
      found.map { $0.split(separator: ":")[1] } == ["2", "2", "3", "4", "5"], "\(found)")
  }

  @Test("a section that the command needs and the plan does not have")
  func missingSections() async throws {
    let folder = try TwoUnits.folder()
    let forest = await refusal {
      _ = try await folder.session(TwoUnits.plan).forestCover(level: nil, in: nil)
    }
    #expect(forest.count == 1 && forest[0].contains("forest"), "\(forest)")
    let access = await refusal {
      _ = try await folder.session(TwoUnits.plan).villages(without: nil, in: nil)
    }
    #expect(access.count == 3, "\(access)")
  }
}
