import GeoAlgorithms
import GeoModel
import Resettlement
import Testing

@Suite("Ground within a distance")
struct ReachedGroundTests {
  @Test(
    "Every position of the outline lies at the distance from the line, on the ellipsoid, to 1e-3 m",
    arguments: [(15.0, 20.0), (15, 500), (42.5, 50), (-60, 1000)])
  func distance(latitude: Double, metres: Double) throws {
    let line = [
      Coordinate(x: 108, y: latitude), Coordinate(x: 108.05, y: latitude + 0.03),
      Coordinate(x: 108.07, y: latitude - 0.02), Coordinate(x: 108.2, y: latitude),
    ]
    let ground = try ReachedGround(distance: metres).ground(around: .lineString(line))
    let outline = ground.flatMap(\.rings).flatMap(\.coordinates)
    #expect(outline.count > 100)
    for position in outline {
      let nearest = zip(line, line.dropFirst()).map {
        LengthMetric.ellipsoid.micrometres(from: position, toSegmentFrom: $0, to: $1)
      }.min()
      let found = Double(nearest ?? 0) / 1e6
      #expect(abs(found - metres) <= 1e-3, "\(position): \(found) m")
    }
  }

  @Test("An area and its surroundings hold the area; a point becomes a circle")
  func kinds() throws {
    let box = Drawn.box(0, 0, 10, 10)
    let grown = try ReachedGround(distance: 50).ground(around: .polygon(box))
    #expect(grown.count == 1 && grown[0].holes.isEmpty)
    let circle = try ReachedGround(distance: 50).ground(around: .point(Coordinate(x: 1.5, y: 42.5)))
    #expect(abs(EdgeArea.area(of: circle) / (Double.pi * 50 * 50) - 1) < 1e-4)
  }
}
