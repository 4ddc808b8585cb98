internal import GeoModel

/// Gives the corners of an overlay that were corners before it their drawn positions again.
///
/// An overlay on a grid moves every corner to the grid. A dissolved district must still have the very
/// corners of its communes, and an area that nothing cuts must stay as it is: only where two edges cross
/// is a corner new, and that one keeps its place on the grid.
enum DrawnPositions {
  /// `result` with each corner that is the grid's place of a corner of `operands` put back there; of
  /// several that share a place, at the least by ``Coordinate/<(_:_:)``, so that order decides nothing.
  /// An area that would not be valid stays as it came; all of
  /// them where they would not be together.
  ///
  /// - Parameter size: the size of the grid's cells; a power of two.
  /// - Complexity: O(n) in the number of positions, and a test of validity.
  static func restored(
    _ result: [Polygon], of operands: [[Polygon]], on size: Double
  ) throws(GEOSError) -> [Polygon] {
    var drawn: [Coordinate: Coordinate] = [:]
    for ring in result.lazy.flatMap(\.rings) {
      for corner in ring.coordinates { drawn[corner] = Coordinate(x: .infinity, y: .infinity) }
    }
    for ring in operands.lazy.joined().flatMap(\.rings) {
      for corner in ring.coordinates {
        let place = Coordinate(
          x: (corner.x / size).rounded() * size, y: (corner.y / size).rounded() * size)
        if let known = drawn[place], corner < known { drawn[place] = corner }
      }
    }
    func restored(_ ring: LinearRing) -> LinearRing {
      LinearRing(
        ring.coordinates.map { corner in
          guard let position = drawn[corner], position.isFinite else { return corner }
          return position
        })
    }
    var found: [Polygon] = []
    for polygon in result {
      let drawn = Polygon(exterior: restored(polygon.exterior), holes: polygon.holes.map(restored))
      found.append(try Validity.invalidity(of: [drawn]) == nil ? drawn : polygon)
    }
    return try Validity.invalidity(of: found) == nil ? found : result
  }
}
