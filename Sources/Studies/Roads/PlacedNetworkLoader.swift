internal import GeoModel
internal import Plan
internal import RoadAccess

/// Reads roads and centres and puts them and the villages into one network.
struct PlacedNetworkLoader {
  let study: Study
  let roads: RoadsSection
  /// The section of centres; without it no village is led anywhere.
  let centres: CentresSection?
  let options: StudyOptions

  /// The network, its assumptions recorded in the study's ledger.
  func load() async throws -> PlacedNetwork {
    try await loadUnplaced().placed(options: options)
  }

  /// The roads and what is to be put into them, recorded in the study's ledger.
  func loadUnplaced() async throws -> UnplacedNetwork {
    let level = try centres.map { try study.level(named: $0.level) } ?? study.finest
    let placed = try centres.map {
      try CentresLoader(section: $0, study: study).load(level: level)
    }
    let loaded = try await loadedNetwork()
    study.ledger.absorb(loaded.account)
    let villages = study.villages ?? []
    let units = study.ancestors(of: villages.map(\.unit), at: level)
    return UnplacedNetwork(
      loaded: loaded,
      villages: zip(villages, units).map { NetworkVillage(position: $0.position, unit: $1) },
      centres: placed?.centres ?? [], levelName: level.name,
      findings: (placed?.findings ?? [])
        + RoadFindings.findings(of: loaded.roads, identifiers: loaded.identifiers))
  }

  /// The network that was made while units were read, or one made now.
  private func loadedNetwork() async throws -> LoadedNetwork {
    if let network = study.network { return try network.get() }
    return try await NetworkLoader(roads: roads, plan: study.plan, options: options).load()
  }
}
