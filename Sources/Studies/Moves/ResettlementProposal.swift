internal import GeoModel
internal import Plan
internal import Resettlement

/// All of a proposal: where ground is fit, who goes where, and how sure that is.
struct ResettlementProposal {
  let study: Study
  let section: ResettlementSection
  /// Fit ground; `nil` where the plan has no rules for sites.
  let siting: SitingStudy.Result?
  /// The sites, the best first.
  let sites: [PlacedSite]
  /// Who goes where; `nil` where the plan has no villages or no hazards.
  let moves: MovesLayer?
  let sensitivity: SensitivityStudy?
  /// The households that move otherwise under each change of a weight.
  let changed: [Int]?

  /// Makes the proposal.
  ///
  /// - Parameters:
  ///   - villages: the villages with their exposure; `nil` where nobody is to be moved.
  ///   - network: the roads, where the plan has some.
  ///   - triesWeights: whether it is asked what hangs on the weights.
  init(
    study: Study, section: ResettlementSection, villages: [ExposedVillage]?,
    network: PlacedNetwork?, triesWeights: Bool, options: StudyOptions
  ) async throws {
    self.study = study
    self.section = section
    var sites: [PlacedSite] = []
    var siting: SitingStudy.Result?
    if let rules = section.sites {
      let asked = SitingStudy(study: study, section: section, sites: rules, options: options)
      let result = try await asked.run(network: network)
      sites = try asked.placed(result)
      siting = result
    }
    self.siting = siting
    self.sites = sites
    var moves: (study: MovesStudy, result: MovesStudy.Result)?
    if let villages {
      let asked = MovesStudy(
        study: study, section: section, villages: villages, sites: sites, network: network,
        options: options)
      moves = (asked, try await asked.run())
    }
    self.moves = moves.map {
      MovesLayer(
        study: study, section: section, villages: $0.study.villages, result: $0.result)
    }
    guard triesWeights, let siting else {
      sensitivity = nil
      changed = nil
      return
    }
    let tried = SensitivityStudy(section: section, siting: siting, sites: sites)
    sensitivity = tried
    changed = try moves.map { moves throws(StudyError) in
      try tried.changed(moves.study, moves.result)
    }
  }

  /// The layer of sites; those in the units `codes` where given.
  func sitesLayer(in codes: Set<String>? = nil) -> Layer? {
    guard let builder = sitesBuilder else { return nil }
    return builder.layer(
      received: moves?.received(sites: sites.count),
      topShares: sensitivity?.stability.topShares.map { $0.map { 100 * $0 } }, in: codes)
  }

  /// The layer of the units' ground.
  var groundLayer: Layer? { sitesBuilder?.ground() }

  private var sitesBuilder: SitesLayer? {
    guard let siting, let rules = section.sites else { return nil }
    return SitesLayer(study: study, rules: rules, result: siting, sites: sites)
  }

  /// The rasters of suitability and reason.
  func rasters(jobs: Int) -> [RasterOutput] {
    siting.map { SitingRasters(run: $0.run, jobs: jobs).outputs } ?? []
  }
}
