public import GeoAlgorithms

/// Joins runs of fit cells, row by row from the first, to sites of a least area.
///
/// Cells of different units are never of one site, so that each lies in the commune that would give
/// the land. A site is done as soon as a row has none of its cells, and kept where it is large
/// enough: memory is that of the sites that are kept and those that are open. O(runs · neighbours).
public struct SiteCollector {
  private let leastArea: Double
  private let reach: Int
  private let criteria: Int

  private struct Open {
    var unit: Int32
    var runs: [GridRun]
    var sums: [Double]
  }

  private struct Placed {
    var columns: Range<Int>
    var unit: Int32
    var site: Int
  }

  private var open: [Open] = []
  private var above: [Placed] = []
  private var lastRow = Int.min
  private var done: [FitSite] = []
  /// The area in **m²** of fit ground in patches under the least area.
  public private(set) var smallArea = 0.0

  /// Starts without a row.
  ///
  /// - Parameters:
  ///   - leastArea: the least area of a site in **m²**; one of exactly this area is kept.
  ///   - connectivity: which neighbours are of one site.
  ///   - criteria: the number of criteria of the rules.
  public init(leastArea: Double, connectivity: PatchConnectivity, criteria: Int) {
    // On the side of the site where sums of cells are rounded.
    self.leastArea = leastArea * (1 - 1e-12)
    reach = connectivity == .eight ? 1 : 0
    self.criteria = criteria
  }

  /// Takes in runs, whose rows come after all before.
  public mutating func push(_ band: FitRuns) {
    var index = 0
    while index < band.runs.count {
      let row = Int(band.runs[index].row)
      let start = index
      while index < band.runs.count, Int(band.runs[index].row) == row { index += 1 }
      push(row: row, band, start..<index)
    }
  }

  /// The sites, by row and column of their first cells. No further row comes.
  public mutating func finish() -> [FitSite] {
    for site in open { close(site) }
    (open, above) = ([], [])
    defer { done = [] }
    return done.sorted { ($0.firstRow, $0.firstColumn) < ($1.firstRow, $1.firstColumn) }
  }

  private mutating func push(row: Int, _ band: FitRuns, _ range: Range<Int>) {
    if row != lastRow + 1 {
      for site in open { close(site) }
      (open, above) = ([], [])
    }
    lastRow = row
    var parents = Array(open.indices)
    func root(_ site: Int) -> Int {
      var site = site
      while parents[site] != site { site = parents[site] }
      return site
    }
    var current: [Placed] = []
    var next = 0
    for index in range {
      let run = band.runs[index]
      let columns = Int(run.start)..<Int(run.end)
      while next < above.count, above[next].columns.upperBound + reach <= columns.lowerBound {
        next += 1
      }
      var site: Int?
      var neighbour = next
      while neighbour < above.count,
        above[neighbour].columns.lowerBound < columns.upperBound + reach
      {
        if above[neighbour].unit == run.unit {
          let other = root(above[neighbour].site)
          if let own = site.map(root), own != other { parents[max(own, other)] = min(own, other) }
          site = site.map(root) ?? other
        }
        neighbour += 1
      }
      if site == nil {
        parents.append(parents.count)
        open.append(Open(unit: run.unit, runs: [], sums: [Double](repeating: 0, count: band.width)))
      }
      current.append(Placed(columns: columns, unit: run.unit, site: site ?? parents.count - 1))
    }
    for index in current.indices { current[index].site = root(current[index].site) }
    let roots = parents.indices.map(root)
    for (site, root) in roots.enumerated() where site != root { merge(site, into: root) }
    for (run, index) in zip(current, range) {
      open[run.site].runs.append(GridRun(row: row, columns: run.columns))
      add(band.sums[index * band.width..<(index + 1) * band.width], to: run.site)
    }
    settle(current, roots: roots)
  }

  private mutating func merge(_ site: Int, into root: Int) {
    open[root].runs += open[site].runs
    add(open[site].sums[...], to: root)
    open[site].runs = []
  }

  private mutating func add(_ sums: ArraySlice<Double>, to site: Int) {
    for (index, sum) in zip(sums.indices, sums) { open[site].sums[index - sums.startIndex] += sum }
  }

  /// Closes the sites that the row has none of, and numbers the others anew.
  private mutating func settle(_ current: [Placed], roots: [Int]) {
    var places = [Int](repeating: -1, count: open.count)
    var left: [Open] = []
    above = current
    for index in above.indices {
      let site = above[index].site
      if places[site] < 0 {
        places[site] = left.count
        left.append(open[site])
        open[site].runs = []
      }
      above[index].site = places[site]
    }
    for site in open.indices where roots[site] == site && places[site] < 0 { close(open[site]) }
    open = left
  }

  private mutating func close(_ site: Open) {
    guard site.sums[0] >= leastArea else {
      smallArea += site.sums[0]
      return
    }
    done.append(
      FitSite(unit: Int(site.unit), runs: site.runs, sums: site.sums, criteria: criteria))
  }
}
