public import GeoAlgorithms
public import GeoModel

/// The roads as a network: cut at junctions, each edge with what is known of its surface.
///
/// Immutable and shareable; made once for a study.
public struct RoadNetwork: Sendable {
  /// The edges and nodes.
  public let edges: NodedLines
  /// What the source says of each line; `NodedLines/lines` names the line of an edge.
  public let attributes: RoadAttributes
  /// The rules that it was made by.
  public let rules: RoadRules
  /// For each edge, whether it is hardened: clear, unknown, or adverse (not).
  public let surfaceTiers: [EdgeTier]
  /// For each edge, whether it is all-season: clear, unknown, or adverse (not).
  public let allSeasonTiers: [EdgeTier]
  /// For each edge, whether it is open from its origin to its destination only; empty where all are open
  /// both ways.
  public let oneWayEdges: [Bool]
  /// How the surfaces were settled.
  public let assumptions: AssumptionCounts
  /// Dead ends that nearly meet a line and were not joined to it.
  public let nearMisses: [NearMiss]
  /// The number of dead ends that were joined to the line that they nearly met.
  public let joinedNearMisses: Int
  /// The connected parts.
  public let parts: NetworkParts
  /// With `snap: any` the stretch of road that each edge is a piece of; else empty.
  let stretches: [Int32]
  /// Finds edges by place.
  public let index: EdgeIndex

  /// Makes a network of `roads` by `rules`. O(n) for `join: vertices`, O(n log n) for `crossings`;
  /// twice that where near-misses are joined.
  public init(_ roads: RoadTable, rules: RoadRules) {
    let noding = Self.noding(of: roads, by: rules)
    self.init(
      roads, rules: rules,
      noded: noding.noded(with: (0..<noding.pieceCount).map(noding.findings(inPiece:))))
  }

  /// The noding of `roads`, for a caller with several workers; see ``init(_:rules:noded:)``.
  public static func noding(of roads: RoadTable, by rules: RoadRules) -> Noding {
    Noding(
      roads.lines, join: rules.join, grades: roads.attributes.grades,
      tolerance: rules.crossingTolerance)
  }

  /// The same network, of roads that are already `noded`.
  public init(_ roads: RoadTable, rules: RoadRules, noded: NodedLines) {
    self.init(roads, rules: rules, noded: noded, joinedNearMisses: 0)
    guard rules.joinsNearMisses, !nearMisses.isEmpty else { return }
    let (joined, count) = roads.joining(nearMisses)
    guard count > 0 else { return }
    let noding = Self.noding(of: joined, by: rules)
    self.init(
      joined, rules: rules,
      noded: noding.noded(with: (0..<noding.pieceCount).map(noding.findings(inPiece:))),
      joinedNearMisses: count)
  }

  private init(
    _ roads: RoadTable, rules: RoadRules, noded: NodedLines, joinedNearMisses: Int
  ) {
    self.rules = rules
    self.joinedNearMisses = joinedNearMisses
    let attributes = roads.attributes
    self.attributes = attributes
    var edges = noded
    let kinds = attributes.kinds
    // A line drawn as a bridge and as none is two: which of them is left must not go by their order.
    edges.removeDuplicates(
      attributes: kinds.indices.map { kinds[$0] * 2 + (attributes.bridges[$0] ? 1 : 0) },
      oneWays: attributes.oneWays)
    oneWayEdges =
      attributes.oneWays.contains(true) ? edges.lines.map { attributes.oneWays[Int($0)] } : []
    stretches = rules.snap == .any ? edges.stretches(attributes: kinds) : []
    let bases = attributes.bases(by: rules)
    surfaceTiers = edges.lines.map { bases[Int($0)].tier }
    // A million edges have a dozen classes.
    let allSeason = Dictionary(
      zip(kinds, bases.indices), uniquingKeysWith: { first, _ in first }
    ).mapValues { rules.allSeasonTier(roadClass: attributes.className($0), basis: bases[$0]) }
    let lineTiers = kinds.map { allSeason[$0] ?? .unknown }
    allSeasonTiers = edges.lines.map { lineTiers[Int($0)] }
    assumptions = AssumptionCounts(attributes, bases: bases, edges: edges)
    index = EdgeIndex(edges)
    nearMisses = edges.nearMisses(tolerance: rules.nearMissTolerance, index: index)
    parts = NetworkParts(edges)
    self.edges = edges
  }

  /// The class of an edge as text; `nil` where the source gives none.
  public func className(ofEdge edge: Int) -> String? {
    attributes.className(Int(edges.lines[edge]))
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
