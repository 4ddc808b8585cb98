import GeoModel

/// A position inside a polygon, by a line of constant y.
///
/// The line lies between the lowest and the highest position; of the stretches inside the polygon
/// the widest is taken. GEOS has the like, but gives one answer only: where that falls on a border
/// of something else, another fraction gives another.
enum InteriorPoint {
  /// The fractions to try, one after another: the middle, which reads well, then some that drawn
  /// borders do not fall on.
  static let fractions = [0.5, 0.4142135623730951, 0.6180339887498949, 0.2927050983124842]

  /// The position `fraction` of the way up and across; `nil` where the line meets no inside.
  /// O(n log n).
  static func of(_ polygon: Polygon, fraction: Double = 0.5) -> Coordinate? {
    let box = polygon.boundingBox
    let y = box.minimumY + (box.maximumY - box.minimumY) * fraction
    var crossings: [Double] = []
    for ring in polygon.rings {
      for index in ring.coordinates.indices.dropLast() {
        let a = ring.coordinates[index]
        let b = ring.coordinates[index + 1]
        // Half open, so that a corner on the line counts once.
        guard (a.y <= y) != (b.y <= y) else { continue }
        crossings.append(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x))
      }
    }
    crossings.sort()
    var widest: (start: Double, end: Double)?
    for index in stride(from: 0, to: crossings.count - 1, by: 2) {
      let stretch = (start: crossings[index], end: crossings[index + 1])
      if stretch.end - stretch.start > (widest.map { $0.end - $0.start } ?? 0) { widest = stretch }
    }
    return widest.map { Coordinate(x: $0.start + ($0.end - $0.start) * fraction, y: y) }
  }
}
