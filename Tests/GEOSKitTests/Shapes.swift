import GeoModel

/// An axis-parallel rectangle, anticlockwise from its lower left corner.
func rectangle(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> Polygon {
  Polygon(exterior: ring((west, south), (east, south), (east, north), (west, north)))
}

func ring(_ pairs: (Double, Double)...) -> LinearRing {
  LinearRing(pairs.map { Coordinate(x: $0.0, y: $0.1) })
}

/// The planar area of `polygons`, holes taken off.
func planarArea(_ polygons: [Polygon]) -> Double {
  polygons.reduce(0) { sum, polygon in
    polygon.holes.reduce(sum + abs(polygon.exterior.doubledSignedArea) / 2) {
      $0 - abs($1.doubledSignedArea) / 2
    }
  }
}

/// Whether `place` lies inside `polygons`, by the crossings of a ray eastwards.
func holds(_ polygons: [Polygon], _ place: Coordinate) -> Bool {
  polygons.contains { polygon in
    var crossings = 0
    for ring in polygon.rings {
      for (a, b) in zip(ring.coordinates, ring.coordinates.dropFirst()) {
        guard (a.y > place.y) != (b.y > place.y) else { continue }
        let x = a.x + (place.y - a.y) / (b.y - a.y) * (b.x - a.x)
        if x > place.x { crossings += 1 }
      }
    }
    return crossings % 2 == 1
  }
}
