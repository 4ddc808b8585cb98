public import GeoModel
public import Plan
internal import Publishing

/// One plan and the questions that can be put to it: what the commands call.
///
/// Every question reads the sources afresh, so that an answer never mixes two states of a file.
public struct PlanSession: Sendable {
  /// The plan.
  public let plan: Plan
  let options: StudyOptions

  /// Reads the plan at `path`.
  ///
  /// - Throws: ``StudyError/plan(_:)`` with all problems of the plan.
  public init(planAt path: String, options: StudyOptions) throws(StudyError) {
    do throws(PlanError) {
      plan = try Plan.read(contentsOf: path)
    } catch {
      throw .plan(error.problems)
    }
    self.options = options
    InputFiles.claim(SourceFiles(plan: plan).all + RuleFiles.locations(of: plan))
  }

  /// What is wrong with the data, sorted by severity, layer and feature.
  public func check() async throws -> [Finding] {
    let study = try await StudyLoader(plan: plan, options: options).load()
    return try await PlanCheck(study: study, options: options).findings()
  }

  /// Forest cover of the units of `level` (the first where `nil`), all of them or those in `code`.
  ///
  /// - Throws: ``StudyError``.
  public func forestCover(level: String?, in code: String?) async throws -> LayerResult {
    guard let section = plan.forest else {
      throw StudyError.plan([missing("forest", "name a raster or polygons under forest")])
    }
    var study = try await StudyLoader(
      plan: plan, options: options, shown: [level ?? plan.units[0].name]
    ).load(villages: false)
    var wanted = try study.level(named: level)
    if let code { wanted = try study.narrow(wanted, to: code) }
    study.levels = study.levels.map { $0.name == wanted.name ? wanted : $0 }
    let forest = try ForestCoverStudy(study: study, section: section, options: options)
    let results = try await forest.run(levels: [wanted])
    let layers = try ForestLayers(study: study, section: section, rule: forest.rule)
      .layers(of: results)
    return LayerResult(layer: study.totalled(layers[0], of: code), warnings: study.ledger.warnings)
  }

  /// The villages with their tiers: all, or those whose answer for `tier` is no or unknown, and
  /// all, or those in the unit `code`.
  ///
  /// - Throws: ``StudyError``.
  public func villages(
    without tier: AccessTier?, in code: String?
  ) async throws -> LayerResult {
    let sections = try accessSections()
    let study = try await StudyLoader(
      plan: plan, options: options, shown: [sections.centres.level], readsRoads: true
    ).load()
    let units = try code.map { try study.finestCodes(in: $0) }
    let placed = try await PlacedNetworkLoader(
      study: study, roads: sections.roads, centres: sections.centres, options: options
    ).load()
    let result = try await VillagesStudy(study: study, placed: placed, options: options).run()
    let layer = VillagesLayer(roads: VillageRoads(result), unitNames: study.finestNames)
      .layer(without: tier, in: units)
    return LayerResult(layer: layer, warnings: study.ledger.warnings)
  }

  /// The sections that a question about villages and roads needs.
  func accessSections() throws(StudyError) -> (roads: RoadsSection, centres: CentresSection) {
    var problems: [PlanProblem] = []
    if plan.villages == nil { problems.append(missing("villages", "name the source of villages")) }
    if plan.centres == nil { problems.append(missing("centres", "name where roads must lead")) }
    if plan.roads == nil { problems.append(missing("roads", "name the source of roads")) }
    guard let roads = plan.roads, let centres = plan.centres, problems.isEmpty else {
      throw .plan(problems)
    }
    return (roads, centres)
  }

  func missing(_ section: String, _ remedy: String) -> PlanProblem {
    PlanProblem(
      file: plan.file, mark: nil, path: section, message: "the plan has no such section",
      suggestion: remedy)
  }
}
