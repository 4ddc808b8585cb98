import Foundation
import GeoModel
import Studies
import TestSupport
import Testing

@Suite("The format of a source decides nothing")
struct SourceFormatTests {
  @Test("GeoJSON, a shapefile and a table with WKT give the same layers", arguments: 0..<10)
  func formats(_ seed: Int) async throws {
    var random = SeededGenerator(seed: seed)
    let coverage = try MadeCoverage(
      system: [4326, 32649, 3406][seed % 3], districts: .dissolved, random: &random)
    // A shapefile winds outer rings clockwise; the others are written so too.
    let features = coverage.communeFeatures().map { feature in
      var wound = feature
      wound.geometry = feature.geometry?.mapRuns { $0.reversed() }
      return wound
    }
    let raster = try MadeRaster(over: coverage.box, random: &random)
    let folder = try PlanFolder()
    let forest = try raster.write(to: folder, leastHectares: 5, connectivity: 4)
    let epsg = coverage.system.definition
    let crs = epsg == "EPSG:4326" ? "" : ", crs: \(epsg), crs_override: true"
    try folder.write(MapText.geoJSON(features), to: "communes.geojson")
    try folder.write(MapText.table(features), to: "communes.csv")
    let files = Shapefile.files(
      "communes", fields: ["code", "name", "district", "dname"],
      rows: zip(coverage.communes, features).map { unit, feature in
        (
          values: [unit.code, "Xã \(unit.code)", unit.district, "Huyện \(unit.district)"],
          areas: feature.geometry?.polygons ?? []
        )
      }, projection: nil)
    for (name, bytes) in files { try folder.write(bytes, to: name) }

    var found: [[String: Data]] = []
    for (name, system) in [
      ("communes.geojson", crs), ("communes.csv", ", crs: \(epsg)"),
      ("communes.shp", ", crs: \(epsg)"),
    ] {
      let units = coverage.plan(communes: "\(name), code: code").replacing(
        ", code: code, code: code", with: ", code: code\(system)")
      _ = try await folder.session(units + forest).run(to: "\(folder.path)/\(name).out")
      var files = try folder.files(in: "\(name).out")
      // These two name the source.
      files["run.json"] = nil
      files["datapackage.json"] = nil
      found.append(files)
    }
    #expect(found[0].count == 5)
    #expect(found[1] == found[0], "seed \(seed): the table")
    #expect(found[2] == found[0], "seed \(seed): the shapefile")
  }
}
