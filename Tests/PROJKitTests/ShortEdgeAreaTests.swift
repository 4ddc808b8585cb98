import GeoModel
import TestSupport
import Testing

@testable import PROJKit

@Suite("Areas over short edges")
struct ShortEdgeAreaTests {
  @Test(
    "each differs from geod_geninverse's by less than that loses by rounding",
    arguments: [0.0, 0.01, 8, 15, 23, 45, -33, 60, 69.9, -69.9])
  func againstKarney(_ latitude: Double) {
    var random = SeededGenerator(seed: Int(latitude * 100) + 7000)
    for _ in 0..<2000 {
      let span =
        ShortEdgeArea.greatestSpan * [1, 0.3, 0.01, 0.0001][Int.random(in: 0..<4, using: &random)]
      let from = Coordinate(x: Double.random(in: -179...179, using: &random), y: latitude)
      let to = Coordinate(
        x: from.x + Double.random(in: -span...span, using: &random),
        y: from.y + Double.random(in: -span...span, using: &random))
      guard ShortEdgeArea.holds(from: from, to: to) else { continue }
      let area = ShortEdgeArea.below(from: from, to: to)
      #expect(abs(area - Geodesic.areaBelow(from: from, to: to)) < 1e-4, "\(from) – \(to)")
      #expect(ShortEdgeArea.below(from: to, to: from) == -area)
    }
  }

  @Test("a rectangle of meridians and geodesics of 0.01°, from PROJ's polygon", arguments: 0..<20)
  func rings(_ seed: Int) {
    var random = SeededGenerator(seed: seed)
    let origins = [
      Coordinate(x: 108, y: 15), Coordinate(x: -70, y: -33), Coordinate(x: 20, y: 0),
      // Across the meridians of 0° and 180°, and where edges are too far north for the series.
      Coordinate(x: -0.01, y: 40), Coordinate(x: 179.99, y: -17), Coordinate(x: 10, y: 89.9),
    ]
    let step = [0.000_1, 0.001, 0.01, 0.5][seed % 4]
    for origin in origins where abs(origin.y) < 80 || step < 0.005 {
      let ring = LinearRing(
        [(0, 0), (1, 0), (2, 0.1), (2, 1), (1, 2), (0, 1.5)].map { place in
          Coordinate(
            x: origin.x + step * (place.0 + Double.random(in: -0.3...0.3, using: &random)),
            y: origin.y + step * (place.1 + Double.random(in: -0.3...0.3, using: &random)))
        })
      let area = Geodesic.area(of: ring)
      let other = Geodesic.areaOfPolygon(ring)
      #expect(area > 0)
      #expect(abs(area - other) < 1e-10 * other + 2e-4, "seed \(seed) \(origin): \(area) \(other)")
      #expect(Geodesic.area(of: ring.reversed) == area)
    }
  }

  @Test("rings of no width, across 180°, over a pole, and around more than half of the earth")
  func unusualRings() {
    func ring(_ positions: [(Double, Double)]) -> LinearRing {
      LinearRing(positions.map { Coordinate(x: $0.0, y: $0.1) })
    }
    #expect(
      Geodesic.area(of: ring([(108, 15), (108.005, 15.002), (108.009, 15), (108.005, 15.002)])) == 0
    )
    let rings = [
      ring([(108, 15), (109, 15), (110, 15), (109, 15)]),
      ring([(179.995, 1), (-179.999, 1), (-179.999, 1.005), (179.995, 1.005)]),
      ring([(1, -89), (179, -89), (179, 89), (1, 89)]),
      ring([(1, 89), (90, 89.5), (179, 89), (179, -89), (90, -89.5), (1, -89)]),
      ring([(0, 80), (90, 80), (180, 80), (-90, 80)]), ring([(0, 60), (90, 60), (0, 90)]),
    ]
    for ring in rings {
      let other = Geodesic.areaOfPolygon(ring)
      #expect(abs(Geodesic.area(of: ring) - other) <= 1e-12 * other + 1e-4)
    }
  }
}
