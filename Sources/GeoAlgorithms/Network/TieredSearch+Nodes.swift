extension TieredSearch {
  /// What is known of a node in the third step.
  struct Label {
    /// The least length so far.
    var length = Micrometres.max
    /// The source of that path.
    var rank = Int32.max
    /// The half edge within the zone that the path arrived by; −1 at a source, −2 from another zone.
    var arrival: Int32 = -1
  }

  /// Finds the length of the best paths to `targets`, whose zones are `zones`.
  ///
  /// First in all directions, because most targets are near. What is far then, on a path that has to
  /// go a long way round for its surface, is made for one target at a time with the landmarks'
  /// help (A*). Labels may be corrected, so that bounds need not be consistent, only never too great.
  mutating func settleNodes(_ targets: [Int32], zones: [Int32], sources: [Source]) {
    findExits(to: zones)
    for source in sources where placeOnWay[Int(network.zones[Int(source.node)])] >= 0 {
      arrive(at: source.node, length: 0, rank: source.rank, by: -1)
    }
    for target in targets { isWanted[Int(target)] = true }
    var remaining = targets.count
    let limit = network.landmarks.rows.isEmpty ? Int.max : network.nearNodes
    var settled = 0
    while remaining > 0, settled < limit, let next = pendingNodes.removeLeast() {
      let label = labels[Int(next.node)]
      guard next.length == label.length, next.rank == label.rank else { continue }
      settled += 1
      if isWanted[Int(next.node)] {
        isWanted[Int(next.node)] = false
        remaining -= 1
      }
      expand(next)
    }
    guard remaining > 0 else { return }
    for target in targets where isWanted[Int(target)] {
      isWanted[Int(target)] = false
      settle(target)
    }
  }

  /// Finds the length of the best path to one target, and settles all nodes on such paths.
  private mutating func settle(_ target: Int32) {
    aim(at: target)
    var frontier = QuaternaryHeap<PendingNode>()
    swap(&frontier, &pendingNodes)
    while let pending = frontier.removeLast() {
      let label = labels[Int(pending.node)]
      guard pending.length == label.length, pending.rank == label.rank else { continue }
      insert(pending.node, label)
    }
    while let least = pendingNodes.least, least.key <= labels[Int(target)].length {
      guard let next = pendingNodes.removeLeast() else { break }
      let label = labels[Int(next.node)]
      guard next.length == label.length, next.rank == label.rank else { continue }
      expand(next)
    }
    aimed = nil
  }

  private mutating func expand(_ next: PendingNode) {
    for index in network.clearGraph.range(next.node) {
      let half = network.clearGraph.halfEdges[index]
      arrive(
        at: half.head, length: next.length + half.length, rank: next.rank, by: Int32(index))
    }
    var exit = exitOfNode[Int(next.node)]
    while exit >= 0 {
      let way = exits[Int(exit)]
      arrive(at: way.head, length: next.length + way.length, rank: next.rank, by: -2)
      exit = nextExits[Int(exit)]
    }
  }

  @inline(__always)
  private mutating func arrive(
    at node: Int32, length: Micrometres, rank: Int32, by halfEdge: Int32
  ) {
    let present = labels[Int(node)]
    guard length < present.length || length == present.length && rank < present.rank else {
      return
    }
    if present.length == .max { touchedNodes.append(node) }
    let label = Label(length: length, rank: rank, arrival: halfEdge)
    labels[Int(node)] = label
    insert(node, label)
  }

  @inline(__always)
  private mutating func insert(_ node: Int32, _ label: Label) {
    let rest = aimed.map { $0.bound(network.landmarks.rows[Int(node)]) } ?? 0
    pendingNodes.insert(
      PendingNode(key: label.length + rest, length: label.length, rank: label.rank, node: node))
  }

  // MARK: Bounds

  /// The distances of the places where the best paths to a target leave the hub zone, or of the
  /// target itself where it lies there, to each landmark: the least and the greatest.
  struct Aim {
    var low = SIMD8<Int32>(repeating: .max)
    var high = SIMD8<Int32>(repeating: -1)
    let unit: Micrometres

    /// What is left at least from a node with the distances `row` to the nearest of the places.
    /// Distances are rounded down, so that a difference may be too great by just less than 1.
    @inline(__always)
    func bound(_ row: SIMD8<Int32>) -> Micrometres {
      guard row[0] >= 0 else { return 0 }
      // Nothing of the hub zone leads there: last of all, and below any overflow.
      guard high[0] >= 0 else { return Micrometres.max / 4 }
      let least = pointwiseMax(low &- row, row &- high).max()
      return least > 1 ? Micrometres(least - 1) * unit : 0
    }

    mutating func add(_ row: SIMD8<Int32>) {
      low = pointwiseMin(low, row)
      high = pointwiseMax(high, row)
    }
  }

  /// Finds what of the hub zone leads to `target`.
  private mutating func aim(at target: Int32) {
    let zone = network.zones[Int(target)]
    let hub = hub(ofZone: zone)
    var aim = Aim(unit: network.landmarks.unit)
    isAimedOver.removeAll(keepingCapacity: true)
    isAimedOver.append(contentsOf: repeatElement(false, count: zonesOnWay.count))
    var waiting = [zone]
    isAimedOver[Int(placeOnWay[Int(zone)])] = true
    if zone == hub { aim.add(network.landmarks.rows[Int(target)]) }
    // What leads to the hub zone itself is behind whoever has reached it.
    while let next = waiting.popLast(), next != hub {
      let place = Int(placeOnWay[Int(next)])
      for exit in exits[Int(exitStarts[place])..<Int(exitStarts[place + 1])] {
        let before = network.zones[Int(exit.tail)]
        if before == hub { aim.add(network.landmarks.rows[Int(exit.tail)]) }
        guard !isAimedOver[Int(placeOnWay[Int(before)])] else { continue }
        isAimedOver[Int(placeOnWay[Int(before)])] = true
        if before != hub { waiting.append(before) }
      }
    }
    aimed = aim
  }
}

/// A node that waits for its turn.
struct PendingNode: Comparable {
  /// The length so far, and what is left at least.
  let key: Micrometres
  let length: Micrometres
  let rank: Int32
  let node: Int32

  @inline(__always)
  static func < (left: PendingNode, right: PendingNode) -> Bool {
    if left.key != right.key { return left.key < right.key }
    return left.rank != right.rank ? left.rank < right.rank : left.node < right.node
  }
}
