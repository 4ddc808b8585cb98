import GeoAlgorithms
import GeoModel
import TestSupport
import Testing

/// Against PROJ 9.1.1: `echo "15 108 15 108.001" | geod +ellps=WGS84 -I -F "%.9f"` (latitude
/// before longitude), which is Karney's method.
@Suite("Short geodesics")
struct ShortGeodesicTests {
  struct Recorded: Sendable {
    let from: (Double, Double)
    let to: (Double, Double)
    let metres: Double
  }

  static let recorded = [
    Recorded(from: (108, 15), to: (108.001, 15), metres: 107.550488717),
    Recorded(from: (108, 15), to: (108, 15.001), metres: 110.648701018),
    Recorded(from: (108, 15), to: (108.000001, 15.000001), metres: 0.154305675),
    Recorded(from: (108.5, 15.2), to: (108.51, 15.21), metres: 1_542.352341586),
    Recorded(from: (108.5, 15.2), to: (108.4, 15.3), metres: 15_421.963909891),
    Recorded(from: (1.5, 42.5), to: (1.6, 42.6), metres: 13_815.047129907),
    Recorded(from: (108, 15), to: (109.5, 15.5), metres: 170_369.229645799),
    Recorded(from: (-70, -55), to: (-70.1, -55.1), metres: 12_836.740931167),
    Recorded(from: (179.95, 10), to: (-179.95, 10.05), metres: 12_279.038217777),
    Recorded(from: (20, 85), to: (21, 85.1), metres: 14_751.435674696),
  ]

  @Test("as PROJ's geod", arguments: recorded)
  func asRecorded(_ known: Recorded) {
    let from = Coordinate(x: known.from.0, y: known.from.1)
    let to = Coordinate(x: known.to.0, y: known.to.1)
    let metres = ShortGeodesic.metres(from: from, to: to)
    // The last recorded digit and the rounding of coordinates are some nanometres.
    #expect(abs(metres - known.metres) <= 1e-9 * known.metres + 5e-9)
    #expect(ShortGeodesic.metres(from: to, to: from) == metres)
    #expect(ShortGeodesic.metres(from: from, to: from) == 0)
  }

  @Test("the nearest point of a segment is nearer than its neighbours, and the same both ways")
  func projection() {
    var random = SeededGenerator(seed: 11)
    for round in 0..<500 {
      func near() -> Coordinate {
        Coordinate(
          x: 108 + Double.random(in: -0.02...0.02, using: &random),
          y: 15 + Double.random(in: -0.02...0.02, using: &random))
      }
      let (a, b, p) = (near(), near(), near())
      let there = ShortGeodesic.projection(of: p, onSegmentFrom: a, to: b)
      let back = ShortGeodesic.projection(of: p, onSegmentFrom: b, to: a)
      #expect(there.point == back.point && there.distance == back.distance, "round \(round)")
      for step in [-1e-3, -1e-4, 1e-4, 1e-3] {
        let fraction = min(max(there.fraction + step, 0), 1)
        let other = Coordinate(
          x: a.x + fraction * (b.x - a.x), y: a.y + fraction * (b.y - a.y))
        #expect(
          ShortGeodesic.micrometres(from: p, to: other) >= there.distance - 1, "round \(round)")
      }
    }
  }

  @Test("the foot beyond an end is the end, to the last bit")
  func projectionAtEnd() {
    let a = Coordinate(x: 108.1, y: 15.1)
    let b = Coordinate(x: 108.11, y: 15.13)
    let beyond = Coordinate(x: 108.2, y: 15.4)
    let before = Coordinate(x: 108.0, y: 15.0)
    #expect(ShortGeodesic.projection(of: beyond, onSegmentFrom: a, to: b).point == b)
    #expect(ShortGeodesic.projection(of: before, onSegmentFrom: a, to: b).point == a)
    #expect(ShortGeodesic.projection(of: before, onSegmentFrom: a, to: a).point == a)
  }
}
