import GeoModel

/// The edges of all units, each kept once, with who has it on the left and who on the right.
///
/// Open addressing on the bits of the four numbers; −0 and 0 are one number. Building is O(n).
struct EdgeTable {
  /// An edge from its lesser to its greater end.
  struct Edge {
    let lower: Coordinate
    let upper: Coordinate
    /// The last unit that runs from the lesser to the greater end, its inside on the left.
    var forwardUnit: Int32
    /// The last unit that runs the other way.
    var backwardUnit: Int32
    var forwardCount: Int32
    var backwardCount: Int32

    /// Whether one unit lies on either side, and no other has the edge: the border is shared.
    var isMatched: Bool { forwardCount == 1 && backwardCount == 1 }
  }

  private(set) var edges: [Edge] = []
  private var slots: [Int32]
  private var mask: Int

  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    mask = size - 1
    edges.reserveCapacity(capacity / 2)
  }

  /// Notes the edge of `unit` from `start` to `end`, which differ, and gives its number.
  mutating func insert(from start: Coordinate, to end: Coordinate, unit: Int32) -> Int32 {
    let forward = start < end
    let lower = forward ? start : end
    let upper = forward ? end : start
    var slot = Self.hash(lower, upper) & mask
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if edges[number].lower == lower && edges[number].upper == upper {
        if forward {
          edges[number].forwardUnit = unit
          edges[number].forwardCount += 1
        } else {
          edges[number].backwardUnit = unit
          edges[number].backwardCount += 1
        }
        return Int32(number)
      }
      slot = (slot + 1) & mask
    }
    let number = Int32(edges.count)
    slots[slot] = number
    edges.append(
      Edge(
        lower: lower, upper: upper, forwardUnit: forward ? unit : -1,
        backwardUnit: forward ? -1 : unit, forwardCount: forward ? 1 : 0,
        backwardCount: forward ? 0 : 1))
    return number
  }

  private static func hash(_ lower: Coordinate, _ upper: Coordinate) -> Int {
    var bits: UInt64 = 0
    for value in [lower.x, lower.y, upper.x, upper.y] {
      bits = (bits ^ (value + 0).bitPattern) &* 0x9E37_79B9_7F4A_7C15
      bits ^= bits >> 29
    }
    return Int(truncatingIfNeeded: bits & 0x7FFF_FFFF_FFFF_FFFF)
  }
}
