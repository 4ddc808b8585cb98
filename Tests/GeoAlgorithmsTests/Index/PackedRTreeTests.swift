import GeoAlgorithms
import GeoModel
import TestSupport
import Testing

@Suite("Packed R-tree")
struct PackedRTreeTests {
  static func boxes(_ count: Int, _ random: inout SeededGenerator) -> [BoundingBox] {
    (0..<count).map { index in
      if index % 17 == 3 { return .empty }
      // Coarse numbers, so that boxes touch and coincide.
      let x = Double(Int.random(in: 0...40, using: &random))
      let y = Double(Int.random(in: -20...20, using: &random))
      return BoundingBox(
        minimumX: x, minimumY: y, maximumX: x + Double(Int.random(in: 0...3, using: &random)),
        maximumY: y + Double(Int.random(in: 0...3, using: &random)))
    }
  }

  @Test("finds what a scan of all boxes finds", arguments: [0, 1, 2, 15, 16, 17, 256, 257, 6_000])
  func windows(count: Int) {
    var random = SeededGenerator(seed: count)
    let boxes = Self.boxes(count, &random)
    let tree = PackedRTree(boxes)
    for _ in 0..<50 {
      let window = Self.boxes(1, &random)[0]
      let expected = boxes.indices.filter { boxes[$0].intersects(window) }
      #expect(tree.items(meeting: window) == expected, "\(count) boxes, \(window)")
    }
    #expect(tree.items(meeting: tree.extent) == boxes.indices.filter { !boxes[$0].isEmpty })
  }

  @Test("gives the nearest and all that are equally near", arguments: [1, 16, 300, 5_000])
  func nearest(count: Int) {
    var random = SeededGenerator(seed: count + 1)
    let boxes = Self.boxes(count, &random)
    let tree = PackedRTree(boxes)
    func distance(_ box: BoundingBox, _ p: Coordinate) -> Double {
      let dx = max(box.minimumX - p.x, p.x - box.maximumX, 0) * 2
      let dy = max(box.minimumY - p.y, p.y - box.maximumY, 0)
      return (dx * dx + dy * dy).squareRoot()
    }
    for _ in 0..<50 {
      let place = Coordinate(
        x: Double.random(in: -10...50, using: &random),
        y: Double(Int.random(in: -30...30, using: &random)))
      var best = 25.0
      var found: [Int] = []
      tree.visitNearest(to: place, scaleX: 2, within: best) { item in
        let here = distance(boxes[item], place)
        if here < best { found = [] }
        if here <= best { found.append(item) }
        best = min(best, here)
        return best
      }
      let distances = boxes.map { $0.isEmpty ? .infinity : distance($0, place) }
      let least = min(25, distances.min() ?? .infinity)
      #expect(found.sorted() == boxes.indices.filter { distances[$0] == least && least <= 25 })
    }
  }
}
