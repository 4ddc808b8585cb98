internal import GeoModel
internal import RoadAccess

/// The roads of a study, and the villages and centres that are to be put into them: values, so that
/// it can be done beside other work.
struct UnplacedNetwork: Sendable {
  /// The roads, as they were loaded.
  var loaded: LoadedNetwork
  /// The villages, in the order of the study.
  var villages: [NetworkVillage]
  /// The centres.
  var centres: [Centre]
  /// The level of units that centres belong to.
  var levelName: String
  /// What is wrong with roads and centres.
  var findings: [Finding]

  /// Villages whose entries are found in a piece of work.
  private static let chunk = 1000

  /// The network with everything in place; entries are found by all workers.
  func placed(options: StudyOptions) async throws -> PlacedNetwork {
    let (roads, villages) = (loaded.roads, self.villages)
    let chunks = (villages.count + Self.chunk - 1) / Self.chunk
    let entries = try await OrderedWork.map(
      count: chunks, jobs: options.jobs, makeState: {},
      body: { index, _ in
        let range = index * Self.chunk..<min(villages.count, (index + 1) * Self.chunk)
        return roads.entries(of: villages[range].map(\.position))
      })
    return PlacedNetwork(
      network: AccessNetwork(
        roads, villages: villages,
        centres: centres.map { NetworkCentre(position: $0.position, unit: $0.unit) },
        villageEntries: entries.flatMap(\.self)),
      centres: centres, levelName: levelName, identifiers: loaded.identifiers, findings: findings)
  }
}
