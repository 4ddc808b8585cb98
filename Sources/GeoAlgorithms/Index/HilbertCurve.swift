/// The place of a cell along Hilbert's curve: cells that are near on it are near in the plane,
/// so sorting boxes by it packs neighbours together.
enum HilbertCurve {
  /// The distance along the curve of order 16 of the cell (`x`, `y`), each 0…65,535.
  static func distance(x: UInt32, y: UInt32) -> UInt32 {
    var x = x
    var y = y
    var distance: UInt32 = 0
    var side: UInt32 = 1 << 15
    while side > 0 {
      let right: UInt32 = x & side == 0 ? 0 : 1
      let up: UInt32 = y & side == 0 ? 0 : 1
      distance += side &* side &* ((3 &* right) ^ up)
      // Turn the quadrant so that the curve enters and leaves it where the next one begins.
      if up == 0 {
        if right == 1 {
          x = 0xFFFF - x
          y = 0xFFFF - y
        }
        swap(&x, &y)
      }
      side >>= 1
    }
    return distance
  }
}
