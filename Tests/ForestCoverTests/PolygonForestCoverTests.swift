import ForestCover
import GeoModel
import PROJKit
import TestSupport
import Testing

@Suite("Forest cover from polygons")
struct PolygonForestCoverTests {
  /// A square cell of a drawing on the equator, 0.0004° wide: about 0.197 ha.
  private static let step = 0.0004

  private func square(_ column: Double, _ row: Double, _ width: Double = 1) -> Polygon {
    let left = 108 + column * Self.step
    let top = -row * Self.step
    return rectangle(left, top, left + width * Self.step, top - Self.step)
  }

  private func forest(
    _ polygons: [Polygon], least: Double = 0, in unit: Polygon? = nil
  ) throws -> ForestAreas {
    let cover = try PolygonForestCover(polygons: polygons, leastPatchArea: least)
    let unit = unit ?? rectangle(107.9, 0.1, 108.1, -0.1)
    return try cover.areas(in: [unit], area: Geodesic.area(of: unit))
  }

  private var cell: Double { Geodesic.area(of: square(0, 0)) }

  @Test("an overlap counts once")
  func overlap() throws {
    // Two rectangles of two squares each that share the middle one.
    let areas = try forest([square(0, 0, 2), square(1, 0, 2)])
    #expect(abs(areas.forest / (3 * cell) - 1) < 1e-9)
    #expect(areas.forest + areas.other == areas.total)
    #expect(areas.noData == 0 && areas.outside == 0)
    #expect(areas.forestCells == nil && areas.cellAreaRatio == nil)
    let same = try forest([square(0, 0), square(0, 0), square(0, 0)])
    #expect(abs(same.forest / cell - 1) < 1e-9)
  }

  @Test("two halves of 0.2 ha that share an edge are one patch of 0.4 ha")
  func edge() throws {
    #expect((1900...2000).contains(cell))
    let joined = try forest([square(0, 0), square(1, 0)], least: 3000)
    #expect(abs(joined.forest / (2 * cell) - 1) < 1e-9)
    let apart = try forest([square(0, 0), square(2, 0)], least: 3000)
    #expect(apart.forest == 0 && apart.other == apart.total)
  }

  @Test("parts that share part of an edge are one patch")
  func partOfAnEdge() throws {
    let joined = try forest([square(0, 0), square(0.5, 1)], least: 3000)
    #expect(abs(joined.forest / (2 * cell) - 1) < 1e-8)
  }

  @Test("parts that touch at a point are two patches")
  func point() throws {
    let touching = try forest([square(0, 0), square(1, 1)], least: 3000)
    #expect(touching.forest == 0)
    let cover = try PolygonForestCover(
      polygons: [square(0, 0), square(1, 1)], leastPatchArea: 3000)
    #expect(cover.patches.isEmpty && cover.smallPatchCount == 2)
    #expect(abs(cover.smallPatchArea / (2 * cell) - 1) < 1e-9)
  }

  @Test("a patch of just the least area counts, one a hair smaller does not")
  func exactlyTheLeastArea() throws {
    let area = Geodesic.area(
      of: try PolygonForestCover(
        polygons: [square(0, 0)], leastPatchArea: 0
      ).patches)
    #expect(try forest([square(0, 0)], least: area).forest > 0)
    #expect(try forest([square(0, 0)], least: area.nextUp).forest == 0)
  }

  @Test("a patch is formed before units are cut: its small piece in a unit counts")
  func patchAcrossABorder() throws {
    let strip = square(0, 0, 3)
    let unit = rectangle(107.9, 0.1, 108 + 0.5 * Self.step, -0.1)
    let areas = try forest([strip], least: 2.5 * cell, in: unit)
    #expect(abs(areas.forest / (0.5 * cell) - 1) < 4e-8)  // edges of 44 m, cut on a grid of 0.8 µm
  }

  @Test("a hole in a patch is other land and makes the patch smaller")
  func hole() throws {
    let ring = Polygon(
      exterior: rectangle(108, 0, 108.003, -0.003).exterior,
      holes: [rectangle(108.001, -0.001, 108.002, -0.002).exterior])
    let outer = Geodesic.area(of: rectangle(108, 0, 108.003, -0.003))
    let inner = Geodesic.area(of: rectangle(108.001, -0.001, 108.002, -0.002))
    #expect(abs(try forest([ring]).forest / (outer - inner) - 1) < 1e-9)
    #expect(try forest([ring], least: outer - inner / 2).forest == 0)
  }

  @Test("a wholly wooded unit is forest to the last square metre, and never more")
  func whollyWooded() throws {
    let areas = try forest([rectangle(107, 1, 109, -1)])
    #expect(abs(areas.forest / areas.total - 1) < 1e-12)
    #expect(areas.other >= 0 && areas.forest + areas.other == areas.total)
  }

  @Test("without forest all is other land")
  func none() throws {
    let areas = try forest([])
    #expect(areas.forest == 0 && areas.other == areas.total)
  }

  /// Polygons over one another whose union is full of rounded crossings: triangles at any place,
  /// or, `even`, of few shapes about few places, so that many have the same box.
  private func tangle(even: Bool, _ random: inout SeededGenerator) -> [Polygon] {
    (0..<40).map { _ in
      func step(_ range: ClosedRange<Double>, _ count: Double) -> Double {
        let value = Double.random(in: range, using: &random)
        return even ? (value * count).rounded() / count : value
      }
      let x = 108 + step(-0.05...0.05, 30)
      let y = step(-0.05...0.05, 30)
      func near() -> (Double, Double) {
        (x + step(-0.02...0.02, 70), y + step(-0.02...0.02, 70))
      }
      let corners = [near(), near(), near()]
      let isFlat = polygon(corners).exterior.doubledSignedArea == 0
      return isFlat ? rectangle(x, y, x + 0.01, y - 0.01) : polygon(corners)
    }
  }

  @Test("the order of the polygons decides nothing, to the bit", arguments: 0..<40)
  func order(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let polygons = tangle(even: seed.isMultiple(of: 2), &random)
    let units = (0..<4).map { index in
      let left = 107.93 + 0.035 * Double(index)
      return rectangle(left, 0.07, left + 0.035, -0.07)
    }
    func areas(_ polygons: [Polygon]) throws -> [ForestAreas] {
      let cover = try PolygonForestCover(polygons: polygons, leastPatchArea: 200_000)
      return try units.map { try cover.areas(in: [$0], area: Geodesic.area(of: $0)) }
    }
    let expected = try areas(polygons)
    for _ in 0..<5 {
      #expect(try areas(polygons.shuffled(using: &random)) == expected, "seed \(seed)")
    }
  }
}
