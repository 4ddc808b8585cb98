import GeoModel
import TestSupport
import Testing

@Suite("Coordinates and boxes")
struct BoundingBoxTests {
  @Test("positions sort by x, then by y")
  func order() {
    let sorted = [
      Coordinate(x: -1, y: 9), Coordinate(x: 0, y: -2), Coordinate(x: 0, y: 3),
      Coordinate(x: 2, y: -7),
    ]
    #expect(sorted.reversed().sorted() == sorted)
    #expect(!(Coordinate(x: 1, y: 1) < Coordinate(x: 1, y: 1)))
  }

  @Test("infinity and NaN are no place")
  func finite() {
    #expect(Coordinate(x: 1, y: 2).isFinite)
    #expect(!Coordinate(x: .infinity, y: 2).isFinite)
    #expect(!Coordinate(x: 1, y: .nan).isFinite)
  }

  @Test("the box of nothing holds nothing and meets nothing")
  func empty() {
    let whole = BoundingBox(minimumX: -180, minimumY: -90, maximumX: 180, maximumY: 90)
    #expect(BoundingBox(of: []) == .empty)
    #expect(BoundingBox.empty.isEmpty)
    #expect(!BoundingBox.empty.contains(Coordinate(x: 0, y: 0)))
    #expect(!BoundingBox.empty.intersects(whole))
    #expect(!whole.intersects(.empty))
    #expect(!BoundingBox.empty.intersects(.empty))
    var union = BoundingBox.empty
    union.formUnion(whole)
    #expect(union == whole)
    union.formUnion(.empty)
    #expect(union == whole)
  }

  @Test("a box of one position holds it")
  func point() {
    let place = Coordinate(x: 3, y: 4)
    let box = BoundingBox(of: [place])
    #expect(!box.isEmpty)
    #expect(box.contains(place))
    #expect(!box.contains(Coordinate(x: 3, y: 4.0001)))
  }

  @Test(
    "boxes that touch meet; boxes apart do not",
    arguments: [
      (2.0, 0.0, true), (2.0, 2.0, true), (2.1, 0.0, false), (0.0, -2.5, false), (1.0, 1.0, true),
    ])
  func meeting(dx: Double, dy: Double, meets: Bool) {
    let box = BoundingBox(minimumX: 0, minimumY: 0, maximumX: 2, maximumY: 2)
    let other = BoundingBox(minimumX: dx, minimumY: dy, maximumX: dx + 2, maximumY: dy + 2)
    #expect(box.intersects(other) == meets)
    #expect(other.intersects(box) == meets)
  }

  @Test("the box of a union is the union of the boxes", arguments: 1...20)
  func union(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let places = (0..<20).map { _ in
      Coordinate(
        x: .random(in: -9...9, using: &generator), y: .random(in: -9...9, using: &generator))
    }
    var joined = BoundingBox(of: places[..<7])
    joined.formUnion(BoundingBox(of: places[7...]))
    #expect(joined == BoundingBox(of: places), "seed \(seed)")
    #expect(places.allSatisfy(joined.contains), "seed \(seed)")
  }
}
