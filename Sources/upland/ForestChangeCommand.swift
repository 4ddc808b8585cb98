internal import ArgumentParser
internal import GeoModel
internal import Plan
internal import Publishing
internal import Studies

/// `upland forest-change`.
struct ForestChangeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forest-change",
    abstract: "How much forest was gained and lost, and what became of it?",
    discussion: """
      Gain, loss, net and yearly rate between the first and the last of the plan's forest.years, on \
      the ground that both know; loss in special-use and protection forest apart. With --transitions \
      the hectares that went from each class to each other.

      Example:
        upland forest-change plan.yaml --by commune -o change.geojson
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var output: LayerOutput
  @OptionGroup var units: UnitSelection

  @Flag(name: .long, help: "What became of each class, in place of gain and loss.")
  var transitions = false

  func run() async throws {
    let session = try common.session()
    try output.requireKnownForm()
    let result = try await session.forestChange(
      level: units.by, in: units.place.code, transitions: transitions)
    common.warn(result.warnings)
    let language = common.language(of: session)
    let years = session.plan.forest?.years.map(\.year) ?? []
    let ends = [years.first, years.last].compactMap { $0.map { "forest_\($0)_ha" } }
    try await output.deliver(
      result,
      columns: transitions
        ? ["code", "name", "from_class", "to_class", "area_ha"]
        : ["code", "name"] + ends + [
          "gain_ha", "loss_ha", "net_ha", "yearly_rate_pct", "loss_in_special_use_ha",
          "loss_in_protection_ha",
        ],
      titles: ColumnTitles.forest(of: years, language),
      notes: ForestChangeSummary(
        plan: session.plan, totals: result.layer.studyTotals, showsTransitions: transitions,
        language: language
      ).lines, language: language, jobs: common.workers)
  }
}
