import GEOSKit
import GeoModel
import TestSupport
import Testing

@Suite("Overlays")
struct OverlayTests {
  @Test("a union counts an overlap once: 4 + 4 - 1")
  func overlap() throws {
    let union = try Overlay.union([rectangle(0, 0, 2, 2), rectangle(1, 1, 3, 3)])
    #expect(union.count == 1)
    #expect(planarArea(union) == 7)
  }

  @Test("parts that share an edge become one, without the edge")
  func sharedEdge() throws {
    let union = try Overlay.union([rectangle(0, 0, 1, 1), rectangle(1, 0, 2, 1)])
    #expect(union.count == 1)
    #expect(union.first?.woundByRightHandRule.boundingBox.maximumX == 2)
    #expect(planarArea(union) == 2)
  }

  @Test("parts that touch at a point stay two; parts apart stay two")
  func touching() throws {
    #expect(try Overlay.union([rectangle(0, 0, 1, 1), rectangle(1, 1, 2, 2)]).count == 2)
    #expect(try Overlay.union([rectangle(0, 0, 1, 1), rectangle(5, 5, 6, 6)]).count == 2)
  }

  @Test("a ring of four bars has a hole")
  func hole() throws {
    let union = try Overlay.union([
      rectangle(0, 0, 3, 1), rectangle(0, 2, 3, 3), rectangle(0, 0, 1, 3), rectangle(2, 0, 3, 3),
    ])
    #expect(union.count == 1)
    #expect(union.first?.holes.count == 1)
    #expect(planarArea(union) == 8)
    #expect(!holds(union, Coordinate(x: 1.5, y: 1.5)))
  }

  @Test("a hole stays a hole, and is filled by what lies in it")
  func filling() throws {
    let frame = Polygon(
      exterior: ring((0, 0), (4, 0), (4, 4), (0, 4)),
      holes: [ring((1, 1), (1, 3), (3, 3), (3, 1))])
    #expect(planarArea(try Overlay.union([frame])) == 12)
    let filled = try Overlay.union([frame, rectangle(1, 1, 3, 3)])
    #expect(planarArea(filled) == 16)
    #expect(filled.first?.holes == [])
  }

  @Test("nothing in, nothing out")
  func empty() throws {
    #expect(try Overlay.union([]) == [])
    #expect(try Overlay.intersection([], [rectangle(0, 0, 1, 1)]) == [])
    #expect(try Overlay.intersection([rectangle(0, 0, 1, 1)], []) == [])
    #expect(try Overlay.representativePoint(of: []) == nil)
  }

  @Test("an intersection is what both have")
  func intersection() throws {
    let common = try Overlay.intersection([rectangle(0, 0, 2, 2)], [rectangle(1, 1, 3, 3)])
    #expect(common.map(\.boundingBox) == [rectangle(1, 1, 2, 2).boundingBox])
    #expect(planarArea(common) == 1)
  }

  @Test("lines and points where areas only touch are left out")
  func touchesAreNoAreas() throws {
    let square = rectangle(0, 0, 2, 2)
    #expect(try Overlay.intersection([square], [rectangle(2, 0, 4, 2)]) == [])
    #expect(try Overlay.intersection([square], [rectangle(2, 2, 4, 4)]) == [])
    #expect(try Overlay.intersection([square], [rectangle(7, 7, 8, 8)]) == [])
    // An L that overlaps by a square below and touches along an edge above.
    let hook = Polygon(exterior: ring((1, 0), (4, 0), (4, 2), (2, 2), (2, 1), (1, 1)))
    let mixed = try Overlay.intersection([square], [hook])
    #expect(mixed.count == 1)
    #expect(planarArea(mixed) == 1)
  }

  @Test("the representative point of a C lies in the C, not in its opening")
  func representativePoint() throws {
    let letter = Polygon(
      exterior: ring((0, 0), (4, 0), (4, 1), (1, 1), (1, 3), (4, 3), (4, 4), (0, 4)))
    let point = try #require(try Overlay.representativePoint(of: [letter]))
    #expect(holds([letter], point))
    #expect(!holds([letter], Coordinate(x: 2.2, y: 2)))
    let frame = Polygon(
      exterior: ring((0, 0), (4, 0), (4, 4), (0, 4)),
      holes: [ring((0.5, 0.5), (3.5, 0.5), (3.5, 3.5), (0.5, 3.5))])
    #expect(holds([frame], try #require(try Overlay.representativePoint(of: [frame]))))
  }

