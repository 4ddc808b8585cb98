/// Two units that cover the same ground.
public struct CoverageOverlap: Sendable, Hashable {
  /// The unit whose code is first, by its index.
  public var first: Int
  /// The other unit.
  public var second: Int
  /// The connected areas that both cover, the largest first.
  public var pieces: [CoveragePiece]

  /// The area that is counted twice, in **square metres**.
  public var area: Double { pieces.reduce(0) { $0 + $1.area } }
}

/// Ground between the units that no unit covers.
public struct CoverageGap: Sendable, Hashable {
  /// What a gap is called, by its size.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Smaller than ``CoverageRules/pinholeArea``.
    case pinhole
    /// Not so small, but thinner than ``CoverageRules/sliverWidth``.
    case sliver
    /// Neither.
    case open
  }

  /// What it is called.
  public var kind: Kind
  /// Where it is and how large.
  public var piece: CoveragePiece
  /// The units around it, those with the longer border first, by their indices.
  public var neighbours: [Int]
}

/// A small part of a unit, apart from a larger one.
public struct DetachedPart: Sendable, Hashable {
  /// The unit, by its index.
  public var unit: Int
  /// The part.
  public var piece: CoveragePiece
}

/// The border that two units share edge by edge.
public struct SharedBorder: Sendable, Hashable {
  /// The unit with the lesser index.
  public var first: Int
  /// The other unit.
  public var second: Int
  /// Its length in **metres**.
  public var metres: Double
}

/// What ``CoverageCheck`` found; units are named by their indices in the order given.
///
/// Lists are in the order of the units' codes, so that the order of the units changes nothing.
public struct CoverageFaults: Sendable, Hashable {
  /// The rules by which it was found.
  public var rules: CoverageRules
  /// The pairs of units that overlap, duplicates included.
  public var overlaps: [CoverageOverlap] = []
  /// The gaps: bounded areas between units, and holes in one, that no unit covers.
  public var gaps: [CoverageGap] = []
  /// Units with exactly the same area, two or more each.
  public var duplicates: [[Int]] = []
  /// The small parts.
  public var detachedParts: [DetachedPart] = []
  /// The borders that are shared edge by edge.
  public var sharedBorders: [SharedBorder] = []
  /// Units with invalid rings, which were looked at as ``GEOSKit/Validity/repaired(_:)`` mends
  /// them; what else is said about them holds of that.
  public var mended: [Int] = []
  /// Units without an area that could be looked at.
  public var withoutArea: [Int] = []
  /// The number of pieces left out for their width (``CoverageRules/negligibleWidth``).
  public var negligiblePieces = 0

  /// The area that is counted more than once, summed over the pairs, in **square metres**.
  public var overlapArea: Double { overlaps.reduce(0) { $0 + $1.area } }
  /// The number of connected areas that two units both cover.
  public var overlapPieceCount: Int { overlaps.reduce(0) { $0 + $1.pieces.count } }
  /// The number of overlapping pairs all of whose pieces are slivers.
  public var sliverOverlapCount: Int { overlaps.count(where: isSliver) }
  /// The area that no unit covers, in **square metres**.
  public var gapArea: Double { gaps.reduce(0) { $0 + $1.piece.area } }

  /// The number of gaps called `kind`.
  public func gapCount(_ kind: CoverageGap.Kind) -> Int { gaps.count { $0.kind == kind } }

  /// Whether `overlap` is everywhere thinner than ``CoverageRules/sliverWidth``.
  public func isSliver(_ overlap: CoverageOverlap) -> Bool {
    overlap.pieces.allSatisfy { $0.width < rules.sliverWidth }
  }

  /// Whether the units tile their area: no overlap, no gap.
  public var isCoverage: Bool { overlaps.isEmpty && gaps.isEmpty }

  /// For each of `count` units its neighbours, ascending: units that share a border edge by edge,
  /// that overlap, or that lie around one gap which is a pinhole or a sliver.
  public func neighbours(count: Int) -> [[Int]] {
    var sets = [Set<Int>](repeating: [], count: count)
    func join(_ left: Int, _ right: Int) {
      guard left != right else { return }
      sets[left].insert(right)
      sets[right].insert(left)
    }
    for border in sharedBorders { join(border.first, border.second) }
    for overlap in overlaps { join(overlap.first, overlap.second) }
    for gap in gaps where gap.kind != .open {
      for left in gap.neighbours { for right in gap.neighbours { join(left, right) } }
    }
    return sets.map { $0.sorted() }
  }
}
