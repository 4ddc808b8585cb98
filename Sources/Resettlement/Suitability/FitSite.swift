public import GeoAlgorithms
public import GeoModel

/// Contiguous fit ground in one unit.
public struct FitSite: Sendable {
  /// The index of its unit.
  public let unit: Int
  /// Its cells, by row and column.
  public let runs: [GridRun]
  /// The area of its cells in **m²**.
  public let area: Double
  /// The mean score, 0 to 1, by area.
  public let score: Double
  /// For each criterion the mean score where it is known; `nil` where it is nowhere.
  public let criterionScores: [Double?]
  /// For each criterion the mean of its value (metres, per cent) where it is a number; `nil` where it
  /// is nowhere one.
  public let criterionValues: [Double?]

  /// The row of its first cell.
  public var firstRow: Int { runs[0].row }
  /// The column of its first cell.
  public var firstColumn: Int { runs[0].columns.lowerBound }

  init(unit: Int, runs: [GridRun], sums: [Double], criteria: Int) {
    self.unit = unit
    self.runs = runs.sorted {
      ($0.row, $0.columns.lowerBound) < ($1.row, $1.columns.lowerBound)
    }
    area = sums[0]
    score = sums[1] / sums[0]
    func means(_ first: Int) -> [Double?] {
      (0..<criteria).map { index in
        let weight = sums[first + criteria + index]
        return weight > 0 ? sums[first + index] / weight : nil
      }
    }
    criterionScores = means(2)
    criterionValues = means(2 + 2 * criteria)
  }

  /// The outlines along the edges of the cells, in grid coordinates: one polygon for each part whose
  /// cells share edges, so that parts that touch at a corner alone stay valid. O(runs · log runs).
  public var outlines: [Polygon] {
    var parents = Array(runs.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while parents[index] != index { index = parents[index] }
      return index
    }
    var above = 0..<0
    var row = 0..<0
    for index in runs.indices {
      if row.isEmpty || runs[index].row != runs[row.lowerBound].row {
        let follows = !row.isEmpty && runs[index].row == runs[row.lowerBound].row + 1
        above = follows ? row : 0..<0
        row = index..<index
      }
      row = row.lowerBound..<index + 1
      for other in above where runs[other].columns.overlaps(runs[index].columns) {
        let (one, two) = (root(other), root(index))
        if one != two { parents[max(one, two)] = min(one, two) }
      }
    }
    var parts: [(first: Int, runs: [GridRun])] = []
    var places: [Int: Int] = [:]
    for index in runs.indices {
      let own = root(index)
      if let place = places[own] {
        parts[place].runs.append(runs[index])
      } else {
        places[own] = parts.count
        parts.append((own, [runs[index]]))
      }
    }
    return parts.map { GridPatch(runs: $0.runs).outline() }
  }
}
