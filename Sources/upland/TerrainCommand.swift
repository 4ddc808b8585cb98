internal import ArgumentParser
internal import GeoModel
internal import Publishing
internal import Studies

/// `upland terrain`.
struct TerrainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "terrain",
    abstract: "How steep and how high is the ground?",
    discussion: """
      The hectares of each unit by class of slope and band of height; what the terrain model does not \
      know stands apart. With -o ending in .tif the slope of every cell in per cent as a GeoTIFF.

      Example:
        upland terrain plan.yaml --by commune -o terrain.geojson
        upland terrain plan.yaml -o slope.tif
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var output: LayerOutput
  @OptionGroup var units: UnitSelection

  func run() async throws {
    let session = try common.session()
    try output.requireKnownForm(holdsRaster: true)
    let result = try await session.terrain(
      level: units.by, in: units.place.code, rasterTo: output.rasterPath)
    common.warn(result.warnings)
    let language = common.language(of: session)
    guard let output = output.besideRaster else { return }
    let names = session.terrainNames
    try await output.deliver(
      result,
      columns: ["code", "name", "area_ha"] + names.slopes.map { "slope_\($0)_ha" }
        + names.heights.map { "elevation_\($0)_ha" },
      titles: ColumnTitles.terrain(names, language),
      notes: [
        language == .vietnamese
          ? "Độ dốc tính theo Horn, phần trăm; diện tích tính bằng ha."
          : "Slope after Horn, in per cent; areas in hectares."
      ], language: language, jobs: common.workers)
  }
}

extension ColumnTitles {
  /// The titles of classes of slope and bands of height, by the names of their properties.
  static func terrain(
    _ names: (slopes: [String], heights: [String]), _ language: OutputLanguage
  ) -> [String: String] {
    let isVietnamese = language == .vietnamese
    func title(_ name: String, _ unit: String, unknown: String) -> String {
      let parts = name.split(separator: "_").map { $0.replacing("p", with: ".") }
      switch parts[0] {
      case "unknown": return unknown
      case "from": return "≥ \(parts[1]) \(unit)"
      case "below": return "< \(parts[1]) \(unit)"
      default: return "\(parts[0])–\(parts[1]) \(unit)"
      }
    }
    var titles: [String: String] = [:]
    for name in names.slopes {
      titles["slope_\(name)_ha"] = title(
        name, "%", unknown: isVietnamese ? "Chưa rõ độ dốc" : "Slope unknown")
    }
    for name in names.heights {
      titles["elevation_\(name)_ha"] = title(
        name, "m", unknown: isVietnamese ? "Chưa rõ độ cao" : "Height unknown")
    }
    return titles
  }
}
