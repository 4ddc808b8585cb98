internal import GeoAlgorithms
internal import GeoModel
internal import Plan
internal import Resettlement

extension PlanSession {
  /// Where ground is fit for a settlement: the sites, the best first, all of them or those in the unit
  /// `code`; with `path` the score of every cell as a GeoTIFF.
  ///
  /// - Throws: ``StudyError``.
  public func sites(in code: String?, rasterTo path: String?) async throws -> LayerResult {
    let (section, rules) = try siteRules()
    let study = try await StudyLoader(plan: plan, options: options).load()
    let codes = try code.map { try study.finestCodes(in: $0) }
    let siting = SitingStudy(study: study, section: section, sites: rules, options: options)
    let result = try await siting.run()
    let layer = SitesLayer(
      study: study, rules: rules, result: result, sites: try siting.placed(result))
    if let path {
      let rasters = SitingRasters(run: result.run, jobs: options.jobs).outputs
      try await write(rasters[0], to: path)
    }
    return LayerResult(
      layer: layer.layer(received: nil, in: codes), warnings: study.ledger.warnings)
  }

  /// The names of the plan's criteria, which sites have properties of.
  public var criterionNames: [String] { plan.resettlement?.sites?.criteria.map(\.name) ?? [] }

  /// The layers and rasters of fit ground that are wanted.
  func siting(
    of study: Study, wanted: LayerSelection
  ) async throws -> (layers: [Layer], rasters: [RasterOutput]) {
    guard let section = plan.resettlement, let rules = section.sites,
      LayerSelection.siteNames.contains(where: wanted.contains)
    else { return ([], []) }
    let siting = SitingStudy(study: study, section: section, sites: rules, options: options)
    let result = try await siting.run()
    let layers = SitesLayer(
      study: study, rules: rules, result: result, sites: try siting.placed(result))
    return (
      [layers.layer(received: nil), layers.ground()].filter { wanted.contains($0.name) },
      wanted.contains(SitesLayer.name)
        ? SitingRasters(run: result.run, jobs: options.jobs).outputs : []
    )
  }

  private func siteRules() throws(StudyError) -> (ResettlementSection, SiteRules) {
    guard let section = plan.resettlement, let rules = section.sites else {
      throw .plan([
        PlanProblem(
          file: plan.file, mark: plan.resettlement?.mark, path: SitingStudy.path,
          message: "the plan has no such section",
          suggestion: "add 'sites' under resettlement; the plan page names its keys")
      ])
    }
    return (section, rules)
  }
}
