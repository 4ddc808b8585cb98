import GeoModel
import PROJKit
import TestSupport
import Testing

@Suite("Geodesics")
struct GeodesicTests {
  static func ring(_ pairs: (Double, Double)...) -> LinearRing {
    LinearRing(pairs.map { Coordinate(x: $0.0, y: $0.1) })
  }

  @Test("an octant is an eighth of the ellipsoid, 510,065,621.724 km²")
  func octant() {
    let area = Geodesic.area(of: Self.ring((0, 0), (90, 0), (0, 90)))
    #expect(abs(area * 8 - 510_065_621_724_088.44) < 1)
  }

  @Test("the figure of the documentation: a degree of the 15th parallel")
  func documented() {
    let metres = Geodesic.distance(
      from: Coordinate(x: 108.5, y: 15), to: Coordinate(x: 109.5, y: 15))
    #expect(abs(metres - 107_550.397) < 5e-4)
  }

  @Test("a degree of the equator is a 360th of 2πa")
  func equator() {
    let metres = Geodesic.distance(from: Coordinate(x: 5, y: 0), to: Coordinate(x: 6, y: 0))
    #expect(abs(metres - Ellipsoid.equatorialRadius * Double.pi / 180) < 1e-8)
  }

  @Test("a hole is taken off, whichever way it winds; parts add up, whichever way they wind")
  func directions() {
    let outer = Self.ring((108, 15), (109, 15), (109, 16), (108, 16))
    let inner = Self.ring((108.4, 15.4), (108.6, 15.4), (108.6, 15.6), (108.4, 15.6))
    let whole = Geodesic.area(of: outer)
    let hole = Geodesic.area(of: inner)
    #expect(hole > 0 && whole > 20 * hole)
    for cut in [inner, inner.reversed] {
      #expect(Geodesic.area(of: Polygon(exterior: outer, holes: [cut])) == whole - hole)
    }
    let parts = [Polygon(exterior: outer), Polygon(exterior: inner.reversed)]
    #expect(Geodesic.area(of: parts) == whole + hole)
  }

  @Test("a ring across the antimeridian has the area of the same ring elsewhere")
  func antimeridian() {
    let far = Geodesic.area(of: Self.ring((179, 15), (-179, 15), (-179, 16), (179, 16)))
    let near = Geodesic.area(of: Self.ring((108, 15), (110, 15), (110, 16), (108, 16)))
    #expect(abs(far - near) <= 1e-12 * near)
  }

  @Test("what encloses nothing has area 0; what has one end has length 0")
  func nothing() {
    #expect(Geodesic.area(of: LinearRing([])) == 0)
    #expect(Geodesic.area(of: Self.ring((1, 1), (2, 2))) == 0)
    #expect(Geodesic.area(of: [Polygon]()) == 0)
    #expect(Geodesic.length(of: []) == 0)
    #expect(Geodesic.length(of: [Coordinate(x: 1, y: 1)]) == 0)
  }

  @Test("two halves have the area of the whole", arguments: 1...30)
  func halves(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let x = Double.random(in: -170...170, using: &generator)
    let y = Double.random(in: -70...70, using: &generator)
    let corners = [(0.0, 0.0), (0.3, 0.1), (0.4, 0.5), (0.1, 0.4)].map {
      Coordinate(
        x: x + $0.0 * .random(in: 0.9...1.1, using: &generator),
        y: y + $0.1 * .random(in: 0.9...1.1, using: &generator))
    }
    let whole = Geodesic.area(of: LinearRing(corners))
    let halves =
      Geodesic.area(of: LinearRing([corners[0], corners[1], corners[2]]))
      + Geodesic.area(of: LinearRing([corners[2], corners[3], corners[0]]))
    #expect(abs(whole - halves) <= 1e-11 * whole, "seed \(seed)")
  }

  @Test("many threads at once find the same figures")
  func threads() async {
    let outline = Self.ring((108, 15), (109, 15.2), (109.1, 16), (108, 15.9))
    let alone = Geodesic.area(of: outline)
    await withTaskGroup(of: Double.self) { group in
      for _ in 0..<64 { group.addTask { Geodesic.area(of: outline) } }
      for await area in group { #expect(area == alone) }
    }
  }
}
