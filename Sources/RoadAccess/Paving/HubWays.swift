/// The cheapest ways from the node of the hardened main roads to all others, found once.
///
/// Every unit whose centre lies off the main roads reaches most of the country over them: one search
/// serves all. The costs are those at the beginning; what is paved later makes a way cheaper, never
/// wrong.
struct HubWays {
  /// The node that they begin at.
  let hub: Int32
  /// The cost of the way to each node, `.max` where there is none.
  private(set) var distances: [Int]
  /// The node before each on its way; −1 at the hub.
  private(set) var parents: [Int32]
  /// The link from there.
  private(set) var links: [Int32]

  /// `nil` where no node has very many links. O((nodes + links) log nodes).
  init?(_ problem: PavingProblem, _ graph: PavingGraph, costs: [Int]) {
    guard let hub = graph.hub else { return nil }
    self.hub = hub
    distances = [Int](repeating: .max, count: problem.nodeCount)
    parents = [Int32](repeating: -1, count: problem.nodeCount)
    links = [Int32](repeating: -1, count: problem.nodeCount)
    var queue = DistanceQueue()
    distances[Int(hub)] = 0
    queue.insert(hub, at: 0)
    while let entry = queue.removeNearest() {
      guard entry.distance == distances[Int(entry.node)] else { continue }
      for half in graph.halfLinks(of: entry.node) where costs[Int(half.link)] < .max {
        let distance = entry.distance + costs[Int(half.link)]
        guard distance < distances[Int(half.head)] else { continue }
        distances[Int(half.head)] = distance
        parents[Int(half.head)] = entry.node
        links[Int(half.head)] = half.link
        queue.insert(half.head, at: distance)
      }
    }
  }

  /// The node of a demand that the hub is nearest to; `nil` where it reaches none.
  func nearest(of demand: PavingProblem.Demand) -> (node: Int32, distance: Int)? {
    let nodes = demand.nodes.filter { distances[Int($0)] < .max }
    return nodes.min { (distances[Int($0)], $0) < (distances[Int($1)], $1) }
      .map { ($0, distances[Int($0)]) }
  }
}
