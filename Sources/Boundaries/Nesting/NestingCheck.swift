public import GEOSKit
import GeoAlgorithms
public import GeoModel

/// Where the units of one level do not fit those of the level above.
public struct NestingFaults: Sendable, Hashable {
  /// A unit, part of whose area lies where it should not.
  public struct Stray: Sendable, Hashable {
    /// The unit, by its index among the children.
    public var child: Int
    /// The unit of the level above, by its index: for ``NestingFaults/leaving`` its parent, for
    /// ``NestingFaults/claimedTwice`` the other one that holds a part of it.
    public var parent: Int
    /// What lies outside, or in the other one; the largest piece first.
    public var pieces: [CoveragePiece]
    /// Its area as a share of the child's, 0…1.
    public var share: Double

    /// The area in **square metres**.
    public var area: Double { pieces.reduce(0) { $0 + $1.area } }
  }

  /// A unit of the level above that its children do not fill.
  public struct Uncovered: Sendable, Hashable {
    /// The unit, by its index among the parents.
    public var parent: Int
    /// What no child of its own covers; the largest piece first.
    public var pieces: [CoveragePiece]

    /// The area in **square metres**.
    public var area: Double { pieces.reduce(0) { $0 + $1.area } }
  }

  /// Children that leave the parent whose code they carry.
  public var leaving: [Stray] = []
  /// Children of which another unit of the level above holds a part too.
  public var claimedTwice: [Stray] = []
  /// Parents that their children do not cover.
  public var uncovered: [Uncovered] = []
  /// Children whose parent's code no unit of the level above has.
  public var withoutParent: [Int] = []

  /// Whether the levels nest: no fault of any kind.
  public var areNested: Bool {
    leaving.isEmpty && claimedTwice.isEmpty && uncovered.isEmpty && withoutParent.isEmpty
  }
}

/// Finds where two levels of units do not nest.
public enum NestingCheck {
  /// The faults of `children` against `parents`, in the order of the codes.
  ///
  /// A parent whose outline is, edge by edge, what remains of its children's edges when the common
  /// ones fall away is exactly filled and is not looked at again; the others go through overlays.
  /// Invalid units are looked at as mended (``CoverageCheck`` lists them).
  ///
  /// - Parameters:
  ///   - children: the units of one level, in any order; their `parentCode` says where they belong.
  ///   - parents: the units of the level above, in any order. The faults name both by their indices.
  ///   - leastWidth: pieces of a smaller mean width, in **metres**, are passed over: 0.1, because two
  ///     levels are often digitised apart.
  /// - Complexity: O(n) where the levels nest edge by edge, else an overlay for each child and
  ///   parent whose boxes meet.
  public static func faults(
    of children: [AdministrativeUnit], in parents: [AdministrativeUnit], leastWidth: Double = 0.1
  ) throws(GEOSError) -> NestingFaults {
    let inner = try CoverageInput(children)
    let outer = try CoverageInput(parents)
    var places: [String: Int] = [:]
    for (place, index) in outer.order.enumerated() {
      if let code = parents[index].code, places[code] == nil { places[code] = place }
    }
    var groups = [[Int]](repeating: [], count: parents.count)
    var faults = NestingFaults()
    for (place, index) in inner.order.enumerated() {
      if let code = children[index].parentCode, let parent = places[code] {
        groups[parent].append(place)
      } else {
        faults.withoutParent.append(index)
      }
    }
    let exact = groups.indices.map { parent in
      fills(outer.polygons[parent], groups[parent].map { inner.polygons[$0] })
    }
    var overlapping: Set<Int> = []
    for overlap in try CoverageCheck.faults(of: parents).overlaps {
      overlapping.formUnion([overlap.first, overlap.second])
    }
    let search = NestingSearch(
      inner: inner, outer: outer, groups: groups, isExact: exact,
      isApart: outer.order.map { !overlapping.contains($0) }, leastWidth: leastWidth)
    try search.addLeaving(to: &faults)
    try search.addClaimedTwice(to: &faults)
    try search.addUncovered(to: &faults)
    return faults
  }

  /// Whether the edges of `children`, common ones taken away, are those of `parent`.
  private static func fills(_ parent: [Polygon], _ children: [[Polygon]]) -> Bool {
    let left = CoverageEdges(children).loose
    let whole = CoverageEdges([parent]).loose
    guard left.count == whole.count else { return false }
    let edges = Set(whole.map { [$0.start, $0.end] })
    return edges.count == whole.count && left.allSatisfy { edges.contains([$0.start, $0.end]) }
      && Set(left.map { [$0.start, $0.end] }).count == left.count
  }
}

/// One search for faults of nesting, with both levels made ready.
private struct NestingSearch {
  let inner: CoverageInput
  let outer: CoverageInput
  /// For each parent its children.
  let groups: [[Int]]
  /// Whether the children of each parent fill it edge by edge.
  let isExact: [Bool]
  /// Whether each parent overlaps no other.
  let isApart: [Bool]
  let leastWidth: Double

  func addLeaving(to faults: inout NestingFaults) throws(GEOSError) {
    for (parent, group) in groups.enumerated() where !isExact[parent] {
      for child in group {
        let outside = try Overlay.difference(inner.polygons[child], outer.polygons[parent])
        if let stray = stray(child, parent, outside) { faults.leaving.append(stray) }
      }
    }
  }

  func addClaimedTwice(to faults: inout NestingFaults) throws(GEOSError) {
    // What fills a parent that overlaps no other can lie in no other.
    for (parent, group) in groups.enumerated() where !(isExact[parent] && isApart[parent]) {
      for child in group {
        for other in outer.tree.items(meeting: inner.boxes[child]) where other != parent {
          let common = try Overlay.intersection(inner.polygons[child], outer.polygons[other])
          if let stray = stray(child, other, common) { faults.claimedTwice.append(stray) }
        }
      }
    }
  }

  func addUncovered(to faults: inout NestingFaults) throws(GEOSError) {
    for (parent, group) in groups.enumerated() where !isExact[parent] {
      let covered = try Overlay.union(group.flatMap { inner.polygons[$0] })
      let pieces = pieces(try Overlay.difference(outer.polygons[parent], covered))
      guard !pieces.isEmpty else { continue }
      faults.uncovered.append(
        NestingFaults.Uncovered(parent: outer.order[parent], pieces: pieces))
    }
  }

  private func stray(_ child: Int, _ parent: Int, _ areas: [Polygon]) -> NestingFaults.Stray? {
    let found = pieces(areas)
    guard !found.isEmpty else { return nil }
    let whole = inner.polygons[child].reduce(0) { $0 + SmallArea.squareMetres(of: $1) }
    return NestingFaults.Stray(
      child: inner.order[child], parent: outer.order[parent], pieces: found,
      share: whole > 0 ? found.reduce(0) { $0 + $1.area } / whole : 0)
  }

  private func pieces(_ areas: [Polygon]) -> [CoveragePiece] {
    areas.map { CoveragePiece($0) }.filter { $0.width >= leastWidth }
      .sorted { ($1.area, $0.place) < ($0.area, $1.place) }
  }
}
