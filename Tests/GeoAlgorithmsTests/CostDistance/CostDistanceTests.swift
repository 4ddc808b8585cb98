import TestSupport
import Testing

@testable import GeoAlgorithms

@Suite("Least cost over a grid")
struct CostDistanceTests {
  private static let wall = Float.infinity
  private static let void = Float.nan
  /// Cells of 10 m.
  private static let square = GridSteps(uniform: .init(cellWidth: 10, cellHeight: 10))
  private static let diagonal = Float(200).squareRoot()

  /// The costs from `sources` (row, column), as a matrix.
  private func costs(
    _ frictions: [[Float]], from sources: [(Int, Int)], steps: GridSteps = square, bands: Int = 1
  ) async -> [[Float]] {
    let distance = CostDistance(
      rows: frictions.count, columns: frictions[0].count, steps: steps, bands: bands)
    await distance.setFrictions(rows: 0..<frictions.count, frictions.flatMap(\.self))
    for source in sources { await distance.addSource(row: source.0, column: source.1) }
    await distance.settle(jobs: 2)
    var result: [[Float]] = []
    for row in frictions.indices { result.append(await distance.costs(rows: row..<row + 1)) }
    return result
  }

  private func expect(
    _ found: [[Float]], _ wanted: [[Float]], at location: SourceLocation = #_sourceLocation
  ) {
    for (row, pair) in zip(found, wanted).enumerated() {
      for (column, cell) in zip(pair.0, pair.1).enumerated() {
        let isSame =
          cell.1.isNaN ? cell.0.isNaN : cell.0 == cell.1 || abs(cell.0 - cell.1) < 1e-4
        #expect(
          isSame, "row \(row), column \(column): \(cell.0), not \(cell.1)", sourceLocation: location
        )
      }
    }
  }

  @Test("On even ground the cost is the way: straight and diagonal steps")
  func even() async {
    let d = Self.diagonal
    let found = await costs(
      [[1, 1, 1, 1], [1, 1, 1, 1], [1, 1, 1, 1]], from: [(0, 0)])
    expect(
      found,
      [
        [0, 10, 20, 30],
        [10, d, d + 10, d + 20],
        [20, d + 10, 2 * d, 2 * d + 10],
      ])
  }

  @Test("A step costs the mean of both cells' frictions")
  func mean() async {
    expect(await costs([[1, 3, 5]], from: [(0, 0)]), [[0, 20, 60]])
    expect(await costs([[1, 3, 5]], from: [(0, 2)]), [[60, 40, 0]])
  }

  @Test("A wall with a gap: the way leads through the gap, and behind a closed wall there is none")
  func gap() async {
    let (w, d) = (Self.wall, Self.diagonal)
    let found = await costs(
      [
        [1, w, 1],
        [1, w, 1],
        [1, 1, 1],
      ], from: [(0, 0)])
    // Down, across the corner of the wall by two diagonals, and up.
    expect(
      found,
      [
        [0, w, 2 * d + 20],
        [10, w, 2 * d + 10],
        [20, d + 10, d + 20],
      ])
    let closed = await costs([[1, w, 1], [1, w, 1]], from: [(0, 0)])
    expect(closed, [[0, w, w], [10, w, w]])
  }

  @Test(
    "Through the corner where two barriers touch there is a way, beside barriers that share a side there is none"
  )
  func corner() async {
    let (w, d) = (Self.wall, Self.diagonal)
    expect(await costs([[1, w], [w, 1]], from: [(0, 0)]), [[0, w], [w, d]])
    expect(
      await costs([[1, w, 1], [1, w, w], [1, 1, w]], from: [(0, 0)]),
      [[0, w, w], [10, w, w], [20, d + 10, w]])
  }

  @Test("A road through slow ground: the way leads to it and along it")
  func road() async {
    // Friction 10 off the road, 1 on it, which runs down the first column.
    let found = await costs(
      [
        [1, 10, 10],
        [1, 10, 10],
        [1, 10, 10],
      ], from: [(0, 0)])
    expect(
      found,
      [
        [0, 55, 155],
        [10, 65, 165],
        [20, 75, 175],
      ])
  }

  @Test("Unknown ground stays unknown and is not crossed; zero and below are barriers")
  func void() async {
    let (v, w) = (Self.void, Self.wall)
    let found = await costs(
      [
        [1, v, 1],
        [1, v, 1],
      ], from: [(0, 0)])
    expect(found, [[0, v, w], [10, v, w]])
    expect(await costs([[1, 0, 1, -9999, 1]], from: [(0, 0)]), [[0, w, w, w, w]])
  }

  @Test("A source on a barrier or on unknown ground is refused, and says so")
  func refused() async {
    let distance = CostDistance(rows: 1, columns: 3, steps: Self.square, bands: 1)
    await distance.setFrictions(rows: 0..<1, [Self.wall, Self.void, 1])
    #expect(await !distance.addSource(row: 0, column: 0))
    #expect(await !distance.addSource(row: 0, column: 1))
    #expect(await distance.addSource(row: 0, column: 2, cost: 5))
    #expect(await !distance.addSource(row: 0, column: 2, cost: 7))
    await distance.settle(jobs: 1)
    let found = await distance.costs(rows: 0..<1)
    #expect(found[0] == .infinity && found[1].isNaN && found[2] == 5)
  }

  @Test("Without a source nothing is reached; without ground neither")
  func nothing() async {
    expect(await costs([[1, 1]], from: []), [[Self.wall, Self.wall]])
    expect(await costs([[Self.wall]], from: [(0, 0)]), [[Self.wall]])
  }

  @Test("Each row has its own steps: columns that narrow towards the pole")
  func narrowing() async {
    let steps = GridSteps(rows: [
      .init(across: 4, down: 10, downRight: 12, downLeft: 13),
      .init(across: 8, down: 20, downRight: 22, downLeft: 23),
      .init(across: 16, down: 1, downRight: 1, downLeft: 1),
    ])
    expect(
      await costs([[1, 1], [1, 1], [1, 1]], from: [(0, 0)], steps: steps),
      [[0, 4], [10, 12], [30, 32]])
    expect(
      await costs([[1, 1], [1, 1], [1, 1]], from: [(0, 1)], steps: steps),
      [[4, 0], [13, 10], [33, 30]])
  }

  @Test("Dividing by the width of a row is exact", arguments: [1, 2, 3, 7, 255, 5002, 65_537])
  func divider(width: Int) {
    let divider = RowDivider(width)
    for place in [0, 1, width - 1, width, width + 1, 2_147_483_646 / width * width, 2_147_483_647] {
      #expect(divider.row(of: place) == place / width)
      if place > 0 { #expect(divider.row(of: place - 1) == (place - 1) / width) }
    }
  }
}
