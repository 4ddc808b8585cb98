import GeoAlgorithms
import GeoModel

/// Squares near 108° east, 15° north: a step is about 108 m to the east, 111 m to the north.
enum Drawn {
  static let step = 0.001

  static func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Polygon {
    func place(_ x: Double, _ y: Double) -> Coordinate {
      Coordinate(x: 108 + x * step, y: 15 + y * step)
    }
    return Polygon(
      exterior: LinearRing([
        place(x, y), place(x + width, y), place(x + width, y + height), place(x, y + height),
      ]))
  }

  static func area(_ polygons: [Polygon]) -> Double { EdgeArea.area(of: polygons) }
}
