internal import GeoAlgorithms
internal import GeoModel
internal import Plan
internal import RoadAccess

/// Whether each village has a road to the centre of its unit, and of what kind.
struct VillagesStudy {
  /// What was found; ``access`` is parallel to ``villages``.
  struct Result {
    var villages: [Village]
    var access: [VillageAccess]
    var centres: [Centre]
    var findings: [Finding]
  }

  let study: Study
  let roads: RoadsSection
  let centres: CentresSection
  let options: StudyOptions

  /// The answer for every village of the study, in the order of their codes.
  func run() async throws -> Result {
    try study.requireSoundUnits()
    try study.requireSoundVillages()
    let villages = study.villages ?? []
    let level = try study.level(named: centres.level)
    let placed = try CentresLoader(section: centres, study: study).load(level: level)
    let loader = RoadsLoader(section: roads, plan: study.plan, ledger: study.ledger)
    let loaded = try loader.load()
    options.report("road network", 0, of: 1)
    let network = RoadNetwork(loaded.table, rules: loader.rules(for: loaded))
    options.report("road network", 1, of: 1)
    record(network, lineCount: loaded.table.count)
    let units = study.ancestors(of: villages.map(\.unit), at: level)
    let networkVillages = zip(villages, units).map {
      NetworkVillage(position: $0.position, unit: $1)
    }
    let access = try await assess(
      network, villages: networkVillages,
      centres: placed.centres.map { NetworkCentre(position: $0.position, unit: $0.unit) })
    return Result(
      villages: villages, access: access, centres: placed.centres,
      findings: placed.findings
        + RoadFindings.findings(
          of: network, identifiers: loaded.identifiers))
  }

  private func assess(
    _ roads: RoadNetwork, villages: [NetworkVillage], centres: [NetworkCentre]
  ) async throws -> [VillageAccess] {
    let options = self.options
    let chunk = 1000
    let chunks = (villages.count + chunk - 1) / chunk
    let entries = try await OrderedWork.map(
      count: chunks, jobs: options.jobs, makeState: {},
      body: { index, _ in
        let range = index * chunk..<min(villages.count, (index + 1) * chunk)
        return roads.entries(of: villages[range].map(\.position))
      })
    let network = AccessNetwork(
      roads, villages: villages, centres: centres, villageEntries: entries.flatMap(\.self))
    let units = network.unitCount
    let parts = try await OrderedWork.map(
      count: units, jobs: options.jobs, makeState: { network.makeSearch() },
      progress: { options.report("villages", $0, of: units) },
      body: { unit, search in network.assess(unit: unit, with: &search) })
    return network.merge(parts)
  }

  /// Every assumption is counted in run.json.
  private func record(_ network: RoadNetwork, lineCount: Int) {
    let counts = network.assumptions
    func record(_ text: String, _ amount: AssumptionCounts.Amount) {
      guard amount.lines > 0 else { return }
      let kilometres = (amount.metres / 100).rounded() / 10
      study.ledger.assume(
        "\(text) (\(kilometres) km)", in: "roads", count: amount.lines, of: lineCount)
    }
    for entry in counts.hardenedByAssumption {
      record("class \(entry.name) taken as hardened", entry.amount)
    }
    for entry in counts.unhardenedByAssumption {
      record("class \(entry.name) taken as unhardened", entry.amount)
    }
    for entry in counts.unknown {
      let name = entry.name.isEmpty ? "no class" : "class \(entry.name)"
      record("\(name), surface unknown", entry.amount)
    }
    let report = network.edges.report
    study.ledger.leaveOut(
      report.linesWithoutLength.count, of: "roads", because: "line without length")
    study.ledger.leaveOut(
      report.duplicateEdges, of: "roads", because: "edge that another runs along")
  }
}

extension Study {
  /// The index in `level` of the unit that each unit of the finest level belongs to.
  func ancestors(of codes: [String?], at level: Level) -> [Int?] {
    let target = levels.firstIndex { $0.name == level.name } ?? levels.count - 1
    var parents: [[String: String]] = []
    for level in levels.dropFirst(target + 1).reversed() {
      parents.append(
        Dictionary(
          level.units.compactMap { unit in
            unit.code.flatMap { code in unit.parentCode.map { (code, $0) } }
          }, uniquingKeysWith: { first, _ in first }))
    }
    let index = Dictionary(
      level.units.enumerated().compactMap { index, unit in unit.code.map { ($0, index) } },
      uniquingKeysWith: { first, _ in first })
    return codes.map { code in
      parents.reduce(code) { child, table in child.flatMap { table[$0] } }.flatMap { index[$0] }
    }
  }
}
