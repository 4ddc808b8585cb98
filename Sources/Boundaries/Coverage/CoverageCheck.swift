public import GEOSKit
import GeoAlgorithms
public import GeoModel

/// Finds where the units of one level do not tile their area: overlaps, gaps, slivers, pinholes,
/// small detached parts, and units drawn twice.
///
/// GEOS 3.11 knows no coverages. The way taken here: edges that two units share fall away by
/// hashing; what is left is noded and cut into faces, of which each is covered by a fixed number of
/// units. Faces covered by none are gaps. Faces covered by several say where to look for overlaps,
/// which are then the common areas of the pairs that meet there. Areas are taken in longitude and
/// latitude with straight edges, and measured on the ellipsoid.
public enum CoverageCheck {
  /// The faults of `units`, which are of one level.
  ///
  /// A hole that is meant (a lake, an enclave) is a gap like any other: no geometry tells the two
  /// apart, and what the reader of the findings knows cannot be left out by a rule.
  ///
  /// - Parameters:
  ///   - units: in any order; the faults name them by their indices here. Areas in longitude and latitude
  ///     (WGS 84); invalid ones are looked at as mended.
  ///   - rules: from which size on what counts.
  /// - Returns: the faults by kind; the same for any order of the units, start and direction of
  ///   rings, up to the last digits of areas where the start of a ring differs.
  /// - Complexity: O(n) in the number of positions for a valid coverage (validity O(n log n)), plus
  ///   O(k log k) for k loose edges and one overlay for each pair that meets in a doubled face.
  public static func faults(
    of units: [AdministrativeUnit], rules: CoverageRules = CoverageRules()
  ) throws(GEOSError) -> CoverageFaults {
    let input = try CoverageInput(units)
    let edges = CoverageEdges(input.polygons)
    var faults = CoverageFaults(rules: rules)
    faults.mended = input.mended.map { input.order[$0] }
    faults.withoutArea = input.polygons.indices.filter { input.polygons[$0].isEmpty }
      .map { input.order[$0] }
    faults.sharedBorders = edges.sharedMetres.sorted { $0.key < $1.key }.map { pair, metres in
      SharedBorder(
        first: min(input.order[pair.first], input.order[pair.second]),
        second: max(input.order[pair.first], input.order[pair.second]), metres: metres)
    }
    let doubled = try findGaps(in: input, edges: edges, into: &faults)
    try findOverlaps(in: input, meeting: doubled, into: &faults)
    findDetachedParts(in: input, into: &faults)
    return faults
  }

  /// A face that several units cover.
  private struct DoubledFace {
    let box: BoundingBox
    let covering: [Int]
  }

  /// Lists the gaps and gives the faces that several units cover.
  private static func findGaps(
    in input: CoverageInput, edges: CoverageEdges, into faults: inout CoverageFaults
  ) throws(GEOSError) -> [DoubledFace] {
    var counter = CoverageCounter(input.polygons, tree: input.tree)
    var doubled: [DoubledFace] = []
    for face in try Linework.faces(of: edges.chains) {
      let covering = counter.units(covering: face)
      if covering.count == 1 { continue }
      let piece = CoveragePiece(face)
      if piece.width < faults.rules.negligibleWidth {
        faults.negligiblePieces += 1
      } else if covering.count > 1 {
        doubled.append(DoubledFace(box: face.boundingBox, covering: covering))
      } else {
        let metres = edges.metresByUnit(along: face)
        let around = metres.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        faults.gaps.append(
          CoverageGap(
            kind: kind(of: piece, faults.rules), piece: piece,
            neighbours: around.map { input.order[$0.key] }))
      }
    }
    faults.gaps.sort { $0.piece.place < $1.piece.place }
    return doubled
  }

  private static func kind(of piece: CoveragePiece, _ rules: CoverageRules) -> CoverageGap.Kind {
    if piece.area < rules.pinholeArea { return .pinhole }
    return piece.width < rules.sliverWidth ? .sliver : .open
  }

  /// The pairs that may overlap: the units that cover a doubled face where it was asked, and those
  /// that have an edge where it lies. Others cover all of it or nothing.
  private static func pairs(
    meeting doubled: [DoubledFace], in input: CoverageInput
  ) -> [UnitPair] {
    var pairs: Set<UnitPair> = []
    for face in doubled {
      let near = input.tree.items(meeting: face.box).filter { unit in
        face.covering.contains(unit) || hasEdge(input.polygons[unit], within: face.box)
      }
      for (place, left) in near.enumerated() {
        for right in near[(place + 1)...] where input.boxes[left].intersects(input.boxes[right]) {
          pairs.insert(UnitPair(left, right))
        }
      }
    }
    return pairs.sorted()
  }

  private static func hasEdge(_ polygons: [Polygon], within box: BoundingBox) -> Bool {
    polygons.contains { polygon in
      polygon.rings.contains { ring in
        let positions = ring.coordinates
        return positions.indices.dropLast().contains { index in
          let (a, b) = (positions[index], positions[index + 1])
          return max(a.x, b.x) > box.minimumX && min(a.x, b.x) < box.maximumX
            && max(a.y, b.y) > box.minimumY && min(a.y, b.y) < box.maximumY
        }
      }
    }
  }

  private static func findOverlaps(
    in input: CoverageInput, meeting doubled: [DoubledFace], into faults: inout CoverageFaults
  ) throws(GEOSError) {
    var coincident: [[LinearRing]: [Int]] = [:]
    for pair in pairs(meeting: doubled, in: input) {
      let common = try Overlay.intersection(input.polygons[pair.first], input.polygons[pair.second])
      let pieces = common.map { CoveragePiece($0) }.filter { piece in
        if piece.width >= faults.rules.negligibleWidth { return true }
        faults.negligiblePieces += 1
        return false
      }
      guard !pieces.isEmpty else { continue }
      let (first, second) = (input.order[pair.first], input.order[pair.second])
      faults.overlaps.append(
        CoverageOverlap(
          first: first, second: second,
          pieces: pieces.sorted { ($1.area, $0.place) < ($0.area, $1.place) }))
      let shape = CanonicalRings.of(input.polygons[pair.first])
      if shape == CanonicalRings.of(input.polygons[pair.second]) {
        for unit in [first, second] where coincident[shape]?.contains(unit) != true {
          coincident[shape, default: []].append(unit)
        }
      }
    }
    let ranks = Dictionary(uniqueKeysWithValues: input.order.enumerated().map { ($1, $0) })
    faults.duplicates = coincident.values.sorted {
      (ranks[$0.first ?? 0] ?? 0) < (ranks[$1.first ?? 0] ?? 0)
    }
  }

  private static func findDetachedParts(
    in input: CoverageInput, into faults: inout CoverageFaults
  ) {
    for (place, polygons) in input.polygons.enumerated() where polygons.count > 1 {
      let pieces = polygons.map { CoveragePiece($0) }
      guard let largest = pieces.map(\.area).max() else { continue }
      for piece in pieces.sorted(by: { $0.place < $1.place })
      where piece.area < faults.rules.detachedPartArea && piece.area < largest {
        faults.detachedParts.append(DetachedPart(unit: input.order[place], piece: piece))
      }
    }
  }
}
