/// Finds the runs of cells that belong to patches under the least area, row by row.
///
/// Union of runs as in the two-row labelling of L. He, Y. Chao, K. Suzuki, "A run-based two-scan
/// labeling algorithm", IEEE Transactions on Image Processing 17 (2008),
/// doi:10.1109/TIP.2008.919369, with the patch's area in place of its label. A row is decided
/// once each of its patches has reached the least area or can grow no more, so no more rows are
/// pending than a small patch can span.
///
/// Areas are added as whole multiples of a power of two chosen from the least area, so the sum of
/// a patch does not depend on the order in which its runs meet: the verdict is the same whichever
/// rows are looked at together. A run's area is off by at most 2⁻⁵³ of the least area.
struct SmallPatchFinder {
  private struct Run {
    var start: Int32
    var end: Int32
    var patch: Int32
  }

  private struct Patch {
    var parent: Int32
    var firstRow: Int32
    /// In units of 1 / scale m²; not more than `least`.
    var area: Int
  }

  private let rule: PatchRule
  private let areas: CellAreaModel
  private let scale: Double
  private let least: Int

  private var runs: [Run] = []
  /// Where the runs of each pending row start; the rows before `head` are popped.
  private var rowStarts: [Int] = []
  private var head = 0
  private var firstRow: Int
  private var patches: [Patch] = []
  /// Rows before this one are decided.
  private var decided: Int

  /// The row that the next ``push(_:)`` is about.
  private(set) var nextRow: Int

  init(_ rule: PatchRule, areas: CellAreaModel, firstRow: Int) {
    self.rule = rule
    self.areas = areas
    scale = Double(sign: .plus, exponent: 52 - rule.leastArea.exponent, significand: 1)
    least = Int(rule.leastArea * scale)
    self.firstRow = firstRow
    decided = firstRow
    nextRow = firstRow
  }

  /// The number of rows taken in and not popped.
  var pendingRows: Int { rowStarts.count - head }

  /// The bytes that runs and patches take up.
  var heldBytes: Int {
    runs.count * MemoryLayout<Run>.stride + patches.count * MemoryLayout<Patch>.stride
  }

  /// Takes in the next row.
  mutating func push(_ codes: Span<UInt8>) {
    compact()
    let previous = rowStarts.isEmpty ? 0..<0 : rowStarts[rowStarts.count - 1]..<runs.count
    let start = runs.count
    rowStarts.append(start)
    appendRuns(of: codes)
    join(previous, start..<runs.count)
    decided = nextRow + 1
    for run in start..<runs.count {
      let patch = patches[root(runs[run].patch)]
      if patch.area < least { decided = min(decided, Int(patch.firstRow)) }
    }
    nextRow += 1
  }

  /// Tells that no further row comes: all pending rows are decided.
  mutating func finish() { decided = nextRow }

  /// Pops the first pending row if it is decided, and puts the columns of its cells that belong
  /// to small patches into `small`, ascending.
  ///
  /// - Returns: The row, or nil where none is decided.
  mutating func pop(into small: inout [Range<Int>]) -> Int? {
    guard head < rowStarts.count, firstRow < decided else { return nil }
    let end = head + 1 < rowStarts.count ? rowStarts[head + 1] : runs.count
    small.removeAll(keepingCapacity: true)
    for run in runs[rowStarts[head]..<end] where patches[root(run.patch)].area < least {
      small.append(Int(run.start)..<Int(run.end))
    }
    head += 1
    firstRow += 1
    return firstRow - 1
  }

  private mutating func appendRuns(of codes: Span<UInt8>) {
    let cells = CellAreaBand(areas, rows: nextRow..<nextRow + 1)
    var column = 0
    while column < codes.count {
      guard codes[column] == rule.code else {
        column += 1
        continue
      }
      let start = column
      while column < codes.count && codes[column] == rule.code { column += 1 }
      let area = cells.area(columns: start..<column, rowInBand: 0)
      let units = area < rule.leastArea ? Int((area * scale).rounded()) : least
      let patch = Int32(patches.count)
      runs.append(Run(start: Int32(start), end: Int32(column), patch: patch))
      patches.append(Patch(parent: patch, firstRow: Int32(nextRow), area: units))
    }
  }

  private mutating func join(_ previous: Range<Int>, _ current: Range<Int>) {
    let reach: Int32 = rule.connectivity == .eight ? 1 : 0
    var above = previous.lowerBound
    var below = current.lowerBound
    while above < previous.upperBound && below < current.upperBound {
      if runs[above].start < runs[below].end + reach && runs[below].start < runs[above].end + reach
      {
        unite(runs[above].patch, runs[below].patch)
      }
      if runs[above].end < runs[below].end { above += 1 } else { below += 1 }
    }
  }

  private mutating func unite(_ first: Int32, _ second: Int32) {
    let first = root(first)
    let second = root(second)
    guard first != second else { return }
    let kept = min(first, second)
    let merged = max(first, second)
    patches[merged].parent = Int32(kept)
    patches[kept].area = min(least, patches[kept].area + patches[merged].area)
    patches[kept].firstRow = min(patches[kept].firstRow, patches[merged].firstRow)
  }

  private mutating func root(_ patch: Int32) -> Int {
    var index = Int(patch)
    while Int(patches[index].parent) != index {
      let parent = Int(patches[index].parent)
      patches[index].parent = patches[parent].parent
      index = Int(patches[index].parent)
    }
    return index
  }

  /// Forgets popped rows, and patches of which no pending row has a run, when they are the
  /// larger part of what is kept: amortised O(1) a run. The last row stays, popped or not,
  /// because the next one is joined to it.
  private mutating func compact() {
    let kept = min(head, rowStarts.count - 1)
    guard kept > 0, rowStarts[kept] > runs.count - rowStarts[kept] + 1024 else { return }
    let dropped = rowStarts[kept]
    runs.removeFirst(dropped)
    rowStarts.removeFirst(kept)
    for index in rowStarts.indices { rowStarts[index] -= dropped }
    head -= kept
    var renamed = [Int32](repeating: -1, count: patches.count)
    var live: [Patch] = []
    for index in runs.indices {
      let old = root(runs[index].patch)
      if renamed[old] < 0 {
        renamed[old] = Int32(live.count)
        live.append(patches[old])
        live[live.count - 1].parent = renamed[old]
      }
      runs[index].patch = renamed[old]
    }
    patches = live
  }
}
