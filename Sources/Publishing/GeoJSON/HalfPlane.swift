/// The half-plane west of a meridian, for cutting polygons.
///
/// Rings come wound by the right-hand rule. Each is cut into chains that lie strictly west of the
/// border; what lies on the border counts as outside, so that rings which touch it need no special
/// case. Along the border, from south to north, the interior runs from an exit of a chain to the
/// next entry, so the i-th exit is joined to the i-th entry (the idea of Weiler and Atherton,
/// doi:10.1145/563858.563896, for one straight border).
struct HalfPlane {
  let antimeridian: Antimeridian
  /// The longitude of the border, on the grid.
  let border: Int64

  /// The parts of the polygon `rings` (outer ring first) west of the border.
  func parts(of rings: [RoundedRun]) -> [[RoundedRun]] {
    var chains: [RoundedRun] = []
    var exteriors: [RoundedRun] = []
    var holes: [RoundedRun] = []
    for (index, ring) in rings.enumerated() {
      if ring.allSatisfy({ $0.x < border }) {
        if index == 0 { exteriors.append(ring) } else { holes.append(ring) }
      } else {
        chains.append(contentsOf: self.chains(of: ring))
      }
    }
    exteriors.append(contentsOf: joined(chains))
    var parts = exteriors.map { [$0] }
    for hole in holes {
      if let home = parts.firstIndex(where: { contains($0[0], hole) }) { parts[home].append(hole) }
    }
    return parts
  }

  /// The runs of the ring west of the border, each from its entry to its exit on the border.
  private func chains(of ring: RoundedRun) -> [RoundedRun] {
    let open = Array(ring.dropLast())
    guard let start = open.firstIndex(where: { $0.x >= border }) else { return [] }
    var chains: [RoundedRun] = []
    var chain: RoundedRun = []
    var previous = open[start]
    for step in 1...open.count {
      let position = open[(start + step) % open.count]
      if position.x < border {
        if chain.isEmpty { chain.append(onBorder(previous, position)) }
        chain.append(position)
      } else if !chain.isEmpty {
        chain.append(onBorder(position, previous))
        chains.append(chain)
        chain = []
      }
      previous = position
    }
    return chains
  }

  private func onBorder(_ outside: RoundedPosition, _ inside: RoundedPosition) -> RoundedPosition {
    outside.x == border ? outside : antimeridian.crossing(outside, inside, at: border)
  }

  /// Rings from chains, each exit joined to its entry.
  private func joined(_ chains: [RoundedRun]) -> [RoundedRun] {
    func sorted(_ height: (RoundedRun) -> Int64) -> [Int] {
      chains.indices.sorted { (height(chains[$0]), $0) < (height(chains[$1]), $1) }
    }
    let exits = sorted { $0[$0.count - 1].y }
    let entries = sorted { $0[0].y }
    var next = [Int](repeating: 0, count: chains.count)
    for (exit, entry) in zip(exits, entries) { next[exit] = entry }

    var rings: [RoundedRun] = []
    var isUsed = [Bool](repeating: false, count: chains.count)
    for start in chains.indices where !isUsed[start] {
      var ring: RoundedRun = []
      var index = start
      while !isUsed[index] {
        isUsed[index] = true
        ring.append(contentsOf: chains[index])
        index = next[index]
      }
      if let first = ring.first { ring.append(first) }
      rings.append(ring)
    }
    return rings
  }

  /// Whether the hole lies in the ring, judged by its first position off the ring's own edge.
  private func contains(_ ring: RoundedRun, _ hole: RoundedRun) -> Bool {
    for position in hole {
      let side = RoundedRing.side(of: position, in: ring)
      if side != 0 { return side > 0 }
    }
    return true
  }
}
