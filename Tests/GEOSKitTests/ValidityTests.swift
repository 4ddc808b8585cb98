import GEOSKit
import GeoModel
import TestSupport
import Testing

@Suite("Validity and repair")
struct ValidityTests {
  static let square = rectangle(0, 0, 4, 4)

  @Test("what is valid has nothing wrong")
  func valid() throws {
    let holed = Polygon(exterior: Self.square.exterior, holes: [ring((1, 1), (2, 1), (1, 2))])
    #expect(try Validity.invalidity(of: [Self.square]) == nil)
    #expect(try Validity.invalidity(of: [holed]) == nil)
    #expect(try Validity.invalidity(of: [Self.square, rectangle(4, 4, 5, 5)]) == nil)
    #expect(try Validity.invalidity(of: []) == nil)
    // The direction of rings is not prescribed.
    #expect(try Validity.invalidity(of: [Polygon(exterior: Self.square.exterior.reversed)]) == nil)
  }

  @Test("a bow-tie crosses itself in its middle")
  func bowTie() throws {
    let tie = Polygon(exterior: ring((0, 0), (2, 2), (2, 0), (0, 2)))
    let found = try #require(try Validity.invalidity(of: [tie]))
    #expect(found.reason == "Self-intersection")
    #expect(found.place == Coordinate(x: 1, y: 1))
  }

  @Test("a hole outside its ring")
  func holeOutside() throws {
    let polygon = Polygon(exterior: Self.square.exterior, holes: [ring((7, 7), (8, 7), (7, 8))])
    let found = try #require(try Validity.invalidity(of: [polygon]))
    #expect(found.reason == "Hole lies outside shell")
    #expect(found.place.map { $0.x >= 7 && $0.y >= 7 } == true)
  }

  @Test("a hole in a hole")
  func nestedHoles() throws {
    let polygon = Polygon(
      exterior: rectangle(0, 0, 9, 9).exterior,
      holes: [rectangle(1, 1, 8, 8).exterior, rectangle(3, 3, 4, 4).exterior])
    #expect(try Validity.invalidity(of: [polygon])?.reason == "Holes are nested")
  }

  @Test("a ring that touches itself at (2, 2)")
  func selfTouching() throws {
    // The second position and the fifth are the same: GEOS calls it a ring's self-intersection.
    let polygon = Polygon(exterior: ring((0, 0), (2, 2), (4, 0), (4, 4), (2, 2), (0, 4)))
    let found = try #require(try Validity.invalidity(of: [polygon]))
    #expect(found.reason == "Ring Self-intersection")
    #expect(found.place == Coordinate(x: 2, y: 2))
  }

  @Test("the same part twice, and parts that share an edge or overlap")
  func parts() throws {
    for other in [Self.square, rectangle(4, 0, 6, 4), rectangle(2, 2, 6, 6)] {
      let found = try #require(try Validity.invalidity(of: [Self.square, other]))
      #expect(found.reason == "Self-intersection" || found.reason == "Duplicate Rings")
      #expect(found.place != nil)
    }
    let nested = try #require(try Validity.invalidity(of: [Self.square, rectangle(1, 1, 2, 2)]))
    #expect(nested.reason == "Nested shells")
  }

  @Test("a ring given twice, as outer ring and as hole")
  func duplicateRings() throws {
    let polygon = Polygon(exterior: Self.square.exterior, holes: [Self.square.exterior])
    #expect(try Validity.invalidity(of: [polygon]) != nil)
  }

  @Test("too few positions, with the first of them as the place")
  func short() throws {
    let line = Polygon(exterior: ring((3, 1), (5, 2)))
    let found = try #require(try Validity.invalidity(of: [Self.square, line]))
    #expect(found.reason == "Ring of fewer than 4 positions")
    #expect(found.place == Coordinate(x: 3, y: 1))
    let empty = Polygon(exterior: LinearRing([]))
    #expect(try Validity.invalidity(of: [empty])?.reason == "Ring of fewer than 4 positions")
  }

  @Test("four positions in a line enclose nothing")
  func flat() throws {
    let flat = Polygon(exterior: ring((0, 0), (1, 0), (2, 0)))
    #expect(try Validity.invalidity(of: [flat]) != nil)
  }

  @Test("a position that is no number", arguments: [Double.nan, .infinity, -.infinity])
  func noNumber(value: Double) throws {
    let polygon = Polygon(exterior: ring((0, 0), (1, 0), (value, 1)))
    let found = try #require(try Validity.invalidity(of: [polygon]))
    #expect(found.reason.hasPrefix("Position that is no number"))
    #expect(found.place == nil)
  }

  @Test("a repaired bow-tie is its two triangles, 1 each")
  func repairedBowTie() throws {
    let tie = Polygon(exterior: ring((0, 0), (2, 2), (2, 0), (0, 2)))
    let repaired = try Validity.repaired([tie])
    #expect(repaired.count == 2)
    #expect(planarArea(repaired) == 2)
    #expect(try Validity.invalidity(of: repaired) == nil)
  }

  @Test("the repair of what is valid changes neither area nor parts")
  func repairedValid() throws {
    let holed = Polygon(exterior: Self.square.exterior, holes: [ring((1, 1), (2, 1), (1, 2))])
    let repaired = try Validity.repaired([holed, rectangle(7, 7, 8, 8)])
    #expect(repaired.count == 2)
    #expect(planarArea(repaired) == 16 - 0.5 + 1)
  }

  @Test("what collapses to a line, and rings too short, are left out")
  func collapsed() throws {
    let flat = Polygon(exterior: ring((0, 0), (1, 0), (2, 0)))
    #expect(try Validity.repaired([flat]) == [])
    #expect(try Validity.repaired([Polygon(exterior: ring((0, 0), (1, 1)))]) == [])
    #expect(try Validity.repaired([]) == [])
    let shortHole = Polygon(exterior: Self.square.exterior, holes: [ring((1, 1), (2, 2))])
    #expect(planarArea(try Validity.repaired([shortHole])) == 16)
    // A spike of no width goes, the square stays.
    let spiked = Polygon(exterior: ring((0, 0), (4, 0), (4, 4), (8, 4), (4, 4), (0, 4)))
    #expect(planarArea(try Validity.repaired([spiked])) == 16)
  }

  @Test(
    "whatever a random ring does, its repair is valid and lies within its box", arguments: 1...40)
  func randomRepair(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let corners = (0..<9).map { _ in
      Coordinate(
        x: .random(in: 0...10, using: &generator), y: .random(in: 0...10, using: &generator))
    }
    let tangle = Polygon(exterior: LinearRing(corners))
    let repaired = try Validity.repaired([tangle])
    #expect(try Validity.invalidity(of: repaired) == nil, "seed \(seed)")
    for part in repaired {
      #expect(part.boundingBox.minimumX >= tangle.boundingBox.minimumX - 1e-12, "seed \(seed)")
      #expect(part.boundingBox.maximumY <= tangle.boundingBox.maximumY + 1e-12, "seed \(seed)")
    }
  }
}
