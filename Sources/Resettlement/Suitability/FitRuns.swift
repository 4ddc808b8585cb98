public import GeoAlgorithms

/// Neighbouring fit cells of one row and one unit, and what is summed over them.
public struct FitRuns: Sendable {
  /// A run.
  public struct Run: Sendable {
    /// The row.
    public var row: Int32
    /// The first column.
    public var start: Int32
    /// The column after the last.
    public var end: Int32
    /// The unit.
    public var unit: Int32
  }

  /// The runs, by row and column.
  public private(set) var runs: [Run] = []
  /// For each run the sums, ``width`` of them one after another: see ``SiteSums``.
  private(set) var sums: [Double] = []
  /// The number of sums a run.
  public let width: Int

  /// The fit cells of a band.
  ///
  /// - Parameters:
  ///   - band: the verdicts.
  ///   - units: the units of the same cells; cells in none are left out.
  ///   - rows: the rows of the band.
  ///   - rules: the rules.
  ///   - areas: the areas of the cells.
  public init(
    _ band: GroundBand, units: CellUnits.Band, rows: Range<Int>, rules: GroundRules,
    areas: CellAreaModel
  ) {
    width = SiteSums.width(criteria: rules.criteria.count)
    guard !rows.isEmpty else { return }
    let columns = band.codes.count / rows.count
    for row in rows {
      let offset = (row - rows.lowerBound) * columns
      var column = 0
      while column < columns {
        let unit = units.units[offset + column]
        guard band.codes[offset + column] == 0, unit >= 0 else {
          column += 1
          continue
        }
        let start = column
        let place = sums.count
        sums.append(contentsOf: repeatElement(0, count: width))
        while column < columns, band.codes[offset + column] == 0,
          units.units[offset + column] == unit
        {
          add(band, offset + column, to: place, rules)
          column += 1
        }
        let area = areas.area(columns: start..<column, row: row)
        sums[place] = Double(column - start)
        // Along a run cells have one area but for the millionth part.
        for index in place..<place + width { sums[index] *= area / Double(column - start) }
        runs.append(
          Run(row: Int32(row), start: Int32(start), end: Int32(column), unit: unit))
      }
    }
  }

  private mutating func add(
    _ band: GroundBand, _ cell: Int, to place: Int, _ rules: GroundRules
  ) {
    sums[place + 1] += band.scores[cell]
    let count = rules.criteria.count
    for index in 0..<count {
      let value = band.values[index][cell]
      // Of a criterion of weight 0 nothing needs to be known.
      if !value.isNaN {
        sums[place + 2 + index] += rules.criteria[index].standard.score(of: value)
        sums[place + 2 + count + index] += 1
      }
      if value.isFinite {
        sums[place + 2 + 2 * count + index] += value
        sums[place + 2 + 3 * count + index] += 1
      }
    }
  }
}

/// What is summed over the cells of a site, each times its area: in this order the area itself, the
/// score, for each criterion its score and the area where that is known, its value and the area where
/// that is a number.
enum SiteSums {
  static func width(criteria: Int) -> Int { 2 + 4 * criteria }
}
