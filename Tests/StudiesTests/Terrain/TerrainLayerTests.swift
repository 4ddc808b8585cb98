import Foundation
import GDALKit
import GeoModel
import Studies
import Testing

/// Two communes of 20 × 20 cells of 0.005° on made-up ground: level at 100 m in the west, a plane that
/// rises by 100 m a cell (18.6 %) in the east.
@Suite("Slope and height by unit, from plan to layer and raster")
struct TerrainLayerTests {
  private static let grid = GridGeometry(
    columns: 50, rows: 30, originX: 107.975, columnStepX: 0.005, originY: 15.125, rowStepY: -0.005)
  private static let plan = TwoUnits.plan + "elevation: dem.tif\n"

  private func folder(void: (row: Int, column: Int)? = nil) throws -> PlanFolder {
    let folder = try TwoUnits.folder()
    let heights: [Float] = (0..<1500).map { index in
      if let void, index == void.row * 50 + void.column { return -32768 }
      return 100 + 100 * Float(max(0, index % 50 - 25))
    }
    try folder.write(
      .reals(heights), grid: Self.grid, system: "EPSG:4326", noData: -32768, to: "dem.tif")
    return folder
  }

  private func shares(_ unit: LayerFeature?, _ names: [String]) -> [Double] {
    let area = unit?.number("area_ha") ?? 0
    return names.map { ((unit?.number("\($0)_ha") ?? -1) / area * 400).rounded() }
  }

  @Test("Classes of slope and bands of height, in 400ths of a unit")
  func bands() async throws {
    let folder = try folder()
    let layer = try await folder.session(Self.plan)
      .terrain(level: nil, in: nil, rasterTo: nil).layer
    let slopes = ["slope_0_15", "slope_15_30", "slope_30_60", "slope_from_60", "slope_unknown"]
    let heights = [
      "elevation_below_200", "elevation_200_500", "elevation_500_1000", "elevation_from_1000",
      "elevation_unknown",
    ]
    let (west, east) = (layer.feature("01"), layer.feature("02"))
    #expect(shares(west, slopes + ["outside"]) == [400, 0, 0, 0, 0, 0])
    // At the foot of the plane the slope is half of it.
    #expect(shares(east, slopes) == [20, 380, 0, 0, 0])
    #expect(shares(west, heights) == [400, 0, 0, 0, 0])
    #expect(shares(east, heights) == [20, 60, 100, 220, 0])
    #expect(abs((east?.number("slope_from_15_pct_low") ?? 0) - 95) < 1e-2)
    #expect(abs((layer.total("slope_from_15_pct_high") ?? 0) - 47.5) < 1e-2)
  }

  @Test("A void makes itself and its neighbours unknown: on neither side, then on the steep one")
  func void() async throws {
    let folder = try folder(void: (14, 15))
    let layer = try await folder.session(Self.plan)
      .terrain(level: nil, in: nil, rasterTo: nil).layer
    let west = layer.feature("01")
    #expect(
      shares(west, ["slope_0_15", "slope_unknown", "elevation_below_200", "elevation_unknown"])
        == [391, 9, 399, 1])
    #expect(west?.number("slope_from_15_pct_low") == 0)
    #expect(abs((west?.number("slope_from_15_pct_high") ?? 0) - 2.25) < 1e-3)
    let sum =
      ["slope_0_15_ha", "slope_15_30_ha", "slope_30_60_ha", "slope_from_60_ha", "slope_unknown_ha"]
      .reduce(0) { $0 + (west?.number($1) ?? .nan) } + (west?.number("outside_ha") ?? .nan)
    #expect(abs(sum / (west?.number("area_ha") ?? 0) - 1) < 1e-9)
  }

  @Test("The raster of slopes has the model's cells around the units; their neighbours count")
  func raster() async throws {
    let folder = try folder(void: (14, 15))
    let path = "\(folder.path)/slope.tif"
    _ = try await folder.session(Self.plan).terrain(level: nil, in: nil, rasterTo: path)
    let raster = try RasterDataset(opening: DatasetSource(location: path))
    let grid = raster.description.grid
    // 108.2° lies a rounding beyond the border of two cells, and takes one more.
    let columns = grid.columns
    #expect((40...41).contains(columns) && grid.rows == 20)
    #expect(abs(grid.originX - 108) < 1e-9 && abs(grid.originY - 15.1) < 1e-9)
    #expect(raster.description.noDataValue == -9999)
    let cells = try raster.floats(rows: 0..<20)
    // No edge of unknown cells: the model reaches further.
    #expect(cells.count { $0 == -9999 } == 9)
    #expect(cells[9 * columns + 10] == -9999 && cells[0] == 0)
    #expect(abs(cells[39] - 18.6) < 0.01 && abs(cells[20] - 9.3) < 0.01)
  }

  @Test("The plan's own limits make the classes; without a terrain model there is no answer")
  func limits() async throws {
    let folder = try folder()
    let layer =
      try await folder
      .session(Self.plan + "terrain: {slope_pct: 18.5, elevation_m: [150, 250]}\n")
      .terrain(level: nil, in: nil, rasterTo: nil).layer
    let east = layer.feature("02")
    #expect(shares(east, ["slope_0_18p5", "slope_from_18p5"]) == [20, 380])
    #expect(
      shares(east, ["elevation_below_150", "elevation_150_250", "elevation_from_250"])
        == [20, 20, 360])
    let flat = try TwoUnits.folder()
    let lines = await refusal {
      _ = try await flat.session(TwoUnits.plan).terrain(level: nil, in: nil, rasterTo: nil)
    }
    #expect(lines.count == 1 && lines[0].contains("elevation"))
  }
}
