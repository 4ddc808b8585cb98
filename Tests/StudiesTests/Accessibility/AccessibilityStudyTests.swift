import Foundation
import GDALKit
import GeoModel
import Studies
import Testing

/// Two communes of 0.1°, on level ground of 50 × 30 cells of 0.005° around them, unless said otherwise.
@Suite("Travel times, from plan to layer")
struct AccessibilityStudyTests {
  private static let grid = GridGeometry(
    columns: 50, rows: 30, originX: 107.975, columnStepX: 0.005, originY: 15.125, rowStepY: -0.005)

  private func folder(
    system: String? = "EPSG:4326", centre: Geometry = point(108.0526, 15.0526)
  ) throws -> PlanFolder {
    let folder = try TwoUnits.folder()
    try folder.write(
      .reals([Float](repeating: 100, count: 1500)), grid: Self.grid, system: system, noData: nil,
      to: "dem.tif")
    try folder.write(
      MapText.geoJSON([MapText.Feature(["name": "c"], centre)]), to: "centres.geojson")
    try folder.write(
      MapText.geoJSON([
        MapText.Feature(
          ["kind": "primary"],
          .lineString([Coordinate(x: 108.0526, y: 15.0526), Coordinate(x: 108.1926, y: 15.0526)])),
        MapText.Feature(
          ["kind": "ropeway"],
          .lineString([Coordinate(x: 108.0526, y: 15.0926), Coordinate(x: 108.1926, y: 15.0926)])),
      ]), to: "roads.geojson")
    try folder.write(
      MapText.geoJSON([
        MapText.Feature(["id": "near"], point(108.0524, 15.0524)),
        MapText.Feature(["id": "road"], point(108.1924, 15.0526)),
        MapText.Feature(["id": "far"], point(108.1924, 15.0926)),
        MapText.Feature(["id": "lost"], nil),
      ]), to: "villages.geojson")
    return folder
  }

  private let plan =
    TwoUnits.plan + """
      villages: {source: villages.geojson, code: id}
      centres: {level: commune, source: centres.geojson}
      elevation: dem.tif

      """
  private let roads = "roads: {source: roads.geojson, class: kind}\n"

  @Test(
    "On foot alone the far side takes hours; by road minutes, and what lies beside it little more")
  func byRoad() async throws {
    let folder = try folder()
    let onFoot = try await folder.session(plan).accessibility(level: nil, in: nil, rasterTo: nil)
    #expect(onFoot.units.layer.feature("01")?.number("villages_0_30_min") == 1)
    // 15 km at 3.02 km/h: five hours.
    #expect(onFoot.units.layer.feature("02")?.number("villages_over_120_min") == 2)
    #expect(onFoot.units.warnings.contains { $0.contains("no roads") })
    let byRoad = try await folder.session(plan + roads)
      .accessibility(level: nil, in: nil, rasterTo: nil)
    let east = byRoad.units.layer.feature("02")
    // 15 km at 50 km/h: 18 minutes; from there 4.4 km on foot: 88.
    #expect(east?.number("villages_0_30_min") == 1)
    #expect(east?.number("villages_60_120_min") == 1)
    #expect(byRoad.units.layer.total("villages") == 3)
    #expect(byRoad.destinations == ["centres"] && !byRoad.countsPeople)
  }

