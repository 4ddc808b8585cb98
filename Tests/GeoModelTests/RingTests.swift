import GeoModel
import TestSupport
import Testing

@Suite("Rings and polygons")
struct RingTests {
  static let square = [
    Coordinate(x: 0, y: 0), Coordinate(x: 2, y: 0), Coordinate(x: 2, y: 3), Coordinate(x: 0, y: 3),
  ]

  @Test("a ring is closed once, whether or not it was")
  func closing() {
    let open = LinearRing(Self.square)
    let closed = LinearRing(Self.square + [Self.square[0]])
    #expect(open == closed)
    #expect(open.coordinates.count == 5)
    #expect(LinearRing([]).coordinates == [])
    #expect(LinearRing([Self.square[0]]).coordinates.count == 1)
  }

  @Test("a rectangle of 2 by 3 has twice 6, and the sign tells the direction")
  func signedArea() {
    let ring = LinearRing(Self.square)
    #expect(ring.doubledSignedArea == 12)
    #expect(ring.reversed.doubledSignedArea == -12)
    #expect(ring.reversed.reversed == ring)
  }

  @Test(
    "what encloses nothing has area 0",
    arguments: [[], [Coordinate(x: 4, y: 5)], [Coordinate(x: 0, y: 0), Coordinate(x: 9, y: 9)]])
  func nothing(coordinates: [Coordinate]) {
    #expect(LinearRing(coordinates).doubledSignedArea == 0)
  }

  @Test("large eastings cost no digits: a square of 1 mm beside (500 km, 1650 km)")
  func digits() {
    // Steps of a power of two, so that the corners are exact and only the sum could lose digits.
    let side = 1.0 / 1024
    let x = 500_000.0
    let y = 1_650_000.0
    let ring = LinearRing([
      Coordinate(x: x, y: y), Coordinate(x: x + side, y: y), Coordinate(x: x + side, y: y + side),
      Coordinate(x: x, y: y + side),
    ])
    #expect(ring.doubledSignedArea == 2 * side * side)
  }

  @Test("the area does not depend on the first position", arguments: 1...20)
  func rotation(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let corners = (0..<7).map { _ in
      Coordinate(
        x: Double(Int.random(in: -50...50, using: &generator)),
        y: Double(Int.random(in: -50...50, using: &generator)))
    }
    let expected = LinearRing(corners).doubledSignedArea
    for shift in corners.indices {
      let turned = LinearRing(Array(corners[shift...] + corners[..<shift]))
      #expect(turned.doubledSignedArea == expected, "seed \(seed), shift \(shift)")
    }
  }

  @Test(
    "the right-hand rule winds outer rings anticlockwise and holes clockwise",
    arguments: [false, true], [false, true])
  func winding(exteriorReversed: Bool, holeReversed: Bool) {
    let outer = LinearRing(Self.square)
    let inner = LinearRing(Self.square.map { Coordinate(x: 0.5 + $0.x / 4, y: 1 + $0.y / 4) })
    let wound = Polygon(
      exterior: exteriorReversed ? outer.reversed : outer,
      holes: [holeReversed ? inner.reversed : inner]
    ).woundByRightHandRule
    #expect(wound == Polygon(exterior: outer, holes: [inner.reversed]))
    #expect(wound.woundByRightHandRule == wound)
    #expect(wound.rings == [outer, inner.reversed])
  }
}
