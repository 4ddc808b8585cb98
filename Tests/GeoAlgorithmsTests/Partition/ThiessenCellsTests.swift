import GeoAlgorithms
import GeoModel
import TestSupport
import Testing

@Suite("Thiessen cells")
struct ThiessenCellsTests {
  private func area(_ polygon: Polygon) -> Double {
    OverlapOutline([polygon], metric: .plane).area
  }

  @Test("Two points halve a box at the equator, a third takes a corner of it")
  func halves() throws {
    let box = BoundingBox(minimumX: 0, minimumY: -1, maximumX: 4, maximumY: 1)
    let two = ThiessenCells([Coordinate(x: 1, y: 0), Coordinate(x: 3, y: 0)], in: box)
    for point in 0..<2 { #expect(abs(area(try #require(two.cell(of: point))) - 4) < 1e-4) }
    let alone = ThiessenCells([Coordinate(x: 1, y: 0)], in: box)
    #expect(area(try #require(alone.cell(of: 0))) > 8)
    // At 60° a degree of longitude is half as long: the bisector of (0, 60) and (2, 61) passes through
    // their middle and stands steeper than on the map.
    let north = ThiessenCells(
      [Coordinate(x: 0, y: 60), Coordinate(x: 2, y: 61)],
      in: BoundingBox(minimumX: -1, minimumY: 59.5, maximumX: 3, maximumY: 61.5))
    let corners = try #require(north.cell(of: 0)).exterior.coordinates
    let shortening = 0.492424  // the cosine of 60.5°
    let onBisector = corners.filter {
      abs(2 * shortening * shortening * ($0.x - 1) + ($0.y - 60.5)) < 1e-5
    }
    #expect(Set(onBisector.map(\.y)).count == 2)
  }

  @Test("Cells cover the box once, each holds what is nearest, and the order decides nothing")
  func laws() throws {
    var random = SeededGenerator(seed: 5)
    for number in 0..<40 {
      let box = BoundingBox(minimumX: 108, minimumY: 14.9, maximumX: 108.2, maximumY: 15.1)
      let points = (0..<12).map { _ in
        Coordinate(
          x: Double.random(in: 108...108.2, using: &random),
          y: Double.random(in: 14.9...15.1, using: &random))
      }
      let cells = ThiessenCells(points, in: box)
      let polygons = try points.indices.map { try #require(cells.cell(of: $0)) }
      let whole = (0.2 + 2e-6) * (0.2 + 2e-6)
      #expect(abs(polygons.reduce(0) { $0 + area($1) } - whole) < 1e-12, "case \(number)")
      let turned = ThiessenCells(points.reversed(), in: box)
      for (index, polygon) in polygons.enumerated() {
        let other = try #require(turned.cell(of: points.count - 1 - index))
        #expect(abs(area(other) - area(polygon)) < 1e-15)
        let centre = polygon.exterior.coordinates.dropLast().reduce((0.0, 0.0)) {
          ($0.0 + $1.x, $0.1 + $1.y)
        }
        let count = Double(polygon.exterior.coordinates.count - 1)
        func distance(_ point: Coordinate) -> Double {
          let x = (centre.0 / count - point.x) * 0.9659258
          let y = centre.1 / count - point.y
          return x * x + y * y
        }
        #expect(points.indices.min { distance(points[$0]) < distance(points[$1]) } == index)
      }
    }
  }
}
