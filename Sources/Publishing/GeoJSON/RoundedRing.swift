/// What can be said exactly about a ring on the grid.
enum RoundedRing {
  /// Twice the signed area, positive where the ring runs counter-clockwise. Exact: differences of
  /// at most 7.2·10¹¹ multiply to less than 2¹²⁷ over any ring that memory holds. O(n).
  static func doubledSignedArea(_ ring: RoundedRun) -> Int128 {
    guard let origin = ring.first else { return 0 }
    var sum: Int128 = 0
    for index in 1..<ring.count {
      let a = ring[index - 1]
      let b = ring[index]
      sum +=
        Int128(a.x - origin.x) * Int128(b.y - origin.y)
        - Int128(b.x - origin.x) * Int128(a.y - origin.y)
    }
    return sum
  }

  /// The run without positions that repeat the one before them. O(n).
  static func withoutRepetitions(_ run: RoundedRun) -> RoundedRun {
    var kept: RoundedRun = []
    kept.reserveCapacity(run.count)
    for position in run where kept.last != position { kept.append(position) }
    return kept
  }

  /// Whether the ring encloses nothing because it has fewer than four positions or all of them lie
  /// on one line. A signed area of zero alone is not enough: the loops of an eight cancel. O(n).
  static func isCollapsed(_ ring: RoundedRun) -> Bool {
    guard ring.count >= 4 else { return true }
    guard doubledSignedArea(ring) == 0 else { return false }
    let a = ring[0]
    guard let b = ring.first(where: { $0 != a }) else { return true }
    return ring.allSatisfy { c in
      Int128(b.x - a.x) * Int128(c.y - a.y) == Int128(b.y - a.y) * Int128(c.x - a.x)
    }
  }

  /// The ring counter-clockwise for an outer ring, clockwise for a hole (RFC 7946, 3.1.6).
  static func wound(_ ring: RoundedRun, counterClockwise: Bool) -> RoundedRun {
    (doubledSignedArea(ring) > 0) == counterClockwise ? ring : ring.reversed()
  }

  /// Whether `position` lies inside the ring: +1 inside, 0 on its edge, -1 outside. Exact. O(n).
  static func side(of position: RoundedPosition, in ring: RoundedRun) -> Int {
    var inside = false
    for index in ring.indices.dropLast() {
      let a = ring[index]
      let b = ring[index + 1]
      let cross =
        Int128(b.x - a.x) * Int128(position.y - a.y) - Int128(b.y - a.y) * Int128(position.x - a.x)
      if cross == 0 && min(a.x, b.x) <= position.x && position.x <= max(a.x, b.x)
        && min(a.y, b.y) <= position.y && position.y <= max(a.y, b.y)
      {
        return 0
      }
      if (a.y > position.y) != (b.y > position.y) && (cross > 0) == (b.y > a.y) {
        inside.toggle()
      }
    }
    return inside ? 1 : -1
  }
}
