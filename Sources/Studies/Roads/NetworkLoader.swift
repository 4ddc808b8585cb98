internal import GeoAlgorithms
internal import Plan
internal import RoadAccess

/// Reads the roads of a plan and makes them a network.
struct NetworkLoader: Sendable {
  let roads: RoadsSection
  let plan: Plan
  let options: StudyOptions

  /// The network, and what reading it noted.
  func load() async throws(StudyError) -> LoadedNetwork {
    let ledger = SourceLedger()
    let loader = RoadsLoader(section: roads, plan: plan, ledger: ledger)
    let loaded = try await loader.load(jobs: options.jobs)
    options.report("road network", 0, of: 1)
    let network = try await network(of: loaded.table, by: loader.rules(for: loaded))
    options.report("road network", 1, of: 1)
    RoadRecord(ledger: ledger).record(network, lineCount: loaded.table.count)
    return LoadedNetwork(
      roads: network, identifiers: loaded.identifiers(in: network), account: ledger.account)
  }

  /// Where roads cross or touch is found by all workers.
  private func network(
    of roads: RoadTable, by rules: RoadRules
  ) async throws(StudyError) -> RoadNetwork {
    let noding = RoadNetwork.noding(of: roads, by: rules)
    do {
      let findings = try await OrderedWork.map(
        count: noding.pieceCount, jobs: options.jobs, makeState: {},
        body: { piece, _ in noding.findings(inPiece: piece) })
      return RoadNetwork(roads, rules: rules, noded: noding.noded(with: findings))
    } catch {
      throw .internalFailure("\(error)")
    }
  }

  /// The same with the error as a value, for one who takes it in its turn.
  func result() async -> Result<LoadedNetwork, StudyError> {
    do throws(StudyError) {
      return .success(try await load())
    } catch {
      return .failure(error)
    }
  }
}
