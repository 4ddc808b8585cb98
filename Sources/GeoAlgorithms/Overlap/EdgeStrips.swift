import GeoModel

/// Finds where the edges of two outlines cross; edges of one that lie in the same strip of latitude
/// as an edge of the other are compared.
struct EdgeStrips: Sendable {
  private var lefts: [Int32] = []
  private var rights: [Int32] = []
  /// Where the edges of each strip begin in `members`, and the end of the last.
  private var starts: [Int] = []
  private var members: [Int32] = []

  /// As many comparisons are made without strips.
  private static let fewComparisons = 8192

  /// Appends every proper crossing within `window`, and notes where the outlines meet corner on corner.
  ///
  /// - Returns: `false` where the outlines touch otherwise, and what was appended means nothing.
  mutating func findCrossings(
    of left: OverlapOutline, _ right: OverlapOutline, in window: BoundingBox,
    into found: inout [CrossedEdges], shared: inout SharedBorder
  ) -> Bool {
    Self.collect(left, in: window, into: &lefts)
    Self.collect(right, in: window, into: &rights)
    guard !lefts.isEmpty, !rights.isEmpty else { return true }
    guard lefts.count * rights.count > Self.fewComparisons else {
      for one in lefts {
        for other in rights {
          guard Self.compare(one, of: left, other, of: right, into: &found, shared: &shared) else {
            return false
          }
        }
      }
      return true
    }
    return compareByStrips(left, right, window, into: &found, shared: &shared)
  }

  private static func collect(
    _ outline: OverlapOutline, in window: BoundingBox, into edges: inout [Int32]
  ) {
    edges.removeAll(keepingCapacity: true)
    for ring in outline.rings where ring.box.intersects(window) {
      for edge in ring.edges {
        let (a, b) = (outline.coordinates[edge], outline.coordinates[edge + 1])
        guard max(a.y, b.y) >= window.minimumY, min(a.y, b.y) <= window.maximumY,
          max(a.x, b.x) >= window.minimumX, min(a.x, b.x) <= window.maximumX
        else { continue }
        edges.append(Int32(truncatingIfNeeded: edge))
      }
    }
  }

  private mutating func compareByStrips(
    _ left: OverlapOutline, _ right: OverlapOutline, _ window: BoundingBox,
    into found: inout [CrossedEdges], shared: inout SharedBorder
  ) -> Bool {
    let count = min(4096, rights.count)
    let height = (window.maximumY - window.minimumY) / Double(count)
    func strip(_ y: Double) -> Int {
      height > 0 ? min(max(Int((y - window.minimumY) / height), 0), count - 1) : 0
    }
    func range(_ edge: Int32, _ outline: OverlapOutline) -> ClosedRange<Int> {
      let (a, b) = (outline.coordinates[Int(edge)], outline.coordinates[Int(edge) + 1])
      return strip(min(a.y, b.y))...strip(max(a.y, b.y))
    }
    starts = [Int](repeating: 0, count: count + 1)
    for edge in rights { for strip in range(edge, right) { starts[strip + 1] += 1 } }
    for strip in 0..<count { starts[strip + 1] += starts[strip] }
    members = [Int32](repeating: 0, count: starts[count])
    var next = starts
    for edge in rights {
      for strip in range(edge, right) {
        members[next[strip]] = edge
        next[strip] += 1
      }
    }
    for one in lefts {
      let own = range(one, left)
      for strip in own {
        for place in starts[strip]..<starts[strip + 1] {
          let other = members[place]
          // A pair that shares several strips is compared in the first of them.
          guard strip == own.lowerBound || range(other, right).lowerBound == strip else { continue }
          guard Self.compare(one, of: left, other, of: right, into: &found, shared: &shared) else {
            return false
          }
        }
      }
    }
    return true
  }

  @inline(__always)
  private static func compare(
    _ one: Int32, of left: OverlapOutline, _ other: Int32, of right: OverlapOutline,
    into found: inout [CrossedEdges], shared: inout SharedBorder
  ) -> Bool {
    let (p, q) = (left.coordinates[Int(one)], left.coordinates[Int(one) + 1])
    let (a, b) = (right.coordinates[Int(other)], right.coordinates[Int(other) + 1])
    switch Crossing.between(p, q, a, b) {
    case .none: return true
    case .touch: return shared.note(one, of: left, other, of: right)
    case .proper:
      let share = AreaCutter.fraction(p, q, a, b)
      found.append(
        CrossedEdges(
          left: one, right: other, leftShare: share,
          rightShare: AreaCutter.fraction(a, b, p, q), place: AreaCutter.place(share, p, q)))
      return true
    }
  }
}