  @Test("Speeds that the plan does not name are counted, and a class that nobody knows is walked")
  func assumed() async throws {
    let folder = try folder()
    _ = try await folder.session(plan + roads).run(to: "\(folder.path)/out")
    let record = try folder.json("out/run.json")
    let assumptions = (record["assumptions"] as? [[String: Any]] ?? []).filter {
      $0["section"] as? String == "roads.speeds_kmh"
    }
    #expect(
      assumptions.map { $0["assumption"] as? String } == [
        "class primary taken at 50 km/h", "class ropeway, speed unknown: walked as open ground",
      ])
    #expect(assumptions.allSatisfy { $0["count"] as? Int == 1 && $0["of"] as? Int == 2 })
    let rasters = record["rasters"] as? [[String: Any]] ?? []
    #expect(rasters.map { $0["path"] as? String } == ["accessibility.tif", "slope.tif"])
    #expect(rasters.first?["columns"] as? Int == 50 && rasters.first?["unit"] as? String == "min")
    #expect((record["not_computed"] as? [Any])?.isEmpty == true)
    let files = try folder.files(in: "out")
    #expect(files["accessibility.tif"] != nil && files["accessibility.geojson"] != nil)
    _ = try await folder.session(plan + roads, jobs: 3).run(to: "\(folder.path)/again")
    #expect(try folder.files(in: "again") == files)
  }

  @Test("A barrier without a bridge cuts the ground behind it off; a road leads over it")
  func barrier() async throws {
    let folder = try folder()
    try folder.write(
      MapText.geoJSON([
        MapText.Feature(
          ["name": "r"],
          .lineString([Coordinate(x: 108.1226, y: 14), Coordinate(x: 108.1226, y: 16)]))
      ]), to: "river.geojson")
    let river =
      "overlays: {name: river, source: river.geojson}\naccessibility: {barriers: [river]}\n"
    let cut = try await folder.session(plan + river)
      .accessibility(level: nil, in: nil, rasterTo: nil)
    #expect(cut.units.layer.feature("02")?.number("villages_not_reached") == 2)
    let bridged = try await folder.session(plan + river + roads)
      .accessibility(level: nil, in: nil, rasterTo: nil)
    #expect(bridged.units.layer.feature("02")?.number("villages_not_reached") == 0)
    #expect(bridged.units.layer.feature("02")?.number("villages_0_30_min") == 1)
  }

  @Test("A raster of minutes for a metre stands for terrain and roads")
  func friction() async throws {
    let folder = try folder()
    try folder.write(
      .reals([Float](repeating: 0.01, count: 1500)), grid: Self.grid, system: "EPSG:4326",
      noData: -9999, to: "friction.tif")
    let plan =
      TwoUnits.plan + """
        villages: {source: villages.geojson, code: id}
        overlays: {name: posts, source: centres.geojson}
        accessibility: {to: [posts], friction: friction.tif, minutes: [151, 170]}

        """
    let answer = try await folder.session(plan).accessibility(level: nil, in: nil, rasterTo: nil)
    // 28 cells of 537.6 m at 0.01: 150.5 minutes; 8 of them sideways as well: 168.9.
    let east = answer.units.layer.feature("02")
    #expect(east?.number("villages_0_151_min") == 1)
    #expect(east?.number("villages_151_170_min") == 1)
    #expect(answer.destinations == ["posts"] && answer.usesFriction)
  }

  @Test("Services are places to get to, like centres and overlays; the nearest of all counts")
  func services() async throws {
    let folder = try folder()
    try folder.write(
      MapText.geoJSON([MapText.Feature(["name": "s"], point(108.1924, 15.0924))]),
      to: "schools.geojson")
    let services =
      plan + "services: {name: school, source: schools.geojson}\naccessibility: {to: "
    func answer(_ to: String) async throws -> AccessibilityAnswer {
      try await folder.session(services + to + "}\n")
        .accessibility(level: nil, in: nil, rasterTo: nil)
    }
    let school = try await answer("school")
    #expect(school.destinations == ["school"] && !school.usesFriction)
    #expect(school.units.layer.feature("01")?.number("villages_over_120_min") == 1)
    #expect(school.units.layer.feature("02")?.number("villages_0_30_min") == 1)
    let both = try await answer("[centres, school]")
    #expect(both.units.layer.feature("01")?.number("villages_0_30_min") == 1)
    #expect(both.units.layer.feature("02")?.number("villages_0_30_min") == 1)
    // A service that is a destination is computed, also where there are no speeds.
    _ = try await folder.session(services + "school}\n").run(to: "\(folder.path)/out")
    let record = try folder.json("out/run.json")
    #expect((record["not_computed"] as? [Any])?.isEmpty == true)
    _ = try await folder.session(services + "centres}\n").run(to: "\(folder.path)/again")
    let other = try folder.json("again/run.json")
    let named = (other["not_computed"] as? [[String: Any]] ?? []).map { $0["section"] as? String }
    #expect(named == ["services"])
  }

  @Test("What cannot be answered is one line each")
  func refusals() async throws {
    func lines(
      _ folder: PlanFolder, _ text: String
    ) async throws -> [String] {
      await refusal {
        _ = try await folder.session(text).accessibility(level: nil, in: nil, rasterTo: nil)
      }
    }
    let nowhere = try await lines(try folder(system: nil), plan)
    #expect(nowhere.count == 1 && nowhere[0].contains("declares no reference system"))
    let far = try await lines(try folder(centre: point(12, 40)), plan)
    #expect(far.count == 1 && far[0].contains("1 beyond the raster"), "\(far)")
    let none = try await lines(try folder(), TwoUnits.plan)
    #expect(none.count == 1 && none[0].contains("nowhere to get to"))
    let free = try folder()
    try free.write(
      .reals([Float](repeating: 0, count: 1500)), grid: Self.grid, system: "EPSG:4326",
      noData: -9999, to: "friction.tif")
    let costless = try await lines(free, plan + "accessibility: {friction: friction.tif}\n")
    #expect(costless.count == 1 && costless[0].contains("0.0 minutes for a metre"))
  }
}
