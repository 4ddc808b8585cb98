internal import ArgumentParser
internal import GeoModel
internal import Publishing
internal import Studies

/// `upland accessibility`.
struct AccessibilityCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accessibility",
    abstract: "How long is the way to the nearest centre, on and off the road?",
    discussion: """
      Minutes by the least-cost way over the terrain: on roads at the speed of their class, elsewhere \
      on foot by slope. People and villages of each unit by time; with -o ending in .tif the minutes \
      of every cell as a GeoTIFF.

      Example:
        upland accessibility plan.yaml -o minutes.tif
        upland accessibility plan.yaml --by commune -o accessibility.geojson
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var output: LayerOutput
  @OptionGroup var units: UnitSelection

  func run() async throws {
    let session = try common.session()
    try output.requireKnownForm(holdsRaster: true)
    let answer = try await session.accessibility(
      level: units.by, in: units.place.code, rasterTo: output.rasterPath)
    common.warn(answer.units.warnings)
    let language = common.language(of: session)
    guard let output = output.besideRaster else { return }
    let subject = answer.countsPeople ? "people" : "villages"
    try await output.deliver(
      answer.units,
      columns: ["code", "name", subject] + answer.bandNames.map { "\(subject)_\($0)" },
      titles: ColumnTitles.travel(limits: answer.limits, names: answer.bandNames, language),
      notes: AccessibilitySummary(answer: answer, language: language).lines, language: language,
      jobs: common.workers)
  }
}
