/// Least costs over a band of rows of a grid, with the row on either side that it shares with the
/// bands beside it.
///
/// A step from a cell to one of its eight neighbours costs the mean of both frictions times the
/// step's length on the ground; the cost of a cell is the least sum of steps from any source. Costs
/// are sums of 32-bit numbers along a path. Because a longer sum is never smaller, the least sums
/// are the same in whatever order cells are looked at: those of Dijkstra's algorithm, to the bit. So
/// a grid may be cut into bands at will, and cells of a bucket need no order among themselves.
///
/// Friction is a cost for a metre. A cell whose friction is not above 0 or not finite is never
/// entered; one that is NaN is unknown, and so is its cost.
///
/// The method: Docs/methods/accessibility.md.
struct CostBand: Sendable {
  /// The rows of the grid that are the band's own.
  let rows: Range<Int>
  /// The rows that it holds: its own and the shared ones.
  let held: Range<Int>

  private let columns: Int
  private let stride: Int
  /// Cost and friction of each cell, with a frame of cells that cannot be entered.
  private var cells: [SIMD2<Float>]
  private let halves: [NeighbourHalves]
  private let divider: RowDivider
  /// Cells whose cost became less since the costs were last settled.
  private var improved: [Int32] = []

  /// A band without frictions or sources, of a grid of `gridRows` × `columns` cells.
  init(rows: Range<Int>, gridRows: Int, columns: Int, steps: GridSteps) {
    self.rows = rows
    held = max(0, rows.lowerBound - 1)..<min(gridRows, rows.upperBound + 1)
    self.columns = columns
    stride = columns + 2
    precondition((held.count + 2) * stride < Int(Int32.max), "a band has fewer than 2³¹ cells")
    cells = Array(repeating: SIMD2(.infinity, .infinity), count: (held.count + 2) * stride)
    halves =
      [steps.halves(row: held.lowerBound)] + held.map { steps.halves(row: $0) }
      + [steps.halves(row: held.upperBound - 1)]
    divider = RowDivider(stride)
  }

  private func index(row: Int, column: Int) -> Int {
    (row - held.lowerBound + 1) * stride + column + 1
  }

  /// Sets the frictions of a held row, one a column.
  mutating func setFrictions(row: Int, _ values: Span<Float>) {
    precondition(values.count == columns, "one friction a column")
    let start = index(row: row, column: 0)
    for column in 0..<columns {
      let value = values[column]
      // NaN stays: it is told apart from a barrier by no comparison, and never entered either.
      cells[start + column].y = value > 0 || value.isNaN ? value : .infinity
    }
  }

  /// Whether a held cell may be entered.
  func isOpen(row: Int, column: Int) -> Bool {
    cells[index(row: row, column: column)].y < .infinity
  }

  /// Lets paths begin in a cell at a cost of `cost`; says whether that is possible and less than
  /// what is known.
  @discardableResult
  mutating func lower(row: Int, column: Int, to cost: Float) -> Bool {
    let place = index(row: row, column: column)
    guard cells[place].y < .infinity, cost < cells[place].x else { return false }
    cells[place].x = cost
    improved.append(Int32(place))
    return true
  }

  /// Takes over the costs of a held row that are less than its own; says whether any is.
  mutating func lower(row: Int, to costs: [Float]) -> Bool {
    var any = false
    for column in 0..<columns where lower(row: row, column: column, to: costs[column]) {
      any = true
    }
    return any
  }

  /// Whether costs are to be settled.
  var isUnsettled: Bool { !improved.isEmpty }

  /// The costs of a held row: infinity where nothing leads or may lead, NaN where unknown.
  func costs(row: Int) -> [Float] {
    let start = index(row: row, column: 0)
    return cells[start..<start + columns].map { $0.y.isNaN ? .nan : $0.x }
  }

  /// Lowers costs along all paths within the band until none can be less.
  ///
  /// - Complexity: O(cells in reach) where no step costs less than a bucket is wide.
  mutating func settle() {
    defer { improved.removeAll() }
    guard let ring = ring() else { return }
    var buckets = CellBuckets(count: ring.count)
    // Cells beyond the ring's horizon wait here, in no order; those at the start among them.
    var far = improved
    var current = 0
    var horizon = 0
    while true {
      if buckets.pending == 0 || current >= horizon {
        // A cell whose cost is that of an earlier bucket by now was looked at there.
        far.removeAll { bucket(of: cells[Int($0)].x, ring.inverse) < current }
        if buckets.pending == 0 {
          guard let least = far.map({ cells[Int($0)].x }).min() else { return }
          current = bucket(of: least, ring.inverse)
        }
        horizon = current + ring.count
        far.removeAll { cell in
          let number = bucket(of: cells[Int(cell)].x, ring.inverse)
          if number < horizon { buckets.push(Int(cell), bucket: number) }
          return number < horizon
        }
      }
      settle(bucket: current, horizon: horizon, &buckets, &far, inverse: ring.inverse)
      current += 1
    }
  }

