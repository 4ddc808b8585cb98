import GeoAlgorithms
import GeoModel
import TestSupport
import Testing

@Suite("Ground that two areas have in common")
struct AreaOverlapTests {
  private func square(_ x: Double, _ y: Double, _ side: Double) -> Polygon {
    Polygon(
      exterior: LinearRing([
        Coordinate(x: x, y: y), Coordinate(x: x + side, y: y),
        Coordinate(x: x + side, y: y + side), Coordinate(x: x, y: y + side),
      ]))
  }

  private func common(_ left: [Polygon], _ right: [Polygon]) -> Double? {
    var memory = AreaOverlap()
    return memory.area(
      OverlapOutline(left, metric: .plane), OverlapOutline(right, metric: .plane))
  }

  @Test("Squares in the plane: crossing, within, apart, around a hole")
  func squares() {
    #expect(common([square(0, 0, 4)], [square(3, 2.5, 4)]) == 1.5)
    #expect(common([square(0, 0, 4)], [square(1, 1, 2)]) == 4)
    #expect(common([square(1, 1, 2)], [square(0, 0, 4)]) == 4)
    #expect(common([square(0, 0, 4)], [square(9, 9, 2)]) == 0)
    var ring = square(0, 0, 6)
    ring.holes = [square(2, 2, 2).exterior]
    // A square of 4 over a corner of the hole: 16 less what the hole takes of it, 1.5 × 1.5.
    #expect(common([ring], [square(2.5, 2.5, 4)]) == 3.5 * 3.5 - 1.5 * 1.5)
    // Within the hole there is nothing.
    #expect(common([ring], [square(2.5, 2.5, 1)]) == 0)
    // Two parts.
    #expect(common([square(0, 0, 2), square(3, 0, 2)], [square(1, 0.5, 3)]) == 1.5 + 1.5)
  }

  @Test("Neighbours that meet corner on corner have what lies in both, nothing along a border")
  func cornerOnCorner() {
    // An edge of both, walked in opposite directions; a corner of both; the same area twice.
    #expect(common([square(0, 0, 4)], [square(4, 0, 4)]) == 0)
    #expect(common([square(0, 0, 4)], [square(4, 4, 4)]) == 0)
    #expect(common([square(0, 0, 4)], [square(0, 0, 4)]) == 16)
    // A triangle on the diagonal of a square, and one that sticks out of it over the diagonal.
    func triangle(_ x: Double, _ y: Double) -> Polygon {
      Polygon(
        exterior: LinearRing([
          Coordinate(x: 0, y: 0), Coordinate(x: x, y: y), Coordinate(x: 4, y: 4),
        ]))
    }
    #expect(common([square(0, 0, 4)], [triangle(3, 1)]) == 4)
    #expect(common([triangle(3, 1)], [square(0, 0, 4)]) == 4)
    #expect(common([square(0, 0, 4)], [triangle(5, -1)]) == 8)
    #expect(common([triangle(3, 1)], [triangle(1, 3)]) == 0)
    #expect(common([triangle(3, 1)], [triangle(4, 0)]) == 4)
    // A plug in the hole of a ring, and one that fills a corner of the hole.
    var ring = square(0, 0, 6)
    ring.holes = [square(2, 2, 2).exterior]
    #expect(common([ring], [square(2, 2, 2)]) == 0)
    #expect(common([square(2, 2, 2)], [ring]) == 0)
  }

  @Test("Outlines that touch otherwise are not settled")
  func touching() {
    // A corner on an edge, edges that overlap in part, a corner passed twice.
    #expect(common([square(0, 0, 4)], [square(4, 1, 2)]) == nil)
    #expect(common([square(0, 0, 4)], [square(4, 0, 2)]) == nil)
    #expect(common([square(0, 0, 4), square(4, 4, 4)], [square(4, 0, 4)]) == nil)
  }

