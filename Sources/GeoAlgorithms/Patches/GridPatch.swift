/// Neighbouring cells of one row.
public struct GridRun: Hashable, Sendable {
  /// The row.
  public var row: Int
  /// The columns; not empty.
  public var columns: Range<Int>

  /// Makes a run.
  public init(row: Int, columns: Range<Int>) {
    self.row = row
    self.columns = columns
  }
}

/// Cells each connected to each other through cells that share an edge.
public struct GridPatch: Hashable, Sendable {
  /// The cells, by row and then by column; between two runs of a row lies at least one cell that is
  /// none of the patch. Not empty.
  public let runs: [GridRun]

  /// Takes the runs of one patch, in their order.
  public init(runs: [GridRun]) {
    precondition(!runs.isEmpty, "a patch has cells")
    self.runs = runs
  }

  /// The number of cells.
  public var cellCount: Int { runs.reduce(0) { $0 + $1.columns.count } }
}

/// Finds the patches of one class in rows that come one by one, from the first to the last.
///
/// A patch is done as soon as a row has none of its cells. Runs of neighbouring rows are united as
/// they come, as in ``PatchFilter``; neighbours share an edge. O(cells + runs · log runs) for all
/// rows; memory O(runs found).
public struct PatchCollector {
  private let code: UInt8
  private var row: Int
  /// The runs of the row before, each with its place in ``open``.
  private var above: [(columns: Range<Int>, patch: Int)] = []
  /// The runs of the patches that the row before has cells of.
  private var open: [[GridRun]] = []
  private var done: [GridPatch] = []

  /// Starts at `firstRow`; the patches are those of the class `code`.
  public init(code: UInt8, firstRow: Int) {
    self.code = code
    row = firstRow
  }

  /// Takes in the next row, all columns.
  public mutating func push(_ codes: Span<UInt8>) {
    var parents = Array(open.indices)
    func root(_ patch: Int) -> Int {
      var patch = patch
      while parents[patch] != patch { patch = parents[patch] }
      return patch
    }
    var current: [(columns: Range<Int>, patch: Int)] = []
    var next = 0
    var column = 0
    while column < codes.count {
      guard codes[column] == code else {
        column += 1
        continue
      }
      let start = column
      while column < codes.count && codes[column] == code { column += 1 }
      var patch: Int?
      while next < above.count, above[next].columns.upperBound <= start { next += 1 }
      var neighbour = next
      while neighbour < above.count, above[neighbour].columns.lowerBound < column {
        let other = root(above[neighbour].patch)
        if let own = patch.map(root), own != other { parents[max(own, other)] = min(own, other) }
        patch = patch.map(root) ?? other
        neighbour += 1
      }
      if patch == nil {
        parents.append(parents.count)
        patch = parents.count - 1
      }
      current.append((start..<column, patch ?? 0))
    }
    settle(current.map { ($0.columns, root($0.patch)) }, roots: parents.indices.map(root))
    row += 1
  }

  /// The patches, by the row and then the column of their first cell. No further row comes.
  public mutating func finish() -> [GridPatch] {
    for runs in open { close(runs) }
    (open, above) = ([], [])
    defer { done = [] }
    return done.sorted {
      let (left, right) = ($0.runs[0], $1.runs[0])
      return (left.row, left.columns.lowerBound) < (right.row, right.columns.lowerBound)
    }
  }

  /// Puts the runs of a row into their patches and closes those that have none; `roots` tells with
  /// which each of the patches is one.
  private mutating func settle(
    _ current: [(columns: Range<Int>, patch: Int)], roots: [Int]
  ) {
    var merged = [[GridRun]](repeating: [], count: roots.count)
    for (patch, root) in roots.enumerated() where patch < open.count {
      if merged[root].isEmpty {
        swap(&merged[root], &open[patch])
      } else {
        merged[root] += open[patch]
      }
    }
    var places = [Int](repeating: -1, count: roots.count)
    open = []
    above = []
    for run in current {
      if places[run.patch] < 0 {
        places[run.patch] = open.count
        open.append([])
        swap(&open[places[run.patch]], &merged[run.patch])
      }
      open[places[run.patch]].append(GridRun(row: row, columns: run.columns))
      above.append((run.columns, places[run.patch]))
    }
    for runs in merged where !runs.isEmpty { close(runs) }
  }

  private mutating func close(_ runs: [GridRun]) {
    done.append(
      GridPatch(
        runs: runs.sorted {
          ($0.row, $0.columns.lowerBound) < ($1.row, $1.columns.lowerBound)
        }))
  }
}
