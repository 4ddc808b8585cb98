/// A network that loses its dead ends, links in a row and doubled links.
struct ReducibleNetwork {
  /// A link that is left.
  struct Remaining {
    var index: Int
    var from: Int32
    var to: Int32
    var cost: Int
  }

  private var links: [PavingProblem.Link]
  private var isAlive: [Bool]
  /// The two links that a link of links in a row stands for; −1 for an original one.
  private var children: [(Int32, Int32)]
  private var linksOfNode: [[Int32]]
  private let isKept: [Bool]

  /// The network of `problem`; nodes that `isKept` stay whatever their links.
  init(_ problem: PavingProblem, isKept: [Bool]) {
    links = problem.links
    self.isKept = isKept
    children = [(Int32, Int32)](repeating: (-1, -1), count: links.count)
    isAlive = links.map { $0.from != $0.to }
    linksOfNode = [[Int32]](repeating: [], count: problem.nodeCount)
    for (index, link) in links.enumerated() where isAlive[index] {
      linksOfNode[Int(link.from)].append(Int32(index))
      linksOfNode[Int(link.to)].append(Int32(index))
    }
  }

  /// Reduces until nothing changes. Almost O((nodes + links) log links).
  mutating func reduce() {
    for node in linksOfNode.indices { removeDoubled(at: Int32(node)) }
    var pending = Array(0..<Int32(linksOfNode.count))
    while let node = pending.popLast() {
      guard !isKept[Int(node)] else { continue }
      linksOfNode[Int(node)].removeAll { !isAlive[Int($0)] }
      let own = linksOfNode[Int(node)]
      if own.count == 1 {
        isAlive[Int(own[0])] = false
        pending.append(other(node, own[0]))
      } else if own.count == 2 {
        let ends = [other(node, own[0]), other(node, own[1])]
        for link in own { isAlive[Int(link)] = false }
        if ends[0] != ends[1] { join(ends, own) }
        pending += ends
      }
    }
  }

  /// The links that are left, in the order of the originals that they begin with.
  var remaining: [Remaining] {
    links.indices.filter { isAlive[$0] }
      .map { Remaining(index: $0, from: links[$0].from, to: links[$0].to, cost: links[$0].cost) }
  }

  /// The original links under a link.
  func leaves(of link: Int) -> [Int] {
    var leaves: [Int] = []
    var pending = [Int32(link)]
    while let next = pending.popLast() {
      let (first, second) = children[Int(next)]
      if first < 0 { leaves.append(Int(next)) } else { pending += [second, first] }
    }
    return leaves
  }

  private func other(_ node: Int32, _ link: Int32) -> Int32 {
    let link = links[Int(link)]
    return link.from == node ? link.to : link.from
  }

  /// Puts a link in the place of two in a row, unless one as cheap is there.
  private mutating func join(_ ends: [Int32], _ pair: [Int32]) {
    let cost = links[Int(pair[0])].cost + links[Int(pair[1])].cost
    // The node of all hardened main roads has very many links: only the other's list is looked at.
    let shorter =
      linksOfNode[Int(ends[0])].count <= linksOfNode[Int(ends[1])].count ? ends[0] : ends[1]
    let further = shorter == ends[0] ? ends[1] : ends[0]
    linksOfNode[Int(shorter)].removeAll { !isAlive[Int($0)] }
    for link in linksOfNode[Int(shorter)] where other(shorter, link) == further {
      if links[Int(link)].cost <= cost { return }
      isAlive[Int(link)] = false
    }
    let new = Int32(links.count)
    links.append(PavingProblem.Link(from: ends[0], to: ends[1], cost: cost))
    children.append((pair[0], pair[1]))
    isAlive.append(true)
    for end in ends { linksOfNode[Int(end)].append(new) }
  }

  /// Of links between the same nodes the cheapest stays, of equals the first.
  private mutating func removeDoubled(at node: Int32) {
    let own = linksOfNode[Int(node)].filter { isAlive[Int($0)] }.sorted { left, right in
      (other(node, left), links[Int(left)].cost, left)
        < (other(node, right), links[Int(right)].cost, right)
    }
    for (previous, link) in zip(own, own.dropFirst())
    where other(node, previous) == other(node, link) {
      isAlive[Int(link)] = false
    }
    linksOfNode[Int(node)] = own.filter { isAlive[Int($0)] }
  }
}
