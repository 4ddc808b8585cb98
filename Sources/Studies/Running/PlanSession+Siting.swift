internal import GeoAlgorithms
public import GeoModel
internal import Plan
internal import Resettlement

/// A proposal for resettlement: the answer to ``PlanSession/resettlementProposal(in:rasterTo:)``.
public struct ProposalAnswer: Sendable {
  /// The sites, the best first; `nil` where the plan has no rules for sites.
  public var sites: Layer?
  /// The moves; `nil` where the plan has no villages or no hazards.
  public var moves: Layer?
  /// What hangs on the weights; `nil` without sites.
  public var sensitivity: Layer?
  /// The villages for which there is no room, with the households left over.
  public var shortages: [(village: String, households: Int)]
  /// What a person should know.
  public var warnings: [String]

  /// Makes an answer of layers that are there already.
  public init(
    sites: Layer?, moves: Layer?, sensitivity: Layer?,
    shortages: [(village: String, households: Int)] = [], warnings: [String] = []
  ) {
    self.sites = sites
    self.moves = moves
    self.sensitivity = sensitivity
    self.shortages = shortages
    self.warnings = warnings
  }
}

extension PlanSession {
  /// Where ground is fit for a settlement, who goes where and how sure that is, for the whole study, shown
  /// for all of it or for the unit `code`; with `path` the score of every cell as a GeoTIFF.
  ///
  /// - Throws: ``StudyError``.
  public func resettlementProposal(
    in code: String?, rasterTo path: String?
  ) async throws -> ProposalAnswer {
    guard let section = plan.resettlement else {
      throw StudyError.plan([
        missing("resettlement", "name 'sites' under it; the plan page names its keys")
      ])
    }
    let study = try await StudyLoader(plan: plan, options: options).load()
    try study.requireSoundUnits()
    let codes = try code.map { try study.finestCodes(in: $0) }
    let network = try await plan.roads.asyncMap { roads in
      try await PlacedNetworkLoader(
        study: study, roads: roads, centres: plan.centres, options: options
      ).load()
    }
    let exposure =
      plan.hazards.isEmpty || study.villages == nil || !section.proposesMoves
      ? nil : try await ExposureAnswers(study: study, placed: network, options: options)
    let proposal = try await ResettlementProposal(
      study: study, section: section, villages: exposure?.villages, network: network,
      triesWeights: true, options: options)
    if let path, let raster = proposal.rasters(jobs: options.jobs).first {
      try await write(raster, to: path)
    }
    return ProposalAnswer(
      sites: proposal.sitesLayer(in: codes), moves: proposal.moves?.layer(in: codes),
      sensitivity: proposal.sensitivity?.layer(changed: proposal.changed),
      shortages: proposal.moves?.shortages ?? [], warnings: study.ledger.warnings)
  }

  /// The names of the plan's criteria, which sites have properties of.
  public var criterionNames: [String] { plan.resettlement?.sites?.criteria.map(\.name) ?? [] }

  /// The layers and rasters of a proposal that are wanted, and what it proposes for each village.
  func proposal(
    of study: Study, network: PlacedNetwork?, villages: [ExposedVillage]?, wanted: LayerSelection
  ) async throws -> (
    layers: [Layer], rasters: [RasterOutput],
    villages: [ResettlementVillagesLayer.Proposal]?
  ) {
    guard let section = plan.resettlement,
      (LayerSelection.proposalNames(plan) + [ResettlementVillagesLayer.name])
        .contains(where: wanted.contains)
    else { return ([], [], nil) }
    let proposal = try await ResettlementProposal(
      study: study, section: section, villages: section.proposesMoves ? villages : nil,
      network: network,
      triesWeights: wanted.contains(SitesLayer.name) || wanted.contains(SensitivityStudy.name),
      options: options)
    let layers = [
      proposal.sitesLayer(), proposal.groundLayer, proposal.moves?.layer(),
      proposal.moves?.balance(), proposal.sensitivity?.layer(changed: proposal.changed),
    ].compactMap(\.self)
    return (
      layers.filter { wanted.contains($0.name) },
      wanted.contains(SitesLayer.name) ? proposal.rasters(jobs: options.jobs) : [],
      proposal.moves?.proposals()
    )
  }
}

extension LayerSelection {
  /// The layers of a proposal that a plan has data for.
  static func proposalNames(_ plan: Plan) -> [String] {
    guard let section = plan.resettlement else { return [] }
    let moves = plan.villages != nil && !plan.hazards.isEmpty && section.proposesMoves
    return (section.sites == nil ? [] : [SitesLayer.name, SitesLayer.groundName])
      + (moves ? [MovesLayer.name, MovesLayer.balanceName] : [])
      + (section.sites == nil ? [] : [SensitivityStudy.name])
  }
}

extension ResettlementSection {
  /// Whether it says of any place that could take households in.
  var proposesMoves: Bool { sites != nil || hosts != nil || inPlaceSharePercent != nil }
}
