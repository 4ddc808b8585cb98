import GeoModel

/// A rectangle in longitude and latitude.
func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> [Polygon] {
  [
    Polygon(
      exterior: LinearRing([
        Coordinate(x: west, y: south), Coordinate(x: east, y: south),
        Coordinate(x: east, y: north), Coordinate(x: west, y: north),
        Coordinate(x: west, y: south),
      ]), holes: [])
  ]
}
