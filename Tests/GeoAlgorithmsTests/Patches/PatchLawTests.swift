import GeoAlgorithms
import GeoModel
import TestSupport
import Testing

@Suite("Patch filter, by law")
struct PatchLawTests {
  struct Case {
    var columns: Int
    var rows: Int
    var codes: [UInt8]
    var filter: PatchFilter

    init(seed: Int) {
      var generator = SeededGenerator(seed: seed)
      columns = Int.random(in: 1...40, using: &generator)
      rows = Int.random(in: 1...60, using: &generator)
      // From scattered cells to nearly full, so that patches of all sizes and shapes come up.
      let density = Double.random(in: 0.2...0.95, using: &generator)
      codes = (0..<columns * rows).map { _ in
        Double.random(in: 0..<1, using: &generator) < density
          ? 2 : UInt8.random(in: 0...1, using: &generator)
      }
      let lattice = CellAreaLattice(columns: 0..<columns, rows: 0..<rows, spacingExponent: 3)
      let areas = CellAreaModel(
        lattice: lattice,
        areas: lattice.cells.map { _ in Double.random(in: 800...1_000, using: &generator) })
      let rule = PatchRule(
        code: 2, replacement: 1, leastArea: Double.random(in: 500...20_000, using: &generator),
        connectivity: seed % 2 == 0 ? .four : .eight)
      filter = PatchFilter(rule, areas: areas)
    }

    var filtered: [UInt8] {
      var result = codes
      filter.apply(to: &result, rows: 0..<rows)
      return result
    }
  }

  /// The same by flood fill.
  private func flooded(_ test: Case) -> [UInt8] {
    var result = test.codes
    var seen = [Bool](repeating: false, count: test.codes.count)
    for start in test.codes.indices where test.codes[start] == 2 && !seen[start] {
      var patch = [start]
      seen[start] = true
      var next = 0
      while next < patch.count {
        let (row, column) = (patch[next] / test.columns, patch[next] % test.columns)
        next += 1
        for down in -1...1 {
          for right in -1...1
          where down == 0 || right == 0 || test.filter.rule.connectivity == .eight {
            let (r, c) = (row + down, column + right)
            guard (0..<test.rows).contains(r), (0..<test.columns).contains(c) else { continue }
            let cell = r * test.columns + c
            if test.codes[cell] == 2 && !seen[cell] {
              seen[cell] = true
              patch.append(cell)
            }
          }
        }
      }
      let area = patch.reduce(0.0) {
        $0 + test.filter.areas.area(column: $1 % test.columns, row: $1 / test.columns)
      }
      if area < test.filter.rule.leastArea {
        for cell in patch { result[cell] = 1 }
      }
    }
    return result
  }

  @Test("runs joined row by row give what a flood fill gives", arguments: 1...120)
  func floodFill(seed: Int) {
    let test = Case(seed: seed)
    #expect(test.filtered == flooded(test), "seed \(seed)")
  }

  @Test("bands with a halo give what the whole raster gives, for any partition", arguments: 1...120)
  func bands(seed: Int) {
    let test = Case(seed: seed)
    let expected = test.filtered
    let halo = test.filter.haloRows(columns: test.columns, rows: 0..<test.rows)
    var generator = SeededGenerator(seed: seed + 1_000)
    for _ in 0..<4 {
      var result: [UInt8] = []
      var start = 0
      while start < test.rows {
        let end = min(test.rows, start + Int.random(in: 1...12, using: &generator))
        let window = max(0, start - halo)..<min(test.rows, end + halo)
        var codes = Array(
          test.codes[window.lowerBound * test.columns..<window.upperBound * test.columns])
        test.filter.apply(to: &codes, rows: window)
        let offset = (start - window.lowerBound) * test.columns
        result += codes[offset..<offset + (end - start) * test.columns]
        start = end
      }
      #expect(result == expected, "seed \(seed)")
    }
  }

  @Test(
    "a stream gives the same rows in order and holds no more than a small patch spans",
    arguments: 1...120)
  func stream(seed: Int) {
    let test = Case(seed: seed)
    let halo = test.filter.haloRows(columns: test.columns, rows: 0..<test.rows)
    var stream = PatchStream(test.filter)
    var result: [UInt8] = []
    var next = 0
    func take(_ row: Int, _ codes: [UInt8]) {
      #expect(row == next)
      next += 1
      result += codes
    }
    for row in 0..<test.rows {
      stream.push(Array(test.codes[row * test.columns..<(row + 1) * test.columns]), take)
      #expect(stream.pendingRows <= halo)
    }
    stream.finish(take)
    #expect(result == test.filtered, "seed \(seed)")
  }

  @Test("a raster of many rows is streamed with its table of patches kept small")
  func longStream() {
    var generator = SeededGenerator(seed: 11)
    let rule = PatchRule(code: 2, replacement: 1, leastArea: 3_000, connectivity: .eight)
    let filter = PatchFilter(rule, areas: PatchFilterTests.constant)
    let columns = 200
    let rows = 1_000
    var codes = (0..<columns * rows).map { _ in UInt8.random(in: 0...2, using: &generator) }
    var stream = PatchStream(filter)
    var result: [UInt8] = []
    for row in 0..<rows {
      stream.push(Array(codes[row * columns..<(row + 1) * columns])) { result += $1 }
    }
    stream.finish { result += $1 }
    filter.apply(to: &codes, rows: 0..<rows)
    #expect(result == codes)
  }
}
