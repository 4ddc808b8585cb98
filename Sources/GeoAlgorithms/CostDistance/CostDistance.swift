/// Least costs over a grid of frictions from any number of sources, band of rows by band of rows.
///
/// Bands are settled side by side; then each row that two bands share takes the lesser of both costs,
/// and the bands whose rows became less are settled again, until none does. The costs are those of
/// Dijkstra's algorithm on the whole grid to the bit, whatever the number of bands and of workers:
/// see `CostBand`. A band is so small that most of it stays in the processor's cache, which makes
/// many bands faster than one even for a single worker.
///
/// The methods are to be called in turn: frictions, then sources, then ``settle(jobs:)``, then costs.
/// Memory: 8 bytes a cell, and 4 a cell of the widest front.
///
/// The method: Docs/methods/accessibility.md.
public struct CostDistance: Sendable {
  /// The number of columns.
  public let columns: Int
  /// The number of rows.
  public let rows: Int
  private let workers: [Worker]

  /// About how many cells a band has: 12 MB of costs and frictions.
  private static let bandCells = 1_500_000

  /// A grid of `rows` × `columns` cells that all are barriers.
  public init(rows: Int, columns: Int, steps: GridSteps) {
    self.init(
      rows: rows, columns: columns, steps: steps, bands: (rows * columns) / Self.bandCells)
  }

  /// The same, cut into `bands` bands, of two rows at least.
  init(rows: Int, columns: Int, steps: GridSteps, bands: Int) {
    precondition(rows > 0 && columns > 0, "a grid has cells")
    self.rows = rows
    self.columns = columns
    let count = max(1, min(bands, rows / 2))
    workers = (0..<count).map { index in
      let own = index * rows / count..<(index + 1) * rows / count
      return Worker(CostBand(rows: own, gridRows: rows, columns: columns, steps: steps))
    }
  }

  /// Sets the frictions of whole rows, row by row, in **cost for a metre**: NaN where unknown; not
  /// above 0 or infinite where nothing passes.
  public func setFrictions(rows: Range<Int>, _ values: [Float]) async {
    precondition(values.count == rows.count * columns, "one friction a cell")
    for worker in workers where worker.held.overlaps(rows) {
      await worker.setFrictions(rows: rows, values, columns: columns)
    }
  }

  /// Whether paths may enter a cell: its friction is known, and it is no barrier.
  public func isOpen(row: Int, column: Int) async -> Bool {
    for worker in workers where worker.rows.contains(row) {
      return await worker.isOpen(row: row, column: column)
    }
    return false
  }

  /// Lets paths begin in a cell at a cost of `cost`, 0 or more. `false` where the cell cannot be
  /// entered, or is reached at less.
  @discardableResult
  public func addSource(row: Int, column: Int, cost: Float = 0) async -> Bool {
    precondition(cost >= 0, "costs are not below 0")
    var taken = false
    for worker in workers where worker.held.contains(row) {
      taken = await worker.lower(row: row, column: column, to: cost) || taken
    }
    return taken
  }

  /// Lowers all costs until none can be less, `jobs` bands at once.
  ///
  /// - Complexity: O(cells), and again what paths across the border of two bands make less.
  public func settle(jobs: Int) async {
    repeat {
      await withTaskGroup(of: Void.self) { group in
        for (index, worker) in workers.enumerated() {
          if index >= max(1, jobs) { await group.next() }
          group.addTask { await worker.settle() }
        }
      }
    } while await shareRows()
  }

  /// Gives each row that two bands hold the lesser of both costs; says whether any became less.
  private func shareRows() async -> Bool {
    var any = false
    for (upper, lower) in zip(workers, workers.dropFirst()) {
      let border = lower.rows.lowerBound
      for row in [border - 1, border] {
        let above = await upper.costs(rows: row..<row + 1)
        let below = await lower.costs(rows: row..<row + 1)
        let isAboveLess = await upper.lower(row: row, to: below)
        let isBelowLess = await lower.lower(row: row, to: above)
        any = any || isAboveLess || isBelowLess
      }
    }
    return any
  }

  /// The costs of whole rows, row by row: infinity for a barrier and where nothing leads, NaN where
  /// the friction is unknown.
  public func costs(rows: Range<Int>) async -> [Float] {
    var costs: [Float] = []
    costs.reserveCapacity(rows.count * columns)
    for worker in workers where worker.rows.overlaps(rows) {
      costs += await worker.costs(rows: worker.rows.clamped(to: rows))
    }
    return costs
  }
}

/// A band in the hands of one task at a time.
private actor Worker {
  nonisolated let rows: Range<Int>
  nonisolated let held: Range<Int>
  private var band: CostBand

  init(_ band: CostBand) {
    rows = band.rows
    held = band.held
    self.band = band
  }

  func setFrictions(rows: Range<Int>, _ values: [Float], columns: Int) {
    for row in held.clamped(to: rows) {
      let start = (row - rows.lowerBound) * columns
      band.setFrictions(row: row, values.span.extracting(start..<start + columns))
    }
  }

  func isOpen(row: Int, column: Int) -> Bool { band.isOpen(row: row, column: column) }

  func lower(row: Int, column: Int, to cost: Float) -> Bool {
    band.lower(row: row, column: column, to: cost)
  }

  func lower(row: Int, to costs: [Float]) -> Bool { band.lower(row: row, to: costs) }

  func settle() { if band.isUnsettled { band.settle() } }

  func costs(rows: Range<Int>) -> [Float] { rows.flatMap { band.costs(row: $0) } }
}
