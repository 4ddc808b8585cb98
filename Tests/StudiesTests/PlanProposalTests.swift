import GDALKit
import GeoModel
import Plan
import Studies
import Testing

@Suite("A first plan for a folder")
struct PlanProposalTests {
  private let map = """
    <osm version="0.6"><node id="1" lat="15" lon="108"/><node id="2" lat="15.1" lon="108.1"/>
    <way id="3"><nd ref="1"/><nd ref="2"/><tag k="highway" v="track"/></way></osm>
    """

  /// A folder with one file of each kind.
  private func folder() throws -> PlanFolder {
    let folder = try TwoUnits.folder()
    try folder.write(
      MapText.geoJSON([
        MapText.Feature(["code": "v", "name": "n", "households": "3"], point(108, 15))
      ]),
      to: "villages.geojson")
    try folder.write(
      MapText.geoJSON([MapText.Feature(["name": "n"], point(108, 15))]), to: "centres.geojson")
    let line = Geometry.lineString([Coordinate(x: 108, y: 15), Coordinate(x: 108.1, y: 15)])
    try folder.write(
      MapText.geoJSON([MapText.Feature(["class": "a", "surface": "b"], line)]), to: "roads.geojson")
    try folder.write(
      MapText.geoJSON([MapText.Feature(["name": "a"], line)]), to: "rivers.geojson")
    try TwoUnits.writeRaster(to: folder, name: "landcover.tif") { _, _ in 10 }
    let grid = GridGeometry(
      columns: 2, rows: 2, originX: 108, columnStepX: 0.1, originY: 15.1, rowStepY: -0.05)
    try folder.write(
      .reals([1, 2, 3, 4]), grid: grid, system: "EPSG:4326", noData: nil, to: "dem.tif")
    try folder.write("note to self", to: "readme.txt")
    return folder
  }

  private func plan(_ folder: PlanFolder) throws -> (text: String, plan: Plan) {
    let text = try PlanProposal.text(
      forFolder: folder.path, writtenTo: "\(folder.path)/plan.yaml")
    return (text, try Plan.read(text: text, file: "plan.yaml", folder: folder.path))
  }

  @Test("every kind of file finds its section, and the text is a plan that can be checked")
  func everyKind() async throws {
    let folder = try folder()
    let (text, plan) = try plan(folder)
    guard case .source(let units) = plan.units.first?.origin else {
      Issue.record("units have a source")
      return
    }
    #expect(units.source.text == "units.geojson")
    #expect(units.code.name == "code" && units.name?.name == "name")
    #expect(plan.villages?.source.text == "villages.geojson")
    #expect(plan.villages?.households?.name == "households")
    #expect(plan.centres?.source.text == "centres.geojson")
    #expect(plan.roads?.source.text == "roads.geojson")
    #expect(plan.roads?.fields.surface?.name == "surface")
    #expect(plan.forest?.cover?.source.text == "landcover.tif")
    #expect(plan.elevation?.text == "dem.tif")
    try folder.write(text, to: "first.yaml")
    let session = try PlanSession(
      planAt: "\(folder.path)/first.yaml", options: StudyOptions(jobs: 1))
    let findings = try await session.check()
    #expect(!findings.contains { $0.kind == "invalid-geometry" })
  }

  @Test("a file that found no section is named, not passed over")
  func notUsed() throws {
    let (text, _) = try plan(try folder())
    let rest = text.split(separator: "\n").drop { !$0.contains("Also found, and not used yet") }
    #expect(rest.dropFirst().first == "#   rivers.geojson", "\(text)")
    #expect(!text.contains("readme.txt"))
  }

  @Test("an OpenStreetMap file alone gives units, villages, centres and roads")
  func openStreetMap() throws {
    let folder = try PlanFolder()
    try folder.write(map, to: "province.osm")
    let (_, plan) = try plan(folder)
    #expect(plan.units.first?.name == "commune")
    #expect(plan.roads?.source.text == "province.osm" && plan.roads?.source.layer?.name == "lines")
    #expect(plan.villages?.source.layer?.name == "points" && plan.centres != nil)
  }

  @Test("an OpenStreetMap file beside boundaries gives the roads")
  func openStreetMapBesideAreas() throws {
    let folder = try TwoUnits.folder()
    try folder.write(map, to: "province.osm")
    let (text, plan) = try plan(folder)
    guard case .source(let units) = plan.units.first?.origin else {
      Issue.record("units have a source")
      return
    }
    #expect(units.source.text == "units.geojson")
    #expect(plan.roads?.source.text == "province.osm", "\(text)")
    try folder.write(
      MapText.geoJSON([
        MapText.Feature(
          ["class": "a"], .lineString([Coordinate(x: 108, y: 15), Coordinate(x: 109, y: 15)]))
      ]), to: "roads.geojson")
    let beside = try self.plan(folder)
    #expect(beside.plan.roads?.source.text == "roads.geojson")
    #expect(beside.text.contains("#   province.osm"), "\(beside.text)")
  }

  @Test("names with quotes stay names")
  func quotes() throws {
    let folder = try PlanFolder()
    try folder.write(MapText.geoJSON(TwoUnits.features), to: "old \"units\".geojson")
    let (_, plan) = try plan(folder)
    guard case .source(let units) = plan.units.first?.origin else {
      Issue.record("units have a source")
      return
    }
    #expect(units.source.text == "old \"units\".geojson")
  }

  @Test("a plan beside the folder, one elsewhere, no folder, and a folder of nothing")
  func placesOfPlans() async throws {
    let folder = try folder()
    let text = try PlanProposal.text(
      forFolder: "\(folder.path)/.", writtenTo: "\(folder.path)/plan.yaml")
    #expect(text.contains("source: \"units.geojson\""))
    let above = try PlanProposal.text(
      forFolder: folder.path, writtenTo: "\(folder.path)/../plan.yaml")
    let name = folder.path.split(separator: "/").last.map(String.init) ?? ""
    #expect(above.contains("source: \"\(name)/units.geojson\""), "\(above)")
    let far = try PlanProposal.text(forFolder: folder.path, writtenTo: "/elsewhere/plan.yaml")
    #expect(far.contains("source: \"..\(folder.path)/units.geojson\""), "\(far)")
    let none = await refusal {
      _ = try PlanProposal.text(forFolder: "\(folder.path)/nowhere", writtenTo: nil)
    }
    #expect(none.count == 1 && none[0].contains("no such folder"))
    let empty = try PlanFolder()
    try empty.write("text", to: "a.txt")
    let nothing = await refusal {
      _ = try PlanProposal.text(forFolder: empty.path, writtenTo: nil)
    }
    #expect(nothing.count == 1 && nothing[0].contains("no file that GDAL reads"))
  }
}
