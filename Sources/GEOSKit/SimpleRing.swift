internal import GeoModel

/// A ring that is looked at for crossing or touching itself, in a fraction of the time that GEOS
/// takes and without a word where anything is in doubt.
///
/// Stretches of the ring stand in a tree of boxes that is laid over itself: only edges whose boxes
/// meet are compared. A side of a line is believed where rounding cannot have changed it (first
/// bound of J. R. Shewchuk, doi:10.1007/PL00009321); all else is doubt.
struct SimpleRing {
  /// The edges that stand together in a leaf of the tree.
  private static let leafEdges = 2
  /// Comparisons of boxes an edge on average; a ring that needs more, one that fills a surface, is
  /// left to GEOS.
  private static let mostComparisons = 256

  private let positions: [Coordinate]
  /// The boxes of the tree, the root first, then row by row; those below leaves are not there.
  private var boxes: [BoundingBox]
  private let firstLeaf: Int
  private var comparisons = 0

  private var edges: Int { positions.count - 1 }

  /// Whether the ring is certainly simple: closed, and no two of its edges meet but neighbours in
  /// the position that they share. `false` where it is not, or where that is in doubt. O(n log n) of
  /// rings that are boundaries.
  static func isCertain(_ ring: LinearRing) -> Bool {
    guard ring.coordinates.count >= 4, ring.coordinates.first == ring.coordinates.last else {
      return false
    }
    var candidate = SimpleRing(ring.coordinates)
    return candidate.turnsEverywhere && candidate.isFree(0)
  }

  private init(_ positions: [Coordinate]) {
    self.positions = positions
    let leaves = (positions.count - 2) / SimpleRing.leafEdges + 1
    // A full tree: the leaves are the nodes from here on, some of them empty.
    var width = 1
    while width < leaves { width *= 2 }
    firstLeaf = width - 1
    boxes = [BoundingBox](repeating: .empty, count: firstLeaf + leaves)
    for leaf in 0..<leaves {
      let start = leaf * SimpleRing.leafEdges
      let end = min(start + SimpleRing.leafEdges, positions.count - 1)
      var box = BoundingBox.empty
      for index in start...end { box.extend(to: positions[index]) }
      boxes[firstLeaf + leaf] = box
    }
    for node in stride(from: firstLeaf - 1, through: 0, by: -1) {
      for child in [2 * node + 1, 2 * node + 2] where child < boxes.count {
        boxes[node].formUnion(boxes[child])
      }
    }
  }
  /// Whether edges that follow each other meet in their common position alone: the ring turns there,
  /// or goes on, but not back.
  private var turnsEverywhere: Bool {
    var before = positions[edges - 1]
    for index in 0..<edges {
      let (here, next) = (positions[index], positions[index + 1])
      if SimpleRing.side(of: next, before, here) == 0 {
        let along = (before.x - here.x) * (next.x - here.x)
        let across = (before.y - here.y) * (next.y - here.y)
        guard along + across < -1e-12 * (abs(along) + abs(across)) else { return false }
      }
      before = here
    }
    return true
  }

  /// Whether the edges below a node are certainly apart from one another, neighbours left aside.
  private mutating func isFree(_ node: Int) -> Bool {
    guard node < boxes.count else { return true }
    if node >= firstLeaf { return areApart(edges(of: node), edges(of: node)) }
    let (left, right) = (2 * node + 1, 2 * node + 2)
    return isFree(left) && isFree(right) && areFree(left, right)
  }

  /// Whether the edges below one node are certainly apart from those below another of the same row.
  private mutating func areFree(_ one: Int, _ other: Int) -> Bool {
    guard other < boxes.count else { return true }
    comparisons += 1
    guard boxes[one].intersects(boxes[other]) else { return true }
    guard comparisons <= SimpleRing.mostComparisons * edges else { return false }
    if one >= firstLeaf { return areApart(edges(of: one), edges(of: other)) }
    let (first, second) = (2 * one + 1, 2 * other + 1)
    return areFree(first, second) && areFree(first, second + 1) && areFree(first + 1, second)
      && areFree(first + 1, second + 1)
  }

  private func edges(of leaf: Int) -> Range<Int> {
    let start = (leaf - firstLeaf) * SimpleRing.leafEdges
    return start..<min(start + SimpleRing.leafEdges, edges)
  }

  /// Whether each of `some` edges is certainly apart from each of the `others` behind it that does
  /// not follow it at once.
  private func areApart(_ some: Range<Int>, _ others: Range<Int>) -> Bool {
    for one in some {
      let (a, b) = (positions[one], positions[one + 1])
      for other in others where other > one + 1 {
        if one == 0 && other == edges - 1 { continue }
        let (c, d) = (positions[other], positions[other + 1])
        if max(a.x, b.x) < min(c.x, d.x) || max(c.x, d.x) < min(a.x, b.x)
          || max(a.y, b.y) < min(c.y, d.y) || max(c.y, d.y) < min(a.y, b.y)
        {
          continue
        }
        let first = SimpleRing.side(of: c, a, b)
        if first != 0 && first == SimpleRing.side(of: d, a, b) { continue }
        let second = SimpleRing.side(of: a, c, d)
        guard second != 0 && second == SimpleRing.side(of: b, c, d) else { return false }
      }
    }
    return true
  }

  /// 1 where `position` lies certainly to the left of the line from `a` to `b`, -1 to the right; 0
  /// where that is in doubt.
  private static func side(of position: Coordinate, _ a: Coordinate, _ b: Coordinate) -> Int {
    let left = (a.x - position.x) * (b.y - position.y)
    let right = (a.y - position.y) * (b.x - position.x)
    let determinant = left - right
    // (3 + 16ε)ε with ε = 2⁻⁵³.
    let bound = 3.330_669_073_875_471_6e-16 * (abs(left) + abs(right))
    return determinant > bound ? 1 : determinant < -bound ? -1 : 0
  }
}
