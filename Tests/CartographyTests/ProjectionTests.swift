import Cartography
import GeoAlgorithms
import GeoModel
import PROJKit
import TestSupport
import Testing

@Suite("Projection and scale") struct ProjectionTests {
  @Test(
    "places are where PROJ has them, to a millimetre, and come back",
    arguments: [(108.5, 15.0), (0, 0), (-179.9, -17), (25, 71), (10, 90), (10, -90)])
  func oracle(longitude: Double, latitude: Double) throws {
    let centre = Coordinate(x: longitude, y: latitude)
    let operation = try CoordinateOperation(
      from: .longitudeLatitude,
      to: ReferenceSystemReader.read(
        "+proj=laea +lon_0=\(longitude) +lat_0=\(latitude) +ellps=WGS84 +units=m +type=crs"))
    let projection = EqualAreaProjection(centre: centre)
    let seed = 5
    var random = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      var place = Coordinate(
        x: longitude + .random(in: -30...30, using: &random),
        y: max(-90, min(90, latitude + .random(in: -20...20, using: &random))))
      if place.x < -180 { place.x += 360 }
      let expected = try operation.transform([place])[0]
      let image = projection.project(place)
      let off = abs(image.x - expected.x) + abs(image.y - expected.y)
      #expect(off < (abs(latitude) == 90 ? 2 : 1e-3), "seed \(seed): \(place) is off by \(off) m")
      let back = projection.place(of: image)
      #expect(Geodesic.distance(from: back, to: place) < (abs(latitude) == 90 ? 2 : 0.002))
    }
  }

  @Test("a kilometre on the map is one on the ground, to 0.01 % at the middle and 1 % in the study")
  func scale() throws {
    let corners = [Coordinate(x: 102, y: 8.5), Coordinate(x: 110, y: 23.4)]
    let extent = try #require(MapExtent(of: corners))
    let view = MapView(
      projection: extent.projection, extent: extent.box,
      frame: BoundingBox(minimumX: 50, minimumY: 60, maximumX: 450, maximumY: 700),
      denominator: 3_000_000)
    // 3,000,000 millimetres are 3 km.
    #expect(abs(view.points(ofMetres: 3000) - PageSize.pointsPerMillimetre) < 1e-9)
    for (point, limit) in [
      (Coordinate(x: 250, y: 380), 1e-4), (Coordinate(x: 60, y: 70), 0.01),
      (Coordinate(x: 440, y: 690), 0.01),
    ] {
      for step in [Coordinate(x: 5, y: 0), Coordinate(x: 0, y: 5), Coordinate(x: 3, y: 4)] {
        let end = Coordinate(x: point.x + step.x, y: point.y + step.y)
        let ground = Geodesic.distance(from: view.place(of: point), to: view.place(of: end))
        let paper = 5 / view.points(ofMetres: 1)
        #expect(abs(ground / paper - 1) < limit, "at \(point) towards \(step)")
      }
    }
    // A place is drawn where it is taken from.
    let place = Coordinate(x: 105.2, y: 17.3)
    #expect(Geodesic.distance(from: view.place(of: view.point(of: place)), to: place) < 0.01)
  }

  @Test("the shorter way round the earth is shown")
  func antimeridian() throws {
    let fiji = [Coordinate(x: 177, y: -18), Coordinate(x: -178.5, y: -16)]
    let extent = try #require(MapExtent(of: fiji))
    #expect(abs(abs(extent.projection.centre.x) - 179.25) < 1e-9)
    let width = extent.box.maximumX - extent.box.minimumX
    #expect(width > 470_000 && width < 490_000)
    #expect(MapExtent(of: []) == nil)
    #expect(MapExtent(of: [Coordinate(x: .nan, y: 3)]) == nil)
    // One place has a kilometre around it.
    let alone = try #require(MapExtent(of: [Coordinate(x: 3, y: 4)]))
    #expect(abs(alone.box.maximumX - alone.box.minimumX - 2000) < 1e-6)
  }

  @Test(
    "scales read well and are never larger than asked for",
    arguments: [
      (1.0, 100.0), (100, 100), (101, 125), (124_000, 125_000), (125_000, 125_000),
      (125_001, 150_000), (910_000, 1_000_000), (4_600_000, 5_000_000),
    ])
  func readable(wanted: Double, scale: Double) {
    #expect(MapScale.readable(atLeast: wanted) == scale)
  }

  @Test(
    "scale bars are 1, 2 or 5 and a power of ten",
    arguments: [
      (9_999.0, 5_000.0), (10_000, 10_000), (1_999, 1_000), (2_000, 2_000), (0.6, 0.5),
      (640_000, 500_000),
    ])
  func bar(greatest: Double, metres: Double) {
    #expect(abs(MapScale.bar(atMost: greatest).metres - metres) < metres * 1e-9)
  }
}
