import Foundation
import GeoModel
import TestSupport

/// Random areas that are valid by construction.
enum RandomArea {
  /// A star: corners at rising angles, each at a random distance, with a small star as hole where
  /// the corners leave room.
  static func star(
    around centre: Coordinate, reach: Double, corners: Int,
    using generator: inout SeededGenerator
  ) -> Polygon {
    func ring(_ least: Double, _ most: Double) -> LinearRing {
      let angles = (0..<corners).map { index in
        (Double(index) + Double.random(in: 0..<0.9, using: &generator)) / Double(corners)
      }
      return LinearRing(
        angles.map { angle in
          let distance = Double.random(in: least...most, using: &generator) * reach
          return Coordinate(
            x: centre.x + distance * cos(2 * .pi * angle),
            y: centre.y + distance * sin(2 * .pi * angle))
        })
    }
    let exterior = ring(0.5, 1)
    // With fewer corners the outer ring's edges may come nearer to the centre than the hole's.
    let hole = ring(0.05, 0.2)
    let polygon = Polygon(exterior: exterior, holes: corners >= 8 ? [hole] : [])
    return Bool.random(using: &generator)
      ? polygon : Polygon(exterior: exterior.reversed, holes: polygon.holes)
  }
}

/// Planar areas, in square degrees.
enum TestArea {
  /// The area of a polygon's outer ring less its holes.
  static func of(_ rings: [[Coordinate]]) -> Double {
    let areas = rings.map { abs(LinearRing($0).doubledSignedArea) / 2 }
    return (areas.first ?? 0) - areas.dropFirst().reduce(0, +)
  }
}
