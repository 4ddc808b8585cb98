public import GeoModel

/// Numbers positions: equal ones get the same number, new ones the next.
///
/// Open addressing with linear probing on the bits of the two coordinates, which is five times as
/// fast as a dictionary for the millions of vertices of a road layer. −0 and 0 are one number.
public struct CoordinateTable: Sendable {
  /// The positions by number.
  public private(set) var coordinates: [Coordinate] = []
  private var slots: [Int32]
  private var mask: Int

  /// Makes an empty table with room for about `capacity` positions; it grows by itself.
  public init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    mask = size - 1
  }

  /// The number of `coordinate`, which must be finite.
  public mutating func number(of coordinate: Coordinate) -> Int32 {
    let position = Coordinate(x: coordinate.x + 0, y: coordinate.y + 0)
    var slot = Self.hash(position) & mask
    while slots[slot] >= 0 {
      if coordinates[Int(slots[slot])] == position { return slots[slot] }
      slot = (slot + 1) & mask
    }
    let number = Int32(coordinates.count)
    coordinates.append(position)
    slots[slot] = number
    if coordinates.count * 2 > slots.count { grow() }
    return number
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    mask = slots.count - 1
    for (number, coordinate) in coordinates.enumerated() {
      var slot = Self.hash(coordinate) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number)
    }
  }

  private static func hash(_ coordinate: Coordinate) -> Int {
    var bits = coordinate.x.bitPattern &* 0x9E37_79B9_7F4A_7C15
    bits ^= bits >> 32
    bits = (bits &+ coordinate.y.bitPattern) &* 0xD6E8_FEB8_6659_FD93
    bits ^= bits >> 32
    return Int(truncatingIfNeeded: bits & 0x7FFF_FFFF_FFFF_FFFF)
  }
}
