import GeoModel
import TestSupport
import Testing

@testable import Cartography

@Suite("Places of names") struct LabelPlacerTests {
  private static let frame = BoundingBox(
    minimumX: 0, minimumY: 0, maximumX: 300, maximumY: 200)

  private static func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> BoundingBox {
    BoundingBox(minimumX: x, minimumY: y, maximumX: x + width, maximumY: y + height)
  }

  private static func overlap(_ one: BoundingBox, _ other: BoundingBox) -> Bool {
    one.minimumX < other.maximumX && other.minimumX < one.maximumX
      && one.minimumY < other.maximumY && other.minimumY < one.maximumY
  }

  @Test("the name of lower rank keeps the place, the other moves, then goes")
  func byHand() {
    let here = Self.box(10, 10, 40, 8)
    let there = Self.box(10, 30, 40, 8)
    func candidate(_ rank: Int, _ key: String, _ boxes: [BoundingBox]) -> LabelPlacer.Candidate {
      LabelPlacer.Candidate(rank: rank, key: key, boxes: boxes, greatestCover: 0)
    }
    var placer = LabelPlacer(frame: Self.frame, symbols: [])
    let places = placer.place([
      candidate(2, "c", [here]), candidate(1, "b", [here, there]), candidate(0, "a", [here]),
    ])
    #expect(places == [nil, 1, 0])
  }

  @Test("a name keeps off symbols as far as it may, and within the frame")
  func symbols() {
    let symbol = Self.box(20, 10, 4, 4)
    let over = Self.box(10, 10, 40, 8)
    let beside = Self.box(60, 10, 40, 8)
    let outside = Self.box(280, 10, 40, 8)
    func place(_ boxes: [BoundingBox], cover: Int) -> Int? {
      var placer = LabelPlacer(frame: Self.frame, symbols: [symbol])
      return placer.place([
        LabelPlacer.Candidate(rank: 0, key: "", boxes: boxes, greatestCover: cover)
      ])[0]
    }
    #expect(place([over, beside], cover: 1) == 1)
    #expect(place([over], cover: 1) == 0)
    #expect(place([over], cover: 0) == nil)
    #expect(place([outside], cover: 0) == nil)
    // Boxes that share an edge do not cover one another.
    #expect(place([Self.box(24, 10, 10, 4)], cover: 0) == 0)
  }

  @Test("no two names overlap, all lie in the frame, and their order does not matter")
  func laws() {
    for seed in 0..<60 {
      var random = SeededGenerator(seed: seed)
      let symbols = (0..<40).map { _ in
        Self.box(
          .random(in: 0...290, using: &random), .random(in: 0...190, using: &random), 5, 5)
      }
      let candidates = (0..<120).map { index in
        LabelPlacer.Candidate(
          rank: .random(in: 0...3, using: &random), key: "name \(index)",
          boxes: (0..<5).map { _ in
            Self.box(
              .random(in: -10...300, using: &random), .random(in: -10...200, using: &random),
              .random(in: 5...60, using: &random), .random(in: 4...12, using: &random))
          }, greatestCover: .random(in: 0...2, using: &random))
      }
      var placer = LabelPlacer(frame: Self.frame, symbols: symbols)
      let places = placer.place(candidates)
      let taken = zip(candidates, places).compactMap { candidate, place in
        place.map { candidate.boxes[$0] }
      }
      #expect(taken.count > 10, "seed \(seed)")
      for (index, one) in taken.enumerated() {
        #expect(one.minimumX >= 0 && one.maximumX <= 300, "seed \(seed)")
        #expect(!taken[..<index].contains { Self.overlap($0, one) }, "seed \(seed)")
      }
      let covered = zip(candidates, places).allSatisfy { candidate, place in
        guard let place else { return true }
        return symbols.count { Self.overlap($0, candidate.boxes[place]) } <= candidate.greatestCover
      }
      #expect(covered, "seed \(seed)")
      let order = candidates.indices.shuffled(using: &random)
      var other = LabelPlacer(frame: Self.frame, symbols: symbols.shuffled(using: &random))
      let shuffled = other.place(order.map { candidates[$0] })
      #expect(order.map { places[$0] } == shuffled, "seed \(seed)")
    }
  }

  @Test("a name fits into an area where it is wide enough, on both sides of a hole")
  func anchors() throws {
    func ring(_ points: [(Double, Double)]) -> [Coordinate] {
      points.map { Coordinate(x: $0.0, y: $0.1) }
    }
    let square = ring([(0, 0), (100, 0), (100, 40), (0, 40), (0, 0)])
    let hole = ring([(40, -1), (60, -1), (60, 41), (40, 41), (40, -1)])
    let plain = AreaAnchors(rings: [square]).boxes(width: 60, height: 10, overhang: 0)
    let first = try #require(plain.first)
    #expect(abs((first.minimumX + first.maximumX) / 2 - 50) < 1e-9)
    #expect(abs((first.minimumY + first.maximumY) / 2 - 20) < 1e-9)
    #expect(plain.allSatisfy { $0.minimumX >= -1e-9 && $0.maximumX <= 100 + 1e-9 })
    let divided = AreaAnchors(rings: [square, hole])
    #expect(divided.boxes(width: 60, height: 10, overhang: 0).isEmpty)
    #expect(
      divided.boxes(width: 30, height: 10, overhang: 0).allSatisfy {
        $0.maximumX <= 40 + 1e-9 || $0.minimumX >= 60 - 1e-9
      })
    #expect(!divided.boxes(width: 50, height: 10, overhang: 0.35).isEmpty)
    #expect(AreaAnchors(rings: []).boxes(width: 1, height: 1, overhang: 1).isEmpty)
  }
}
