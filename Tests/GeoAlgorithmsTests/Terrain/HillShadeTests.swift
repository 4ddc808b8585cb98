import GeoAlgorithms
import Testing

@Suite("Relief") struct HillShadeTests {
  /// A roof of 9 × 9 cells of 10 m whose ridge runs from south-west to north-east.
  private static let roof = (0..<81).map { index -> Double in
    let (row, column) = (index / 9, index % 9)
    return -3 * abs(Double(row + column - 8))
  }

  private static func darkness(_ heights: [Double], exaggeration: Double = 1) -> [UInt8] {
    HillShade.darkness(
      of: heights, columns: 9, cell: 10, exaggeration: exaggeration, strength: 1)
  }

  @Test("the side that faces north-west is bright, the other dark, level ground bright")
  func sides() {
    let shade = Self.darkness(Self.roof)
    #expect(shade[2 * 9 + 2] == 0)
    #expect(shade[6 * 9 + 6] > 60)
    #expect(Self.darkness([Double](repeating: 500, count: 81)).allSatisfy { $0 == 0 })
  }

  @Test("by hand: a slope of 45° to the south-east gets no light at all")
  func byHand() {
    // Falling by 10 m in 10 m to the south-east: by 7.07 m eastwards and southwards.
    let slope = (0..<81).map { -7.0710678 * Double($0 / 9 + $0 % 9) }
    #expect(Self.darkness(slope)[40] == 255)
    // Half as steep, tan 26.57°: the light comes at 45° + 26.57°, cos 71.57° ÷ cos 45° = 0.447.
    #expect(Self.darkness(slope.map { $0 / 2 })[40] == UInt8((255 * (1 - 0.4472136)).rounded()))
    #expect(Self.darkness(slope.map { $0 / 2 }, exaggeration: 2)[40] == 255)
  }

  @Test("nothing is said beside an unknown height, at the edge, and of too small a grid")
  func unknown() {
    var heights = Self.roof
    heights[6 * 9 + 6] = .nan
    let shade = Self.darkness(heights)
    for row in 5...7 {
      for column in 5...7 where row != 6 || column != 6 { #expect(shade[row * 9 + column] == 0) }
    }
    #expect((0..<9).allSatisfy { shade[$0] == 0 && shade[72 + $0] == 0 })
    #expect(Self.darkness([1, 2, 3]) == [0, 0, 0])
  }

  @Test("flat country is exaggerated, mountains are not")
  func exaggeration() {
    func factor(_ rise: Double) -> Double {
      HillShade.exaggeration(
        for: (0..<81).map { rise * Double($0 % 9) }, columns: 9, cell: 10)
    }
    #expect(factor(20) == 1)
    #expect(abs(factor(1) - 3) < 1e-9)
    #expect(factor(0.01) == 8)
    #expect(factor(.nan) == 1)
    #expect(factor(0) == 1)
  }
}
