/// Paves again and again what gains most for its cost.
///
/// For each region the part of its tree of cheapest ways that gains most for its cost is known; the
/// best of all regions is paved, and the regions whose ways it lies on are searched anew. Densest
/// parts, not single demands: ten villages behind one long gap are weighed together.
///
/// Once the searches have settled as many nodes as they may, each region is searched for the last time
/// when its turn comes, and what it paves from then on are parts of that tree: another region's roads
/// make it cheaper, but are not looked for.
struct GreedyPaving {
  private let problem: PavingProblem
  private let regions: [PavingRegion]
  private var search: PavingSearch
  private var costs: [Int]
  private(set) var joined: [Bool]
  private(set) var steps: [PavingStep] = []
  private(set) var cost = 0
  private(set) var weight = 0
  private var isPaved: [Bool]
  private var proposals: [PavingStep?]
  private var versions: [Int]
  private var queue = ProposalQueue()
  private let workLimit: Int
  /// The last tree of each region, once no more may be searched.
  private var lastTrees: [Int: PavingTree] = [:]
  /// For each node the regions on whose tree it lies, or has lain.
  private var regionsAt: [Int32: Set<Int>] = [:]

  /// Makes a choice of nothing.
  ///
  /// - Parameter costs: what the links cost for the choice, where that differs from the problem;
  ///   `.max` for links that may not be chosen.
  /// - Parameter workLimit: the nodes that may be settled before searches are for the last time.
  init(
    _ problem: PavingProblem, _ graph: PavingGraph, regions: [PavingRegion], costs: [Int]? = nil,
    workLimit: Int
  ) {
    self.problem = problem
    self.workLimit = workLimit
    self.regions = regions
    let costs = costs ?? problem.links.map(\.cost)
    search = PavingSearch(problem, graph, costs: costs)
    self.costs = costs
    joined = [Bool](repeating: false, count: problem.demands.count)
    isPaved = [Bool](repeating: false, count: problem.links.count)
    proposals = [PavingStep?](repeating: nil, count: regions.count)
    versions = [Int](repeating: 0, count: regions.count)
  }

  /// Paves until demands of the weight `goal` are joined or none are left, for at most `budget`.
  mutating func run(until goal: Int, budget: Int = .max) {
    for region in regions.indices { propose(region, within: budget) }
    while weight < goal, let top = queue.removeFirst() {
      guard versions[top.region] == top.version, let proposal = proposals[top.region] else {
        continue
      }
      guard proposal.cost <= budget - cost else {
        // Less of it may still be affordable.
        propose(top.region, within: budget - cost)
        continue
      }
      pave(proposal)
      renew(top.region, proposal, within: budget - cost)
    }
  }

  private mutating func pave(_ proposal: PavingStep) {
    var step = proposal
    // Another region may have paved some of them since.
    step.links.removeAll { isPaved[$0] }
    step.cost = problem.cost(of: step.links)
    steps.append(step)
    for link in step.links {
      costs[link] = 0
      isPaved[link] = true
    }
    for demand in step.demands { joined[demand] = true }
    cost += step.cost
    weight += step.weight
  }

  /// Searches the region that paved, and those whose trees have both ends of a link of it, anew.
  private mutating func renew(_ region: Int, _ step: PavingStep, within budget: Int) {
    var affected: Set<Int> = [region]
    guard search.work < workLimit else { return propose(region, within: budget) }
    for link in step.links {
      let ends = (problem.links[link].from, problem.links[link].to)
      guard let left = regionsAt[ends.0], let right = regionsAt[ends.1] else { continue }
      let (fewer, more) = left.count < right.count ? (left, right) : (right, left)
      affected.formUnion(fewer.filter(more.contains))
    }
    for region in affected.sorted() { propose(region, within: budget) }
  }

  /// Puts what gains most for its cost in a region into the queue; where that is more than the
  /// budget, the way to a single demand that costs least.
  private mutating func propose(_ region: Int, within budget: Int) {
    versions[region] += 1
    proposals[region] = nil
    let tree = tree(of: region)
    guard let densest = tree.densestPart() else { return }
    var step = self.step(densest, of: tree)
    var density = densest.density
    if step.cost > budget {
      guard let way = tree.cheapestWay() else { return }
      step = self.step(way, of: tree)
      density = way.density
      if step.cost > budget { return }
    }
    for node in tree.nodes { regionsAt[node.node, default: []].insert(region) }
    proposals[region] = step
    queue.insert(
      ProposalQueue.Entry(density: density, region: region, version: versions[region]))
  }

  private mutating func tree(of region: Int) -> PavingTree {
    if let last = lastTrees[region] {
      return last.renewed(joined: joined, costs: costs, weights: problem.demands)
    }
    let isLast = search.work >= workLimit
    let tree = search.tree(of: regions[region], joined: joined, costs: costs)
    if isLast { lastTrees[region] = tree }
    return tree
  }

  private func step(_ part: PavingTree.Part, of tree: PavingTree) -> PavingStep {
    let nodes = part.places.map { tree.nodes[$0] }
    let links = nodes.compactMap { $0.link >= 0 && !isPaved[Int($0.link)] ? Int($0.link) : nil }
    return PavingStep(
      links: links, demands: nodes.flatMap(\.demands), cost: problem.cost(of: links),
      weight: part.weight)
  }
}
