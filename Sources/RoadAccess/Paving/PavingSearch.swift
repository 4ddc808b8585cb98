/// Finds the tree of cheapest ways to the demands of a region; one for each worker.
struct PavingSearch {
  private let problem: PavingProblem
  private let graph: PavingGraph
  private var distances: [Int]
  private var parents: [Int32]
  private var links: [Int32]
  private var isSettled: [Bool]
  private var demandsAt: [Int32: [Int]] = [:]
  private var touched: [Int32] = []
  private var queue = DistanceQueue()

  /// Makes a search over a problem.
  init(_ problem: PavingProblem, _ graph: PavingGraph) {
    self.problem = problem
    self.graph = graph
    distances = [Int](repeating: .max, count: problem.nodeCount)
    parents = [Int32](repeating: -1, count: problem.nodeCount)
    links = [Int32](repeating: -1, count: problem.nodeCount)
    isSettled = [Bool](repeating: false, count: problem.nodeCount)
  }

  /// The tree to the demands of `region` that are not `joined`, with what each link `costs` now;
  /// links of a cost of `.max` are closed. Ends once all demands are reached.
  /// O((nodes + links) log nodes) of what is nearer than the furthest demand.
  mutating func tree(of region: PavingRegion, joined: [Bool], costs: [Int]) -> PavingTree {
    var missing = Set<Int>()
    for demand in region.demands where !joined[demand] {
      missing.insert(demand)
      for node in problem.demands[demand].nodes { demandsAt[node, default: []].append(demand) }
    }
    begin(region, costs)
    var found: [(node: Int32, demands: [Int])] = []
    while !missing.isEmpty, let entry = queue.removeNearest() {
      guard !isSettled[Int(entry.node)] else { continue }
      isSettled[Int(entry.node)] = true
      if let here = demandsAt[entry.node] {
        let new = here.filter { missing.remove($0) != nil }
        if !new.isEmpty { found.append((entry.node, new)) }
      }
      for half in graph.halfLinks(of: entry.node) {
        let cost = costs[Int(half.link)]
        guard cost < .max, !isSettled[Int(half.head)] else { continue }
        reach(half.head, at: entry.distance + cost, from: entry.node, by: half.link)
      }
    }
    let tree = tree(to: found, costs)
    for node in touched {
      distances[Int(node)] = .max
      parents[Int(node)] = -1
      links[Int(node)] = -1
      isSettled[Int(node)] = false
    }
    touched.removeAll(keepingCapacity: true)
    queue.removeAll()
    demandsAt.removeAll(keepingCapacity: true)
    return tree
  }

  private mutating func begin(_ region: PavingRegion, _ costs: [Int]) {
    let roots = problem.roots[region.group]
    if region.entrances.isEmpty {
      for root in roots { reach(root, at: 0, from: -1, by: -1) }
    } else {
      for root in roots { settle(root) }
      for (node, link) in region.entrances where costs[Int(link)] < .max {
        reach(node, at: costs[Int(link)], from: -1, by: link)
      }
    }
  }

  private mutating func settle(_ root: Int32) {
    distances[Int(root)] = 0
    isSettled[Int(root)] = true
    touched.append(root)
  }

  private mutating func reach(_ node: Int32, at distance: Int, from parent: Int32, by link: Int32) {
    guard distance < distances[Int(node)] else { return }
    if distances[Int(node)] == .max { touched.append(node) }
    distances[Int(node)] = distance
    parents[Int(node)] = parent
    links[Int(node)] = link
    queue.insert(node, at: distance)
  }

  /// The ways to the places where demands were found, without what leads nowhere else.
  private func tree(to found: [(node: Int32, demands: [Int])], _ costs: [Int]) -> PavingTree {
    var places: [Int32: Int] = [:]
    var nodes: [PavingTree.Node] = []
    for (node, demands) in found {
      var way: [Int32] = []
      var next = node
      while next >= 0, places[next] == nil {
        way.append(next)
        next = parents[Int(next)]
      }
      for step in way.reversed() {
        let parent = parents[Int(step)]
        let link = links[Int(step)]
        places[step] = nodes.count
        nodes.append(
          PavingTree.Node(
            node: step, parent: parent < 0 ? -1 : Int32(places[parent] ?? -1), link: link,
            cost: link < 0 ? 0 : costs[Int(link)], demands: [], weight: 0))
      }
      guard let place = places[node] else { continue }
      nodes[place].demands += demands
      nodes[place].weight += demands.reduce(0) { $0 + problem.demands[$1].weight }
    }
    return PavingTree(nodes: nodes)
  }
}
