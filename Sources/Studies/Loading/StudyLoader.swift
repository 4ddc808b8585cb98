internal import Boundaries
internal import GEOSKit
internal import GeoAlgorithms
internal import GeoModel
internal import Plan

/// Takes a plan to a study: everything is looked for first, then read, placed, measured and checked.
struct StudyLoader {
  let plan: Plan
  let options: StudyOptions
  /// The levels that are shown; `nil` for all. Those that are only dissolved from another get no
  /// outline: see ``Study/Level/isOutlined``.
  let shown: Set<String>?
  /// Whether the plan's tables are wanted too: they are read and matched while units are placed and
  /// measured.
  let readsTables: Bool
  /// Whether the plan's roads are wanted too: they are read and made a network while units are placed
  /// and measured, where there is more than one worker.
  let readsRoads: Bool
  /// Whether the outlines of the finest level stay in its source, to be read when they are written.
  let streamsFinest: Bool

  /// Makes a loader of all levels that shows no progress.
  init(plan: Plan, jobs: Int) {
    self.init(plan: plan, options: StudyOptions(jobs: jobs))
  }

  /// Makes a loader; see ``shown``, ``readsTables``, ``readsRoads`` and ``streamsFinest``.
  init(
    plan: Plan, options: StudyOptions, shown: Set<String>? = nil, readsTables: Bool = false,
    readsRoads: Bool = false, streamsFinest: Bool = false
  ) {
    self.plan = plan
    self.options = options
    self.shown = shown
    self.readsTables = readsTables
    self.readsRoads = readsRoads && options.jobs > 1
    self.streamsFinest = streamsFinest
  }

  /// The study, with findings about its data; nothing is refused for what `check` is to report.
  func load(villages wantsVillages: Bool = true) async throws(StudyError) -> Study {
    let problems = SourceSurvey(plan: plan).problems()
    guard problems.isEmpty else { throw .plan(problems) }
    let reader = TableReading(plan: plan, options: options)
    // Nothing of a table or of the roads is thrown before its turn, so that no one need wait where
    // units fail.
    let tables = readsTables ? Task { reader.tables() } : nil
    let network = readsRoads ? plan.roads.map(beginNetwork) : nil
    let ledger = SourceLedger()
    let (levels, outlines) = try await UnitsLoader(
      plan: plan, ledger: ledger, jobs: options.jobs, shown: shown
    ).load(streamsFinest: streamsFinest)
    for level in levels where level.units.isEmpty {
      throw .input([
        "\(plan.file): units.\(level.name): the source has no feature that fits; see where and layer"
      ])
    }
    var study = Study(plan: plan, ledger: ledger, levels: levels)
    study.streamed = outlines
    let matched = tables.map { read in
      let matching = TableMatching(
        plan: plan, options: options, units: UnitRecords(study: study).ofLevels())
      return Task { await matching.matched(await read.value) }
    }
    try await measureUnits(&study)
    study.tables = await matched?.value
    if wantsVillages, let section = plan.villages {
      study.villages = try VillagesLoader(section: section, plan: plan, ledger: ledger).load()
      try assignUnits(&study, section: section)
    }
    study.network = await network?.value
    return study
  }

  private func beginNetwork(
    _ roads: RoadsSection
  ) -> Task<Result<LoadedNetwork, StudyError>, Never> {
    let loader = NetworkLoader(roads: roads, plan: plan, options: options)
    return Task { await loader.result() }
  }

  private func measureUnits(_ study: inout Study) async throws(StudyError) {
    do {
      let measures = try await UnitMeasurer(levels: study.levels).measures(options)
      for (index, level) in study.levels.enumerated() where level.isOutlined {
        for (unit, measure) in measures[index].enumerated() {
          study.levels[index].units[unit].area = measure.area
        }
        study.findings += UnitCheck.findings(
          for: study.levels[index].units, invalidities: measures[index].map(\.invalidity),
          level: level.name, hasParentLevel: index > 0)
      }
    } catch {
      throw .internalFailure((error as? GEOSError)?.message ?? "\(error)")
    }
  }

  /// Gives each village its unit: the declared one, else the one that holds its position.
  private func assignUnits(
    _ study: inout Study, section: VillagesSection
  ) throws(StudyError) {
    guard var villages = study.villages else { return }
    let finest = study.finest.units
    let locator = UnitLocator(finest.map { (code: $0.code ?? "", polygons: $0.polygons) })
    if let problem = ExchangedCoordinates.problem(
      of: villages, in: locator, section: section, plan: plan)
    {
      throw .plan([problem])
    }
    let codes = Set(finest.compactMap(\.code))
    var containers: [String?] = []
    for index in villages.indices {
      let match = villages[index].position.flatMap { locator.locate($0).unit }
      let holder = match.flatMap { finest[$0].code }
      containers.append(holder)
      if let declared = villages[index].declaredUnit {
        villages[index].unit = codes.contains(declared) ? declared : nil
      } else {
        villages[index].unit = holder
      }
    }
    study.villages = villages
    study.villageContainers = containers
    study.findings += VillageCheck.findings(
      for: villages, unitCodes: codes, containing: containers)
  }
}

extension Study {
  /// The kinds of finding about units that no figure survives.
  static let fatalUnitKinds: Set<String> = [
    "invalid-geometry", "no-geometry", "missing-code", "duplicate-code",
  ]
  private static let fatalVillageKinds: Set<String> = ["missing-code", "duplicate-code"]

  /// Refuses data that cannot carry a figure: one line each.
  func requireSoundUnits() throws(StudyError) {
    try refuse { $0.layer.hasPrefix("units.") && Self.fatalUnitKinds.contains($0.kind) }
  }

  /// Refuses villages that could not be told apart.
  func requireSoundVillages() throws(StudyError) {
    try refuse { $0.layer == "villages" && Self.fatalVillageKinds.contains($0.kind) }
  }

  private func refuse(_ isFatal: (Finding) -> Bool) throws(StudyError) {
    let lines = findings.filter(isFatal).map { finding in
      let place = finding.place.map { " at \($0.x), \($0.y)" } ?? ""
      return "\(plan.file): \(finding.layer): \(finding.message)\(place); \(finding.remedy)"
    }
    if !lines.isEmpty { throw .input(lines) }
  }
}