  /// The buckets' width, inverted, and how many there are; `nil` where no cell can be entered.
  ///
  /// Four of the cheapest half steps is wide: some cells are looked at twice, but the ring turns less
  /// often. Where the dearest step leads over more than 4096 buckets its cell waits outside of them.
  private func ring() -> (inverse: Float, count: Int)? {
    var least = Float.infinity
    var greatest: Float = 0
    for cell in cells where cell.y < .infinity {
      least = min(least, cell.y)
      greatest = max(greatest, cell.y)
    }
    guard greatest > 0 else { return nil }
    let shortest = halves.lazy.map(\.extremes.least).min() ?? 0
    let longest = halves.lazy.map(\.extremes.greatest).max() ?? 0
    let width = max(4 * least * shortest, .leastNormalMagnitude)
    let span = 2 * greatest * longest / width
    var count = 4
    while count < 4096, Float(count) < span + 4 { count *= 2 }
    return (1 / width, count)
  }

  /// The number of the bucket of a cost; whatever lies beyond all counting shares the last one.
  @inline(__always)
  private func bucket(of cost: Float, _ inverse: Float) -> Int { Int(min(cost * inverse, 0x1p60)) }

  /// Looks at the cells of one bucket, and at those that fall into it meanwhile.
  @inline(never)
  private mutating func settle(
    bucket: Int, horizon: Int, _ buckets: inout CellBuckets, _ far: inout [Int32], inverse: Float
  ) {
    while true {
      var (chunk, end) = buckets.takeChunks(bucket: bucket)
      guard chunk >= 0 else { return }
      while chunk >= 0 {
        let (entries, next) = buckets.entries(of: chunk, end: end)
        for entry in entries {
          let place = buckets.cell(at: entry)
          let own = cells[place]
          // Its cost became less since, and it waits, or was looked at, in another bucket.
          if self.bucket(of: own.x, inverse) != bucket { continue }
          spread(from: place, own, horizon, &buckets, &far, inverse)
        }
        buckets.release(chunk, count: entries.count)
        chunk = next
      }
    }
  }

  /// Lowers the costs of the eight neighbours of a cell.
  @inline(__always)
  private mutating func spread(
    from place: Int, _ own: SIMD2<Float>, _ horizon: Int, _ buckets: inout CellBuckets,
    _ far: inout [Int32], _ inverse: Float
  ) {
    let half = halves[divider.row(of: place)]
    reach(place &- stride &- 1, half.aboveLeft, own, horizon, &buckets, &far, inverse)
    reach(place &- stride, half.above, own, horizon, &buckets, &far, inverse)
    reach(place &- stride &+ 1, half.aboveRight, own, horizon, &buckets, &far, inverse)
    reach(place &- 1, half.beside, own, horizon, &buckets, &far, inverse)
    reach(place &+ 1, half.beside, own, horizon, &buckets, &far, inverse)
    reach(place &+ stride &- 1, half.belowLeft, own, horizon, &buckets, &far, inverse)
    reach(place &+ stride, half.below, own, horizon, &buckets, &far, inverse)
    reach(place &+ stride &+ 1, half.belowRight, own, horizon, &buckets, &far, inverse)
  }

  @inline(__always)
  private mutating func reach(
    _ place: Int, _ half: Float, _ own: SIMD2<Float>, _ horizon: Int,
    _ buckets: inout CellBuckets, _ far: inout [Int32], _ inverse: Float
  ) {
    let other = cells[place]
    let cost = own.x + (own.y + other.y) * half
    // False for a barrier, whose friction is infinite, and for an unknown cell, whose is NaN.
    if cost < other.x {
      cells[place].x = cost
      let number = bucket(of: cost, inverse)
      if number < horizon {
        buckets.push(place, bucket: number)
      } else {
        far.append(Int32(truncatingIfNeeded: place))
      }
    }
  }
}

/// Division by the width of a row as a multiplication; exact for places under 2³¹.
///
/// Source: T. Granlund, P. L. Montgomery, Division by invariant integers using multiplication, PLDI
/// 1994, doi:10.1145/178243.178249.
struct RowDivider: Sendable {
  private let factor: UInt64
  private let shift: UInt64

  /// Divides by `width`, from 1 to 2³¹.
  init(_ width: Int) {
    let exponent = Int.bitWidth - (width - 1).leadingZeroBitCount
    shift = UInt64(31 + exponent)
    factor = ((1 << shift) + UInt64(width) - 1) / UInt64(width)
  }

  /// The whole part of `place` ÷ width.
  @inline(__always)
  func row(of place: Int) -> Int {
    Int((UInt64(truncatingIfNeeded: place) &* factor) >> shift)
  }
}
