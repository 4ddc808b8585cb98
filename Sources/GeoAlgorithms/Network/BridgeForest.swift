/// The edges whose loss would part a network, and the forest that they make of what is left.
///
/// An edge is a bridge (in the sense of graph theory) where no other way joins its ends. What stays
/// together when all bridges are taken out is a block; blocks and bridges make a forest. So the
/// edges that part two places are those on the way between their blocks.
///
/// Source: R. E. Tarjan, "A note on finding the bridges of a graph", Information Processing Letters
/// 2(6), 1974, doi:10.1016/0020-0190(74)90003-9. Immutable; shared by any number of workers.
public struct BridgeForest: Sendable {
  /// Whether each edge is a bridge.
  public let isBridge: [Bool]

  /// The block of each node.
  private let blocks: [Int32]
  /// The block above each block, −1 at the top of a tree.
  private let parents: [Int32]
  /// The bridge to the block above.
  private let parentEdges: [Int32]
  private let depths: [Int32]
  /// The block at the top of each block's tree.
  private let tops: [Int32]

  /// Finds the bridges of a network; loops and parallel edges are allowed. O(nodes + edges).
  public init(nodeCount: Int, origins: [Int32], destinations: [Int32]) {
    let graph = CompressedGraph(
      nodeCount: nodeCount, origins: origins, destinations: destinations,
      lengths: [Micrometres](repeating: 0, count: origins.count),
      tiers: [EdgeTier](repeating: .clear, count: origins.count))
    var walk = DepthFirstWalk(graph)
    for node in 0..<Int32(nodeCount) where walk.times[Int(node)] < 0 { walk.run(from: node) }

    var isBridge = [Bool](repeating: false, count: origins.count)
    var blocks = [Int32](repeating: -1, count: nodeCount)
    var parents: [Int32] = []
    var parentEdges: [Int32] = []
    var depths: [Int32] = []
    var tops: [Int32] = []
    for node in walk.order {
      let edge = walk.edges[Int(node)]
      let above = edge < 0 ? -1 : blocks[Int(walk.parents[Int(node)])]
      // Nothing below leads back above the edge.
      let parts = edge >= 0 && walk.lows[Int(node)] == walk.times[Int(node)]
      guard edge < 0 || parts else {
        blocks[Int(node)] = above
        continue
      }
      if parts { isBridge[Int(edge)] = true }
      let block = Int32(parents.count)
      blocks[Int(node)] = block
      parents.append(above)
      parentEdges.append(edge)
      depths.append(above < 0 ? 0 : depths[Int(above)] + 1)
      tops.append(above < 0 ? block : tops[Int(above)])
    }
    self.isBridge = isBridge
    self.blocks = blocks
    self.parents = parents
    self.parentEdges = parentEdges
    self.depths = depths
    self.tops = tops
  }

  /// The edges each of which, lost, would leave no path from any of `targets` to any of `sources`,
  /// in order from the targets; empty where none would; `nil` where there is no path anyway.
  /// O(bridges on the way).
  public func separators(of targets: [Int32], from sources: [Int32]) -> [Int32]? {
    let ends = targets.map { blocks[Int($0)] }
    let begins = sources.map { blocks[Int($0)] }
    let trees = Set(ends.map { tops[Int($0)] }).intersection(begins.map { tops[Int($0)] })
    guard let tree = trees.first else { return nil }
    guard trees.count == 1 else { return [] }
    let own = ends.filter { tops[Int($0)] == tree }
    let others = begins.filter { tops[Int($0)] == tree }
    let way = way(from: own[0], to: others[0])
    let places = Dictionary(
      zip(way.blocks, way.blocks.indices), uniquingKeysWith: { first, _ in first })
    let last = own.map { place(of: $0, on: way, places) }.max() ?? 0
    let first = others.map { place(of: $0, on: way, places) }.min() ?? 0
    return last < first ? Array(way.edges[last..<first]) : []
  }

  /// The blocks from one to another, the bridges between them, and which block is nearest the top.
  private struct Way {
    var blocks: [Int32]
    var edges: [Int32]
    var summit: Int
  }

  private func way(from start: Int32, to end: Int32) -> Way {
    var (left, right) = (start, end)
    var (up, down): ([Int32], [Int32]) = ([left], [right])
    var (upEdges, downEdges): ([Int32], [Int32]) = ([], [])
    while left != right {
      if depths[Int(left)] >= depths[Int(right)] {
        upEdges.append(parentEdges[Int(left)])
        left = parents[Int(left)]
        up.append(left)
      } else {
        downEdges.append(parentEdges[Int(right)])
        right = parents[Int(right)]
        down.append(right)
      }
    }
    return Way(
      blocks: up + down.dropLast().reversed(), edges: upEdges + downEdges.reversed(),
      summit: up.count - 1)
  }

  /// Where the way from a block meets another way.
  private func place(of block: Int32, on way: Way, _ places: [Int32: Int]) -> Int {
    let top = depths[Int(way.blocks[way.summit])]
    var block = block
    while depths[Int(block)] >= top {
      if let place = places[block] { return place }
      guard parents[Int(block)] >= 0 else { break }
      block = parents[Int(block)]
    }
    return way.summit
  }
}

/// Visits nodes in depth and notes how far back each can lead.
private struct DepthFirstWalk {
  private let graph: CompressedGraph
  /// The place of each node in `order`; −1 before its turn.
  private(set) var times: [Int32]
  /// The least place that is reached from below a node over one edge that leads back.
  private(set) var lows: [Int32]
  /// The edge by which each node was come to, −1 at a beginning, and the node that it came from.
  private(set) var edges: [Int32]
  private(set) var parents: [Int32]
  private(set) var order: [Int32] = []
  private var next: [Int32]

  init(_ graph: CompressedGraph) {
    self.graph = graph
    times = [Int32](repeating: -1, count: graph.nodeCount)
    lows = times
    edges = times
    parents = times
    next = Array(graph.starts.dropLast())
    order.reserveCapacity(graph.nodeCount)
  }

  private mutating func visit(_ node: Int32) {
    times[Int(node)] = Int32(order.count)
    lows[Int(node)] = Int32(order.count)
    order.append(node)
  }

  mutating func run(from start: Int32) {
    visit(start)
    var stack = [start]
    while let node = stack.last {
      let index = next[Int(node)]
      guard index < graph.starts[Int(node) + 1] else {
        stack.removeLast()
        if let above = stack.last { lows[Int(above)] = min(lows[Int(above)], lows[Int(node)]) }
        continue
      }
      next[Int(node)] += 1
      let half = graph.halfEdges[Int(index)]
      // Back over the same edge is no way back; over a parallel one is.
      if half.edge == edges[Int(node)] { continue }
      if times[Int(half.head)] >= 0 {
        lows[Int(node)] = min(lows[Int(node)], times[Int(half.head)])
      } else {
        edges[Int(half.head)] = half.edge
        parents[Int(half.head)] = node
        visit(half.head)
        stack.append(half.head)
      }
    }
  }
}
