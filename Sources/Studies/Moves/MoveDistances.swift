internal import GeoAlgorithms
internal import GeoModel
internal import RoadAccess

/// The length of a move: by road where roads lead from one place to the other, else straight.
struct MoveDistance: Sendable {
  /// In **metres**, the legs to and from the road included.
  var metres: Double
  var isByRoad: Bool
}

/// The distances from villages to the places that could take their households in.
struct MoveDistances {
  /// The roads; `nil` where the plan has none.
  let network: PlacedNetwork?
  let options: StudyOptions

  /// The distances between `origins` and the `destinations` within `limit` **metres** of each, by place
  /// of the destination; straight lines are never longer than ways, so that what is farther straight
  /// is not looked at.
  func distances(
    from origins: [Coordinate], to destinations: [Coordinate], within limit: Double
  ) async throws -> [[(destination: Int, distance: MoveDistance)]] {
    let roads = network?.roads
    let entries = roads?.entries(of: origins + destinations) ?? []
    let ways = roads.map { WayNetwork($0, entries: entries, origins: origins.count) }
    let options = self.options
    return try await OrderedWork.map(
      count: origins.count, jobs: options.jobs, makeState: { ways.map { TimedSearch($0.network) } },
      progress: { options.report("moves", $0, of: origins.count) },
      body: { origin, search in
        let near = destinations.indices.compactMap { place -> (Int, Double)? in
          let metres = ShortGeodesic.metres(from: origins[origin], to: destinations[place])
          return metres <= limit ? (place, metres) : nil
        }
        let lengths =
          ways?.lengths(from: origin, to: near.map(\.0), with: &search)
          ?? [Double?](repeating: nil, count: near.count)
        return zip(near, lengths).compactMap { entry, length in
          let (place, straight) = entry
          // A way may be shorter than straight by what rounding costs, no more.
          let distance = MoveDistance(
            metres: length.map { max($0, straight) } ?? straight, isByRoad: length != nil)
          return distance.metres <= limit ? (place, distance) : nil
        }
      })
  }
}

/// The roads cut where moves begin and end, every metre of road counting the same.
private struct WayNetwork: Sendable {
  let network: TimedNetwork
  private let nodes: [[Int32]]
  /// From each place to the road, in micrometres.
  private let legs: [[Micrometres]]
  private let origins: Int

  init(_ roads: RoadNetwork, entries: [[EdgePosition]], origins: Int) {
    let pieces = SplitNetwork(roads.edges, at: Array(entries.joined()))
    network = TimedNetwork(
      nodeCount: pieces.nodes.count, origins: pieces.origins, destinations: pieces.destinations,
      times: pieces.lengths.map { $0 })
    var next = 0
    nodes = entries.map { entry in
      defer { next += entry.count }
      return Array(pieces.positionNodes[next..<next + entry.count])
    }
    legs = entries.map { $0.map(\.distance) }
    self.origins = origins
  }

  /// The least way by road to each place in metres; `nil` where no road leads there.
  func lengths(
    from origin: Int, to places: [Int], with search: inout TimedSearch?
  ) -> [Double?] {
    var best = [Micrometres?](repeating: nil, count: places.count)
    let targets = places.flatMap { nodes[origins + $0] }
    // The entries of a place are equally near to it mostly; each is a way of its own.
    for (node, leg) in zip(nodes[origin], legs[origin]) {
      guard let found = search?.run(from: [node], to: targets) else { continue }
      var next = 0
      for (index, place) in places.enumerated() {
        for end in legs[origins + place] {
          if let way = found[next] {
            let total = leg + way + end
            best[index] = min(best[index] ?? .max, total)
          }
          next += 1
        }
      }
    }
    return best.map { $0.map(ShortGeodesic.metres(of:)) }
  }
}
