/// How far a few far-apart nodes, the landmarks, are from every node of the hub zones: what tells a
/// search which way not to go.
///
/// Whatever the way from a node to a place, it is not shorter than the difference of their
/// distances to a landmark. Source: A. V. Goldberg and C. Harrelson, "Computing the shortest path:
/// A* search meets graph theory", SODA 2005, doi:10.5555/1070432.1070455.
struct ZoneLandmarks {
  /// The number of landmarks in a zone.
  static let count = 8
  /// The distances of each node in ``unit``, rounded down; −1 outside the zones that have landmarks.
  /// Empty where no zone has.
  let rows: [SIMD8<Int32>]
  /// What distances are counted in.
  let unit: Micrometres

  /// Finds landmarks in the zones that are `hubs` and large. O(count · nodes log nodes).
  ///
  /// - Parameters:
  ///   - graph: the edges within zones.
  ///   - zones: the zone of each node.
  ///   - hubs: the zones that many paths pass.
  ///   - leastNodes: zones with fewer nodes are searched without.
  init(_ graph: CompressedGraph, zones: [Int32], hubs: [Int32], leastNodes: Int) {
    var sizes: [Int32: Int] = [:]
    for hub in hubs { sizes[hub] = 0 }
    var first: [Int32: Int32] = [:]
    if graph.nodeCount >= leastNodes {
      for (node, zone) in zones.enumerated() {
        guard let size = sizes[zone] else { continue }
        sizes[zone] = size + 1
        if size == 0 { first[zone] = Int32(node) }
      }
    }
    let starts = sizes.filter { $0.value >= leastNodes }.keys.sorted().compactMap { first[$0] }
    guard !starts.isEmpty else {
      rows = []
      unit = 1
      return
    }
    var builder = LandmarkBuilder(graph)
    for start in starts { builder.extend(over: start) }
    for start in starts { builder.measure(from: start) }
    rows = builder.rows
    unit = builder.unit
  }
}

/// Chooses landmarks one after the other, each as far as can be from those before it.
private struct LandmarkBuilder {
  private let graph: CompressedGraph
  private var distances: [Micrometres]
  private var least: [Micrometres]
  private var reached: [Int32] = []
  private var pending = QuaternaryHeap<PendingNode>()
  private(set) var rows: [SIMD8<Int32>]
  private(set) var unit: Micrometres = 1

  init(_ graph: CompressedGraph) {
    self.graph = graph
    distances = [Micrometres](repeating: .max, count: graph.nodeCount)
    least = distances
    rows = [SIMD8<Int32>](repeating: SIMD8(repeating: -1), count: graph.nodeCount)
  }

  /// Makes the unit large enough for the zone of `start`.
  mutating func extend(over start: Int32) {
    search(from: start)
    let extent = reached.map { distances[Int($0)] }.max() ?? 0
    // From any node to any other it is at most twice the greatest distance from one.
    unit = max(unit, 2 * extent / Micrometres(Int32.max / 2) + 1)
  }

  /// Measures the zone of `start`.
  mutating func measure(from start: Int32) {
    search(from: start)
    var landmark = farthest(by: distances)
    for number in 0..<ZoneLandmarks.count {
      search(from: landmark)
      for node in reached {
        let distance = distances[Int(node)]
        rows[Int(node)][number] = Int32(distance / unit)
        least[Int(node)] = min(least[Int(node)], distance)
      }
      landmark = farthest(by: least)
    }
  }

  private func farthest(by distances: [Micrometres]) -> Int32 {
    var found = reached[0]
    for node in reached where distances[Int(node)] > distances[Int(found)] { found = node }
    return found
  }

  private mutating func search(from start: Int32) {
    for node in reached { distances[Int(node)] = .max }
    reached.removeAll(keepingCapacity: true)
    distances[Int(start)] = 0
    reached.append(start)
    pending.insert(PendingNode(key: 0, length: 0, rank: 0, node: start))
    while let next = pending.removeLeast() {
      guard next.length == distances[Int(next.node)] else { continue }
      for index in graph.range(next.node) {
        let half = graph.halfEdges[index]
        let length = next.length + half.length
        let present = distances[Int(half.head)]
        guard length < present else { continue }
        if present == .max { reached.append(half.head) }
        distances[Int(half.head)] = length
        pending.insert(PendingNode(key: length, length: length, rank: 0, node: half.head))
      }
    }
  }
}
