import GeoModel
import PROJKit
import TestSupport

/// A unit with the ring through `corners`, in degrees.
func unit(
  _ code: String, parent: String? = nil, _ rings: [(Double, Double)]...,
  declaredArea: Double? = nil
) -> AdministrativeUnit {
  let polygons = rings.map { corners in
    Polygon(exterior: LinearRing(corners.map { Coordinate(x: $0.0, y: $0.1) }))
  }
  return AdministrativeUnit(
    level: "commune", code: code, name: code, parentCode: parent, polygons: polygons,
    area: Geodesic.area(of: polygons), declaredArea: declaredArea, sourceFeature: code)
}

/// The corners of a rectangle, counter-clockwise.
func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> [(Double, Double)] {
  [(west, south), (east, south), (east, north), (west, north)]
}

/// A grid of `side` × `side` units of 0.05° whose borders are jagged and shared position by
/// position. Each half of a border stays within the wedge of its corner, so borders never cross.
func jaggedCoverage(side: Int, steps: Int, seed: UInt64) -> [AdministrativeUnit] {
  var generator = SeededGenerator(seed: seed)
  let size = 0.05
  func corner(_ column: Int, _ row: Int) -> Coordinate {
    Coordinate(x: 108 + Double(column) * size, y: 14.5 + Double(row) * size)
  }
  func border(_ start: Coordinate, _ end: Coordinate) -> [Coordinate] {
    let inner = (1..<steps).map { step -> Coordinate in
      let share = Double(step) / Double(steps)
      let off = Double.random(in: -0.45...0.45, using: &generator) * size * min(share, 1 - share)
      return Coordinate(
        x: start.x + (end.x - start.x) * share + (start.x == end.x ? off : 0),
        y: start.y + (end.y - start.y) * share + (start.y == end.y ? off : 0))
    }
    return [start] + inner + [end]
  }
  let rows = (0...side).map { row in
    (0..<side).map { border(corner($0, row), corner($0 + 1, row)) }
  }
  let columns = (0..<side).map { row in
    (0...side).map { border(corner($0, row), corner($0, row + 1)) }
  }
  var units: [AdministrativeUnit] = []
  for row in 0..<side {
    for column in 0..<side {
      let south = rows[row][column]
      let east = columns[row][column + 1]
      let north = Array(rows[row + 1][column].reversed())
      let west = Array(columns[row][column].reversed())
      let ring = LinearRing(south + east.dropFirst() + north.dropFirst() + west.dropFirst())
      let polygons = [Polygon(exterior: ring)]
      units.append(
        AdministrativeUnit(
          level: "commune", code: "\(10_000 + row * side + column)", name: nil,
          polygons: polygons, area: Geodesic.area(of: polygons), sourceFeature: "\(units.count)"))
    }
  }
  return units
}
