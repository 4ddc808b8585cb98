import GeoModel
import TestSupport
import Testing

@testable import GEOSKit

@Suite("Rings that are simple without asking GEOS")
struct SimpleRingTests {
  /// GEOS's own word: a hole far away keeps the short way from being taken.
  private func isValidByGEOS(_ ring: LinearRing) throws -> Bool {
    let far = Polygon(
      exterior: rectangle(-909, -909, -900, -900).exterior,
      holes: [rectangle(-908, -908, -907, -907).exterior])
    return try Validity.invalidity(of: [Polygon(exterior: ring), far]) == nil
  }

  @Test("whatever a ring on a small grid does, certain is valid", arguments: 0..<400)
  func certainIsValid(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let count = 3 + seed % 9
    let corners = (0..<count).map { _ in
      Coordinate(
        x: Double(Int.random(in: 0...5, using: &random)),
        y: Double(Int.random(in: 0...5, using: &random)))
    }
    let ring = LinearRing(corners)
    guard ring.coordinates.count >= 4 else { return }
    if SimpleRing.isCertain(ring) {
      #expect(try isValidByGEOS(ring), "seed \(seed): \(corners)")
    }
    // Of rings on whole numbers no side is in doubt: what is left out goes back on itself, touches
    // itself or is no area.
    if count == 3, try isValidByGEOS(ring) { #expect(SimpleRing.isCertain(ring), "seed \(seed)") }
  }

  @Test("the boundaries that it is for are certain, forwards and backwards", arguments: 0..<40)
  func boundaries(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let count = [4, 5, 17, 192, 1000][seed % 5]
    let corners = (0..<count).map { index in
      let angle = 2 * Double.pi * Double(index) / Double(count)
      let radius = 0.05 * Double.random(in: 0.9...1, using: &random)
      return Coordinate(x: 108 + radius * cosine(angle), y: 15 + radius * cosine(angle - .pi / 2))
    }
    let ring = LinearRing(corners)
    #expect(SimpleRing.isCertain(ring) && SimpleRing.isCertain(ring.reversed), "seed \(seed)")
    #expect(try isValidByGEOS(ring))
    // One corner drawn across the other side is found.
    var crossed = corners
    crossed[0] = Coordinate(x: 216 - crossed[0].x - 0.02, y: crossed[0].y + 0.001)
    let tangle = LinearRing(crossed)
    #expect(try SimpleRing.isCertain(tangle) == isValidByGEOS(tangle), "seed \(seed)")
    if count > 5 { #expect(!SimpleRing.isCertain(tangle), "seed \(seed)") }
  }

  /// By its series: the tests need no mathematics library.
  private func cosine(_ angle: Double) -> Double {
    let turn = angle - (angle / (2 * .pi)).rounded() * 2 * .pi
    var (sum, term) = (1.0, 1.0)
    for step in 1...15 {
      term *= -turn * turn / Double((2 * step - 1) * (2 * step))
      sum += term
    }
    return sum
  }

  @Test("corners in a line are certain; going back, touching and repeating are in doubt")
  func doubts() {
    #expect(SimpleRing.isCertain(ring((0, 0), (1, 0), (2, 0), (2, 2), (0, 2))))
    let doubts = [
      ring((0, 0), (2, 0), (1, 0), (2, 2)), ring((0, 0), (2, 0), (2, 0), (2, 2)),
      ring((0, 0), (4, 0), (4, 4), (2, 0), (0, 4)), ring((0, 0), (1, 0), (2, 0)),
      ring((0, 0), (2, 2), (2, 0), (0, 2)), ring((0, 0), (2, 2), (4, 0), (4, 4), (2, 2), (0, 4)),
    ]
    for ring in doubts { #expect(!SimpleRing.isCertain(ring)) }
    #expect(!SimpleRing.isCertain(ring((0, 0), (1, 1))) && !SimpleRing.isCertain(LinearRing([])))
  }

  @Test("a ring that fills a surface is left to GEOS, or settled, in bounded time")
  func filling() throws {
    // A comb of 4,000 teeth whose boxes all meet.
    let teeth = (0..<4000).flatMap { index in
      [Coordinate(x: Double(index), y: Double(index)), Coordinate(x: Double(index), y: 9000)]
    }
    let comb = LinearRing(teeth + [Coordinate(x: 4000, y: 9001), Coordinate(x: -1, y: 9001)])
    #expect(try !SimpleRing.isCertain(comb) || isValidByGEOS(comb))
  }

  @Test("parts apart from each other need no GEOS; parts whose boxes meet do")
  func parts() throws {
    #expect(
      try Validity.invalidity(of: [rectangle(0, 0, 1, 1), rectangle(5, 0, 6, 1)]) == nil)
    #expect(try Validity.invalidity(of: [rectangle(0, 0, 4, 4), rectangle(1, 1, 2, 2)]) != nil)
    #expect(try Validity.invalidity(of: [rectangle(0, 0, 4, 4), rectangle(4, 0, 6, 4)]) != nil)
  }
}
