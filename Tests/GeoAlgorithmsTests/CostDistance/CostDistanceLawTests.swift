import TestSupport
import Testing

@testable import GeoAlgorithms

@Suite("Laws of least cost")
struct CostDistanceLawTests {
  /// A made-up grid: frictions over five orders of magnitude, barriers, unknown cells, a fast road.
  private struct Ground {
    var rows: Int
    var columns: Int
    var frictions: [Float]
    var sources: [Int]
    var steps: GridSteps

    init(seed: Int) {
      var random = SeededGenerator(seed: seed)
      rows = Int.random(in: 1...24, using: &random)
      columns = Int.random(in: 1...24, using: &random)
      let span = Float.random(in: 0.1...5, using: &random)
      let closed = Float.random(in: 0...0.4, using: &random)
      let road = Int.random(in: 0..<rows, using: &random)
      frictions = []
      for index in 0..<rows * columns {
        let kind = Float.random(in: 0..<1, using: &random)
        let slow = Float.random(in: 0...span, using: &random)
        frictions.append(
          index / columns == road && kind > 0.1
            ? 0.001 : kind < closed ? .infinity : kind < closed + 0.05 ? .nan : 0.01 + slow * slow)
      }
      let count = rows * columns
      sources = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        Int.random(in: 0..<count, using: &random)
      }
      steps = GridSteps(
        rows: (0..<rows).map { _ in
          GridSteps.Row(
            across: Double.random(in: 5...50, using: &random),
            down: Double.random(in: 5...50, using: &random),
            downRight: Double.random(in: 5...50, using: &random),
            downLeft: Double.random(in: 5...50, using: &random))
        })
    }

    func costs(bands: Int = 1, jobs: Int = 1) async -> [Float] {
      let distance = CostDistance(rows: rows, columns: columns, steps: steps, bands: bands)
      await distance.setFrictions(rows: 0..<rows, frictions)
      for source in sources {
        await distance.addSource(row: source / columns, column: source % columns)
      }
      await distance.settle(jobs: jobs)
      return await distance.costs(rows: 0..<rows)
    }

    /// Dijkstra's algorithm as it is written in books: of all cells the cheapest that is not settled,
    /// found by looking at all of them.
    var plain: [Float] {
      var costs = [Float](repeating: .infinity, count: frictions.count)
      for source in sources where frictions[source] < .infinity { costs[source] = 0 }
      var isSettled = [Bool](repeating: false, count: costs.count)
      while true {
        var own = -1
        for index in costs.indices where !isSettled[index] && costs[index] < .infinity {
          if own < 0 || costs[index] < costs[own] { own = index }
        }
        if own < 0 { break }
        isSettled[own] = true
        let (row, column) = (own / columns, own % columns)
        for down in -1...1 {
          for right in -1...1 where (down != 0 || right != 0) {
            guard (0..<rows).contains(row + down), (0..<columns).contains(column + right) else {
              continue
            }
            let near = (row + down) * columns + column + right
            guard frictions[near] < .infinity else { continue }
            let from = steps[min(row, row + down)]
            let length =
              down == 0
              ? from.across
              : right == 0
                ? from.down
                : down == right ? from.downRight : from.downLeft
            let cost = costs[own] + (frictions[own] + frictions[near]) * Float(length / 2)
            if cost < costs[near] { costs[near] = cost }
          }
        }
      }
      return zip(costs, frictions).map { $1.isNaN ? .nan : $0 }
    }
  }

  private func same(_ one: [Float], _ other: [Float]) -> Bool {
    zip(one, other).allSatisfy { $0.isNaN ? $1.isNaN : $0 == $1 }
  }

  @Test("The same as plain Dijkstra to the bit, in any number of bands", arguments: 0..<120)
  func dijkstra(seed: Int) async {
    let ground = Ground(seed: seed)
    let wanted = ground.plain
    for bands in [1, 2, 3, 7] {
      let found = await ground.costs(bands: bands, jobs: 1 + bands % 3)
      #expect(
        same(found, wanted), "seed \(seed), \(bands) bands, \(ground.rows) × \(ground.columns)")
    }
  }

  @Test("One more source makes no cost greater", arguments: 0..<40)
  func moreSources(seed: Int) async {
    var ground = Ground(seed: seed)
    let before = await ground.costs()
    ground.sources.append(ground.frictions.count / 2)
    let after = await ground.costs(bands: 3)
    for (one, other) in zip(before, after) where !one.isNaN {
      #expect(other <= one, "seed \(seed)")
    }
  }

  @Test("Frictions times a power of two make costs just as much greater", arguments: 0..<40)
  func scaled(seed: Int) async {
    var ground = Ground(seed: seed)
    let before = await ground.costs()
    ground.frictions = ground.frictions.map { $0 * 8 }
    #expect(same(await ground.costs(bands: 2), before.map { $0 * 8 }), "seed \(seed)")
  }

  @Test("A faster cell makes no cost greater", arguments: 0..<40)
  func faster(seed: Int) async {
    var ground = Ground(seed: seed)
    let before = await ground.costs()
    let place = ground.frictions.count / 3
    guard ground.frictions[place] < .infinity else { return }
    ground.frictions[place] /= 4
    let after = await ground.costs(bands: 2)
    for (one, other) in zip(before, after) where !one.isNaN {
      #expect(other <= one, "seed \(seed)")
    }
  }

  @Test("A mirrored grid has mirrored costs", arguments: 0..<40)
  func mirrored(seed: Int) async {
    let ground = Ground(seed: seed)
    let (rows, columns) = (ground.rows, ground.columns)
    var other = ground
    func mirror<Cell>(_ cells: [Cell]) -> [Cell] {
      (0..<rows).flatMap { row in
        cells[row * columns..<(row + 1) * columns].reversed()
      }
    }
    other.frictions = mirror(ground.frictions)
    other.sources = ground.sources.map { $0 / columns * columns + columns - 1 - $0 % columns }
    other.steps = GridSteps(
      rows: (0..<rows).map { row in
        let own = ground.steps[row]
        return GridSteps.Row(
          across: own.across, down: own.down, downRight: own.downLeft, downLeft: own.downRight)
      })
    #expect(same(mirror(await ground.costs()), await other.costs(bands: 4)), "seed \(seed)")
  }

  @Test("A square grid that is turned has turned costs", arguments: 0..<40)
  func turned(seed: Int) async {
    var ground = Ground(seed: seed)
    ground.steps = GridSteps(uniform: .init(cellWidth: 30, cellHeight: 30))
    let (rows, columns) = (ground.rows, ground.columns)
    var other = ground
    other.rows = columns
    other.columns = rows
    other.frictions = (0..<rows * columns).map {
      ground.frictions[$0 % rows * columns + $0 / rows]
    }
    other.sources = ground.sources.map { $0 % columns * rows + $0 / columns }
    let costs = await ground.costs(bands: 2)
    let wanted = (0..<rows * columns).map { costs[$0 % rows * columns + $0 / rows] }
    #expect(same(await other.costs(bands: 3), wanted), "seed \(seed)")
  }
}
