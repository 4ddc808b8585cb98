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
  private let hubWays: HubWays?
  /// The nodes that were settled in all searches.
  private(set) var work = 0

  /// Makes a search over a problem whose links cost `costs` at the beginning.
  init(_ problem: PavingProblem, _ graph: PavingGraph, costs: [Int]) {
    self.problem = problem
    self.graph = graph
    hubWays = HubWays(problem, graph, costs: costs)
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
    let hubWays = self.hubWays.flatMap { ways in
      region.entrances.isEmpty && !problem.roots[region.group].contains(ways.hub) ? ways : nil
    }
    var found: [Found] = []
    // The cost of the way to the hub, and of the furthest demand over it.
    var hubDistance: Int?
    var limit = Int.max
    while !missing.isEmpty, let entry = queue.removeNearest(), entry.distance <= limit {
      guard !isSettled[Int(entry.node)] else { continue }
      isSettled[Int(entry.node)] = true
      work += 1
      if let here = demandsAt[entry.node] {
        let new = here.filter { demand in
          if let hubDistance, let over = hubWays?.nearest(of: problem.demands[demand]),
            hubDistance + over.distance < entry.distance
          {
            return false
          }
          return missing.remove(demand) != nil
        }
        if !new.isEmpty { found.append(Found(node: entry.node, demands: new)) }
      }
      if let hubWays, entry.node == hubWays.hub {
        hubDistance = entry.distance
        let furthest = missing.map { hubWays.nearest(of: problem.demands[$0])?.distance ?? .max }
          .max()
        limit = furthest.map { $0 == .max ? .max : $0 + entry.distance } ?? entry.distance
        continue
      }
      for half in graph.halfLinks(of: entry.node) {
        let cost = costs[Int(half.link)]
        guard cost < .max, !isSettled[Int(half.head)] else { continue }
        reach(half.head, at: entry.distance + cost, from: entry.node, by: half.link)
      }
    }
    if let hubWays, hubDistance != nil {
      for demand in missing.sorted() {
        guard let over = hubWays.nearest(of: problem.demands[demand]) else { continue }
        found.append(Found(node: over.node, demands: [demand], isOverHub: true))
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

  /// A place where demands were found.
  private struct Found {
    var node: Int32
    var demands: [Int]
    /// Whether its way leads over the hub.
    var isOverHub = false
  }

  /// The ways to the places where demands were found, without what leads nowhere else.
  private func tree(to found: [Found], _ costs: [Int]) -> PavingTree {
    var places: [Int32: Int] = [:]
    var nodes: [PavingTree.Node] = []
    for place in found {
      for step in way(to: place, stopping: places).reversed() {
        places[step.node] = nodes.count
        nodes.append(
          PavingTree.Node(
            node: step.node, parent: step.parent < 0 ? -1 : Int32(places[step.parent] ?? -1),
            link: step.link, cost: step.link < 0 ? 0 : costs[Int(step.link)], demands: [], weight: 0
          ))
      }
      guard let index = places[place.node] else { continue }
      nodes[index].demands += place.demands
      nodes[index].weight += place.demands.reduce(0) { $0 + problem.demands[$1].weight }
    }
    return PavingTree(nodes: nodes)
  }

  /// The way back from a place to the roots, or to what is in the tree already.
  private func way(
    to place: Found, stopping places: [Int32: Int]
  ) -> [(node: Int32, parent: Int32, link: Int32)] {
    var way: [(node: Int32, parent: Int32, link: Int32)] = []
    var next = place.node
    if place.isOverHub, let hubWays {
      while next != hubWays.hub, places[next] == nil {
        way.append((next, hubWays.parents[Int(next)], hubWays.links[Int(next)]))
        next = hubWays.parents[Int(next)]
      }
      // Where the way to the hub meets the way from it, the piece between is not needed.
      var index: [Int32: Int] = [:]
      for (step, entry) in way.enumerated() { index[entry.node] = step }
      while next >= 0, places[next] == nil {
        if let step = index[next] {
          for gone in way[step...] { index[gone.node] = nil }
          way.removeSubrange(step...)
        }
        way.append((next, parents[Int(next)], links[Int(next)]))
        next = parents[Int(next)]
      }
      return way
    }
    while next >= 0, places[next] == nil {
      way.append((next, parents[Int(next)], links[Int(next)]))
      next = parents[Int(next)]
    }
    return way
  }
}
