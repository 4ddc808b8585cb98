import GEOSKit
import GeoModel
import Testing

@Suite("Linework and coverages")
struct LineworkTests {
  private func line(_ positions: (Double, Double)...) -> [Coordinate] {
    positions.map { Coordinate(x: $0.0, y: $0.1) }
  }

  private func square(_ west: Double, _ south: Double, _ side: Double) -> Polygon {
    Polygon(
      exterior: LinearRing(
        line(
          (west, south), (west + side, south), (west + side, south + side), (west, south + side))))
  }

  @Test("two lines that cross in a frame cut it in four; a loose end bounds nothing")
  func faces() throws {
    let faces = try Linework.faces(of: [
      line((0, 0), (2, 0), (2, 2), (0, 2), (0, 0)), line((1, 0), (1, 2)), line((0, 1), (2, 1)),
      line((0.5, 0.5), (0.7, 0.7)), line((0, 0)),
    ])
    #expect(faces.count == 4)
    #expect(faces.allSatisfy { abs($0.exterior.doubledSignedArea) == 2 })
  }

  @Test("a face inside another is a hole of it")
  func nested() throws {
    let faces = try Linework.faces(of: [
      square(0, 0, 3).exterior.coordinates, square(1, 1, 1).exterior.coordinates,
    ])
    #expect(faces.map(\.holes.count).sorted() == [0, 1])
  }

  @Test("nothing encloses nothing; a position that is no number is an error")
  func empty() throws {
    #expect(try Linework.faces(of: []).isEmpty)
    #expect(throws: GEOSError.self) { try Linework.faces(of: [line((0, 0), (.nan, 1))]) }
  }

  @Test("a difference is what is left; of nothing nothing, less nothing all")
  func difference() throws {
    let rest = try Overlay.difference([square(0, 0, 2)], [square(1, 0, 2)])
    #expect(rest.count == 1 && abs(rest[0].exterior.doubledSignedArea) == 4)
    #expect(try Overlay.difference([], [square(0, 0, 1)]).isEmpty)
    #expect(try Overlay.difference([square(0, 0, 1)], []) == [square(0, 0, 1)])
  }

  @Test("a coverage's union drops the common edge and keeps positions on straight edges")
  func coverageUnion() throws {
    let left = Polygon(exterior: LinearRing(line((0, 0), (0.5, 0), (1, 0), (1, 1), (0, 1))))
    let union = try Overlay.coverageUnion([left, square(1, 0, 1)])
    #expect(union.count == 1)
    #expect(
      Set(union[0].exterior.coordinates)
        == Set(line((0, 0), (0.5, 0), (1, 0), (2, 0), (2, 1), (1, 1), (0, 1))))
    #expect(try Overlay.coverageUnion([]).isEmpty)
  }
}
