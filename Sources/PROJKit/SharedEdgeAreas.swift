internal import CPROJ
public import GeoModel

/// Geodesic areas of rings that share edges, as neighbouring units do: what an edge adds to an area
/// is computed once for both sides, while both are at hand.
///
/// The areas are those of ``Geodesic/area(of:)-(LinearRing)`` bit by bit: an edge walked backwards
/// adds the same with the other sign, and the sum is `geodesic.h`'s own, in two doubles (accumulator
/// after J. R. Shewchuk). Each worker has its own value; which edges it still holds decides nothing.
public struct SharedEdgeAreas {
  /// An edge and what it adds: the area between it and the equator in square metres.
  private struct Edge {
    var from = Coordinate(x: .nan, y: .nan)
    var to = Coordinate(x: .nan, y: .nan)
    var area = 0.0
  }

  /// 2^16 edges, 2.6 MB: those of some hundred neighbouring communes.
  private static let slotBits = 16
  private var slots = [Edge](repeating: Edge(), count: 1 << SharedEdgeAreas.slotBits)

  /// Makes an empty memory of edges.
  public init() {}

  /// The sum of the areas of `polygons` in **square metres**, each its outer ring less its holes;
  /// overlaps count twice. O(n).
  public mutating func area(of polygons: [Polygon]) -> Double {
    var sum = 0.0
    for polygon in polygons {
      var own = area(of: polygon.exterior)
      for hole in polygon.holes { own -= area(of: hole) }
      sum += own
    }
    return sum
  }

  /// The area enclosed by a ring whose edges are geodesics, in **square metres**, without regard to
  /// its direction; 0 for fewer than four positions. O(n).
  public mutating func area(of ring: LinearRing) -> Double {
    let positions = ring.coordinates
    guard positions.count >= 4, SharedEdgeAreas.keepsToOneSide(positions) else {
      return Geodesic.area(of: ring)
    }
    var sum = TwofoldSum()
    for index in 1..<positions.count {
      sum.add(area(from: positions[index - 1], to: positions[index]))
    }
    sum.add(0)
    // More than half of the earth is turned inside out there.
    guard abs(sum.value) <= Geodesic.earthArea / 2 else { return Geodesic.area(of: ring) }
    return abs(sum.value)
  }

  /// Whether no edge can cross the meridian of 0° or 180°, where areas are counted otherwise.
  private static func keepsToOneSide(_ positions: [Coordinate]) -> Bool {
    positions.allSatisfy { $0.x > 0 && $0.x < 180 }
      || positions.allSatisfy { $0.x < 0 && $0.x > -180 }
  }

  private mutating func area(from: Coordinate, to: Coordinate) -> Double {
    let slot = SharedEdgeAreas.slot(from, to)
    let known = slots[slot]
    if known.from == from && known.to == to { return known.area }
    if known.from == to && known.to == from { return -known.area }
    let area = Geodesic.areaBelow(from: from, to: to)
    slots[slot] = Edge(from: from, to: to, area: area)
    return area
  }

  /// The same slot for both directions.
  private static func slot(_ one: Coordinate, _ other: Coordinate) -> Int {
    let mixed = (mix(one) &+ mix(other)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> UInt64(64 - slotBits))
  }

  private static func mix(_ position: Coordinate) -> UInt64 {
    let bits = position.x.bitPattern &* 0xD6E8_FEB8_6659_FD93 &+ position.y.bitPattern
    return (bits ^ (bits >> 32)) &* 0xD6E8_FEB8_6659_FD93
  }
}

/// A sum kept in two doubles, as `geodesic.h` keeps the area of a polygon.
private struct TwofoldSum {
  private(set) var value = 0.0
  private var rest = 0.0

  mutating func add(_ term: Double) {
    let (low, lowError) = Self.twoSum(term, rest)
    (value, rest) = Self.twoSum(low, value)
    if value == 0 {
      value = lowError
    } else {
      rest += lowError
    }
  }

  /// The sum rounded, and exactly what the rounding took away.
  private static func twoSum(_ one: Double, _ other: Double) -> (sum: Double, error: Double) {
    let sum = one + other
    let upper = sum - other
    let lower = sum - upper
    return (sum, sum == 0 ? sum : 0 - ((upper - one) + (lower - other)))
  }
}