  @Test("Cells of a partition share nothing, and with a star what makes up the whole")
  func partition() throws {
    var random = SeededGenerator(seed: 23)
    for number in 0..<60 {
      // A grid of corners moved about: quadrilaterals that share all their corners.
      let corners = (0...6).map { row in
        (0...6).map { column in
          Coordinate(
            x: 0.02 * Double(column - 3) + Double.random(in: -0.006...0.006, using: &random),
            y: 0.02 * Double(row - 3) + Double.random(in: -0.006...0.006, using: &random))
        }
      }
      var cells: [Polygon] = []
      for row in 0..<6 {
        for column in 0..<6 {
          cells.append(
            Polygon(
              exterior: LinearRing([
                corners[row][column], corners[row][column + 1], corners[row + 1][column + 1],
                corners[row + 1][column],
              ])))
        }
      }
      for (index, cell) in cells.enumerated() {
        for other in cells[(index + 1)...] {
          #expect(common([cell], [other]) == 0, "case \(number)")
        }
        let whole = OverlapOutline([cell], metric: .plane).area
        let itself = try #require(common([cell], [cell]))
        #expect(abs(itself - whole) <= 1e-12 * whole, "case \(number)")
      }
      // A zone with corners of the grid among its own, as zones have that follow a boundary.
      let zone = Polygon(
        exterior: LinearRing([
          corners[1][1], Coordinate(x: 0.001, y: -0.05), corners[1][5], corners[3][4],
          corners[5][5], Coordinate(x: -0.002, y: 0.05), corners[5][1], corners[3][2],
        ]))
      var sum = 0.0
      for cell in cells {
        let part = try #require(common([zone], [cell]))
        let exchanged = try #require(common([cell], [zone]))
        #expect(abs(part - exchanged) <= 1e-15, "case \(number)")
        sum += part
      }
      let whole = OverlapOutline([zone], metric: .plane).area
      #expect(abs(sum - whole) <= 1e-12 * whole, "case \(number)")
    }
  }

  @Test("Neither direction nor beginning of rings, nor which area comes first, changes a bit")
  func drawing() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<200 {
      let left = star(&random, x: 108, y: 15, corners: 30)
      let right = star(&random, x: 108.01, y: 15.01, corners: 200)
      var memory = AreaOverlap()
      let area = memory.area(OverlapOutline([left]), OverlapOutline([right]))
      let turned = Polygon(exterior: left.exterior.reversed)
      let open = Array(right.exterior.coordinates.dropLast())
      let begun = Polygon(exterior: LinearRing(Array(open[17...]) + Array(open[..<17])))
      let redrawn = memory.area(OverlapOutline([turned]), OverlapOutline([begun]))
      #expect(redrawn == area)
      let exchanged = memory.area(OverlapOutline([right]), OverlapOutline([left]))
      #expect(abs((exchanged ?? -1) - (area ?? -9)) < 1e-4)
    }
  }

  @Test("What lies in one of two halves is what lies in the whole")
  func additive() throws {
    var random = SeededGenerator(seed: 11)
    for number in 0..<200 {
      let zone = star(&random, x: 0, y: 0, corners: 60)
      let cut = Double.random(in: -0.03...0.03, using: &random)
      func half(_ low: Double, _ high: Double) -> [Polygon] {
        [
          Polygon(
            exterior: LinearRing([
              Coordinate(x: low, y: -1), Coordinate(x: high, y: -1), Coordinate(x: high, y: 1),
              Coordinate(x: low, y: 1),
            ]))
        ]
      }
      let left = try #require(common([zone], half(-1, cut)))
      let right = try #require(common([zone], half(cut, 1)))
      let whole = OverlapOutline([zone], metric: .plane).area
      #expect(abs(left + right - whole) <= 1e-12 * whole, "case \(number)")
    }
  }

  private func star(
    _ random: inout SeededGenerator, x: Double, y: Double, corners: Int
  ) -> Polygon {
    // Corners on a spiral of random lengths; the directions from tables of halves of the plane.
    var places: [Coordinate] = []
    for index in 0..<corners {
      let turn = 4 * Double(index) / Double(corners)
      let side = Int(turn)
      let along = turn - Double(side)
      let unit = [
        (1 - along, along), (-along, 1 - along), (along - 1, -along), (along, along - 1),
      ][side]
      let length = Double.random(in: 0.02...0.05, using: &random)
      places.append(Coordinate(x: x + length * unit.0, y: y + length * unit.1))
    }
    return Polygon(exterior: LinearRing(places))
  }
}
