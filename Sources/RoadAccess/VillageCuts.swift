import GeoAlgorithms

/// Which villages lose every road to their centres where one section of road is lost.
///
/// A section is lost where it cannot be passed at one place, whatever the place: a village on it may
/// still leave by its other end. Only roads count, not what they are like; villages without a path
/// are cut off already and have no cuts.
public struct VillageCuts: Sendable {
  /// For each village the sections whose loss cuts it off, in order from the village; `nil` where
  /// it has no path or is not judged.
  public let sections: [[Int32]?]

  /// Finds the sections for all villages of `network`. O(nodes + edges + sections in the answer).
  public init(_ network: AccessNetwork, sections: RoadSections) {
    let pieces = network.pieces
    let forest = BridgeForest(
      nodeCount: pieces.nodes.count, origins: pieces.origins, destinations: pieces.destinations)
    var found = [[Int32]?](repeating: nil, count: network.villages.count)
    for unit in 0..<network.unitCount {
      let sources = network.centresByUnit[unit].flatMap { network.centreNodes[$0] }
      guard !sources.isEmpty else { continue }
      for village in network.villagesByUnit[unit] where !network.villageNodes[village].isEmpty {
        let edges = forest.separators(of: network.villageNodes[village], from: sources)
        found[village] = edges.map { edges in
          var own: [Int32] = []
          for piece in edges where pieces.lengths[Int(piece)] > 0 {
            let section = sections.sectionOfEdge[Int(pieces.edges[Int(piece)])]
            if own.last != section { own.append(section) }
          }
          return own
        }
      }
    }
    self.sections = found
  }

  /// For each section that cuts off villages, those villages, in order.
  public var villagesBySection: [Int32: [Int]] {
    var result: [Int32: [Int]] = [:]
    for (village, own) in sections.enumerated() {
      for section in Set(own ?? []) { result[section, default: []].append(village) }
    }
    return result
  }
}
