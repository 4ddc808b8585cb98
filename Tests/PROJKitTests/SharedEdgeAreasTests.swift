import GeoModel
import PROJKit
import TestSupport
import Testing

@Suite("Areas of rings that share edges")
struct SharedEdgeAreasTests {
  private func ring(_ positions: [(Double, Double)]) -> LinearRing {
    LinearRing(positions.map { Coordinate(x: $0.0, y: $0.1) })
  }

  /// Quarters of a lattice with shaken corners: each inner edge belongs to two cells, which walk it
  /// in both directions or, where one is turned round, in the same.
  private func cells(seed: Int, at origin: Coordinate, step: Double) -> [Polygon] {
    var random = SeededGenerator(seed: seed)
    let side = 12
    let corners = (0...side).map { row in
      (0...side).map { column in
        Coordinate(
          x: origin.x + step * (Double(column) + Double.random(in: -0.3...0.3, using: &random)),
          y: origin.y + step * (Double(row) + Double.random(in: -0.3...0.3, using: &random)))
      }
    }
    var polygons: [Polygon] = []
    for row in 0..<side {
      for column in 0..<side {
        let ring = LinearRing([
          corners[row][column], corners[row][column + 1], corners[row + 1][column + 1],
          corners[row + 1][column],
        ])
        polygons.append(
          Polygon(exterior: Bool.random(using: &random) ? ring : ring.reversed))
      }
    }
    return polygons
  }

  @Test("each is that of the ring by itself, bit by bit", arguments: 0..<20)
  func sameAsAlone(_ seed: Int) {
    let origins = [
      Coordinate(x: 108, y: 15), Coordinate(x: -70, y: -33), Coordinate(x: 20, y: 0),
      // Across the meridians of 0° and 180°, and near a pole.
      Coordinate(x: -0.01, y: 40), Coordinate(x: 179.99, y: -17), Coordinate(x: 10, y: 89.9),
    ]
    let step = [0.000_01, 0.001, 0.01, 0.5][seed % 4]
    var areas = SharedEdgeAreas()
    for origin in origins where abs(origin.y) < 80 || step < 0.005 {
      for polygon in cells(seed: seed, at: origin, step: step) {
        let alone = Geodesic.area(of: [polygon])
        #expect(areas.area(of: [polygon]).bitPattern == alone.bitPattern, "seed \(seed) \(origin)")
        #expect(alone > 0)
      }
    }
  }

  @Test("holes and parts count as they do alone")
  func holes() {
    let outer = ring([(108, 15), (108.4, 15), (108.4, 15.4), (108, 15.4)])
    let inner = ring([(108.1, 15.1), (108.2, 15.1), (108.2, 15.2), (108.1, 15.2)])
    let polygons = [Polygon(exterior: outer, holes: [inner]), Polygon(exterior: inner)]
    var areas = SharedEdgeAreas()
    #expect(areas.area(of: polygons) == Geodesic.area(of: polygons))
    #expect(areas.area(of: [Polygon(exterior: outer)]) == Geodesic.area(of: outer))
    #expect(areas.area(of: []) == 0)
  }

  @Test("rings of fewer than four positions, of no width, and around more than half of the earth")
  func unusualRings() {
    let rings = [
      ring([]), ring([(108, 15), (109, 15)]), ring([(108, 15), (109, 15), (108, 15)]),
      ring([(108, 15), (109, 15), (110, 15), (109, 15)]),
      ring([(1, -89), (179, -89), (179, 89), (1, 89)]),
      ring([(1, 89), (90, 89.5), (179, 89), (179, -89), (90, -89.5), (1, -89)]),
    ]
    var areas = SharedEdgeAreas()
    for ring in rings { #expect(areas.area(of: ring) == Geodesic.area(of: ring)) }
  }
}