  @Test("a ring of too few positions is refused with its count, by every overlay")
  func shortRing() {
    let line = Polygon(exterior: ring((0, 0), (1, 1)))
    let expected = GEOSError(
      function: "GEOSGeom_createLinearRing_r", reason: "a ring of 3 positions encloses nothing")
    let holed = Polygon(exterior: rectangle(0, 0, 9, 9).exterior, holes: [ring((1, 1))])
    #expect(throws: expected) { try Overlay.union([rectangle(0, 0, 1, 1), line]) }
    #expect(throws: expected) { try Overlay.intersection([rectangle(0, 0, 1, 1)], [line]) }
    #expect(throws: expected) { try Overlay.representativePoint(of: [line]) }
    #expect(throws: GEOSError.self) { try Overlay.union([holed]) }
    #expect(
      expected.message
        == "GEOSGeom_createLinearRing_r failed: a ring of 3 positions encloses nothing")
  }

  @Test("a position that is no number is refused, not turned into an area")
  func noNumbers() {
    for value in [Double.nan, .infinity] {
      let broken = Polygon(exterior: ring((0, 0), (1, 0), (1, value), (0, 1)))
      #expect(throws: GEOSError.self) { try Overlay.union([broken, rectangle(0, 0, 2, 2)]) }
      #expect(throws: GEOSError.self) {
        try Overlay.intersection([broken], [rectangle(0, 0, 2, 2)])
      }
      #expect(throws: GEOSError.self) { try Overlay.representativePoint(of: [broken]) }
      #expect(throws: GEOSError.self) { try Validity.repaired([broken]) }
    }
  }

  /// Rectangles with corners on whole numbers, so that areas are exact and unit squares count them.
  static func rectangles(seed: Int) -> [Polygon] {
    var generator = SeededGenerator(seed: UInt64(seed))
    return (0..<8).map { _ in
      let x = Double(Int.random(in: 0...8, using: &generator))
      let y = Double(Int.random(in: 0...8, using: &generator))
      return rectangle(
        x, y, x + Double(Int.random(in: 1...4, using: &generator)),
        y + Double(Int.random(in: 1...4, using: &generator)))
    }
  }

  static func cells(_ polygons: [Polygon]) -> Set<Coordinate> {
    var found: Set<Coordinate> = []
    for x in 0..<12 {
      for y in 0..<12 {
        let centre = Coordinate(x: Double(x) + 0.5, y: Double(y) + 0.5)
        if holds(polygons, centre) { found.insert(centre) }
      }
    }
    return found
  }

  @Test("union and intersection have the squares that set algebra says", arguments: 1...40)
  func squares(seed: Int) throws {
    let left = Self.rectangles(seed: seed)
    let right = Self.rectangles(seed: seed + 1000)
    let leftUnion = try Overlay.union(left)
    let rightUnion = try Overlay.union(right)
    #expect(Self.cells(leftUnion) == Self.cells(left), "seed \(seed)")
    #expect(planarArea(leftUnion) == Double(Self.cells(left).count), "seed \(seed)")
    let common = try Overlay.intersection(leftUnion, rightUnion)
    let expected = Self.cells(left).intersection(Self.cells(right))
    #expect(Self.cells(common) == expected, "seed \(seed)")
    #expect(planarArea(common) == Double(expected.count), "seed \(seed)")
    for part in leftUnion + common {
      #expect(try Validity.invalidity(of: [part]) == nil, "seed \(seed)")
      let point = try #require(try Overlay.representativePoint(of: [part]))
      #expect(holds([part], point), "seed \(seed)")
    }
  }

  @Test("many threads at once give the same parts in the same order")
  func threads() async throws {
    let alone = try (1...20).map { try Overlay.union(Self.rectangles(seed: $0)) }
    try await withThrowingTaskGroup(of: (Int, [Polygon]).self) { group in
      for round in 0..<100 {
        group.addTask {
          let index = round % 20
          return (index, try Overlay.union(Self.rectangles(seed: index + 1)))
        }
      }
      for try await (index, union) in group { #expect(union == alone[index]) }
    }
  }

  @Test("threads that fail keep their own words")
  func failingThreads() async {
    await withTaskGroup(of: String?.self) { group in
      for count in 0..<40 {
        group.addTask {
          let short = LinearRing((0..<(count % 2 + 1)).map { Coordinate(x: Double($0), y: 0) })
          do throws(GEOSError) {
            _ = try Overlay.union([Polygon(exterior: short)])
            return nil
          } catch {
            return "\(short.coordinates.count): \(error.reason)"
          }
        }
      }
      for await words in group {
        let count = words?.prefix { $0 != ":" } ?? "none"
        #expect(words == "\(count): a ring of \(count) positions encloses nothing")
      }
    }
  }
}
