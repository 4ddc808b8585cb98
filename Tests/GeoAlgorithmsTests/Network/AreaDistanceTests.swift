import GeoAlgorithms
import GeoModel
import TestSupport
import Testing

@Suite("The distance from an area to the nearest edge")
struct AreaDistanceTests {
  private func place(_ x: Double, _ y: Double) -> Coordinate { Coordinate(x: x, y: y) }

  private func index(_ lines: [[Coordinate]]) -> EdgeIndex {
    EdgeIndex(NodedLines(PolylineSet(lines), join: .vertices))
  }

  private func ring(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> LinearRing
  {
    LinearRing([
      place(west, south), place(east, south), place(east, north), place(west, north),
      place(west, south),
    ])
  }

  /// A square of 0.01° with a hole of 0.004° in its middle, and one line.
  @Test(arguments: [
    ("it crosses", [(107.99, 15.005), (108.02, 15.006)], true),
    ("it crosses between two far ends", [(107, 14.995), (109, 15.016)], true),
    ("it lies within", [(108.001, 15.001), (108.002, 15.001)], true),
    ("it touches a side", [(108.01, 15.005), (108.02, 15.005)], true),
    ("it lies in the hole", [(108.004, 15.005), (108.006, 15.005)], false),
    ("it passes by", [(108.02, 15), (108.02, 15.02)], false),
  ])
  func meeting(_ what: String, line: [(Double, Double)], meets: Bool) throws {
    let area = Polygon(
      exterior: ring(108, 15, 108.01, 15.01), holes: [ring(108.003, 15.003, 108.007, 15.007)])
    let found = try #require(
      index([line.map { place($0.0, $0.1) }]).distance(to: [area], within: .infinity))
    #expect((found == 0) == meets, "\(what): \(found)")
  }

  /// 0.01° of longitude at 15° N are 1,075.50 m (WGS 84: a cos φ ÷ √(1 − e² sin² φ) × π ÷ 18,000);
  /// the line's position is nearest to the middle of a side, where the area has none.
  @Test func aPositionOfTheLineOppositeASide() throws {
    let area = Polygon(exterior: ring(108, 14.99, 108.01, 15.01), holes: [])
    let roads = index([[place(108.02, 15), place(108.03, 15)]])
    let found = try #require(roads.distance(to: [area], within: .infinity))
    #expect(abs(ShortGeodesic.metres(of: found) - 1075.505) < 0.01)
    #expect(roads.distance(to: [area], within: 1075) == nil)
    #expect(roads.distance(to: [area], within: 1076) == found)
    #expect(roads.distance(to: [], within: .infinity) == nil)
    #expect(index([]).distance(to: [area], within: .infinity) == nil)
  }

  /// Against every position of one to every segment of the other, where nothing crosses.
  @Test("is that of a scan of all pairs, at any latitude", arguments: 0..<20)
  func scan(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let latitude = Double.random(in: -70...70, using: &random)
    // The area lies west of 0.02°, the lines east of it.
    func corner(_ low: Double, _ high: Double) -> Coordinate {
      place(
        10 + Double.random(in: low...high, using: &random),
        latitude + Double.random(in: 0...0.05, using: &random))
    }
    let west = (0..<3).map { _ in
      let start = corner(0, 0.015)
      return Polygon(
        exterior: ring(start.x, start.y, start.x + 0.005, start.y + 0.005), holes: [])
    }
    let lines = (0..<20).map { _ in
      (0..<Int.random(in: 2...12, using: &random)).map { _ in corner(0.0201, 0.08) }
    }
    var least = Micrometres.max
    for line in lines {
      for (start, end) in zip(line, line.dropFirst()) {
        for polygon in west {
          let corners = polygon.exterior.coordinates
          for (first, second) in zip(corners, corners.dropFirst()) {
            least = min(
              least, ShortGeodesic.projection(of: first, onSegmentFrom: start, to: end).distance,
              ShortGeodesic.projection(of: start, onSegmentFrom: first, to: second).distance,
              ShortGeodesic.projection(of: end, onSegmentFrom: first, to: second).distance)
          }
        }
      }
    }
    #expect(index(lines).distance(to: west, within: .infinity) == least, "seed \(seed)")
  }
}
