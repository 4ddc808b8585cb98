public import GeoAlgorithms
public import GeoModel

/// Which villages lose every road to their centres where some stretches of road are lost at once.
public struct ClosedWays: Sendable {
  /// For each village whether it keeps no way: yes, no, or unknown where that hangs on stretches of
  /// which it is not known whether they are lost; `nil` where it has no way to begin with, or is not
  /// judged.
  public let cutOff: [Ternary?]

  /// Finds them.
  ///
  /// - Parameters:
  ///   - network: the roads with villages and centres.
  ///   - lost: for each edge of the roads its division into stretches that stay (0), may be lost (1) and
  ///     are lost (2); `nil` for an edge that stays. A piece of road is lost where a part of it is.
  /// - Complexity: almost O(nodes + edges + stretches).
  public init(_ network: AccessNetwork, lost: [LineStretches?]) {
    let pieces = network.pieces
    let states = (0..<pieces.pieceCount).map { piece -> Int32 in
      guard let stretches = lost[Int(pieces.edges[piece])]?.stretches else { return 0 }
      let start = pieces.offsets[piece]
      let end = start + pieces.lengths[piece]
      var worst: Int32 = 0
      var from: Micrometres = 0
      for stretch in stretches {
        if stretch.end > start, from < end { worst = max(worst, stretch.label) }
        from = stretch.end
      }
      return worst
    }
    func components(below limit: Int32) -> NodeComponents {
      NodeComponents(
        nodeCount: pieces.nodes.count, origins: pieces.origins, destinations: pieces.destinations
      ) { pieces.lengths[$0] == 0 || states[$0] < limit }
    }
    let (all, perhaps, surely) = (components(below: 3), components(below: 2), components(below: 1))
    var found = [Ternary?](repeating: nil, count: network.villages.count)
    for unit in 0..<network.unitCount {
      let centres = network.centresByUnit[unit].flatMap { network.centreNodes[$0] }
      guard !centres.isEmpty else { continue }
      for village in network.villagesByUnit[unit] {
        func isJoined(_ components: NodeComponents) -> Bool {
          network.villageNodes[village].contains { node in
            centres.contains { components.areConnected($0, node) }
          }
        }
        guard isJoined(all) else { continue }
        found[village] = isJoined(surely) ? .no : isJoined(perhaps) ? .unknown : .yes
      }
    }
    cutOff = found
  }
}
