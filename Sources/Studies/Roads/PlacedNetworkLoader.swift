internal import GeoAlgorithms
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

  /// The network, its assumptions recorded in the study's ledger. Entries are found by all workers.
  func load() async throws -> PlacedNetwork {
    let level = try centres.map { try study.level(named: $0.level) } ?? study.finest
    let placed = try centres.map {
      try CentresLoader(section: $0, study: study).load(level: level)
    }
    let loader = RoadsLoader(section: roads, plan: study.plan, ledger: study.ledger)
    let loaded = try loader.load()
    options.report("road network", 0, of: 1)
    let network = RoadNetwork(loaded.table, rules: loader.rules(for: loaded))
    options.report("road network", 1, of: 1)
    RoadRecord(ledger: study.ledger).record(network, lineCount: loaded.table.count)
    let villages = study.villages ?? []
    let units = study.ancestors(of: villages.map(\.unit), at: level)
    let findings =
      (placed?.findings ?? [])
      + RoadFindings.findings(of: network, identifiers: loaded.identifiers(in: network))
    return PlacedNetwork(
      network: try await place(
        zip(villages, units).map { NetworkVillage(position: $0.position, unit: $1) },
        centres: placed?.centres ?? [], on: network),
      centres: placed?.centres ?? [], levelName: level.name,
      identifiers: loaded.identifiers(in: network),
      findings: findings)
  }

  private func place(
    _ villages: [NetworkVillage], centres: [Centre], on roads: RoadNetwork
  ) async throws -> AccessNetwork {
    let chunk = 1000
    let chunks = (villages.count + chunk - 1) / chunk
    let entries = try await OrderedWork.map(
      count: chunks, jobs: options.jobs, makeState: {},
      body: { index, _ in
        let range = index * chunk..<min(villages.count, (index + 1) * chunk)
        return roads.entries(of: villages[range].map(\.position))
      })
    return AccessNetwork(
      roads, villages: villages,
      centres: centres.map { NetworkCentre(position: $0.position, unit: $0.unit) },
      villageEntries: entries.flatMap(\.self))
  }
}
