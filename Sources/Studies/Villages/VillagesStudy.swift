internal import GeoModel
internal import Plan
internal import RoadAccess

/// Whether each village has a road to the centre of its unit, and of what kind.
struct VillagesStudy {
  /// What was found; ``access`` is parallel to ``villages``.
  struct Result {
    var villages: [Village]
    var access: [VillageAccess]
    /// What it was found on.
    var placed: PlacedNetwork
    var centres: [Centre] { placed.centres }
    var findings: [Finding] { placed.findings }
  }

  let study: Study
  let placed: PlacedNetwork
  let options: StudyOptions

  /// The answer for every village of the study, in the order of their codes.
  func run() async throws -> Result {
    try study.requireSoundUnits()
    try study.requireSoundVillages()
    return Result(
      villages: study.villages ?? [],
      access: try await Self.access(on: placed.network, options: options), placed: placed)
  }

  /// The answer for every village of `network`, in its order: each unit is one piece of work.
  static func access(
    on network: AccessNetwork, options: StudyOptions
  ) async throws -> [VillageAccess] {
    let units = network.unitCount
    let parts = try await OrderedWork.map(
      count: units, jobs: options.jobs, makeState: { network.makeSearch() },
      progress: { options.report("villages", $0, of: units) },
      body: { unit, search in network.assess(unit: unit, with: &search) })
    return network.merge(parts)
  }

  /// Loads the network of the study and answers for every village; `nil` where the plan lacks
  /// roads, centres or villages.
  static func run(_ study: Study, options: StudyOptions) async throws -> Result? {
    guard let roads = study.plan.roads, let centres = study.plan.centres, study.villages != nil
    else { return nil }
    let placed = try await PlacedNetworkLoader(
      study: study, roads: roads, centres: centres, options: options
    ).load()
    return try await VillagesStudy(study: study, placed: placed, options: options).run()
  }
}
