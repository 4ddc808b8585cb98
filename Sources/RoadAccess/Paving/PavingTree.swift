/// The cheapest ways from a group's roots to its demands, as a tree.
///
/// Each node names the one before it on the way from the roots. Nodes stand in the order of their
/// distance, so a node stands after its parent.
struct PavingTree {
  /// A place of the tree.
  struct Node {
    /// The node of the problem.
    var node: Int32
    /// The place of the node before it; −1 where that is a root.
    var parent: Int32
    /// The link from there; −1 at a root.
    var link: Int32
    /// What that link costs now.
    var cost: Int
    /// The demands that are joined here.
    var demands: [Int]
    /// What they weigh.
    var weight: Int
  }

  /// The nodes on the way to some demand, each after its parent.
  var nodes: [Node]

  /// The same tree where links cost `costs` and demands that are `joined` gain nothing more.
  func renewed(
    joined: [Bool], costs: [Int], weights demands: [PavingProblem.Demand]
  ) -> PavingTree {
    PavingTree(
      nodes: nodes.map { node in
        var node = node
        if node.link >= 0 { node.cost = costs[Int(node.link)] }
        node.demands.removeAll { joined[$0] }
        node.weight = node.demands.reduce(0) { $0 + demands[$1].weight }
        return node
      })
  }

  /// The part of the tree that hangs together with the roots and gains most for its cost.
  struct Part {
    /// The places of its nodes, each after its parent.
    var places: [Int]
    var weight: Int
    var cost: Int
    /// Weight by cost; +∞ where it costs nothing.
    var density: Double { cost == 0 ? .infinity : Double(weight) / Double(cost) }
  }

  /// The part with the greatest density; `nil` where the tree is empty.
  ///
  /// By repeated bounds on the density: for a price λ of a unit of cost the part with the greatest
  /// weight − λ cost is found from the leaves up, and its density is the next λ. Each round is O(n);
  /// a handful are needed. Source: W. Dinkelbach, "On nonlinear fractional programming", Management
  /// Science 13, 1967, doi:10.1287/mnsc.13.7.492. Parts of greatest density, one after another, are
  /// the best order of a tree: W. A. Horn, SIAM J. Appl. Math. 23, 1972, doi:10.1137/0123021.
  func densestPart() -> Part? {
    guard !nodes.isEmpty else { return nil }
    var best: Part?
    var price = 0.0
    while true {
      var values = nodes.map { Double($0.weight) - price * Double($0.cost) }
      for place in nodes.indices.reversed() where nodes[place].parent >= 0 && values[place] > 0 {
        values[Int(nodes[place].parent)] += values[place]
      }
      guard let top = topPlace(values), let part = part(below: top, values) else { return best }
      if let best, part.density <= best.density { return best }
      best = part
      if part.cost == 0 { return part }
      price = part.density
    }
  }

  /// The way to the demand that costs least, with the demands on it; of equals the first.
  func cheapestWay() -> Part? {
    var costs = [Int](repeating: 0, count: nodes.count)
    var cheapest: Int?
    for place in nodes.indices {
      let parent = Int(nodes[place].parent)
      costs[place] = nodes[place].cost + (parent < 0 ? 0 : costs[parent])
      if nodes[place].weight > 0, cheapest.map({ costs[place] < costs[$0] }) ?? true {
        cheapest = place
      }
    }
    guard let cheapest else { return nil }
    var places: [Int] = []
    var next = cheapest
    while next >= 0 {
      places.append(next)
      next = Int(nodes[next].parent)
    }
    return Part(
      places: places.reversed(), weight: places.reduce(0) { $0 + nodes[$1].weight },
      cost: costs[cheapest])
  }

  /// The child of a root with the greatest value; of equals the first.
  private func topPlace(_ values: [Double]) -> Int? {
    var top: Int?
    for place in nodes.indices where nodes[place].parent < 0 {
      if values[place] > top.map({ values[$0] }) ?? -.infinity { top = place }
    }
    return top
  }

  private func part(below top: Int, _ values: [Double]) -> Part? {
    var isInside = [Bool](repeating: false, count: nodes.count)
    isInside[top] = true
    var part = Part(places: [], weight: 0, cost: 0)
    for place in top..<nodes.count {
      if place != top {
        let parent = Int(nodes[place].parent)
        guard parent >= 0, isInside[parent], values[place] > 0 else { continue }
        isInside[place] = true
      }
      part.places.append(place)
      part.weight += nodes[place].weight
      part.cost += nodes[place].cost
    }
    return part.weight > 0 ? part : nil
  }
}
