import GeoAlgorithms
import GeoModel
import TestSupport
import Testing

@Suite("Finding the unit of a position")
struct UnitLocatorTests {
  static func square(_ x: Double, _ y: Double, _ side: Double) -> LinearRing {
    LinearRing([
      Coordinate(x: x, y: y), Coordinate(x: x + side, y: y),
      Coordinate(x: x + side, y: y + side), Coordinate(x: x, y: y + side),
    ])
  }

  /// Two squares side by side, with a hole in the right one:
  ///
  ///     2 +-----+-----+
  ///       |     | +-+ |
  ///       |  w  | | | e
  ///       |     | +-+ |
  ///     0 +-----+-----+
  ///       0     2     4
  static let west = (code: "10", polygons: [Polygon(exterior: square(0, 0, 2))])
  static let east = (
    code: "09",
    polygons: [Polygon(exterior: square(2, 0, 2), holes: [square(2.5, 0.5, 1)])]
  )

  @Test("inside, in a hole, outside, on a border, in either order of the units")
  func squares() {
    let forward = UnitLocator([Self.west, Self.east])
    let backward = UnitLocator([Self.east, Self.west])
    func codes(_ x: Double, _ y: Double) -> [String?] {
      let place = Coordinate(x: x, y: y)
      return [
        forward.locate(place).unit.map { ["10", "09"][$0] },
        backward.locate(place).unit.map { ["09", "10"][$0] },
      ]
    }
    #expect(codes(1, 1) == ["10", "10"])
    #expect(codes(3.9, 1) == ["09", "09"])
    #expect(codes(3, 1) == [nil, nil])
    #expect(codes(5, 1) == [nil, nil])
    #expect(codes(.nan, 1) == [nil, nil])
    #expect(codes(0, 0) == ["10", "10"])
    #expect(codes(2.5, 1) == ["09", "09"])
    // Shared by both: the first by code, whichever was given first.
    #expect(codes(2, 1) == ["09", "09"])
    #expect(codes(2, 2) == ["09", "09"])
    let shared = forward.locate(Coordinate(x: 2, y: 1))
    #expect(shared.count == 2 && shared.boundaryCount == 2 && !shared.isOverlap)
  }

  @Test("overlapping units are told of")
  func overlap() {
    let locator = UnitLocator([
      Self.west, (code: "05", polygons: [Polygon(exterior: Self.square(1, 1, 2))]),
    ])
    let match = locator.locate(Coordinate(x: 1.5, y: 1.5))
    #expect(match.unit == 1 && match.interiorCount == 2 && match.boundaryCount == 0)
    #expect(match.isOverlap)
    #expect(locator.locate(Coordinate(x: 1, y: 1.5)).isOverlap)
  }

  @Test("a position a hair beside a slanted border is not on it")
  func exactness() {
    let triangle = Polygon(
      exterior: LinearRing([
        Coordinate(x: 0, y: 0), Coordinate(x: 12, y: 12), Coordinate(x: 0, y: 24),
      ]))
    let locator = PointLocator([triangle])
    // The line is y = x. One unit in the last place decides.
    for x in [0.1, 0.3, 7.7, 11.9] {
      #expect(locator.locate(Coordinate(x: x, y: x)) == .boundary)
      #expect(locator.locate(Coordinate(x: x, y: x.nextUp)) == .interior)
      #expect(locator.locate(Coordinate(x: x, y: x.nextDown)) == .exterior)
    }
    // Shewchuk's example: differences round to the same line, the points are not on it.
    let a = Coordinate(x: 12, y: 12)
    let b = Coordinate(x: 24, y: 24)
    for step in 0..<64 {
      let x = 0.5 + Double(step) * 0x1p-53
      let sign = Orientation.sign(a, b, Coordinate(x: x, y: 0.5))
      #expect(sign == (x > 0.5 ? -1 : 0), "step \(step)")
    }
  }

  @Test("as a scan of all edges of random stars", arguments: 0..<20)
  func scan(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let units = (0..<12).map { index in
      (code: "\(index)", polygons: [Self.star(&random)])
    }
    let locator = UnitLocator(units)
    for _ in 0..<300 {
      let place = Coordinate(
        x: Double(Int.random(in: 0...60, using: &random)) / 2,
        y: Double(Int.random(in: 0...60, using: &random)) / 2)
      let positions = units.map { Self.scan($0.polygons[0].exterior.coordinates, place) }
      let holding = units.indices.filter { positions[$0] != .exterior }
      let match = locator.locate(place)
      #expect(match.unit == holding.min { units[$0].code < units[$1].code }, "seed \(seed)")
      #expect(match.interiorCount == positions.count { $0 == .interior }, "seed \(seed)")
      #expect(match.boundaryCount == positions.count { $0 == .boundary }, "seed \(seed)")
    }
  }

  /// A star of whole coordinates; its ring may cross itself, which even-odd does not mind.
  static func star(_ random: inout SeededGenerator) -> Polygon {
    let count = Int.random(in: 3...60, using: &random)
    return Polygon(
      exterior: LinearRing(
        (0..<count).map { _ in
          Coordinate(
            x: Double(Int.random(in: 0...30, using: &random)),
            y: Double(Int.random(in: 0...30, using: &random)))
        }))
  }

  /// Even-odd by whole numbers (all coordinates doubled are whole).
  static func scan(_ ring: [Coordinate], _ place: Coordinate) -> PointPosition {
    var isInside = false
    let (px, py) = (Int(place.x * 2), Int(place.y * 2))
    for (a, b) in zip(ring, ring.dropFirst()) {
      let (ax, ay, bx, by) = (Int(a.x * 2), Int(a.y * 2), Int(b.x * 2), Int(b.y * 2))
      let cross = (bx - ax) * (py - ay) - (by - ay) * (px - ax)
      if cross == 0, min(ax, bx) <= px, px <= max(ax, bx), min(ay, by) <= py, py <= max(ay, by) {
        return .boundary
      }
      if (ay > py) != (by > py), (by > ay) == (cross > 0) { isInside.toggle() }
    }
    return isInside ? .interior : .exterior
  }
}
