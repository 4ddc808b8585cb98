public import GeoAlgorithms

/// A road network with its villages and centres in place: what the assessment of units needs.
///
/// The edges are cut where villages and centres enter, so that an entry is a node and the part of
/// an edge that is travelled has that edge's surface; a village and a centre on one edge are joined
/// by the piece between them. Immutable: units can be assessed on any number of workers, each with
/// a search of its own.
public struct AccessNetwork: Sendable {
  /// The roads.
  public let roads: RoadNetwork
  /// The villages, in the order given.
  public let villages: [NetworkVillage]
  /// The centres, in the order given.
  public let centres: [NetworkCentre]
  /// Where each village enters.
  public let villageEntries: [[EdgePosition]]
  /// Where each centre enters; none where no road lies within the limit.
  public let centreEntries: [[EdgePosition]]
  /// The edges cut at the entries.
  public let pieces: SplitNetwork
  /// The number of units: one more than the greatest that a village or a centre names.
  public let unitCount: Int

  let tiered: TieredNetwork
  /// The pieces with their directions; `nil` where all are open both ways.
  let oneWays: OneWayNetworks?
  /// Connected by edges known to be all-season.
  let allSeasonSurely: NodeComponents
  /// Connected by edges not known not to be.
  let allSeasonPerhaps: NodeComponents
  /// The nodes of ``pieces`` at each village's entries, parallel to ``villageEntries``.
  public let villageNodes: [[Int32]]
  /// The nodes of ``pieces`` at each centre's entries, parallel to ``centreEntries``.
  public let centreNodes: [[Int32]]
  /// The villages of each unit, in order.
  public let villagesByUnit: [[Int]]
  /// The centres of each unit, in order.
  public let centresByUnit: [[Int]]

  /// Puts `villages` and `centres` into the network.
  ///
  /// - Parameters:
  ///   - roads: the network, which also says by which rules a place enters it.
  ///   - villages: in the order in which answers number them; one without a place enters nowhere.
  ///   - centres: the centres of the units, in any number a unit.
  ///   - villageEntries: what ``RoadNetwork/entries(of:)`` gives for the villages' places, where it
  ///     was computed by several workers; `nil` to have it computed.
  public init(
    _ roads: RoadNetwork, villages: [NetworkVillage], centres: [NetworkCentre],
    villageEntries: [[EdgePosition]]? = nil
  ) {
    precondition(villageEntries == nil || villageEntries?.count == villages.count)
    self.roads = roads
    self.villages = villages
    self.centres = centres
    let entries = villageEntries ?? roads.entries(of: villages.map(\.position))
    let ends = roads.entries(of: centres.map(\.position))
    self.villageEntries = entries
    centreEntries = ends
    let pieces = SplitNetwork(roads.edges, at: Array((entries + ends).joined()))
    self.pieces = pieces
    var next = 0
    let nodes = (entries + ends).map { entry in
      defer { next += entry.count }
      return Array(pieces.positionNodes[next..<(next + entry.count)])
    }
    villageNodes = Array(nodes.prefix(villages.count))
    centreNodes = Array(nodes.suffix(centres.count))

    tiered = TieredNetwork(
      nodeCount: pieces.nodes.count, origins: pieces.origins,
      destinations: pieces.destinations, lengths: pieces.lengths,
      tiers: pieces.edges.map { roads.surfaceTiers[Int($0)] })
    oneWays = OneWayNetworks(roads, pieces: pieces)
    func components(_ isJoining: (EdgeTier) -> Bool) -> NodeComponents {
      NodeComponents(
        nodeCount: pieces.nodes.count, origins: pieces.origins,
        destinations: pieces.destinations
      ) { piece in
        pieces.lengths[piece] == 0 || isJoining(roads.allSeasonTiers[Int(pieces.edges[piece])])
      }
    }
    allSeasonSurely = components { $0 == .clear }
    allSeasonPerhaps = components { $0 != .adverse }

    let units = villages.compactMap(\.unit) + centres.map(\.unit)
    unitCount = (units.max() ?? -1) + 1
    var villagesByUnit = [[Int]](repeating: [], count: unitCount)
    for (index, village) in villages.enumerated() {
      if let unit = village.unit { villagesByUnit[unit].append(index) }
    }
    var centresByUnit = [[Int]](repeating: [], count: unitCount)
    for (index, centre) in centres.enumerated() { centresByUnit[centre.unit].append(index) }
    self.villagesByUnit = villagesByUnit
    self.centresByUnit = centresByUnit
  }

  /// The centres that no road lies near enough to, in order: their units' villages may all be
  /// without access for no other reason, which is worth a warning.
  public var centresWithoutRoad: [Int] {
    centreEntries.indices.filter { centreEntries[$0].isEmpty }
  }
}
