import GeoAlgorithms
import Testing

@Suite("Slope after Horn")
struct HornSlopeTests {
  private func slope(_ rows: [[Double]], width: Double = 10, height: Double = 10) -> [Double] {
    let (above, row, below) = (rows[0], rows[1], rows[2])
    var slopes: [Double] = []
    HornSlope(cellWidth: width, cellHeight: height)
      .slopes(above: above.span, row: row.span, below: below.span, into: &slopes)
    return slopes
  }

  @Test("A plane that rises 1 m a cell of 10 m to the east slopes 10 %")
  func plane() {
    let rows = [[0.0, 1, 2, 3], [0, 1, 2, 3], [0, 1, 2, 3]]
    let found = slope(rows)
    #expect(found[0].isNaN && found[3].isNaN)
    #expect(abs(found[1] - 10) < 1e-12 && abs(found[2] - 10) < 1e-12)
  }

  @Test("Cells that are narrower than high count by their own sizes")
  func oblong() {
    let east = [[0.0, 3, 6], [0, 3, 6], [0, 3, 6]]
    #expect(abs(slope(east, width: 30, height: 40)[1] - 10) < 1e-12)
    let south = [[0.0, 0, 0], [4, 4, 4], [8, 8, 8]]
    #expect(abs(slope(south, width: 30, height: 40)[1] - 10) < 1e-12)
    // Both at once: a right-angled pair of gradients 3:4:5.
    let both = [[0.0, 3, 6], [4, 7, 10], [8, 11, 14]]
    let expected = 100 * (0.1 * 0.1 + 0.1 * 0.1).squareRoot()
    #expect(abs(slope(both, width: 30, height: 40)[1] - expected) < 1e-12)
  }

  @Test("A void makes its neighbours unknown, never flat", arguments: 0..<9)
  func void(at place: Int) {
    var rows = [[5.0, 5, 5], [5, 5, 5], [5, 5, 5]]
    #expect(slope(rows)[1] == 0)
    rows[place / 3][place % 3] = .nan
    #expect(slope(rows)[1].isNaN)
  }

  @Test("The raster's edge has no slope")
  func edge() {
    var slopes: [Double] = []
    let row = [1.0, 2, 3]
    let none: [Double] = []
    HornSlope(cellWidth: 1, cellHeight: 1)
      .slopes(above: none.span, row: row.span, below: row.span, into: &slopes)
    #expect(slopes.count == 3 && slopes.allSatisfy(\.isNaN))
  }

  @Test("Every class has a code of its own, limits belong to the class above")
  func classes() {
    for code in 0..<UInt8(TerrainClass.count) {
      #expect(TerrainClass(code: code)?.code == code)
    }
    #expect(TerrainClass(code: UInt8(TerrainClass.count)) == nil)
    let limit = TerrainClass.of(height: 200, slope: 15, heightLimit: 200, slopeLimit: 15)
    #expect(limit == TerrainClass(high: .yes, steep: .yes))
    let beside = TerrainClass.of(height: 199.9, slope: .nan, heightLimit: 200, slopeLimit: 15)
    #expect(beside == TerrainClass(high: .no, steep: .unknown))
  }
}
