public import GeoModel

/// Outlines with fewer positions in which borders that were shared stay shared.
///
/// Where more than two edges meet, of whichever outline and level, there is a node. Outlines are cut at
/// their nodes, each piece is simplified by itself (``LineSimplifier``), in the same direction whoever
/// it belongs to, and put together again. So neighbours, and units and those that they are part of, keep
/// one border where they had one, to the last bit. Outlines may touch themselves and each other
/// afterwards, unless whoever asks looks at the result and has such outlines kept as drawn
/// (``keep(_:)``). Areas are taken of what came in.
public struct BorderSimplifier: Sendable {
  private let lines: LineSimplifier
  private let nodes: Set<Coordinate>
  /// Positions between nodes whose piece stays as drawn.
  private var kept: Set<Coordinate> = []

  /// Looks for the nodes of all `areas`: a member each unit, of all levels. O(n).
  public init(areas: [[Polygon]], lines: LineSimplifier) {
    self.lines = lines
    var neighbours: [Coordinate: (Coordinate, Coordinate)] = [:]
    var nodes: Set<Coordinate> = []
    func meet(_ place: Coordinate, _ one: Coordinate, _ other: Coordinate) {
      guard let known = neighbours[place] else {
        neighbours[place] = (one, other)
        return
      }
      let isKnown = { (place: Coordinate) in place == known.0 || place == known.1 }
      if !isKnown(one) || !isKnown(other) { nodes.insert(place) }
    }
    for ring in areas.joined().flatMap(\.rings) {
      let open = ring.coordinates.dropLast()
      for index in open.indices {
        let before = open[index == 0 ? open.count - 1 : index - 1]
        meet(open[index], before, open[index == open.count - 1 ? 0 : index + 1])
      }
    }
    self.nodes = nodes
  }

  /// The area with fewer positions: as many rings as before, each with an area where it had one.
  public func simplified(_ area: Polygon) -> Polygon {
    Polygon(
      exterior: LinearRing(simplified(area.exterior.coordinates)),
      holes: area.holes.map { LinearRing(simplified($0.coordinates)) })
  }

  /// Has the outline of `area` stay as drawn, and so the pieces that its neighbours share with it. O(n).
  public mutating func keep(_ area: Polygon) {
    for ring in area.rings { kept.formUnion(ring.coordinates) }
  }

  private func simplified(_ ring: [Coordinate]) -> [Coordinate] {
    guard ring.count > 4 else { return ring }
    let open = Array(ring.dropLast())
    let cuts = open.indices.filter { nodes.contains(open[$0]) }
    // Without a node any start would do, but it must be the same for whoever shares the outline.
    let start = cuts.first ?? open.indices.min { open[$0] < open[$1] } ?? 0
    let turned = Array(open[start...] + open[..<start]) + [open[start]]
    let ends = (cuts.isEmpty ? [start] : cuts).map { $0 - start } + [open.count]
    var result = [open[start]]
    for (one, other) in zip(ends, ends.dropFirst()) {
      let piece = Array(turned[one...other])
      // A node belongs to several pieces and says nothing of this one.
      let isKept = piece.dropFirst().dropLast().contains {
        kept.contains($0) && !nodes.contains($0)
      }
      result += (isKept ? piece : lines.simplified(piece)).dropFirst()
    }
    // Two pieces that became the same straight line enclose nothing: a sliver stays as it is.
    return result.count < 4 ? ring : result
  }
}
