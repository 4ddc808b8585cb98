/// Finds the paths of least ``PathCost`` from one set of places to another, again and again over
/// one network: the working arrays are kept, and only what a search touched is reset.
///
/// The three places of the cost are settled one after the other, each by Dijkstra's method over
/// those edges alone that lie on a path that is best in the places before. (They are known by this:
/// the cost at their end is the cost at their beginning and their own. Every part of a best path
/// is a best path, so nothing else is needed.) First the adverse metres between regions, then the
/// unknown metres between zones, then the length between nodes. In the first two steps a path may
/// lead by the hub, whose costs the network knows, or around it, which is followed only as long as
/// it is better than by the hub. Each step stops as soon as all targets are settled, so near
/// targets cost little however large the network is; what is far is made for with the help of
/// landmarks.
///
/// Source of the method within a step: E. W. Dijkstra, "A note on two problems in connexion with
/// graphs", Numerische Mathematik 1, 1959, doi:10.1007/BF01386390.
///
/// One search a worker: not to be shared.
public struct TieredSearch: Sendable {
  /// A place from which paths begin.
  public struct Source: Sendable, Hashable {
    /// The node.
    public var node: Int32
    /// Which of several equally good sources is taken: the least.
    public var rank: Int32

    /// Makes a source.
    public init(node: Int32, rank: Int32) {
      self.node = node
      self.rank = rank
    }
  }

  /// The best path to one target.
  public struct Reached: Sendable, Hashable {
    /// What the path costs.
    public var cost: PathCost
    /// The rank of the source that it comes from.
    public var rank: Int32

    /// Makes a path's cost and source.
    public init(cost: PathCost, rank: Int32) {
      self.cost = cost
      self.rank = rank
    }
  }

  /// The network that is searched.
  public let network: TieredNetwork

  // Both first steps: the targets that are not settled yet, and what they cost.
  var openTargets: [Int32] = []
  var open = OpenCosts()
  /// After how many turns it is looked at again which targets are settled.
  static let reviewInterval = 16

  // First step: the adverse metres around the hub, by region; and from the sources to the hub, by
  // component.
  var adverseAround: [Micrometres]
  var adverseToHub: [Micrometres]
  var touchedRegions: [Int32] = []
  var pendingRegions = QuaternaryHeap<PendingRegion>()

  // Second step: the unknown metres around the hub, by zone; and the cost from the sources to the
  // hub, by component.
  var unknownAround: [Micrometres]
  var costToHub: [TierCost]
  var touchedZones: [Int32] = []
  var touchedComponents: [Int32] = []
  var pendingZones = QuaternaryHeap<PendingZone>()

  // Third step: the edges from zone to zone on best paths, linked by the node that they leave; then
  // what is known of each node.
  var exits: [Exit] = []
  var nextExits: [Int32] = []
  var exitOfNode: [Int32]
  /// The place of each zone that best paths lead over in `zonesOnWay`; −1 for all others.
  var placeOnWay: [Int32]
  var zonesOnWay: [Int32] = []
  /// Where the exits that lead to each of `zonesOnWay` begin.
  var exitStarts: [Int32] = []
  var isAimedOver: [Bool] = []
  var labels: [Label]
  var touchedNodes: [Int32] = []
  var isWanted: [Bool]
  var pendingNodes = QuaternaryHeap<PendingNode>()
  var aimed: Aim?

  /// More than any path has.
  static let unreachable: Micrometres = .max / 4

  /// Prepares the working arrays: at most 62 bytes a node.
  public init(_ network: TieredNetwork) {
    self.network = network
    adverseAround = [Micrometres](
      repeating: Self.unreachable, count: network.regionGraph.nodeCount)
    adverseToHub = [Micrometres](repeating: Self.unreachable, count: network.componentCount)
    unknownAround = [Micrometres](repeating: Self.unreachable, count: network.zoneGraph.nodeCount)
    costToHub = [TierCost](repeating: .unreachable, count: network.componentCount)
    exitOfNode = [Int32](repeating: -1, count: network.nodeCount)
    placeOnWay = [Int32](repeating: -1, count: network.zoneGraph.nodeCount)
    labels = [Label](repeating: Label(), count: network.nodeCount)
    isWanted = [Bool](repeating: false, count: network.nodeCount)
  }

  /// The best path from any of `sources` to each of `targets`; `nil` where none leads there.
  /// Among paths of equal cost the one from the source with the least rank is taken.
  public mutating func run(from sources: [Source], to targets: [Int32]) -> [Reached?] {
    reset()
    for source in sources { enter(source) }
    let reachable = Set(
      targets.filter { costToHub[Int(network.component(ofNode: $0))].isReachable }
    ).sorted()
    guard !reachable.isEmpty else { return targets.map { _ in nil } }
    let zones = Set(reachable.map { network.zones[Int($0)] }).sorted()
    settleRegions(Set(zones.map { network.regions[Int($0)] }).sorted())
    if network.hasUnknown { settleZones(zones, sources: sources) }
    settleNodes(reachable, zones: zones, sources: sources)
    return targets.map { target in
      guard labels[Int(target)].length != .max else { return nil }
      let tiers = cost(ofZone: network.zones[Int(target)])
      return Reached(
        cost: PathCost(
          adverse: tiers.adverse, unknown: tiers.unknown, length: labels[Int(target)].length),
        rank: labels[Int(target)].rank)
    }
  }

  private mutating func reset() {
    for region in touchedRegions { adverseAround[Int(region)] = Self.unreachable }
    for zone in touchedZones { unknownAround[Int(zone)] = Self.unreachable }
    for component in touchedComponents {
      adverseToHub[Int(component)] = Self.unreachable
      costToHub[Int(component)] = .unreachable
    }
    for node in touchedNodes { labels[Int(node)] = Label() }
    touchedRegions.removeAll(keepingCapacity: true)
    touchedZones.removeAll(keepingCapacity: true)
    touchedComponents.removeAll(keepingCapacity: true)
    touchedNodes.removeAll(keepingCapacity: true)
    pendingRegions.removeAll()
    pendingZones.removeAll()
    pendingNodes.removeAll()
  }

  /// Begins the first step at a source, and tells its component how far the hubs are.
  private mutating func enter(_ source: Source) {
    let zone = network.zones[Int(source.node)]
    let region = network.regions[Int(zone)]
    let component = Int(network.components[Int(region)])
    if !costToHub[component].isReachable { touchedComponents.append(Int32(component)) }
    costToHub[component] = min(costToHub[component], network.zoneCosts[Int(zone)])
    adverseToHub[component] = min(
      adverseToHub[component], network.regionCosts[Int(region)].adverse)
    improve(region: region, adverse: 0)
  }
}
