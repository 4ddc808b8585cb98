public import GeoAlgorithms
public import GeoModel

/// The roads as a network: cut at junctions, each edge with what is known of its surface.
///
/// Immutable and shareable; made once for a study.
public struct RoadNetwork: Sendable {
  /// The edges and nodes.
  public let edges: NodedLines
  /// The rules that it was made by.
  public let rules: RoadRules
  /// For each edge, whether it is hardened: clear, unknown, or adverse (not).
  public let surfaceTiers: [EdgeTier]
  /// For each edge, whether it is all-season: clear, unknown, or adverse (not).
  public let allSeasonTiers: [EdgeTier]
  /// How the surfaces were settled.
  public let assumptions: AssumptionCounts
  /// Dead ends that nearly meet a line; they were not joined.
  public let nearMisses: [NearMiss]
  /// With `snap: any` the stretch of road that each edge is a piece of; else empty.
  let stretches: [Int32]
  /// Finds edges by place.
  public let index: EdgeIndex

  /// Makes a network of `roads` by `rules`. O(n) for `join: vertices`, O(n log n) for `crossings`.
  public init(_ roads: RoadTable, rules: RoadRules) {
    self.rules = rules
    var edges = NodedLines(
      roads.lines, join: rules.join, grades: roads.grades, tolerance: rules.crossingTolerance)
    let surfaceCount = Int32(roads.surfaceNames.count + 1)
    let attributes = roads.classes.indices.map {
      (roads.classes[$0] + 1) * surfaceCount + roads.surfaces[$0] + 1
    }
    edges.removeDuplicates(attributes: attributes)
    stretches = rules.snap == .any ? edges.stretches(attributes: attributes) : []
    let bases = roads.bases(by: rules)
    surfaceTiers = edges.lines.map { bases[Int($0)].tier }
    allSeasonTiers = edges.lines.map { line in
      rules.allSeasonTier(roadClass: roads.className(Int(line)), basis: bases[Int(line)])
    }
    assumptions = AssumptionCounts(roads, bases: bases, edges: edges)
    index = EdgeIndex(edges)
    nearMisses = edges.nearMisses(tolerance: rules.nearMissTolerance, index: index)
    self.edges = edges
  }

  /// Where each of `positions` enters the network by the rules: one or more places on edges, or
  /// none where there is no position or no edge within the limit. Independent of one another, so
  /// that a caller may divide them among workers.
  public func entries(of positions: [Coordinate?]) -> [[EdgePosition]] {
    positions.map { position in
      guard let position else { return [] }
      switch rules.snap {
      case .nearest: return index.nearest(to: position, within: rules.snapLimit)
      case .any:
        return index.all(near: position, within: rules.snapLimit, groups: stretches)
      }
    }
  }
}

extension RoadTable {
  /// The class of a line as text.
  func className(_ line: Int) -> String? {
    classes[line] < 0 ? nil : classNames[Int(classes[line])]
  }

  /// The surface of a line as text.
  func surfaceName(_ line: Int) -> String? {
    surfaces[line] < 0 ? nil : surfaceNames[Int(surfaces[line])]
  }

  /// What settles the surface of each line.
  func bases(by rules: RoadRules) -> [SurfaceBasis] {
    var known: [Int64: SurfaceBasis] = [:]
    return classes.indices.map { line in
      let key = Int64(classes[line]) << 32 | Int64(surfaces[line] + 1)
      if let basis = known[key] { return basis }
      let basis = rules.basis(roadClass: className(line), surface: surfaceName(line))
      known[key] = basis
      return basis
    }
  }
}
