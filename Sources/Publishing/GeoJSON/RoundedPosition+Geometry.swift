internal import GeoModel

extension CoordinateRounding {
  /// A geometry in degrees, from the grid; `nil` where it has no positions.
  func geometry(_ rounded: RoundedGeometry) -> Geometry? {
    switch rounded {
    case .point(let position): .point(coordinate(position))
    case .multiPoint(let positions): .multiPoint(positions.map(coordinate))
    case .lineString(let run): .lineString(run.map(coordinate))
    case .multiLineString(let runs): .multiLineString(runs.map { $0.map(coordinate) })
    case .polygon(let rings): polygon(rings).map { .polygon($0) }
    case .multiPolygon(let areas): .multiPolygon(areas.compactMap(polygon))
    }
  }
}
