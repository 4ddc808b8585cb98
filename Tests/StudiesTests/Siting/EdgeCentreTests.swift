import GDALKit
import GeoModel
import Studies
import Testing

@Suite("Centres on the edges of another raster's cells")
struct EdgeCentreTests {
  /// 400 × 4 cells of 0.001° under one unit, and a land cover half a cell farther west and north, forest in
  /// every other column of it: each centre lies on a corner of the land cover's cells.
  private func folder() throws -> PlanFolder {
    let folder = try PlanFolder()
    try folder.write(
      MapText.geoJSON([
        MapText.Feature(
          ["code": "A"],
          .polygon(
            Polygon(
              exterior: LinearRing([
                Coordinate(x: 87, y: 0), Coordinate(x: 87.4, y: 0), Coordinate(x: 87.4, y: 0.004),
                Coordinate(x: 87, y: 0.004), Coordinate(x: 87, y: 0),
              ]), holes: [])))
      ]), to: "units.geojson")
    try folder.write(
      .reals([Float](repeating: 100, count: 1600)),
      grid: GridGeometry(
        columns: 400, rows: 4, originX: 87, columnStepX: 0.001, originY: 0.004, rowStepY: -0.001),
      system: "EPSG:4326", noData: nil, to: "dem.tif")
    try folder.write(
      .bytes((0..<5 * 401).map { $0 % 401 % 2 == 1 ? 10 : 30 }),
      grid: GridGeometry(
        columns: 401, rows: 5, originX: 86.9995, columnStepX: 0.001, originY: 0.0045,
        rowStepY: -0.001),
      system: "EPSG:4326", noData: nil, to: "cover.tif")
    return folder
  }

  @Test("A centre on an edge lies in the next column, whichever way its numbers were rounded")
  func edges() async throws {
    let folder = try folder()
    let session = try folder.session(
      """
      units: {level: commune, source: units.geojson, code: code}
      elevation: {source: dem.tif}
      forest: {rule: vn-2018, source: cover.tif, classes: [10]}
      resettlement:
        sites:
          constraints: [{outside: forest}]
          criteria: [{name: height, elevation_m: true, best: 0, worst: 200, weight: 1}]
      """)
    let answer = try await session.resettlementProposal(in: nil, rasterTo: nil)
    let names = try #require(answer.sites).features.compactMap { $0.text("site") }
    // The centre of column i, counted from 0, is the border of the land cover's columns i and i + 1.
    let wanted = stride(from: 1, to: 400, by: 2).map { "R1C\($0 + 1)" }
    #expect(names.sorted() == wanted.sorted())
    withExtendedLifetime(folder) {}
  }
}
