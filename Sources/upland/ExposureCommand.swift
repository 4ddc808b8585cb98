internal import ArgumentParser
internal import GeoModel
internal import Publishing
internal import Studies

/// `upland exposure`.
struct ExposureCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exposure",
    abstract: "How much ground, how many villages and how much road lie in each hazard?",
    discussion: """
      Each unit with the hectares of every hazard and class, the villages, households and people that \
      are exposed (least and most, where something is unknown), and the kilometres of road and the \
      bridges in hazards.

      Example:
        upland exposure plan.yaml --by commune -o hazard-exposure.geojson
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var output: LayerOutput
  @OptionGroup var units: UnitSelection

  func run() async throws {
    let session = try common.session()
    try output.requireKnownForm()
    let result = try await session.exposure(level: units.by, in: units.place.code)
    common.warn(result.warnings)
    let language = common.language(of: session)
    let hazards = session.hazardKeys
    var titles: [String: String] = [:]
    for hazard in hazards { titles["\(hazard.key)_ha"] = "\(hazard.name) ha" }
    try await output.deliver(
      result,
      columns: ["code", "name", "area_ha"] + hazards.map { "\($0.key)_ha" }
        + ["villages", "villages_exposed_low", "villages_exposed_high", "households_exposed_low"],
      titles: titles,
      notes: ExposureSummary(totals: result.layer.studyTotals, language: language).lines,
      language: language, jobs: common.workers)
  }
}
