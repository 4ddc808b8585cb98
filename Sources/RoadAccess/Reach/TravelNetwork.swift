public import GeoAlgorithms
import GeoModel

/// Roads by the time that they take, with villages, centres and services in place.
///
/// A road whose class has no speed cannot be travelled for sure, and at best costs no time: so every
/// time has a lower bound beside it, and nothing is guessed. Snap legs are apart, as they are in the
/// lengths of paths. Where the plan heeds one-way roads, times are those from the village. Immutable; each worker searches with a ``Search`` of its own.
public struct TravelNetwork: Sendable {
  /// The working memory of a worker.
  public struct Search: Sendable {
    var sure: TimedSearch
    var least: TimedSearch?
  }

  private let villages: [NetworkVillage]
  private let villageNodes: [[Int32]]
  private let villagesByUnit: [[Int]]
  private let centreNodesByUnit: [[[Int32]]]
  private let serviceNodes: [[[Int32]]]
  private let sure: TimedNetwork
  /// With roads without a speed at no cost; `nil` where all have one.
  private let least: TimedNetwork?
  private let components: NodeComponents
  /// The length of the roads without a speed by class, an index; −1 for none. In the order of class.
  public let withoutSpeed: [(roadClass: Int32, length: Micrometres)]

  /// Puts everything into the network `roads`.
  ///
  /// - Parameters:
  ///   - roads: the network, with its one-way edges.
  ///   - classes: for each line of the input its class, as `RoadTable/classes`.
  ///   - speeds: for each class its speed in **kilometres an hour**; `nil` where none is known.
  ///   - villages: in the order in which times are given; one without a place has no time.
  ///   - villageEntries: where the villages enter the roads, parallel to `villages`.
  ///   - centres: the centres of the units; villages of a unit without one have no time to it.
  ///   - centreEntries: where the centres enter, parallel to `centres`.
  ///   - serviceEntries: for each service where each of its places does.
  public init(
    _ roads: RoadNetwork, classes: [Int32], speeds: [Double?], villages: [NetworkVillage],
    villageEntries: [[EdgePosition]], centres: [NetworkCentre], centreEntries: [[EdgePosition]],
    serviceEntries: [[[EdgePosition]]]
  ) {
    self.villages = villages
    let entries = villageEntries + centreEntries + serviceEntries.flatMap(\.self)
    let pieces = SplitNetwork(roads.edges, at: Array(entries.joined()))
    var next = 0
    let nodes = entries.map { entry in
      defer { next += entry.count }
      return Array(pieces.positionNodes[next..<(next + entry.count)])
    }
    villageNodes = Array(nodes.prefix(villages.count))
    let units = (villages.compactMap(\.unit) + centres.map(\.unit)).max().map { $0 + 1 } ?? 0
    var villagesByUnit = [[Int]](repeating: [], count: units)
    for (index, village) in villages.enumerated() {
      if let unit = village.unit { villagesByUnit[unit].append(index) }
    }
    self.villagesByUnit = villagesByUnit
    var centreNodesByUnit = [[[Int32]]](repeating: [], count: units)
    for (index, centre) in centres.enumerated() {
      centreNodesByUnit[centre.unit].append(nodes[villages.count + index])
    }
    self.centreNodesByUnit = centreNodesByUnit
    var start = villages.count + centres.count
    serviceNodes = serviceEntries.map { places in
      defer { start += places.count }
      return Array(nodes[start..<start + places.count])
    }

    func time(_ piece: Int) -> Int64? {
      let roadClass = Int(classes[Int(roads.edges.lines[Int(pieces.edges[piece])])])
      guard roadClass >= 0, let speed = speeds[roadClass] else { return nil }
      // Micrometres by km/h: 3.6 µs for each where the speed is 1.
      return Int64((Double(pieces.lengths[piece]) * 3.6 / speed).rounded())
    }
    let times = (0..<pieces.pieceCount).map { pieces.lengths[$0] == 0 ? 0 : time($0) }
    let oneWays =
      roads.oneWayEdges.isEmpty ? [] : pieces.edges.map { roads.oneWayEdges[Int($0)] }
    func network(_ times: [Int64?]) -> TimedNetwork {
      TimedNetwork(
        nodeCount: pieces.nodes.count, origins: pieces.origins,
        destinations: pieces.destinations, times: times, oneWays: oneWays)
    }
    sure = network(times)
    let isComplete = times.allSatisfy { $0 != nil }
    least = isComplete ? nil : network(times.map { $0 ?? 0 })
    components = NodeComponents(
      nodeCount: pieces.nodes.count, origins: pieces.origins, destinations: pieces.destinations
    ) { _ in true }
    var missing: [Int32: Micrometres] = [:]
    for piece in times.indices where times[piece] == nil {
      let roadClass = classes[Int(roads.edges.lines[Int(pieces.edges[piece])])]
      missing[roadClass, default: 0] += pieces.lengths[piece]
    }
    withoutSpeed = missing.sorted { $0.key < $1.key }.map { (roadClass: $0.key, length: $0.value) }
  }

  /// The number of units that villages or centres name.
  public var unitCount: Int { villagesByUnit.count }

  /// A worker's working memory.
  public func makeSearch() -> Search {
    Search(sure: TimedSearch(sure), least: least.map { TimedSearch($0) })
  }

  /// The time from every village to the nearest place of a service: one search from all its places.
  public func times(toService service: Int, with search: inout Search) -> [TravelTime] {
    times(of: Array(villages.indices), to: serviceNodes[service].flatMap(\.self), with: &search)
  }

  /// The time from the villages of a unit to the nearest of its centres, with their indices.
  public func times(
    toCentresOf unit: Int, with search: inout Search
  ) -> [(village: Int, time: TravelTime)] {
    let members = villagesByUnit[unit]
    let centres = centreNodesByUnit[unit]
    guard !centres.isEmpty else { return members.map { ($0, .none(.noCentre)) } }
    return Array(zip(members, times(of: members, to: centres.flatMap(\.self), with: &search)))
      .map { (village: $0.0, time: $0.1) }
  }

  private func times(
    of members: [Int], to sources: [Int32], with search: inout Search
  ) -> [TravelTime] {
    let targets = members.flatMap { villageNodes[$0] }
    let sure = search.sure.run(from: sources, to: targets)
    let least = search.least?.run(from: sources, to: targets) ?? sure
    let reached = Set(sources.map { components.labels[Int($0)] })
    var next = 0
    return members.map { village in
      let range = next..<next + villageNodes[village].count
      next = range.upperBound
      guard villages[village].position != nil else { return .none(.noPlace) }
      guard !range.isEmpty, !sources.isEmpty else { return .none(.noRoadWithinLimit) }
      func minutes(_ times: [Int64?]) -> Double? {
        range.compactMap { times[$0] }.min().map { Double($0) / 6e7 }
      }
      let time = TravelTime(minutes: minutes(sure), leastMinutes: minutes(least), reason: nil)
      if time.minutes != nil { return time }
      let isJoined = villageNodes[village].contains {
        reached.contains(components.labels[Int($0)])
      }
      return TravelTime(
        minutes: nil, leastMinutes: isJoined ? time.leastMinutes : nil,
        // Joined, but against the direction of a one-way road, is not joined.
        reason: isJoined && time.leastMinutes != nil ? .speedUnknown : .otherComponent)
    }
  }
}
